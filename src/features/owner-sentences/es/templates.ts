import type { Group } from '../sentences.ts';

export const templates: Group<'templates'> = {
  heading: (shop) => `Novedades de las plantillas de mensajes de ${shop}:`,
  approved: (names) => `WhatsApp ha aprobado: ${names}. Desde ahora la uso.`,
  rejected: (names, reason) =>
    `WhatsApp ha rechazado: ${names}. Su motivo: ${reason}. Con ella no se envía nada. Pida que cambien el texto y lo presenten de nuevo.`,
  paused: (names) =>
    `WhatsApp ha puesto en pausa, porque los clientes se quejaron o no la leyeron: ${names}. De momento no se envía nada con ella. Escriba a menos personas y solo a quienes lo quieran; WhatsApp suele levantar la pausa en unas horas.`,
  disabled: (names) =>
    `WhatsApp ha desactivado definitivamente: ${names}. Ya no se envía nada con ella. Pida que preparen y presenten otro texto.`,
  stopped: (names, status) =>
    `WhatsApp no me deja usar por ahora: ${names}. Dice: ${status}. Con ella no se envía nada. Vuelvo a preguntar y le aviso.`,
  refused: (names, reason) =>
    `No pude presentar: ${names}. ${reason} Pida que cambien el texto y lo presenten de nuevo.`,
  gone: (names) =>
    `Twilio ya no tiene: ${names}. Con ella no se envía nada. Pida que la presenten de nuevo si la necesita.`,
  recategorised: (names, category) =>
    `WhatsApp ha cambiado la categoría a ${category}: ${names}. Los mensajes con ella pueden costar más, y los de MARKETING solo van a clientes que quieren ofertas. Pida que cambien el texto si no es correcto.`,
  list: 'Plantillas de mensajes, y qué dice WhatsApp de ellas:',
  none: 'Todavía no hay plantillas de mensajes. Quien administra este servicio puede presentar algunas a WhatsApp.',
  isUnsubmitted: 'sin presentar',
  isPending: 'WhatsApp la está revisando',
  isApproved: 'aprobada',
  isRejected: 'rechazada',
  isPaused: 'en pausa por WhatsApp',
  isDisabled: 'desactivada por WhatsApp',
};
