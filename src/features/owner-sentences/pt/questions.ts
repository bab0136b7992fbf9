import type { Group } from '../sentences.ts';

const orReply = (canQuote: boolean) => (canQuote ? 'Responda a esta mensagem, ou envie' : 'Envie');

export const questions: Group<'questions'> = {
  one: (shop, question, number, canQuote) =>
    `${shop}: um cliente pergunta algo que eu não sei.\n${question}\n${canQuote ? 'Responda a esta mensagem com a resposta, ou envie' : 'Envie'} !answer ${number} e a resposta. !skip ${number} descarta.`,
  several: (shop, list, number) =>
    `${shop}: os clientes perguntam coisas que eu não sei.\n${list}\nEnvie !answer, o número e a resposta, por exemplo: !answer ${number} Sim, claro. !skip e o número descarta uma.`,
  moreUnanswered: (count) => `... e mais ${count}: envie !unanswered`,
  customers: (count) => `(${count} clientes)`,
  shortened: (number) => `(!unanswered ${number} mostra tudo)`,
  reminder: (shop, list) =>
    `${shop}: ainda sem resposta:\n${list}\nEnvie !answer, o número e a resposta, ou !skip e o número.`,
  person: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} quer falar com uma pessoa (número ${number}): “${text}”\n${orReply(canQuote)} !answer ${number} e o que quer dizer: eu encaminho. Enquanto isso não respondo a este cliente; com !bot ${number} volto a responder.`,
  wantedPerson: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} quis falar com uma pessoa quando eu não conseguia avisar você (número ${number}): “${text}”\n${orReply(canQuote)} !answer ${number} e o que quer dizer: eu encaminho.`,
  callBack: (shop, who, number, text) =>
    `${shop}: ligue para ${who}, por favor (número ${number}), sobre “${text}”. Envie !skip ${number} depois de ligar.`,
  aCustomer: 'um cliente',
  wrotePicture: '(uma foto ou um arquivo que não consigo encaminhar)',
  wroteOther: '(algo que não consigo encaminhar)',
  quiet: (number) =>
    `O cliente ${number} e você estão há um tempo sem se escrever, então volto a responder. Com !answer ${number} você ainda pode escrever para ele.`,
  nobodyCame: (number, minutes) =>
    `O cliente ${number} esperou ${minutes} minutos por uma pessoa. Avisei que não há ninguém disponível e volto a responder. Com !answer ${number} você ainda pode escrever para ele.`,
  tookBack: (number) => `O cliente ${number} quer falar de novo comigo, o bot.`,

  howToAnswer: (number) =>
    `Escreva o número da pergunta e a resposta, por exemplo: !answer ${number} Sim, claro.`,
  noSuchQuestion: (number) => `Não existe a pergunta ${number}. !unanswered mostra as abertas.`,
  noneOpen: 'Nenhuma pergunta espera por você. !unanswered mostra o que não consegui responder.',
  whichOne: (list) => `A qual pergunta isso responde? Envie o número dela, ou não.\n${list}`,
  or: 'ou',
  whichShop: (shops) =>
    `Isso pode ser para ${shops}, então não fiz nada. Responda à própria mensagem da pergunta, ou envie menu, escolha o negócio e envie de novo, por favor.`,
  isThatTheAnswer: (words, number, question) =>
    `“${words}” é a resposta ao número ${number} (“${question}”)? Responda sim, e eu repasso, ou não.`,
  forCustomer: (number) =>
    `Repassei isso ao cliente ${number}. Se era para mim, responda à própria mensagem da minha pergunta.`,
  answeredAlready: (number, text) =>
    `O número ${number} (“${text}”) já foi respondido, então não enviei nada.`,
  droppedAlready: (number) => `O número ${number} foi descartado, então não enviei nada.`,
  sent: 'Vou repassar.',
  sentToSeveral: (count) => `Vou repassar a ${count} clientes.`,
  notSent: (count) =>
    `${count === 1 ? 'A um cliente' : `A ${count} clientes`} não é mais possível escrever: o WhatsApp só permite até 24 horas depois da última mensagem, e nunca depois de STOP.`,
  offer: (text) =>
    `Guardo isso para a próxima vez? Eu salvaria: “${text}”\nResponda sim, editar e suas próprias palavras, ou não. (!learn on: salvo sempre.)`,
  answersOpen: (count, list, people) =>
    `${count === 1 ? 'Isso responde a uma pergunta aberta' : `Isso responde a ${count} perguntas abertas`}:\n${list}\nEnvio ${people === 1 ? 'ao cliente que perguntou' : `aos ${people} clientes que perguntaram`}? Responda sim ou não.`,
  toldAlready: (number: number) => `Quem perguntou o número ${number} já sabe a resposta.`,
  sentToNobody: 'Tudo bem, não envio a ninguém.',
  editHow: 'Escreva como devo saber, ou não.',
  learnsNow:
    'A partir de agora salvo suas respostas aos clientes sem perguntar. !learn off desliga isso.',
  learnsNoMore: 'A partir de agora pergunto antes de salvar uma resposta.',
  learns: 'Salvo suas respostas aos clientes sem perguntar. !learn off desliga isso.',
  learnsNot: 'Pergunto antes de salvar uma resposta. !learn on: salvo sempre.',
  tooLongToSend: (length, most) =>
    `É longo demais para repassar: tem ${length} caracteres, e uma resposta pode ter ${most}. Não enviei nada.`,
  skipped: (number, text) => `Descartei o número ${number}: “${text}”. O cliente não é avisado.`,
  skippedTold: (number, text, count) =>
    `Descartei o número ${number}: “${text}”. Aviso ${count === 1 ? 'o cliente' : `${count} clientes`} que você não pode responder.`,
  howToSkip: 'Diga qual: !skip e o número. !unanswered mostra as perguntas.',
  notOpen: (number) => `O número ${number} não está mais aberto.`,
  inSession: (number) =>
    `Repasso ao cliente ${number} tudo o que você escrever aqui, menos !comandos, até você enviar !bot ou a conversa ficar um tempo parada.`,
  botAgain: (number) => `Volto a responder ao cliente ${number}, e ele é avisado.`,
  noSession: 'Nenhum cliente está falando com uma pessoa agora: respondo a todos.',
  whoIsBack: (list) =>
    `Vários clientes estão falando com uma pessoa. Envie !bot e o número:\n${list}`,
  unanswered: 'Isto eu não consegui responder:',
  latestUnanswered: (shown, total) =>
    `O que não consegui responder por último (${shown} de ${total}):`,
  askedWhen: (count, when) =>
    count === 1 ? `(${when})` : `(${count} clientes, a última vez ${when})`,
  howToAnswerOne: 'Para responder: !answer, o número e a resposta. !skip descarta.',
};
