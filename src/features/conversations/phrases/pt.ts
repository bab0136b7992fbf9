import { consentPt } from '#features/consent/phrases/pt.ts';
import type { Phrases } from '../phrases.ts';
import { clockTime, uncapitalised } from '../phrase-times.ts';
import type { Speech } from '../speech.ts';
import { anyOf, beginning, pattern } from '../speech.ts';

const orCall = (phone: string | null) => (phone ? ` Você pode ligar para ${phone}.` : '');
const OFFER = ' Quer que liguem para você? Responda “me liguem”.';

export const pt: Phrases = {
  disclosure: (shop) => `Olá! Sou o assistente automático de ${shop}.`,
  greeting: (shop) => `Olá! Sou o assistente automático de ${shop}. O que você gostaria de saber?`,
  thanks: 'De nada! É só escrever se precisar de mais alguma coisa.',
  identity: (shop, phone) =>
    `Sou o assistente automático de ${shop}: uma máquina, não uma pessoa.${orCall(phone)}`,
  noPerson: (shop, phone) =>
    `Sou o assistente automático de ${shop} e não consigo passar você para uma pessoa por aqui.${orCall(phone)}`,
  unknown: (phone) => `Desculpe, isso eu não sei.${orCall(phone)}`,
  asking: (shop) => `Isso eu não sei, então vou perguntar a ${shop}. A resposta chega aqui.`,
  noted: (shop) => `Anotei para ${shop}.`,
  fromShop: (shop, question, answer) => `${shop} sobre “${question}”: ${answer}`,
  couldNotAsk: (shop, phone) =>
    `Não consegui levar sua pergunta a ${shop}. Ela fica guardada para eles.${orCall(phone)}`,
  noAnswerYet: ({ shop, question, phone, offersCall }) =>
    `${shop} ainda não respondeu “${question}”.${offersCall ? OFFER : ''}${orCall(phone)}`,
  cannotSay: ({ shop, question, phone, offersCall }) =>
    `Desculpe, ${shop} não pode responder “${question}” por aqui.${offersCall ? OFFER : ''}${orCall(phone)}`,
  callMe: ['me liguem', 'me ligue', 'me liga', 'podem me ligar', 'pode me ligar'],
  agreed: ['sim', 'sim por favor', 'quero', 'claro', 'ok'],
  callBackAsked: (shop) => `Certo, estou pedindo a ${shop} que ligue para você.`,
  callBackNoted: (shop) => `Certo, anotei para ${shop} que você quer uma ligação.`,
  cannotCall: (shop, phone) =>
    `Não vejo seu número de telefone por aqui, então ${shop} não pode ligar para você.${orCall(phone)}`,
  toPerson: (shop) =>
    `Estou passando sua mensagem a ${shop}, para que uma pessoa escreva para você aqui. Enquanto isso não respondo. Escreva “bot” para falar comigo de novo.`,
  botAgain: (shop) => `Você está falando de novo com o assistente automático de ${shop}.`,
  nobodyFree: (shop, phone) =>
    `Ninguém de ${shop} pôde atender até agora, então volto a responder. Eles têm sua mensagem.${orCall(phone)}`,
  cannotRead: 'Ainda não consigo abrir fotos, áudios ou arquivos. Por favor, digite sua pergunta.',
  cannotOpen: 'Não consigo abrir este tipo de arquivo. Por favor, escreva sua pergunta.',
  notMadeOut: 'Desculpe, não consegui entender. Por favor, escreva sua pergunta.',
  empty: 'Não consegui ler essa mensagem. Por favor, digite sua pergunta.',
  limit: (minutes) =>
    `Você perguntou bastante nesta hora e preciso fazer uma pausa. Escreva de novo em ${minutes} minutos.`,
  mediaLimit: (minutes) =>
    `Você enviou muitos arquivos nesta hora. Pode enviar mais em ${minutes} minutos.`,
  paused: (shop, phone) =>
    `As respostas automáticas de ${shop} estão em pausa no momento.${orCall(phone)}`,
  suspended: (shop) => `${shop} não está respondendo mensagens por aqui no momento.`,
  help: (shop, phone) =>
    `Este é o assistente automático de ${shop}. Pergunte e eu respondo com o que o negócio me contou.${orCall(phone)} Responda PARAR para não receber mais mensagens.`,
  optedOut: (shop) =>
    `Você não vai receber mais mensagens de ${shop}. Responda VOLTAR se mudar de ideia.`,
  optedIn: (shop) => `Você recebe mensagens de ${shop}. Responda PARAR para encerrar.`,
  optedOutBefore: (shop) =>
    `Você parou as mensagens de ${shop}. Responda VOLTAR para receber de novo.`,
  consent: consentPt,
  chooseShop: (numbered) =>
    `Olá! Sou o assistente automático de vários negócios. Com qual você quer falar? Responda com um número:\n${numbered}`,
  notAChoice: (numbered) => `Responda com o número do negócio que você procura:\n${numbered}`,
  moreShops: (count) => `... e mais ${count}. Se o seu não aparece, escreva o nome dele.`,
  noShopYet:
    'Olá! Sou um assistente automático. Ainda não há nenhum negócio cadastrado neste número. Para cadastrar o seu, envie !register e o nome dele, por exemplo: !register Café Central',
  chosen: (shop) =>
    `Agora você fala com o assistente automático de ${shop}. O que gostaria de saber? (Envie "menu" para escolher outro negócio.)`,
  sorry: (phone) =>
    `Desculpe, algo me impediu de responder. Pergunte de novo daqui a pouco.${orCall(phone)}`,
  hoursLabel: 'Horário de funcionamento',
  hours: {
    weekdays:
      'domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado'.split(' '),
    months:
      'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(
        ' ',
      ),
    today: 'hoje',
    tomorrow: 'amanhã',
    onDate: (weekday, date) => `${weekday.endsWith('feira') ? 'na' : 'no'} ${weekday}, ${date}`,
    date: (day, month) => `${day} de ${month}`,
    time: (minutes) => clockTime(minutes, 24, ['', '']),
    at: (day, time) => `${day} ${/^1\b/.test(time) ? 'à' : 'às'} ${time}`,
    yes: (sentence) => `Sim, ${uncapitalised(sentence)}`,
    no: (sentence) => `Não, ${uncapitalised(sentence)}`,
    openNow: (until) => `Estamos abertos agora, até ${/^1\b/.test(until) ? 'a' : 'as'} ${until}.`,
    openNowAndOn: 'Estamos abertos agora, 24 horas por dia.',
    closedNow: 'Estamos fechados agora.',
    opens: (when) => `Abrimos ${when}.`,
    openOn: (day, spans) => `Abrimos ${day}, ${spans}.`,
    openAllDayOn: (day) => `Abrimos ${day}, 24 horas.`,
    closedOn: (day) => `Estamos fechados ${day}.`,
    closedAt: (when) => `Estamos fechados ${when}.`,
    afterHours: (when) => `Estamos fechados agora e abrimos ${when}.`,
    closed: 'fechado',
    allDay: 'aberto 24 horas',
    asUsual: 'como de costume',
    notUnderstood: 'não entendi',
    everyDay: 'todos os dias',
    everyYear: (date) => `${date}, todo ano`,
    inYear: (date, year) => `${date} de ${year}`,
  },
};

