import type { Group } from '../sentences.ts';

export const help: Group<'help'> = {
  help: '!help: esta lista',
  add: '!add <texto>: me ensinar algo',
  list: '!list [página]: o que eu sei, numerado',
  show: '!show <número>: uma entrada completa',
  edit: '!edit <número> <texto>: mudar a entrada',
  delete: '!delete <número>: apagar a entrada',
  undo: '!undo: recuperar o que você apagou ou mudou por último',
  sources: '!sources [número]: arquivos com que aprendi',
  approve: '!approve <número>: salvar o que encontrei em um arquivo',
  search: '!search <palavras>: procurar entradas',
  ask: '!ask <pergunta>: ver o que um cliente ouviria',
  unanswered: '!unanswered [número]: o que não consegui responder',
  answer: '!answer <número> <texto>: responder a um cliente',
  skip: '!skip <número>: descartar uma pergunta',
  learn: '!learn on: salvar suas respostas sem perguntar (off: perguntar antes)',
  bot: '!bot: deixar que eu volte a responder a um cliente',
  stats: '!stats: números de hoje e de 7 dias',
  hours: '!hours [texto]: ver ou mudar seu horário',
  closed: '!closed <dia>: fechar em um dia',
  open: '!open <dia>: desfazer esse fechamento',
  pause: '!pause: parar de responder aos clientes',
  resume: '!resume: voltar a responder',
  templates: '!templates: seus modelos de mensagem e o que o WhatsApp diz',
  register: '!register <nome>: cadastrar um negócio neste número',
};

