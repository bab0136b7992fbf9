import type { WordedAll } from './definitions.ts';

/** The plain texts do without the accents that would double the price of an SMS. */
export const pt: WordedAll = {
  booking_confirmation: {
    body: 'Olá, {{1}}! Sua reserva em {{2}} está confirmada.\n\nServiço: {{3}}\nDia: {{4}}\nHora: {{5}}\n\nResponda a esta mensagem se precisar mudar alguma coisa.',
    plainText:
      'Oi {{1}}, sua reserva em {{2}} foi confirmada: {{3}}, dia {{4}}, hora {{5}}. Responda para mudar.',
  },
  appointment_reminder: {
    body: 'Olá, {{1}}! Este é um lembrete do seu horário em {{2}}.\n\nServiço: {{3}}\nDia: {{4}}\nHora: {{5}}\n\nResponda a esta mensagem se não puder vir.',
    plainText:
      'Oi {{1}}, lembrete de {{2}}: {{3}}, dia {{4}}, hora {{5}}. Responda se precisar mudar.',
  },
  promotional_offer: {
    body: 'Olá, {{1}}! {{2}} tem uma oferta para você: {{3}}. Ela vale até {{4}}.\n\nResponda STOP se não quiser receber nossas ofertas.',
    plainText:
      'Oi {{1}}, uma oferta de {{2}}: {{3}}, vale ainda em {{4}}. Responda STOP para parar de receber ofertas.',
  },
  feedback_request: {
    body: 'Olá, {{1}}! Obrigado pela sua visita a {{2}} em {{3}}. O que você achou?\n\nResponda com um número de 1 (ruim) a 5 (excelente). Algumas palavras também ajudam.',
    plainText:
      'Oi {{1}}, obrigado pela visita a {{2}} em {{3}}. Responda com uma nota de 1 (ruim) a 5 (excelente).',
  },
  order_confirmation: {
    body: 'Olá, {{1}}! Obrigado pelo seu pedido {{2}} em {{3}}. O total é {{4}}.\n\nEscrevemos para você aqui assim que estiver pronto.',
    plainText:
      'Oi {{1}}, obrigado pelo pedido {{2}} em {{3}}, total {{4}}. Avisamos quando estiver pronto.',
  },
  order_status: {
    body: 'Olá, {{1}}! Há novidades do seu pedido {{2}} em {{3}}. A situação agora é: {{4}}.\n\nResponda a esta mensagem se tiver alguma pergunta.',
    plainText:
      'Oi {{1}}, seu pedido {{2}} em {{3}} agora consta como: {{4}}. Responda se tiver uma pergunta.',
  },
  slot_offer: {
    body: 'Olá, {{1}}! Você está na lista de espera de {{2}} e um horário ficou livre.\n\nServiço: {{3}}\nDia: {{4}}\nHora: {{5}}\nCom: {{6}}\nPreço: {{7}}\n\nPor favor, responda em {{8}} minutos. Depois disso, oferecemos o horário à próxima pessoa.',
    plainText:
      'Oi {{1}}, ficou livre em {{2}}: {{3}}, dia {{4}}, hora {{5}}, com {{6}}, {{7}}. Responda SIM para reservar ou NAO para recusar em {{8}} minutos.',
    replies: ['Confirmar', 'Recusar'],
  },
  owner_question: {
    body: 'Olá, sou o assistente de {{1}}. Tenho uma coisa para você: {{2}}\n\nResponda a esta mensagem para responder, ou envie !help para ver o que eu faço.',
    plainText: 'O assistente de {{1}} tem um recado: {{2}} Responda a esta mensagem.',
  },
};
