import type { Group } from '../sentences.ts';

const entries = (count: number) => `${count} ${count === 1 ? 'ఎంట్రీ' : 'ఎంట్రీలు'}`;
const foundOf = (count: number) => `${entries(count)} ${count === 1 ? 'దొరికింది' : 'దొరికాయి'}`;
const READABLE = 'PDF, Word (DOCX), టెక్స్ట్, CSV ఫైళ్లు';
const NO_MODEL = 'ఇక్కడ నేను ఫోటోలు చదవలేను, వాయిస్ నోట్‌లు వినలేను, ఎందుకంటే AI మోడల్ ఏదీ పెట్టలేదు.';

export const documents: Group<'documents'> = {
  yourPicture: 'మీ ఫోటో',
  yourVoiceNote: 'మీ వాయిస్ నోట్',
  yourFile: 'మీ ఫైల్',
  theFile: 'ఫైల్',
  noModelForPicture: `${NO_MODEL} దయచేసి ఫోటోలో ఉన్నది టైప్ చేయండి: !add మరియు ఆ విషయం. ${READABLE} కూడా పనిచేస్తాయి.`,
  noModelForRecording: `${NO_MODEL} దయచేసి మీరు చెప్పింది టైప్ చేయండి: !add మరియు ఆ విషయం. ${READABLE} కూడా పనిచేస్తాయి.`,
  nothingSeen: 'ఆ ఫోటోలో ఏమీ చదవలేకపోయాను. దయచేసి స్పష్టమైన ఫోటో పంపండి, లేదా టైప్ చేయండి.',
  nothingHeard: 'ఏమి చెప్పారో అర్థం కాలేదు. దయచేసి మళ్ళీ రికార్డ్ చేయండి, లేదా టైప్ చేయండి.',
  tooLarge: (name) => `${name}: సైజు 16 MB కంటే ఎక్కువ, నేను అంతవరకే తీసుకోగలను.`,
  gone: 'ఆ ఫైల్ నాకు అందలేదు. దయచేసి మళ్ళీ పంపండి.',
  tooManyEntries: (name, count, most) =>
    `${name} నుండి ${count} ఎంట్రీలు వస్తున్నాయి, ఒక ఫైల్ నుండి ${most} రావచ్చు. దయచేసి భాగాలుగా పంపండి.`,

  found: (count, name) => `${name} లో నాకు ${foundOf(count)}:`,
  moreFound: (count) => `... ఇంకా ${count} (!sources అన్నీ చూపిస్తుంది)`,
  moreKnown: (count) => `(ఇంకా ${entries(count)} నాకు ముందే తెలుసు.)`,
  saveFound: (count, number) =>
    `${count === 1 ? 'దీన్ని' : 'వీటిని'} సేవ్ చేయాలా? అవును లేదా వద్దు అని రాయండి. (తర్వాత కూడా: !approve ${number})`,
  howToChoose: 'కొన్ని మాత్రమే కావాలంటే: వాటి నంబర్లు రాయండి, ఉదాహరణకు 1-5, 8.',
  savedSome: (count, name, number, left) =>
    `${name} నుండి ${entries(count)} సేవ్ చేశాను, ఇది సోర్స్ ${number}, ${left} వదిలేశాను.`,
  noneChosen: (most) =>
    `ఏమీ సేవ్ చేయలేదు: ఎంట్రీల నంబర్లు 1 నుండి ${most} వరకు ఉన్నాయి. అన్నీ కావాలంటే అవును, ఏదీ వద్దంటే వద్దు, లేదా కావలసిన నంబర్లు రాయండి, ఉదాహరణకు 1-5, 8.`,
  earlierWaits: (number) => `(సోర్స్ ${number} ఇంకా మీ కోసం ఎదురుచూస్తోంది: !approve ${number})`,
  allKnown: (name, count) =>
    count === 1 ? `${name} లో ఉన్నది నాకు ముందే తెలుసు.` : `${name} లో ఉన్న ${count} విషయాలూ నాకు ముందే తెలుసు.`,
  saved: (count, name, number) => `${name} నుండి ${entries(count)} సేవ్ చేశాను, ఇది సోర్స్ ${number}.`,
  knew: (count) => `${entries(count)} నాకు ముందే తెలుసు.`,
  howToRemove: (number) => `!sources మీ ఫైళ్లు చూపిస్తుంది; !delete source ${number} దీని విషయాలన్నీ తీసేస్తుంది.`,
  dropped: (name) => `సరే, ${name} నుండి ఏమీ సేవ్ చేయలేదు.`,
  savedBefore: (number) => `సోర్స్ ${number} ముందే సేవ్ అయింది. అందులో ఏముందో !sources ${number} చూపిస్తుంది.`,
  nothingWaits: 'మీ అనుమతి కోసం ఏ ఫైలూ లేదు. మీరు పంపిన ఫైళ్లు !sources చూపిస్తుంది.',
  whichWaits: (list) => `ఏది? ఇవి ఎదురుచూస్తున్నాయి: ${list}`,
  tooLate: (number) =>
    `ఆ ప్రశ్న ఇప్పుడు తెరిచి లేదు, అందుకే ఏమీ సేవ్ చేయలేదు. దొరికినవి ఇంకా ఉన్నాయి: !approve ${number}`,
  noSource: (number) => `సోర్స్ ${number} లేదు. అన్నీ !sources చూపిస్తుంది.`,
  noSources:
    'మీరు ఇంకా ఫైళ్లు పంపలేదు. మెనూ లేదా ధరల జాబితా PDF, Word (DOCX), టెక్స్ట్ లేదా CSV గా పంపండి, దాని నుండి నేర్చుకుంటాను.',
  sources: 'ఫైళ్ల నుండి నేను నేర్చుకున్నవి:',
  sourceWaits: (name, count, number) =>
    `${name}: ${foundOf(count)}, మీ కోసం ${count === 1 ? 'ఎదురుచూస్తోంది' : 'ఎదురుచూస్తున్నాయి'}: !approve ${number}`,
  source: (name, count, day) => `${name}: ${entries(count)}, ${day}`,
  olderOnes: (count) => `... ఇంకా ${count} పాతవి`,
  howToSeeOne: 'ఒకటి చూడటానికి: !sources మరియు దాని నంబర్. తీసేయడానికి: !delete source మరియు దాని నంబర్.',
  inside: (name, number, count) => `${name} (సోర్స్ ${number}): ${entries(count)}`,
  page: (page, pages) => `${pages} లో పేజీ ${page}`,
  next: (command) => `తర్వాత: ${command}`,
  saveWaiting: (count, number) => `${count === 1 ? 'దీన్ని' : 'వీటిని'} సేవ్ చేయడానికి: !approve ${number}`,
  nothingInside: (name) => `${name} లో ఇంకేమీ మిగల్లేదు.`,
  howToSource: 'నంబర్ రాయండి, ఉదాహరణకు: !sources 2. అన్నీ చూడటానికి !sources మాత్రమే పంపండి.',
  howToApprove: 'ఫైల్ నంబర్ రాయండి, ఉదాహరణకు: !approve 2. వాటిని !sources చూపిస్తుంది.',
  howToDelete: 'ఫైల్ నంబర్ రాయండి, ఉదాహరణకు: !delete source 2. వాటిని !sources చూపిస్తుంది.',
  deleted: (number, name, count) =>
    `సోర్స్ ${number}, ${name}, ${entries(count)}: తీసేశాను. వెనక్కి తేవడానికి !undo పంపండి`,
  restored: (number, name, count) => `సోర్స్ ${number}, ${name}, ${entries(count)}: వెనక్కి వచ్చింది.`,
  useText: 'ఫైల్ లేకుండా మీరు రాసింది సేవ్ చేయడానికి ఇది పంపండి:',
};