/** What a writer may take us for. */
const machine = anyOf(
  '(?:um |uma |mesmo )*(?:bot|robô|robo|chatbot|máquina|maquina|ia|inteligência artificial|humano|humana|ser humano|pessoa|pessoa real|pessoa de verdade|real|automático)',
);
/** Of "it" and "this" only what no article in a shop is called. */
const bot =
  '(?:um |uma )?(?:bot|robô|robo|chatbot|humano|humana|pessoa|pessoa real|inteligência artificial)';
const someone =
  'com (?:alguém|alguem|(?:um |uma |o |a |algum |alguma )?(?:pessoa|humano|ser humano|atendente|agente|operador|operadora|funcionário|funcionária|gerente|dono|dona|responsável))';

export const portuguese: Speech = {
  sentences: pt,
  words: {
    stop: 'parar, pare, sair, descadastrar, cancelar inscrição, parar mensagens',
    start: 'começar, comecar, iniciar, voltar, retomar',
    help: 'ajuda, informação',
    menu: 'menu',
    greeting: 'oi, olá, ola, bom, boa, dia, tarde, noite',
    thanks: 'obrigado, obrigada, muito obrigado, muito obrigada, valeu, tchau',
    yes: 'sim, claro, isso, isso mesmo, certo, pode, pode ser, correto, sim por favor, salva',
    no: 'não, nao, não obrigado, não obrigada, cancelar, cancela, nenhum, nenhuma, deixa',
    edit: 'editar, edita, mudar, alterar, corrigir',
    skip: 'pular, pula, ignorar, ignora, descartar, descarta, esquece, deixa pra lá, deixa pra la',
    save: 'salvar, salve, salva tudo, salvar tudo, guardar, guarda, guarde, pode salvar, sim salva',
    one: 'uma, uma só, uma so, uma entrada, uma única, como uma, junto, tudo junto',
    separate: 'separadas, separado, separadamente, entradas separadas, duas',
    replace: 'substituir, substitui, substitua, trocar, troca, troque, mudar',
    another: 'novo, nova, ambas, ambos, os dois',
    undo: 'desfazer, desfaz, desfaça, desfaca, recuperar, recupera',
  },
  wonders: {
    identity: pattern(
      `(?:você|voce|vc|tu) (?:é|eh|és) ${machine}(?: ou ${machine})?`,
      `(?:(?:isso|isto|aqui|aí) )?(?:é|eh) ${bot}(?: ou ${bot})?`,
      `(?:(?:eu )?(?:estou|to|tô) falando|falo) com ${machine}(?: ou ${machine})?`,
      '(?:quem|o que) (?:é|eh|és) (?:você|voce|vc|tu)',
      'quem (?:é|fala|está falando|tá falando)',
      'com quem (?:eu )?(?:falo|estou falando|to falando|tô falando)',
      '(?:o que|quem) (?:você|vc) (?:é|eh)',
      'qual (?:é|eh|e) (?:o )?seu nome',
      'tem alguém(?: aí| aqui)?',
    ),
    person: beginning(`(?:.{0,40} )?(?:falar|conversar|falo) ${someone}(?: real| de verdade)?`),
    personAlone: pattern(
      '(?:quero |preciso de )?(?:um |uma )?(?:humano|pessoa real|atendente|atendente humano|operador)',
    ),
  },
};
