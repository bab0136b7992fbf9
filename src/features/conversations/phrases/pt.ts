import type { Phrases } from '../phrases.ts';

const orCall = (phone: string | null) => (phone ? ` Você pode ligar para ${phone}.` : '');

export const pt: Phrases = {
  disclosure: (shop) => `Olá! Sou o assistente automático de ${shop}.`,
  greeting: (shop) => `Olá! Sou o assistente automático de ${shop}. O que você gostaria de saber?`,
  thanks: 'De nada! É só escrever se precisar de mais alguma coisa.',
  unknown: (phone) => `Desculpe, isso eu não sei.${orCall(phone)}`,
  cannotRead: 'Ainda não consigo abrir fotos, áudios ou arquivos. Por favor, digite sua pergunta.',
  empty: 'Não consegui ler essa mensagem. Por favor, digite sua pergunta.',
  limit: (minutes) =>
    `Você perguntou bastante nesta hora e preciso fazer uma pausa. Escreva de novo em ${minutes} minutos.`,
  mediaLimit: (minutes) =>
    `Você enviou muitos arquivos nesta hora. Pode enviar mais em ${minutes} minutos.`,
  paused: (phone) => `As respostas automáticas estão em pausa no momento.${orCall(phone)}`,
  help: (shop, phone) =>
    `Este é o assistente automático de ${shop}. Pergunte e eu respondo com o que o negócio me contou.${orCall(phone)} Responda PARAR para não receber mais mensagens.`,
  optedOut: (shop) =>
    `Você não vai receber mais mensagens de ${shop}. Responda VOLTAR se mudar de ideia.`,
  optedIn: (shop) =>
    `Que bom ter você de volta! Você vai receber mensagens de ${shop} de novo. Responda PARAR para encerrar.`,
  chooseShop: (numbered) =>
    `Olá! Sou o assistente automático de vários negócios. Com qual você quer falar? Responda com um número:\n${numbered}`,
  notAChoice: (numbered) => `Responda com o número do negócio que você procura:\n${numbered}`,
  chosen: (shop) =>
    `Agora você fala com o assistente automático de ${shop}. O que gostaria de saber? (Envie "menu" para escolher outro negócio.)`,
  sorry: (phone) =>
    `Desculpe, algo me impediu de responder. Pergunte de novo daqui a pouco.${orCall(phone)}`,
};
