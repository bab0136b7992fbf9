import type { Group } from '../sentences.ts';

export const offers: Group<'offers'> = {
  understood: (text) => `Entendí: «${text}»`,
  wouldTellUntil: (day) => `Lo diría hasta el final del ${day}.`,
  shallISave: '¿Lo guardo? Responda sí o no.',
  everyWeek: (words) => `Si es así todas las semanas, responda: ${words}`,
  replaces: (number, before) => `Sustituiría al número ${number}: «${before}»`,
  changes: (number, before, after) => `Cambiaría el número ${number}: «${before}»\npor: «${after}»`,
  replaceOrNew: 'Responda sí para sustituirlo, nuevo para conservar los dos, o no.',
  replacesWhich: (list) =>
    `¿A cuál de estos sustituye?\n${list}\nResponda con el número, nuevo para conservarlos todos, o no.`,
  whichOne: (numbers) =>
    `Responda con uno de los números ${numbers}, o nuevo para conservarlos todos, o no, por favor.`,
  sendWhole: 'No sé qué debo poner ahí. Envíe la frase completa otra vez, por favor.',
  noStatement:
    'No lo tomé como algo que guardar. Para enseñarme algo, envíe !add y lo que debo saber.',
  changedMeanwhile: (number) =>
    `El número ${number} cambió entretanto, así que no hice nada. Envíelo de nuevo, por favor.`,
  customerAsked: (question) => `Un cliente preguntó: «${question}»`,
  wouldAnswer: (text) => `Yo respondería: ${text}`,
  replyWithAnswer: 'Eso todavía no lo sé. Conteste con la respuesta y la guardo.',
  skipped: 'De acuerdo, dejo esa pregunta.',
};
