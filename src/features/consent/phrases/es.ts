import type { ConsentPhrases } from '../phrases.ts';

export const consentEs: ConsentPhrases = {
  noOffers: (shop) =>
    `No recibirá más ofertas de ${shop}; las respuestas y los avisos de sus pedidos siguen llegando. Responda INICIAR para volver a recibir ofertas, PARAR para terminar todo.`,
  offersAgain: (shop) =>
    `Vuelve a recibir ofertas de ${shop}. Responda PARAR para terminar todos los mensajes.`,
  askStop: (shop) =>
    `¿No quiere recibir más mensajes de ${shop}? Responda 1: no más mensajes, 2: solo sin ofertas, 3: dejarlo como está.`,
  unchanged: (shop) => `De acuerdo, nada cambia: recibe mensajes de ${shop} como antes.`,
  joinWording: (shop) =>
    `Recibe ofertas y novedades de ${shop}, unas pocas al mes. Su operadora puede cobrar los mensajes. Responda PARAR cuando quiera para terminarlas.`,
  confirmJoin: 'Responda 1 para aceptar.',
  joined: (shop) => `¡Gracias! Ahora recibe ofertas de ${shop}. Responda PARAR para terminarlas.`,
  preferencesLink: (shop, url) =>
    `Aquí ve lo que ${shop} guarda de sus elecciones y puede cambiarlas: ${url}`,
  preferencesChoice: (shop, getsOffers) =>
    `Recibe mensajes de ${shop}, ${getsOffers ? 'también ofertas' : 'sin ofertas'}. Responda 1: mensajes y ofertas, 2: mensajes sin ofertas, 3: no más mensajes.`,
  code: (shop, code) =>
    `${code} es su código para ${shop}. Vale 10 minutos. No se lo diga a nadie que le llame.`,
  page: {
    title: (shop) => `Mensajes de ${shop}`,
    intro: (shop) => `Elija lo que ${shop} puede enviarle. Puede cambiarlo cuando quiera.`,
    channels: { whatsapp: 'WhatsApp', sms: 'SMS', email: 'Correo electrónico' },
    transactional: 'Respuestas y avisos de mis pedidos y citas',
    marketing: 'Ofertas y publicidad',
    wording: (shop) => `${shop} puede enviarme esto por aquí. Puedo terminarlo cuando quiera.`,
    onSince: (date) => `activado desde el ${date}`,
    offSince: (date) => `desactivado desde el ${date}`,
    nothingSaid: 'todavía no ha elegido',
    language: 'Idioma',
    save: 'Guardar',
    saved: 'Su elección está guardada.',
    verified: 'Su número de teléfono está confirmado.',
    smsStopped: (number) =>
      `Si alguna vez terminó los SMS con STOP, envíe también START al ${number}: su operadora lo pide.`,
    validUntil: (date) => `Esta página es solo suya. El enlace vale hasta el ${date}.`,
    gone: 'Este enlace ya no vale. Escriba “preferencias” para recibir uno nuevo.',
  },
  joinWords: ['unirme', 'suscribirme', 'quiero ofertas', 'apuntarme', 'quiero suscribirme'],
  preferencesWords: [
    'preferencias',
    'mis preferencias',
    'ajustes',
    'mis datos',
    'qué datos tienen de mí',
    'qué saben de mí',
    'qué tienen sobre mí',
    'qué datos míos tienen',
  ],
};