export const unreadable: Group<'unreadable'> = {
  empty: (name) => `${name} లో ఏమీ రాసి లేదు: ఫైల్ ఖాళీగా ఉంది.`,
  broken: (name) => `${name} పాడైంది, దాన్ని తెరవలేను. దయచేసి మళ్ళీ సేవ్ చేసి పంపండి.`,
  encrypted: (name) => `${name} కు పాస్‌వర్డ్ ఉంది. దయచేసి పాస్‌వర్డ్ లేకుండా పంపండి.`,
  'too-many-pages': (name, pages, most) =>
    `${name} లో ${pages} పేజీలు ఉన్నాయి, నేను ${most} వరకే చదువుతాను. దయచేసి కస్టమర్లు అడిగే పేజీలు మాత్రమే పంపండి.`,
  'too-much': (name) =>
    `${name} లో నేను ఒకేసారి తీసుకోగలిగే దానికంటే చాలా ఎక్కువ ఉంది. దయచేసి కస్టమర్లు అడిగే భాగం పంపండి.`,
  'no-text': (name) =>
    `${name} పేజీల్లో బొమ్మలు మాత్రమే ఉన్నాయి, రాసినది లేదు, స్కాన్‌లో ఉన్నట్టు. దయచేసి పేజీల ఫోటోలు లేదా టెక్స్ట్ ఉన్న ఫైల్ పంపండి.`,
  unsupported: (name) => `${name} నేను చదవలేని రకం ఫైల్.`,
  unsupportedKind: (name, kind) => `${name} ఒక ${kind} ఫైల్, దాన్ని నేను చదవలేను.`,
  readable: `${READABLE} పనిచేస్తాయి.`,
  insteadOfSheet: 'దయచేసి షీట్‌ను CSV గా సేవ్ చేసి పంపండి.',
  insteadOfOldOffice:
    'ఇది పాత Office ఫైల్, లేదా దీనికి పాస్‌వర్డ్ ఉంది: దయచేసి పాస్‌వర్డ్ లేకుండా DOCX లేదా PDF గా సేవ్ చేసి పంపండి.',
};
