import type { Group } from '../sentences.ts';

const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entrylu'}`;
const foundOf = (count: number) => `${entries(count)} ${count === 1 ? 'dorikindi' : 'dorikayi'}`;
const READABLE = 'PDF, Word (DOCX), text, CSV filelu';
const NO_MODEL =
  'Ikkada nenu photolu chadavalenu, voice notelu vinalenu, endukante AI model edi pettaledu.';

export const documents: Group<'documents'> = {
  yourPicture: 'mee photo',
  yourVoiceNote: 'mee voice note',
  yourFile: 'mee file',
  theFile: 'File',
  noModelForPicture: `${NO_MODEL} Dayachesi photo lo unnadi type cheyandi: !add mariyu aa vishayam. ${READABLE} kuda panichestayi.`,
  noModelForRecording: `${NO_MODEL} Dayachesi meeru cheppindi type cheyandi: !add mariyu aa vishayam. ${READABLE} kuda panichestayi.`,
  nothingSeen:
    'Aa photo lo emi chadavalekapoyanu. Dayachesi spashtamaina photo pampandi, leda type cheyandi.',
  nothingHeard: 'Emi chepparo artham kaaledu. Dayachesi malli record cheyandi, leda type cheyandi.',
  tooLarge: (name) => `${name}: size 16 MB kante ekkuva, nenu antavarake teesukogalanu.`,
  gone: 'Aa file naaku andaledu. Dayachesi malli pampandi.',
  tooManyEntries: (name, count, most) =>
    `${name} nundi ${count} entrylu vastunnayi, oka file nundi ${most} ravachu. Dayachesi bhagaluga pampandi.`,

  found: (count, name) => `${name} lo naaku ${foundOf(count)}:`,
  moreFound: (count) => `... inka ${count} (!sources anni choopistundi)`,
  moreKnown: (count) => `(Inka ${entries(count)} naaku munde telusu.)`,
  saveFound: (count, number) =>
    `${count === 1 ? 'Deenni' : 'Veetini'} save cheyala? Avunu leda vaddu ani rayandi. (Tarvata kuda: !approve ${number})`,
  howToChoose: 'Konni matrame kavalante: vaati numberlu rayandi, udaharanaku 1-5, 8.',
  savedSome: (count, name, number, left) =>
    `${name} nundi ${entries(count)} save chesanu, idi source ${number}, ${left} vadilesanu.`,
  noneChosen: (most) =>
    `Emi save cheyaledu: entryla numberlu 1 nundi ${most} varaku unnayi. Anni kavalante avunu, edi vaddante vaddu, leda kavalasina numberlu rayandi, udaharanaku 1-5, 8.`,
  earlierWaits: (number) => `(Source ${number} inka mee kosam eduruchoostondi: !approve ${number})`,
  allKnown: (name, count) =>
    count === 1
      ? `${name} lo unnadi naaku munde telusu.`
      : `${name} lo unna ${count} vishayalu naaku munde telusu.`,
  saved: (count, name, number) =>
    `${name} nundi ${entries(count)} save chesanu, idi source ${number}.`,
  knew: (count) => `${entries(count)} naaku munde telusu.`,
  howToRemove: (number) =>
    `!sources mee filelu choopistundi; !delete source ${number} deeni vishayalanni teesestundi.`,
  dropped: (name) => `Sare, ${name} nundi emi save cheyaledu.`,
  savedBefore: (number) =>
    `Source ${number} munde save ayyindi. Andulo emundo !sources ${number} choopistundi.`,
  nothingWaits: 'Mee anumati kosam e file ledu. Meeru pampina filelu !sources choopistundi.',
  whichWaits: (list) => `Edi? Ivi eduruchoostunnayi: ${list}`,
  tooLate: (number) =>
    `Aa prashna ippudu terichi ledu, anduke emi save cheyaledu. Dorikinavi inka unnayi: !approve ${number}`,
  noSource: (number) => `Source ${number} ledu. Anni !sources choopistundi.`,
  noSources:
    'Meeru inka filelu pampaledu. Menu leda dharala list PDF, Word (DOCX), text leda CSV ga pampandi, daani nundi nerchukuntanu.',
  sources: 'Filela nundi nenu nerchukunnavi:',
  sourceWaits: (name, count, number) =>
    `${name}: ${foundOf(count)}, mee kosam ${count === 1 ? 'eduruchoostondi' : 'eduruchoostunnayi'}: !approve ${number}`,
  source: (name, count, day) => `${name}: ${entries(count)}, ${day}`,
  olderOnes: (count) => `... inka ${count} paatavi`,
  howToSeeOne:
    'Okati choodadaniki: !sources mariyu daani number. Teeseyadaniki: !delete source mariyu daani number.',
  inside: (name, number, count) => `${name} (source ${number}): ${entries(count)}`,
  page: (page, pages) => `${pages} lo page ${page}`,
  next: (command) => `Tarvata: ${command}`,
  saveWaiting: (count, number) =>
    `${count === 1 ? 'Deenni' : 'Veetini'} save cheyadaniki: !approve ${number}`,
  nothingInside: (name) => `${name} lo inka emi migalaledu.`,
  howToSource:
    'Number rayandi, udaharanaku: !sources 2. Anni choodadaniki !sources matrame pampandi.',
  howToApprove: 'File number rayandi, udaharanaku: !approve 2. Vaatini !sources choopistundi.',
  howToDelete: 'File number rayandi, udaharanaku: !delete source 2. Vaatini !sources choopistundi.',
  deleted: (number, name, count) =>
    `Source ${number}, ${name}, ${entries(count)}: teesesanu. Venakki tevadaniki !undo pampandi`,
  restored: (number, name, count) =>
    `Source ${number}, ${name}, ${entries(count)}: venakki vachindi.`,
  useText: 'File lekunda meeru rasindi save cheyadaniki idi pampandi:',
};

export const unreadable: Group<'unreadable'> = {
  empty: (name) => `${name} lo emi rasi ledu: file khaliga undi.`,
  broken: (name) => `${name} paadaindi, daanni teravalenu. Dayachesi malli save chesi pampandi.`,
  encrypted: (name) => `${name} ku password undi. Dayachesi password lekunda pampandi.`,
  'too-many-pages': (name, pages, most) =>
    `${name} lo ${pages} pagelu unnayi, nenu ${most} varake chaduvutanu. Dayachesi customerlu adige pagelu matrame pampandi.`,
  'too-much': (name) =>
    `${name} lo nenu okesari teesukogalige daanikante chala ekkuva undi. Dayachesi customerlu adige bhagam pampandi.`,
  'no-text': (name) =>
    `${name} pagello bommalu matrame unnayi, rasinadi ledu, scan lo unnattu. Dayachesi pagela photolu leda text unna file pampandi.`,
  unsupported: (name) => `${name} nenu chadavaleni rakam file.`,
  unsupportedKind: (name, kind) => `${name} oka ${kind} file, daanni nenu chadavalenu.`,
  readable: `${READABLE} panichestayi.`,
  insteadOfSheet: 'Dayachesi sheet ni CSV ga save chesi pampandi.',
  insteadOfOldOffice:
    'Idi paata Office file, leda deeniki password undi: dayachesi password lekunda DOCX leda PDF ga save chesi pampandi.',
};
