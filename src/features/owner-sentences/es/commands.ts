import type { Group } from '../sentences.ts';

export const help: Group<'help'> = {
  help: '!help: esta lista',
  add: '!add <texto>: enseñarme algo',
  list: '!list [página]: lo que sé, numerado',
  show: '!show <número>: una entrada completa',
  edit: '!edit <número> <texto>: cambiarla',
  delete: '!delete <número>: borrarla',
  undo: '!undo: recuperar lo último que borró o cambió',
  sources: '!sources [número]: archivos de los que aprendí',
  approve: '!approve <número>: guardar lo que encontré en un archivo',
  search: '!search <palabras>: buscar entradas',
  ask: '!ask <pregunta>: ver qué se le diría a un cliente',
  unanswered: '!unanswered [número]: lo que no pude responder',
  answer: '!answer <número> <texto>: responder a un cliente',
  skip: '!skip <número>: descartar una pregunta',
  learn: '!learn on: guardar sus respuestas sin preguntar (off: preguntar antes)',
  bot: '!bot: volver a dejarme responder a un cliente',
  stats: '!stats: cifras de hoy y de 7 días',
  hours: '!hours [texto]: ver o cambiar su horario',
  closed: '!closed <día>: cerrar un día',
  open: '!open <día>: anular ese cierre',
  pause: '!pause: dejar de responder a los clientes',
  resume: '!resume: volver a responderles',
  templates: '!templates: sus plantillas de mensajes y qué dice WhatsApp',
  register: '!register <nombre>: añadir un negocio en este número',
};

