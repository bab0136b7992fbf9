import type { Group } from '../sentences.ts';

const orReply = (canQuote: boolean) => (canQuote ? 'Responda a este mensaje, o envíe' : 'Envíe');

export const questions: Group<'questions'> = {
  one: (shop, question, number, canQuote) =>
    `${shop}: un cliente pregunta algo que no sé.\n${question}\n${canQuote ? 'Responda a este mensaje con la respuesta, o envíe' : 'Envíe'} !answer ${number} y la respuesta. !skip ${number} la descarta.`,
  several: (shop, list, number) =>
    `${shop}: los clientes preguntan cosas que no sé.\n${list}\nEnvíe !answer, el número y la respuesta, por ejemplo: !answer ${number} Sí, claro. !skip y el número descarta una.`,
  moreUnanswered: (count) => `... y ${count} más: envíe !unanswered`,
  customers: (count) => `(${count} clientes)`,
  shortened: (number) => `(!unanswered ${number} la muestra entera)`,
  reminder: (shop, list) =>
    `${shop}: siguen sin respuesta:\n${list}\nEnvíe !answer, el número y la respuesta, o !skip y el número.`,
  person: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} pide hablar con una persona (número ${number}): «${text}»\n${orReply(canQuote)} !answer ${number} y sus palabras: se las reenvío. Mientras tanto no respondo a este cliente; con !bot ${number} vuelvo a responderle.`,
  wantedPerson: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} pidió hablar con una persona cuando no podía avisarle a usted (número ${number}): «${text}»\n${orReply(canQuote)} !answer ${number} y sus palabras: se las reenvío.`,
  callBack: (shop, who, number, text) =>
    `${shop}: llame a ${who}, por favor (número ${number}), sobre «${text}». Envíe !skip ${number} cuando lo haya hecho.`,
  aCustomer: 'un cliente',
  wrotePicture: '(una foto o un archivo que no puedo reenviar)',
  wroteOther: '(algo que no puedo reenviar)',
  quiet: (number) =>
    `El cliente ${number} y usted llevan un rato sin escribirse, así que vuelvo a responderle yo. Con !answer ${number} todavía puede escribirle.`,
  nobodyCame: (number, minutes) =>
    `El cliente ${number} ha esperado ${minutes} minutos a una persona. Le dije que no hay nadie disponible y vuelvo a responderle. Con !answer ${number} todavía puede escribirle.`,
  tookBack: (number) => `El cliente ${number} quiere volver a hablar conmigo, el bot.`,

  howToAnswer: (number) =>
    `Escriba el número de la pregunta y la respuesta, por ejemplo: !answer ${number} Sí, claro.`,
  noSuchQuestion: (number) => `No hay pregunta ${number}. !unanswered muestra las abiertas.`,
  noneOpen: 'No hay ninguna pregunta pendiente. !unanswered muestra lo que no pude responder.',
  whichOne: (list) => `¿A qué pregunta responde eso? Conteste con su número, o no.\n${list}`,
  or: 'o',
  whichShop: (shops) =>
    `Eso podría ser para ${shops}, así que no hice nada. Responda al propio mensaje de la pregunta, o envíe menu, elija el negocio y envíelo de nuevo, por favor.`,
  isThatTheAnswer: (words, number, question) =>
    `¿Es «${words}» la respuesta al número ${number} («${question}»)? Responda sí, y la transmito, o no.`,
  forCustomer: (number) =>
    `Se lo transmití al cliente ${number}. Si era para mí, responda al propio mensaje de mi pregunta.`,
  answeredAlready: (number, text) =>
    `El número ${number} («${text}») ya tiene respuesta, así que no envié nada.`,
  droppedAlready: (number) => `El número ${number} se descartó, así que no envié nada.`,
  sent: 'Se lo transmito.',
  sentToSeveral: (count) => `Se lo transmito a ${count} clientes.`,
  notSent: (count) =>
    `${count === 1 ? 'A un cliente ya no se le puede' : `A ${count} clientes ya no se les puede`} escribir: WhatsApp solo lo permite hasta 24 horas después de su último mensaje, y nunca después de STOP.`,
  offer: (text) =>
    `¿Lo guardo para la próxima vez? Guardaría: «${text}»\nResponda sí, editar y sus propias palabras, o no. (!learn on: guardo siempre.)`,
  answersOpen: (count, list, people) =>
    `${count === 1 ? 'Eso responde a una pregunta abierta' : `Eso responde a ${count} preguntas abiertas`}:\n${list}\n¿Se lo envío ${people === 1 ? 'al cliente que preguntó' : `a los ${people} clientes que preguntaron`}? Responda sí o no.`,
  toldAlready: (number: number) => `Quien preguntó lo del número ${number} ya lo sabe.`,
  sentToNobody: 'De acuerdo, no se lo envío a nadie.',
  editHow: 'Escríbalo como debo saberlo, o no.',
  learnsNow:
    'A partir de ahora guardo sus respuestas a los clientes sin preguntar. !learn off lo termina.',
  learnsNoMore: 'A partir de ahora pregunto antes de guardar una respuesta.',
  learns: 'Guardo sus respuestas a los clientes sin preguntar. !learn off lo termina.',
  learnsNot: 'Pregunto antes de guardar una respuesta. !learn on: guardo siempre.',
  tooLongToSend: (length, most) =>
    `Es demasiado largo para transmitirlo: tiene ${length} caracteres, y una respuesta puede tener ${most}. No envié nada.`,
  skipped: (number, text) =>
    `Descarté el número ${number}: «${text}». Al cliente no se le dice nada.`,
  skippedTold: (number, text, count) =>
    `Descarté el número ${number}: «${text}». ${count === 1 ? 'Le digo al cliente' : `Les digo a ${count} clientes`} que usted no puede responder.`,
  howToSkip: 'Diga cuál: !skip y su número. !unanswered las muestra.',
  notOpen: (number) => `El número ${number} ya no está abierto.`,
  inSession: (number) =>
    `Transmito al cliente ${number} todo lo que escriba aquí, salvo los !comandos, hasta que envíe !bot o pase un rato sin mensajes.`,
  botAgain: (number) => `Vuelvo a responder al cliente ${number}, y se le avisa.`,
  noSession: 'Ningún cliente está hablando con una persona ahora: les respondo a todos.',
  whoIsBack: (list) =>
    `Varios clientes están hablando con una persona. Envíe !bot y el número:\n${list}`,
  unanswered: 'Esto no lo pude responder:',
  latestUnanswered: (shown, total) => `Lo último que no pude responder (${shown} de ${total}):`,
  askedWhen: (count, when) =>
    count === 1 ? `(${when})` : `(${count} clientes, la última vez ${when})`,
  howToAnswerOne: 'Para responder una: !answer, su número y la respuesta. !skip la descarta.',
};
