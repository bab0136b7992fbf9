import { consentEs } from '#features/consent/phrases/es.ts';
import type { Phrases } from '../phrases.ts';
import { clockTime, uncapitalised } from '../phrase-times.ts';
import type { Speech } from '../speech.ts';
import { anyOf, beginning, pattern } from '../speech.ts';

const orCall = (phone: string | null) => (phone ? ` Puede llamarnos al ${phone}.` : '');
const OFFER = ' ¿Quiere que le llamen? Responda «llámenme».';

export const es: Phrases = {
  disclosure: (shop) => `¡Hola! Soy el asistente automático de ${shop}.`,
  greeting: (shop) => `¡Hola! Soy el asistente automático de ${shop}. ¿Qué le gustaría saber?`,
  thanks: '¡De nada! Escríbame si necesita algo más.',
  identity: (shop, phone) =>
    `Soy el asistente automático de ${shop}: una máquina, no una persona.${orCall(phone)}`,
  noPerson: (shop, phone) =>
    `Soy el asistente automático de ${shop} y aquí no puedo comunicarle con una persona.${orCall(phone)}`,
  unknown: (phone) => `Lo siento, eso no lo sé.${orCall(phone)}`,
  asking: (shop) => `Eso no lo sé, así que se lo pregunto a ${shop}. Recibirá la respuesta aquí.`,
  noted: (shop) => `Lo he anotado para ${shop}.`,
  fromShop: (shop, question, answer) => `${shop} sobre «${question}»: ${answer}`,
  couldNotAsk: (shop, phone) =>
    `No pude hacer llegar su pregunta a ${shop}. La guardo para ellos.${orCall(phone)}`,
  noAnswerYet: ({ shop, question, phone, offersCall }) =>
    `${shop} todavía no ha respondido a «${question}».${offersCall ? OFFER : ''}${orCall(phone)}`,
  cannotSay: ({ shop, question, phone, offersCall }) =>
    `Lo siento, ${shop} no puede responder aquí a «${question}».${offersCall ? OFFER : ''}${orCall(phone)}`,
  callMe: ['llámenme', 'llamenme', 'llámeme', 'llameme', 'que me llamen'],
  agreed: ['sí', 'si', 'sí por favor', 'si por favor', 'claro', 'ok'],
  callBackAsked: (shop) => `De acuerdo, le pido a ${shop} que le llame.`,
  callBackNoted: (shop) => `De acuerdo, he anotado para ${shop} que desea una llamada.`,
  cannotCall: (shop, phone) =>
    `Aquí no veo su número de teléfono, así que ${shop} no puede llamarle.${orCall(phone)}`,
  toPerson: (shop) =>
    `Paso su mensaje a ${shop} para que una persona le escriba aquí. Mientras tanto no respondo. Escriba «bot» para volver a hablar conmigo.`,
  botAgain: (shop) => `Vuelve a hablar con el asistente automático de ${shop}.`,
  nobodyFree: (shop, phone) =>
    `Nadie de ${shop} ha podido atenderle hasta ahora, así que vuelvo a responder yo. Tienen su mensaje.${orCall(phone)}`,
  cannotRead: 'Todavía no puedo abrir fotos, audios ni archivos. Por favor, escriba su pregunta.',
  cannotOpen: 'No puedo abrir este tipo de archivo. Por favor, escriba su pregunta.',
  notMadeOut: 'Lo siento, no pude entenderlo bien. Por favor, escriba su pregunta.',
  empty: 'No pude leer ese mensaje. Por favor, escriba su pregunta.',
  limit: (minutes) =>
    `Ha preguntado mucho en esta hora y debo hacer una pausa. Escriba de nuevo en ${minutes} minutos.`,
  mediaLimit: (minutes) =>
    `Ha enviado muchos archivos en esta hora. Podrá enviar más en ${minutes} minutos.`,
  paused: (shop, phone) =>
    `Las respuestas automáticas de ${shop} están en pausa en este momento.${orCall(phone)}`,
  suspended: (shop) => `${shop} no responde mensajes por aquí en este momento.`,
  help: (shop, phone) =>
    `Este es el asistente automático de ${shop}. Pregunte y respondo con lo que el negocio me ha contado.${orCall(phone)} Responda PARAR para no recibir más mensajes.`,
  optedOut: (shop) => `No recibirá más mensajes de ${shop}. Responda INICIAR si cambia de opinión.`,
  optedIn: (shop) => `Recibe mensajes de ${shop}. Responda PARAR para terminarlos.`,
  optedOutBefore: (shop) =>
    `Usted detuvo los mensajes de ${shop}. Responda INICIAR para volver a recibirlos.`,
  consent: consentEs,
  chooseShop: (numbered) =>
    `¡Hola! Soy el asistente automático de varios negocios. ¿Con cuál quiere hablar? Responda con un número:\n${numbered}`,
  notAChoice: (numbered) => `Responda con el número del negocio que busca:\n${numbered}`,
  moreShops: (count) => `... y ${count} más. Si el suyo no aparece, escriba su nombre.`,
  noShopYet:
    '¡Hola! Soy un asistente automático. Todavía no hay ningún negocio registrado en este número. Para registrar el suyo, envíe !register y su nombre, por ejemplo: !register Café Central',
  chosen: (shop) =>
    `Ahora habla con el asistente automático de ${shop}. ¿Qué le gustaría saber? (Envíe "menu" para elegir otro negocio.)`,
  sorry: (phone) =>
    `Lo siento, algo me impidió responder. Pregunte de nuevo en un momento, por favor.${orCall(phone)}`,
  hoursLabel: 'Horario',
  hours: {
    weekdays: 'domingo lunes martes miércoles jueves viernes sábado'.split(' '),
    months:
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
        ' ',
      ),
    today: 'hoy',
    tomorrow: 'mañana',
    onDate: (weekday, date) => `el ${weekday} ${date}`,
    date: (day, month) => `${day} de ${month}`,
    time: (minutes, clock) => clockTime(minutes, clock, ['am', 'pm']),
    at: (day, time) => `${day} a ${/^1\b/.test(time) ? 'la' : 'las'} ${time}`,
    yes: (sentence) => `Sí, ${uncapitalised(sentence)}`,
    no: (sentence) => `No, ${uncapitalised(sentence)}`,
    openNow: (until) => `Ahora está abierto, hasta ${/^1\b/.test(until) ? 'la' : 'las'} ${until}.`,
    openNowAndOn: 'Ahora está abierto, las 24 horas.',
    closedNow: 'Ahora está cerrado.',
    opens: (when) => `Abrimos ${when}.`,
    openOn: (day, spans) => `Abrimos ${day}, ${spans}.`,
    openAllDayOn: (day) => `Abrimos ${day} las 24 horas.`,
    closedOn: (day) => `Está cerrado ${day}.`,
    closedAt: (when) => `Está cerrado ${when}.`,
    afterHours: (when) => `Ahora está cerrado; abrimos ${when}.`,
    closed: 'cerrado',
    allDay: 'abierto 24 horas',
    asUsual: 'como siempre',
    notUnderstood: 'no entendido',
    everyDay: 'todos los días',
    everyYear: (date) => `${date}, cada año`,
    inYear: (date, year) => `${date} de ${year}`,
  },
};

