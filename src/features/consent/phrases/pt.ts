import type { ConsentPhrases } from '../phrases.ts';

export const consentPt: ConsentPhrases = {
  noOffers: (shop) =>
    `Você não vai receber mais ofertas de ${shop}; respostas e avisos dos seus pedidos continuam chegando. Responda VOLTAR para receber ofertas de novo, PARAR para encerrar tudo.`,
  offersAgain: (shop) =>
    `Você recebe ofertas de ${shop} de novo. Responda PARAR para encerrar todas as mensagens.`,
  askStop: (shop) =>
    `Você não quer mais mensagens de ${shop}? Responda 1: nenhuma mensagem, 2: só sem ofertas, 3: deixar como está.`,
  unchanged: (shop) => `Certo, nada muda: você recebe mensagens de ${shop} como antes.`,
  joinWording: (shop) =>
    `Você recebe ofertas e novidades de ${shop}, poucas por mês. Sua operadora pode cobrar as mensagens. Responda PARAR quando quiser para encerrar.`,
  confirmJoin: 'Responda 1 para concordar.',
  joined: (shop) => `Obrigado! Agora você recebe ofertas de ${shop}. Responda PARAR para encerrar.`,
  preferencesLink: (shop, url) =>
    `Aqui você vê o que ${shop} guarda das suas escolhas e pode mudá-las: ${url}`,
  preferencesChoice: (shop, getsOffers) =>
    `Você recebe mensagens de ${shop}, ${getsOffers ? 'também ofertas' : 'sem ofertas'}. Responda 1: mensagens e ofertas, 2: mensagens sem ofertas, 3: nenhuma mensagem.`,
  code: (shop, code) =>
    `${code} é o seu código para ${shop}. Vale por 10 minutos. Não diga a ninguém que ligar para você.`,
  page: {
    title: (shop) => `Mensagens de ${shop}`,
    intro: (shop) => `Escolha o que ${shop} pode enviar a você. Você pode mudar quando quiser.`,
    channels: { whatsapp: 'WhatsApp', sms: 'SMS', email: 'E-mail' },
    transactional: 'Respostas e avisos dos meus pedidos e horários',
    marketing: 'Ofertas e propaganda',
    wording: (shop) => `${shop} pode me enviar isto por aqui. Posso encerrar quando quiser.`,
    onSince: (date) => `ligado desde ${date}`,
    offSince: (date) => `desligado desde ${date}`,
    nothingSaid: 'você ainda não escolheu',
    language: 'Idioma',
    save: 'Salvar',
    saved: 'Sua escolha foi salva.',
    verified: 'Seu número de telefone está confirmado.',
    smsStopped: (number) =>
      `Se você já encerrou os SMS com STOP, envie também START para ${number}: sua operadora exige.`,
    validUntil: (date) => `Esta página é só sua. O link vale até ${date}.`,
    gone: 'Este link não vale mais. Escreva “preferências” para receber um novo.',
  },
  joinWords: ['participar', 'quero participar', 'inscrever', 'me inscrever', 'quero ofertas'],
  preferencesWords: [
    'preferências',
    'preferencias',
    'minhas preferências',
    'configurações',
    'meus dados',
    'que dados vocês têm sobre mim',
    'o que vocês têm sobre mim',
    'o que vocês sabem sobre mim',
  ],
};
