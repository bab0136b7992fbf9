import type { Group } from '../sentences.ts';

const entries = (count: number) => `${count} ${count === 1 ? 'entrada' : 'entradas'}`;
const READABLE = 'arquivos PDF, Word (DOCX), de texto e CSV';
const NO_MODEL =
  'Aqui não consigo ler fotos nem ouvir áudios, porque nenhum modelo de IA está configurado.';

export const documents: Group<'documents'> = {
  yourPicture: 'sua foto',
  yourVoiceNote: 'seu áudio',
  yourFile: 'seu arquivo',
  theFile: 'O arquivo',
  noModelForPicture: `${NO_MODEL} Escreva o que a foto diz, por favor: !add e o texto. Também leio ${READABLE}.`,
  noModelForRecording: `${NO_MODEL} Escreva o que você disse, por favor: !add e o texto. Também leio ${READABLE}.`,
  nothingSeen:
    'Não consegui ler nenhum texto nessa foto. Envie uma mais nítida, ou escreva o texto, por favor.',
  nothingHeard: 'Não consegui entender o que foi dito. Grave de novo, ou escreva, por favor.',
  tooLarge: (name) => `O tamanho de ${name} passa de 16 MB, que é o máximo que aceito.`,
  gone: 'Não consegui receber esse arquivo. Envie de novo, por favor.',
  tooManyEntries: (name, count, most) =>
    `De ${name} saem ${count} entradas, e de um arquivo podem sair ${most}. Envie em partes, por favor.`,

  found: (count, name) => `Encontrei ${entries(count)} em ${name}:`,
  moreFound: (count) => `... e mais ${count} (!sources mostra todas)`,
  moreKnown: (count) => `(Mais ${entries(count)} eu já sei.)`,
  saveFound: (count, number) =>
    `${count === 1 ? 'Salvo a entrada' : 'Salvo todas'}? Responda sim ou não. (Também depois: !approve ${number})`,
  howToChoose: 'Só algumas: responda com os números, como 1-5, 8.',
  savedSome: (count, name, number, left) =>
    `Salvei ${entries(count)} de ${name}, que é a fonte ${number}, e deixei ${left} de fora.`,
  noneChosen: (most) =>
    `Não salvei nada: as entradas têm os números de 1 a ${most}. Responda sim para todas, não para nenhuma, ou os números que quiser, como 1-5, 8.`,
  earlierWaits: (number) => `(A fonte ${number} ainda espera por você: !approve ${number})`,
  allKnown: (name, count) =>
    count === 1
      ? `O que ${name} diz eu já sei.`
      : `Todas as ${count} coisas que ${name} diz eu já sei.`,
  saved: (count, name, number) => `Salvei ${entries(count)} de ${name}, que é a fonte ${number}.`,
  knew: (count) => `${entries(count)} eu já sabia.`,
  howToRemove: (number) =>
    `!sources mostra seus arquivos; !delete source ${number} apaga tudo deste.`,
  dropped: (name) => `Tudo bem, não salvei nada de ${name}.`,
  savedBefore: (number) =>
    `A fonte ${number} já está salva. !sources ${number} mostra o que há nela.`,
  nothingWaits: 'Nenhum arquivo espera sua aprovação. !sources mostra os que você me enviou.',
  whichWaits: (list) => `Qual? Estes estão esperando: ${list}`,
  tooLate: (number) =>
    `Essa pergunta não está mais aberta, então não salvei nada. O que encontrei continua aqui: !approve ${number}`,
  noSource: (number) => `Não existe a fonte ${number}. !sources mostra todas.`,
  noSources:
    'Você ainda não me enviou arquivos. Envie um cardápio ou uma lista de preços em PDF, Word (DOCX), texto ou CSV, e eu aprendo com ele.',
  sources: 'O que aprendi com arquivos:',
  sourceWaits: (name, count, number) =>
    count === 1
      ? `${name}: 1 entrada encontrada, esperando por você: !approve ${number}`
      : `${name}: ${count} entradas encontradas, esperando por você: !approve ${number}`,
  source: (name, count, day) => `${name}: ${entries(count)}, ${day}`,
  olderOnes: (count) => `... e mais ${count} anteriores`,
  howToSeeOne: 'Para ver um: !sources e o número. Para apagar um: !delete source e o número.',
  inside: (name, number, count) => `${name} (fonte ${number}): ${entries(count)}`,
  page: (page, pages) => `página ${page} de ${pages}`,
  next: (command) => `Próxima: ${command}`,
  saveWaiting: (count, number) =>
    `${count === 1 ? 'Para salvar' : 'Para salvar todas'}: !approve ${number}`,
  nothingInside: (name) => `Não resta nada de ${name}.`,
  howToSource: 'Escreva o número, por exemplo: !sources 2. Envie só !sources para ver todos.',
  howToApprove: 'Escreva o número do arquivo, por exemplo: !approve 2. !sources mostra todos.',
  howToDelete: 'Escreva o número do arquivo, por exemplo: !delete source 2. !sources mostra todos.',
  deleted: (number, name, count) =>
    `Apaguei a fonte ${number}, ${name}, com ${entries(count)}. Para recuperar, envie !undo`,
  restored: (number, name, count) =>
    `A fonte ${number}, ${name}, está de volta com ${entries(count)}.`,
  useText: 'Para salvar seu texto sem o arquivo, envie:',
};

export const unreadable: Group<'unreadable'> = {
  empty: (name) => `Não há texto em ${name}: o arquivo está vazio.`,
  broken: (name) =>
    `Não consigo abrir ${name}: o arquivo está danificado. Salve-o de novo e envie outra vez, por favor.`,
  encrypted: (name) => `Não consigo abrir ${name}: tem senha. Envie sem a senha, por favor.`,
  'too-many-pages': (name, pages, most) =>
    `${name} tem ${pages} páginas, e eu leio até ${most}. Envie só as páginas sobre as quais os clientes perguntam, por favor.`,
  'too-much': (name) =>
    `${name} contém muito mais do que consigo ler de uma vez. Envie a parte sobre a qual os clientes perguntam, por favor.`,
  'no-text': (name) =>
    `${name} só tem imagens nas páginas e nenhum texto, como um documento digitalizado. Envie fotos das páginas ou um arquivo com texto, por favor.`,
  unsupported: (name) => `${name} é de um tipo que não consigo ler.`,
  unsupportedKind: (name, kind) => `${name} é um arquivo do tipo ${kind}, e isso não consigo ler.`,
  readable: `Consigo ler ${READABLE}.`,
  insteadOfSheet: 'Salve a planilha como CSV e envie esse arquivo, por favor.',
  insteadOfOldOffice:
    'É um arquivo antigo do Office, ou tem senha: salve como DOCX ou PDF sem senha e envie esse, por favor.',
};
