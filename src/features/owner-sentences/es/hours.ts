import type { Group } from '../sentences.ts';

export const hours: Group<'hours'> = {
  shown: (text) => `Su horario: ${text}`,
  howToChange:
    'Para cambiarlo: !hours y el texto nuevo. Para un solo día: !closed mañana, o !hours mañana 10-14',
  none: 'No hay horario. Por ejemplo: !hours Lun-Vie 9-18, Sáb 10-14, cerrado 25 dic',
  set: (text) => `Su horario es ahora: ${text}`,
  before: (text) => `Antes: ${text}`,
  removed: 'Borré su horario.',
  tooLong: (length, most) =>
    `Es demasiado largo para un horario: ${length} caracteres, y puede tener ${most}. Use !add para lo demás.`,
  understood: 'Entendí:',
  specialDays: 'Días especiales:',
  notUnderstood: (words) => `No entendí: ${words}. A los clientes se les dice tal como está.`,
  saidTwice: (days) => `Dice dos cosas sobre ${days}: vale la última.`,
  nothingRead:
    'No pude leer días ni horas en el texto, así que lo digo tal como está y no puedo decir si está abierto en un momento dado. Escríbalo así: Lun-Vie 9-18, Sáb 10-14',
  kept: 'Conservo lo que fijó para días sueltos (!open y el día lo anula):',
  separateDay:
    'Su horario vale para todas las semanas, así que no lo cambié: envíe por separado lo de un solo día, por ejemplo !closed mañana o !hours mañana 10-14',

  howToClose:
    'Escriba qué día, por ejemplo: !closed mañana, !closed 25 dic, !closed Lun-Mié, o !closed mañana por una boda',
  howToOpen: 'Escriba qué día, por ejemplo: !open mañana. Para otro horario: !open mañana 10-14',
  noDay: (text) => `No sé qué día es «${text}».`,
  weekly:
    'Para un día de todas las semanas, escríbalo en su horario, por ejemplo: !hours Lun-Vie 9-18, Dom cerrado',
  over: 'Ese día ya pasó.',
  part: 'Para una parte del día, dígame cuándo abre ese día, por ejemplo: !hours mañana 9-13',
  noReasonWithHours: (text) => `No entendí: «${text}». Envíe solo el día y las horas, por favor.`,
  daySet: (days) => `Listo. A quien pregunte le diré:\n${days}\n!open y el día lo anula.`,
  takenBack: (days) => `Anulado. Vale su horario habitual:\n${days}`,
  nothingSet: (days) =>
    `No había nada fijado para ese día. Vale su horario habitual:\n${days}\nPara otro horario: !open mañana 10-14`,
  allTakenBack: 'Anulado. Ningún día se aparta ya de su horario habitual.',
};
