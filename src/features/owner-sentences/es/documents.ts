import type { Group } from '../sentences.ts';

const entries = (count: number) => `${count} ${count === 1 ? 'entrada' : 'entradas'}`;
const READABLE = 'archivos PDF, Word (DOCX), de texto y CSV';
const NO_MODEL =
  'Aquí no puedo leer fotos ni escuchar audios, porque no hay ningún modelo de IA configurado.';

export const documents: Group<'documents'> = {
  yourPicture: 'su foto',
  yourVoiceNote: 'su audio',
  yourFile: 'su archivo',
  theFile: 'El archivo',
  noModelForPicture: `${NO_MODEL} Escriba lo que dice la foto, por favor: !add y el texto. También puedo leer ${READABLE}.`,
  noModelForRecording: `${NO_MODEL} Escriba lo que dijo, por favor: !add y el texto. También puedo leer ${READABLE}.`,
  nothingSeen:
    'No pude leer ningún texto en esa foto. Envíe una más nítida, o escríbalo, por favor.',
  nothingHeard: 'No pude entender lo que se dijo. Grábelo de nuevo, o escríbalo, por favor.',
  tooLarge: (name) => `El tamaño de ${name} pasa de 16 MB, que es lo máximo que acepto.`,
  gone: 'No pude recibir ese archivo. Envíelo de nuevo, por favor.',
  tooManyEntries: (name, count, most) =>
    `De ${name} salen ${count} entradas, y de un archivo pueden salir ${most}. Envíelo por partes, por favor.`,

  found: (count, name) => `Encontré ${entries(count)} en ${name}:`,
  moreFound: (count) => `... y ${count} más (!sources las muestra todas)`,
  moreKnown: (count) =>
    count === 1 ? '(1 entrada más ya la sé.)' : `(${count} entradas más ya las sé.)`,
  saveFound: (count, number) =>
    `¿${count === 1 ? 'La guardo' : 'Las guardo'}? Responda sí o no. (También más tarde: !approve ${number})`,
  howToChoose: 'Solo algunas: responda con sus números, como 1-5, 8.',
  savedSome: (count, name, number, left) =>
    `Guardé ${entries(count)} de ${name}, que es la fuente ${number}, y dejé fuera ${left}.`,
  noneChosen: (most) =>
    `No guardé nada: las entradas tienen los números del 1 al ${most}. Responda sí para todas, no para ninguna, o los números que quiera, como 1-5, 8.`,
  earlierWaits: (number) => `(La fuente ${number} sigue esperándole: !approve ${number})`,
  allKnown: (name, count) =>
    count === 1
      ? `Lo que dice ${name} ya lo sé.`
      : `Las ${count} cosas que dice ${name} ya las sé.`,
  saved: (count, name, number) =>
    `Guardé ${entries(count)} de ${name}, que es la fuente ${number}.`,
  knew: (count) => (count === 1 ? '1 entrada ya la sabía.' : `${count} entradas ya las sabía.`),
  howToRemove: (number) =>
    `!sources muestra sus archivos; !delete source ${number} borra todo lo de este.`,
  dropped: (name) => `De acuerdo, no guardé nada de ${name}.`,
  savedBefore: (number) =>
    `La fuente ${number} ya está guardada. !sources ${number} muestra lo que contiene.`,
  nothingWaits: 'Ningún archivo espera su aprobación. !sources muestra los que me envió.',
  whichWaits: (list) => `¿Cuál? Estos esperan: ${list}`,
  tooLate: (number) =>
    `Esa pregunta ya no está abierta, así que no guardé nada. Lo que encontré sigue aquí: !approve ${number}`,
  noSource: (number) => `No hay fuente ${number}. !sources las muestra.`,
  noSources:
    'Todavía no me ha enviado archivos. Envíeme un menú o una lista de precios en PDF, Word (DOCX), texto o CSV, y aprendo de ahí.',
  sources: 'Lo que aprendí de archivos:',
  sourceWaits: (name, count, number) =>
    count === 1
      ? `${name}: 1 entrada encontrada, le espera: !approve ${number}`
      : `${name}: ${count} entradas encontradas, le esperan: !approve ${number}`,
  source: (name, count, day) => `${name}: ${entries(count)}, ${day}`,
  olderOnes: (count) => `... y ${count} más antiguos`,
  howToSeeOne: 'Para ver uno: !sources y su número. Para borrar uno: !delete source y su número.',
  inside: (name, number, count) => `${name} (fuente ${number}): ${entries(count)}`,
  page: (page, pages) => `página ${page} de ${pages}`,
  next: (command) => `Siguiente: ${command}`,
  saveWaiting: (count, number) =>
    `${count === 1 ? 'Para guardarla' : 'Para guardarlas'}: !approve ${number}`,
  nothingInside: (name) => `De ${name} ya no queda nada.`,
  howToSource: 'Escriba el número, por ejemplo: !sources 2. Envíe solo !sources para verlos todos.',
  howToApprove: 'Escriba el número del archivo, por ejemplo: !approve 2. !sources los muestra.',
  howToDelete:
    'Escriba el número del archivo, por ejemplo: !delete source 2. !sources los muestra.',
  deleted: (number, name, count) =>
    `Borré la fuente ${number}, ${name}, con ${entries(count)}. Para recuperarla, envíe !undo`,
  restored: (number, name, count) =>
    `La fuente ${number}, ${name}, está de vuelta con ${entries(count)}.`,
  useText: 'Para guardar su texto sin el archivo, envíe:',
};

export const unreadable: Group<'unreadable'> = {
  empty: (name) => `No hay texto en ${name}: el archivo está vacío.`,
  broken: (name) =>
    `No puedo abrir ${name}: el archivo está dañado. Guárdelo de nuevo y envíelo otra vez, por favor.`,
  encrypted: (name) =>
    `No puedo abrir ${name}: tiene contraseña. Envíelo sin contraseña, por favor.`,
  'too-many-pages': (name, pages, most) =>
    `${name} tiene ${pages} páginas, y leo hasta ${most}. Envíe solo las páginas por las que preguntan los clientes, por favor.`,
  'too-much': (name) =>
    `${name} contiene mucho más de lo que puedo leer de una vez. Envíe la parte por la que preguntan los clientes, por favor.`,
  'no-text': (name) =>
    `${name} solo tiene imágenes en sus páginas y ningún texto, como un documento escaneado. Envíe fotos de las páginas o un archivo con texto, por favor.`,
  unsupported: (name) => `${name} es de un tipo que no puedo leer.`,
  unsupportedKind: (name, kind) => `${name} es un archivo de tipo ${kind}, y eso no lo puedo leer.`,
  readable: `Puedo leer ${READABLE}.`,
  insteadOfSheet: 'Guarde la hoja como CSV y envíe ese archivo, por favor.',
  insteadOfOldOffice:
    'Es un archivo antiguo de Office, o tiene contraseña: guárdelo como DOCX o PDF sin contraseña y envíe ese, por favor.',
};
