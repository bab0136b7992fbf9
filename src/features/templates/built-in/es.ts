import type { WordedAll } from './definitions.ts';

/** The plain texts do without the accents that would double the price of an SMS. */
export const es: WordedAll = {
  booking_confirmation: {
    body: 'Hola, {{1}}: su reserva en {{2}} está confirmada.\n\nServicio: {{3}}\nDía: {{4}}\nHora: {{5}}\n\nResponda a este mensaje si necesita cambiar algo.',
    plainText:
      'Hola {{1}}: su reserva en {{2}} queda confirmada: {{3}}, el {{4}} a las {{5}}. Responda para cambiarla.',
  },
  appointment_reminder: {
    body: 'Hola, {{1}}: le recordamos su cita en {{2}}.\n\nServicio: {{3}}\nDía: {{4}}\nHora: {{5}}\n\nResponda a este mensaje si no puede venir.',
    plainText:
      'Hola {{1}}, {{2}} le recuerda su cita: {{3}}, el {{4}} a las {{5}}. Responda si no puede venir.',
  },
  promotional_offer: {
    body: 'Hola, {{1}}: {{2}} tiene una oferta para usted: {{3}}. Es válida hasta el {{4}}.\n\nResponda STOP si no quiere recibir ofertas nuestras.',
    plainText:
      'Hola {{1}}, una oferta de {{2}}: {{3}}, hasta el {{4}}. Responda STOP para no recibir ofertas.',
  },
  feedback_request: {
    body: 'Hola, {{1}}: gracias por su visita a {{2}} el {{3}}. ¿Qué le pareció?\n\nResponda con un número del 1 (mal) al 5 (excelente). También nos ayudan unas palabras.',
    plainText:
      'Hola {{1}}, gracias por su visita a {{2}} el {{3}}. Responda con una nota del 1 (mal) al 5 (excelente).',
  },
  order_confirmation: {
    body: 'Hola, {{1}}: gracias por su pedido {{2}} en {{3}}. El total es de {{4}}.\n\nLe escribimos aquí en cuanto esté listo.',
    plainText:
      'Hola {{1}}, gracias por su pedido {{2}} en {{3}}, total {{4}}. Le avisamos cuando se pueda recoger.',
  },
  order_status: {
    body: 'Hola, {{1}}: hay novedades de su pedido {{2}} en {{3}}. Su estado es ahora: {{4}}.\n\nResponda a este mensaje si tiene alguna pregunta.',
    plainText:
      'Hola {{1}}, su pedido {{2}} en {{3}}: el estado es ahora {{4}}. Responda si tiene alguna pregunta.',
  },
  slot_offer: {
    body: 'Hola, {{1}}: usted está en la lista de espera de {{2}} y ha quedado libre una hora.\n\nServicio: {{3}}\nDía: {{4}}\nHora: {{5}}\nCon: {{6}}\nPrecio: {{7}}\n\nPor favor, responda en {{8}} minutos. Después se la ofreceremos a la siguiente persona.',
    plainText:
      'Hola {{1}}, hay una hora libre en {{2}}: {{3}}, el {{4}} a las {{5}} con {{6}}, {{7}}. Responda SI para reservar o NO para dejarla, en {{8}} minutos.',
    replies: ['Confirmar', 'Rechazar'],
  },
  owner_question: {
    body: 'Hola, soy el asistente de {{1}}. Tengo algo para usted: {{2}}\n\nResponda a este mensaje para contestar, o envíe !help para ver lo que puedo hacer.',
    plainText: 'El asistente de {{1}} tiene algo para usted: {{2}} Responda a este mensaje.',
  },
};