/** What a writer may take us for. */
const machine = anyOf(
  '(?:un |una |realmente )*(?:bot|robot|chatbot|máquina|maquina|ia|inteligencia artificial|humanos?|humana|ser humano|persona|persona real|persona de verdad|real|automático|contestador|contestador automático)',
);
/** Of "it" and "this" only what no article in a shop is called. */
const bot =
  '(?:un |una )?(?:bot|robot|chatbot|humano|humana|persona|persona real|inteligencia artificial)';
const someone =
  'con (?:alguien|(?:un |una |el |la |su |algún )?(?:persona|humano|ser humano|agente|asesor|asesora|operador|operadora|representante|empleado|encargado|encargada|gerente|dueño|dueña|atención al cliente))';

export const spanish: Speech = {
  sentences: es,
  words: {
    stop: 'parar, pare, alto, baja, darme de baja, cancelar suscripción, no más mensajes',
    start: 'empezar, iniciar, alta, comenzar, reanudar',
    help: 'ayuda, información',
    menu: 'menu, menú',
    greeting: 'hola, buenos, buenas, buen, días, día, dias, dia, tardes, noches',
    thanks: 'gracias, muchas gracias, mil gracias, vale, adiós',
    yes: 'sí, si, claro, vale, de acuerdo, correcto, sí por favor, hazlo, guárdalo',
    no: 'no, no gracias, cancelar, cancela, ninguno, ninguna, déjalo',
    edit: 'editar, edita, editarlo, cambiar, corregir',
    skip: 'omitir, saltar, descartar, descártala, descartala, olvídalo, olvidalo, déjala, dejala',
    save: 'guardar, guarda, guárdala, guardala, guardalo, guárdalas, guardalas, guardar todo, sí guárdalo, si guardalo',
    one: 'una, una sola, una entrada, una sola entrada, como una, junto, todo junto',
    separate: 'separadas, separado, por separado, entradas separadas, dos',
    replace:
      'sustituir, sustitúyelo, sustituyelo, reemplazar, reemplázalo, cambiar, cámbialo, cambialo',
    another: 'nuevo, nueva, ambos, los dos, los dos valen',
    undo: 'deshacer, deshaz, deshazlo, recuperar, recupéralo, recuperalo',
  },
  wonders: {
    identity: pattern(
      `(?:eres|es usted|es ud|usted es|tú eres|tu eres|sos) ${machine}(?: o ${machine})?`,
      `(?:es esto|esto es|es|son) ${bot}(?: o ${bot})?`,
      `(?:estoy hablando|hablo|estoy chateando) con ${machine}(?: o ${machine})?`,
      '(?:quién|quien) (?:eres|es usted|es|sos|son|habla|me habla|me escribe|está ahí)',
      'con (?:quién|quien) (?:hablo|estoy hablando|tengo el gusto)',
      '(?:qué|que) eres',
      '(?:cómo|como) (?:te llamas|se llama usted)',
      'hay alguien(?: ahí| ahi| aquí)?',
    ),
    person: beginning(
      `(?:.{0,40} )?(?:hablar|comunicarme|chatear|hable|hablo) ${someone}(?: real| de verdad)?`,
      `(?:.{0,20} )?(?:comunicar|pasar|pasarme|páseme|paseme|pásame|pasame|comuníqueme|comunícame) ${someone}`,
    ),
    personAlone: pattern(
      '(?:quiero |necesito )?(?:un |una )?(?:humano|persona real|agente|asesor|asesora|operador)',
    ),
  },
};