export const commands: Group<'commands'> = {
  sendMe: 'Envíeme:',
  hello: (shop) =>
    `¡Hola! Soy el asistente de ${shop} y usted lo dirige. Pregúnteme lo que preguntaría un cliente, o envíe !help para ver qué más puedo hacer.`,
  suspended: (shop) =>
    `${shop} está suspendido aquí, así que no respondo a nadie ni ejecuto comandos. Consulte con quien gestiona este servicio, por favor.`,
  allRight: '¡De acuerdo! Envíe !help para ver qué puedo hacer.',
  unknownCommand: (word) => `No conozco !${word}. Envíe !help para ver la lista.`,
  didYouMean: (word, name) => `No conozco !${word}. ¿Quiso decir !${name}?`,
  meantCommand: (command) => `¿Quiso decir ${command}?`,
  meantPause: '¿Quiso decir !pause, para que deje de responder a los clientes?',
  meantResume: '¿Quiso decir !resume, para que vuelva a responder a los clientes?',
  orSayYes: 'Responda sí, o envíelo de nuevo.',
  oneCommandAtATime: 'Envíe un solo comando por mensaje, por favor. No hice nada.',
  neverMind: 'De acuerdo, no hice nada.',
  tooLate:
    'Esa pregunta ya no está abierta, así que no hice nada. Envíe el comando de nuevo, por favor.',
  nothingAsked: 'No le he preguntado nada. Envíe !help para ver qué puedo hacer.',
  onlyTheText: '(Usé solo su texto, no el archivo.)',
  location: 'Recibí un lugar en el mapa, pero necesito palabras: !add Nuestra dirección es ...',
  empty: 'Ese mensaje llegó sin texto. Envíe !help para ver qué puedo hacer.',
  limit: (most, time, minutes) =>
    `Con este son más de ${most} comandos en una hora, que es el límite, y no lo ejecuté. Envíelo de nuevo a las ${time} (en ${minutes} min), por favor.`,

  howToAdd: 'Escríbalo después del comando, por ejemplo: !add Abrimos todos los días de 9 a 21',
  saved: (number, text) => `Guardado con el número ${number}: «${text}»`,
  savedSeveral: (count) => `Guardé ${count} entradas:`,
  until: (day) => `hasta el ${day}`,
  ended: (day) => `terminó el ${day}`,
  toldUntil: (day) => `Lo digo hasta el final del ${day}.`,
  howToEndToday:
    'Si solo vale hoy, escríbalo así («solo hoy»), y esta noche dejo de decirlo. También vale «hasta el domingo».',
  noSuchDay: (words) =>
    `No existe el día «${words}», así que no tiene final. Con !edit y su número puede cambiarlo.`,
  knownAlready: (number) => `Eso ya lo sé: es el número ${number}.`,
  severalKnown: (count, numbers) => `${count} de estas cosas ya las sé: números ${numbers}.`,
  notForCustomers:
    'Eso parece un número de tarjeta, una cuenta bancaria, un número de identidad o una contraseña. A los clientes les digo lo que sé, así que no lo guardo. Envíelo sin eso, por favor.',
  tooLong: (length, most) =>
    `Es demasiado largo: tiene ${length} caracteres, y una entrada puede tener ${most}. Envíelo por partes, por favor.`,
  saveHow: (count, first, second) =>
    `¿Lo guardo como una sola entrada o como ${count}?\n1: una sola entrada\n2: ${count} entradas separadas, como «${first}» y «${second}»\nResponda 1 o 2, o no para descartarlo.`,
  saveSeparately: (length, most, count) =>
    `Tiene ${length} caracteres, y una entrada puede tener ${most}. ¿Lo guardo como ${count} entradas separadas? Responda sí o no.`,
  oneOrSeparate:
    'Responda 1 (una sola entrada) o 2 (entradas separadas), o no para descartarlo, por favor.',
  notSaved: 'De acuerdo, no lo guardé.',
  earlierNotSaved: '(Su lista anterior no se guardó.)',

  howToPick: (name) =>
    `Diga cuál: !${name} y su número en la lista, por ejemplo !${name} 2. Envíe !list para ver los números.`,
  howToEdit:
    'Escriba el número y el texto nuevo, por ejemplo: !edit 2 Los viernes cerramos a las 22',
  editWhat: (number, text) =>
    `El número ${number} dice: «${text}»\nPara cambiarlo, envíe !edit ${number} y el texto nuevo.`,
  noNumberYet: (number) => `No hay número ${number}: todavía no sé nada. Enséñeme con !add.`,
  onlyNumberOne: (number) => `No hay número ${number}. El único es el 1; envíe !list para verlo.`,
  noSuchNumber: (number, last) =>
    `No hay número ${number}. Van del 1 al ${last}; envíe !list para verlos.`,
  isDeleted: (number) =>
    `El número ${number} está borrado. !undo recupera lo último que borró; !list muestra lo que hay.`,
  changed: (number, before, now) =>
    `El número ${number} ha cambiado.\nAntes: ${before}\nAhora: ${now}`,
  noEndAnyMore: 'Ya no tiene fecha de fin.',
  undoChange: '!undo recupera el texto anterior.',
  sameAsBefore: (number) => `El número ${number} ya dice exactamente eso.`,
  deleted: (number, text) => `Borré el número ${number}: «${text}»\n!undo lo recupera.`,
  nothingToUndo:
    'No hay nada que recuperar. !undo sirve después de !delete y después de un cambio.',
  changedBack: (number, text) => `El número ${number} está como antes: «${text}»`,
  restored: (number, text) => `El número ${number} está de vuelta: «${text}»`,
  thereAlready: (number, text) => `Lo último que borró ya está, con el número ${number}: «${text}»`,

  nothingYet: 'Todavía no sé nada. Enséñeme: !add Abrimos todos los días de 9 a 21',
  known: (count) => `Sé ${things(count)}:`,
  knownOnPage: (count, page, pages) => `Sé ${things(count)} (página ${page} de ${pages}):`,
  nextPage: (page) => `Más: !list ${page}`,
  andMore: (count) => `... y ${count} más`,
  onlyOnePage: 'Solo hay una página: envíe !list',
  noSuchPage: (pages) => `Las páginas van de la 1 a la ${pages}.`,
  howToList: (words) =>
    `Envíe !list, o !list 2 para la segunda página. Para buscar algo: !search ${words}`,
  number: (number, note) => `Número ${number}${note}:`,
  howToSearch: 'Escriba qué debo buscar, por ejemplo: !search envíos',
  notFound: (words) => `No encontré nada sobre «${words}». Envíe !list para verlo todo.`,
  found: (count) => `Encontré ${count}:`,
  foundBest: (count, shown) => `Encontré ${count}; las ${shown} más cercanas:`,

  howToAsk: 'Escriba la pregunta después del comando, por ejemplo: !ask ¿Hacen envíos?',
  toldCustomer: 'A un cliente se le diría:',
  fromEntry: (number, text) => `Del número ${number}: «${text}»`,
  fromHours: 'De su horario (!hours).',
  nearest: (number, text) => `Lo más parecido que sé es el número ${number}: «${text}»`,
  teachAnswer: 'Para enseñarme algo, envíe !add y lo que debo saber.',
  whilePaused:
    '(Ahora las respuestas están en pausa, y así se les dice a los clientes. Con !resume vuelvo a responder.)',

  paused: 'Dejé de responder a los clientes, y se les avisa. Con !resume sigo.',
  pausedAlready: 'Ya estoy en pausa. Con !resume sigo.',
  resumed: 'Vuelvo a responder a los clientes.',
  notPaused: 'No estaba en pausa: estoy respondiendo a los clientes.',
  stats: (today, week, known) => `Hoy: ${today}\nÚltimos 7 días: ${week}\nSé ${things(known)}.`,
  noQuestions: 'ninguna pregunta.',
  counts: (questions, answered, unanswered, took) =>
    `${questions} ${questions === 1 ? 'pregunta' : 'preguntas'}, ${answered} con respuesta, ${unanswered} sin respuesta${took ? `, tiempo de respuesta habitual: ${took}` : ''}.`,
  seconds: (seconds) => `${seconds.replace('.', ',')} s`,
  minutes: (minutes) => `${minutes} min`,
  hours: (hours) => `${hours} h`,
  allAnswered: 'No hay preguntas sin responder en los últimos 30 días.',

  noRegistration:
    'Aquí no se puede registrar un negocio por mensaje. Consulte con quien gestiona este servicio, por favor.',
  howToRegister: 'Escriba el nombre después del comando, por ejemplo: !register Café Central',
  nameTooLong: (most) => `Ese nombre es demasiado largo; puede tener ${most} caracteres.`,
  noName: (name) =>
    `«${name}» no puede ser el nombre de un negocio: necesita letras, y no puede ser un comando ni una palabra como menu o stop. Por ejemplo: !register Café Central`,
  nameTaken: (name) =>
    `Otro negocio de este número ya se llama «${name}», y los clientes no podrían distinguirlos. Registre el suyo con otro nombre, por ejemplo con su calle: !register ${name}, Calle Mayor`,
  needsPhone: 'No puedo ver su número de teléfono, así que no puedo registrar su negocio.',
  needsWhatsapp: 'Envíe !register desde WhatsApp, por favor.',
  registered: (name, link) =>
    `«${name}» está registrado en este número. Sus clientes pueden empezar aquí: ${link}\nA quien escribe sin ese enlace se le pregunta con qué negocio quiere hablar, y a usted también: envíe menu para elegir.`,
  registeredBefore: (name, link) =>
    `Ya tiene «${name}» en este número. Sus clientes pueden empezar aquí: ${link}\nEnvíe menu para elegir con qué negocio quiere hablar.`,
};

const things = (count: number) => `${count} ${count === 1 ? 'cosa' : 'cosas'}`;