export const commands: Group<'commands'> = {
  sendMe: 'Envie para mim:',
  hello: (shop) =>
    `Olá! Sou o assistente de ${shop}, e quem manda aqui é você. Pergunte o que um cliente perguntaria, ou envie !help para ver o que mais eu faço.`,
  suspended: (shop) =>
    `${shop} está com o serviço suspenso, então não respondo a ninguém nem executo comandos. Fale com quem administra este serviço, por favor.`,
  allRight: 'Tudo bem! Envie !help para ver o que eu faço.',
  unknownCommand: (word) => `Não conheço !${word}. Envie !help para ver a lista.`,
  didYouMean: (word, name) => `Não conheço !${word}. Você quis dizer !${name}?`,
  meantCommand: (command) => `Você quis dizer ${command}?`,
  meantPause: 'Você quis dizer !pause, para eu parar de responder aos clientes?',
  meantResume: 'Você quis dizer !resume, para eu voltar a responder aos clientes?',
  orSayYes: 'Responda sim, ou envie de novo.',
  oneCommandAtATime: 'Envie um comando por mensagem, por favor. Não fiz nada.',
  neverMind: 'Tudo bem, não fiz nada.',
  tooLate:
    'Essa pergunta não está mais aberta, então não fiz nada. Envie o comando de novo, por favor.',
  nothingAsked: 'Não perguntei nada a você. Envie !help para ver o que eu faço.',
  onlyTheText: '(Usei só o seu texto, não o arquivo.)',
  location: 'Recebi um lugar no mapa, mas preciso de palavras: !add Nosso endereço é ...',
  empty: 'Essa mensagem chegou sem texto. Envie !help para ver o que eu faço.',
  limit: (most, time, minutes) =>
    `Com este, já passou de ${most} comandos em uma hora, que é o limite, e não o executei. Envie de novo às ${time} (em ${minutes} min), por favor.`,

  howToAdd: 'Escreva depois do comando, por exemplo: !add Abrimos todos os dias das 9 às 21',
  saved: (number, text) => `Salvo com o número ${number}: “${text}”`,
  savedSeveral: (count) => `Salvei ${count} entradas:`,
  until: (day) => `até ${day}`,
  ended: (day) => `terminou ${day}`,
  toldUntil: (day) => `Vou dizer isso até o fim do dia: ${day}.`,
  howToEndToday:
    'Se vale só hoje, escreva isso no texto (“só hoje”), e esta noite paro de dizer. Também vale “até domingo”.',
  noSuchDay: (words) =>
    `O dia “${words}” não existe, então não há data de fim. Com !edit e o número você muda isso.`,
  knownAlready: (number) => `Isso eu já sei: é o número ${number}.`,
  severalKnown: (count, numbers) => `${count} destas coisas eu já sei: números ${numbers}.`,
  notForCustomers:
    'Isso parece um número de cartão, uma conta bancária, um número de documento ou uma senha. Digo aos clientes o que sei, por isso não guardo. Envie sem isso, por favor.',
  tooLong: (length, most) =>
    `É longo demais: tem ${length} caracteres, e uma entrada pode ter ${most}. Envie em partes, por favor.`,
  saveHow: (count, first, second) =>
    `Salvo como uma entrada só ou como ${count}?\n1: uma entrada só\n2: ${count} entradas separadas, como “${first}” e “${second}”\nResponda 1 ou 2, ou não para descartar.`,
  saveSeparately: (length, most, count) =>
    `Tem ${length} caracteres, e uma entrada pode ter ${most}. Salvo como ${count} entradas separadas? Responda sim ou não.`,
  oneOrSeparate:
    'Responda 1 (uma entrada só) ou 2 (entradas separadas), ou não para descartar, por favor.',
  notSaved: 'Tudo bem, não salvei.',
  earlierNotSaved: '(Sua lista anterior não foi salva.)',

  howToPick: (name) =>
    `Diga qual: !${name} e o número na lista, por exemplo !${name} 2. Envie !list para ver os números.`,
  howToEdit: 'Escreva o número e o texto novo, por exemplo: !edit 2 Às sextas fechamos às 22',
  editWhat: (number, text) =>
    `O número ${number} diz: “${text}”\nPara mudar, envie !edit ${number} e o texto novo.`,
  noNumberYet: (number) => `Não existe o número ${number}: ainda não sei nada. Ensine com !add.`,
  onlyNumberOne: (number) => `Não existe o número ${number}. O único é o 1; envie !list para ver.`,
  noSuchNumber: (number, last) =>
    `Não existe o número ${number}. Eles vão de 1 a ${last}; envie !list para ver.`,
  isDeleted: (number) =>
    `O número ${number} foi apagado. !undo recupera o que você apagou por último; !list mostra o que há.`,
  changed: (number, before, now) => `O número ${number} mudou.\nAntes: ${before}\nAgora: ${now}`,
  noEndAnyMore: 'Não tem mais data de fim.',
  undoChange: '!undo recupera o texto anterior.',
  sameAsBefore: (number) => `O número ${number} já diz exatamente isso.`,
  deleted: (number, text) => `Apaguei o número ${number}: “${text}”\n!undo recupera.`,
  nothingToUndo:
    'Não há nada para recuperar. !undo serve depois de !delete e depois de uma mudança.',
  changedBack: (number, text) => `O número ${number} está como antes: “${text}”`,
  restored: (number, text) => `O número ${number} está de volta: “${text}”`,
  thereAlready: (number, text) =>
    `O que você apagou por último já está aqui, com o número ${number}: “${text}”`,

  nothingYet: 'Ainda não sei nada. Ensine: !add Abrimos todos os dias das 9 às 21',
  known: (count) => `Sei ${things(count)}:`,
  knownOnPage: (count, page, pages) => `Sei ${things(count)} (página ${page} de ${pages}):`,
  nextPage: (page) => `Mais: !list ${page}`,
  andMore: (count) => `... e mais ${count}`,
  onlyOnePage: 'Só há uma página: envie !list',
  noSuchPage: (pages) => `As páginas vão de 1 a ${pages}.`,
  howToList: (words) =>
    `Envie !list, ou !list 2 para a segunda página. Para procurar algo: !search ${words}`,
  number: (number, note) => `Número ${number}${note}:`,
  howToSearch: 'Escreva o que devo procurar, por exemplo: !search entrega',
  notFound: (words) => `Não encontrei nada sobre “${words}”. Envie !list para ver tudo.`,
  found: (count) => `Encontrei ${count}:`,
  foundBest: (count, shown) => `Encontrei ${count}; as ${shown} mais próximas:`,

  howToAsk: 'Escreva a pergunta depois do comando, por exemplo: !ask Vocês fazem entrega?',
  toldCustomer: 'Um cliente ouviria:',
  fromEntry: (number, text) => `Do número ${number}: “${text}”`,
  fromHours: 'Do seu horário (!hours).',
  nearest: (number, text) => `O mais próximo que sei é o número ${number}: “${text}”`,
  teachAnswer: 'Para me ensinar algo, envie !add e o que devo saber.',
  whilePaused:
    '(As respostas estão em pausa agora, e é isso que os clientes ouvem. Com !resume volto a responder.)',

  paused: 'Parei de responder aos clientes, e eles são avisados. Com !resume eu continuo.',
  pausedAlready: 'Já estou em pausa. Com !resume eu continuo.',
  resumed: 'Voltei a responder aos clientes.',
  notPaused: 'Eu não estava em pausa: estou respondendo aos clientes.',
  stats: (today, week, known) => `Hoje: ${today}\nÚltimos 7 dias: ${week}\nSei ${things(known)}.`,
  noQuestions: 'nenhuma pergunta.',
  counts: (questions, answered, unanswered, took) =>
    `${questions} ${questions === 1 ? 'pergunta' : 'perguntas'}, ${answered} com resposta, ${unanswered} sem resposta${took ? `, tempo de resposta típico: ${took}` : ''}.`,
  seconds: (seconds) => `${seconds.replace('.', ',')} s`,
  minutes: (minutes) => `${minutes} min`,
  hours: (hours) => `${hours} h`,
  allAnswered: 'Não há perguntas sem resposta nos últimos 30 dias.',

  noRegistration:
    'Aqui não é possível cadastrar um negócio por mensagem. Fale com quem administra este serviço, por favor.',
  howToRegister: 'Escreva o nome depois do comando, por exemplo: !register Café Central',
  nameTooLong: (most) => `Esse nome é longo demais; pode ter ${most} caracteres.`,
  noName: (name) =>
    `“${name}” não pode ser o nome de um negócio: precisa de letras, e não pode ser um comando nem uma palavra como menu ou stop. Por exemplo: !register Café Central`,
  nameTaken: (name) =>
    `Outro negócio neste número já se chama “${name}”, e os clientes não saberiam qual é qual. Cadastre com outro nome, por exemplo com a rua: !register ${name}, Rua Augusta`,
  needsPhone: 'Não consigo ver seu número de telefone, então não posso cadastrar seu negócio.',
  needsWhatsapp: 'Envie !register pelo WhatsApp, por favor.',
  registered: (name, link) =>
    `“${name}” está cadastrado neste número. Os clientes podem começar aqui: ${link}\nQuem escreve sem esse link recebe a pergunta sobre qual negócio procura, e você também: envie menu para escolher.`,
  registeredBefore: (name, link) =>
    `Você já tem “${name}” neste número. Os clientes podem começar aqui: ${link}\nEnvie menu para escolher o negócio.`,
};

const things = (count: number) => `${count} ${count === 1 ? 'coisa' : 'coisas'}`;
