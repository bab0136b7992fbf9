import type { Group } from '../sentences.ts';

const reply = (canQuote: boolean) => (canQuote ? 'ఈ సందేశానికి జవాబు రాయండి, లేదా ' : '');

export const questions: Group<'questions'> = {
  one: (shop, question, number, canQuote) =>
    `${shop}: నాకు తెలియనిది ఒక కస్టమర్ అడిగారు.\n${question}\n${reply(canQuote)}!answer ${number} మరియు జవాబు పంపండి. !skip ${number} తో ఈ ప్రశ్నను వదిలేయవచ్చు.`,
  several: (shop, list, number) =>
    `${shop}: నాకు తెలియనివి కస్టమర్లు అడిగారు.\n${list}\n!answer, నంబర్, జవాబు పంపండి, ఉదాహరణకు: !answer ${number} అవును, ఉంది. !skip మరియు నంబర్‌తో ప్రశ్నను వదిలేయవచ్చు.`,
  moreUnanswered: (count) => `... ఇంకా ${count}: !unanswered పంపండి`,
  customers: (count) => `(${count} కస్టమర్లు)`,
  shortened: (number) => `(!unanswered ${number} దీన్ని పూర్తిగా చూపిస్తుంది)`,
  reminder: (shop, list) =>
    `${shop}: వీటికి ఇంకా జవాబు లేదు:\n${list}\n!answer, నంబర్, జవాబు పంపండి, లేదా !skip మరియు నంబర్.`,
  person: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} ఒక మనిషితో మాట్లాడాలనుకుంటున్నారు (నంబర్ ${number}): "${text}"\n${reply(canQuote)}!answer ${number} మరియు మీ మాటలు పంపండి: వాటిని వారికి చేరుస్తాను. అంతవరకు ఈ కస్టమర్‌కు నేను జవాబివ్వను; !bot ${number} తో మళ్ళీ జవాబిస్తాను.`,
  wantedPerson: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} ఒక మనిషితో మాట్లాడాలనుకున్నారు, అప్పుడు మీకు చెప్పలేకపోయాను (నంబర్ ${number}): "${text}"\n${reply(canQuote)}!answer ${number} మరియు మీ మాటలు పంపండి: వాటిని వారికి చేరుస్తాను.`,
  callBack: (shop, who, number, text) =>
    `${shop}: దయచేసి ${who} కు ఫోన్ చేయండి (నంబర్ ${number}), విషయం: "${text}". చేసిన తర్వాత !skip ${number} పంపండి.`,
  aCustomer: 'ఒక కస్టమర్',
  wrotePicture: '(నేను పంపలేని ఒక ఫోటో లేదా ఫైల్)',
  wroteOther: '(నేను పంపలేనిది ఏదో)',
  quiet: (number) =>
    `కస్టమర్ ${number}, మీరు కొంతసేపుగా మాట్లాడుకోలేదు, అందుకే నేను మళ్ళీ జవాబిస్తాను. !answer ${number} ఇప్పటికీ వారికి చేరుతుంది.`,
  nobodyCame: (number, minutes) =>
    `కస్టమర్ ${number} ఒక మనిషి కోసం ${minutes} నిమిషాలు ఎదురుచూశారు. ఇప్పుడు ఎవరూ అందుబాటులో లేరని చెప్పాను, మళ్ళీ నేనే జవాబిస్తాను. !answer ${number} ఇప్పటికీ వారికి చేరుతుంది.`,
  tookBack: (number) => `కస్టమర్ ${number} మళ్ళీ నాతో, అంటే బాట్‌తో, మాట్లాడాలనుకుంటున్నారు.`,

  howToAnswer: (number) => `ప్రశ్న నంబర్, జవాబు రాయండి, ఉదాహరణకు: !answer ${number} అవును, ఉంది.`,
  noSuchQuestion: (number) => `ప్రశ్న ${number} లేదు. తెరిచి ఉన్న ప్రశ్నలు !unanswered చూపిస్తుంది.`,
  noneOpen: 'మీ కోసం ఏ ప్రశ్నా లేదు. నేను జవాబివ్వలేనివి !unanswered చూపిస్తుంది.',
  whichOne: (list) => `ఇది ఏ ప్రశ్నకు జవాబు? దాని నంబర్ రాయండి, లేదా వద్దు అనండి.\n${list}`,
  or: 'లేదా',
  whichShop: (shops) =>
    `ఇది వీటిలో దేనికైనా కావచ్చు: ${shops}. అందుకే ఏమీ చేయలేదు. దయచేసి ప్రశ్న ఉన్న సందేశానికే జవాబు రాయండి, లేదా menu పంపి వ్యాపారాన్ని ఎంచుకుని మళ్ళీ పంపండి.`,
  isThatTheAnswer: (words, number, question) =>
    `"${words}" అనేది నంబర్ ${number} ("${question}") కు జవాబా? అవును అని రాస్తే వారికి పంపుతాను, లేదా వద్దు అనండి.`,
  forCustomer: (number) => `దీన్ని కస్టమర్ ${number} కు పంపాను. ఇది నా కోసమైతే, నా ప్రశ్న ఉన్న సందేశానికే జవాబు రాయండి.`,
  answeredAlready: (number, text) => `నంబర్ ${number} ("${text}") కు ముందే జవాబిచ్చారు, అందుకే ఏమీ పంపలేదు.`,
  droppedAlready: (number) => `నంబర్ ${number} ను వదిలేశారు, అందుకే ఏమీ పంపలేదు.`,
  sent: 'దీన్ని వారికి పంపుతున్నాను.',
  sentToSeveral: (count) => `దీన్ని ${count} కస్టమర్లకు పంపుతున్నాను.`,
  notSent: (count) =>
    `${count === 1 ? 'ఒక కస్టమర్‌కు' : `${count} కస్టమర్లకు`} ఇప్పుడు రాయడం కుదరదు: వారి చివరి సందేశం తర్వాత 24 గంటల వరకే WhatsApp అనుమతిస్తుంది, STOP తర్వాత ఎప్పుడూ కుదరదు.`,
  offer: (text) =>
    `దీన్ని ఇకపై గుర్తుంచుకోవాలా? ఇది సేవ్ చేస్తాను: "${text}"\nఅవును అని రాయండి, లేదా మార్చండి అని మీ మాటలు రాయండి, లేదా వద్దు. (!learn on: ఎప్పుడూ సేవ్ చేస్తాను.)`,
  answersOpen: (count, list, people) =>
    `${count === 1 ? 'ఇది తెరిచి ఉన్న ఒక ప్రశ్నకు జవాబు' : `ఇది తెరిచి ఉన్న ${count} ప్రశ్నలకు జవాబు`}:\n${list}\nదీన్ని అడిగిన ${people === 1 ? 'కస్టమర్‌కు' : `${people} కస్టమర్లకు`} పంపాలా? అవును లేదా వద్దు అని రాయండి.`,
  toldAlready: (number: number) => `నంబర్ ${number} అడిగిన వారికి జవాబు ఇప్పటికే అందింది.`,
  sentToNobody: 'సరే, దీన్ని ఎవరికీ పంపను.',
  editHow: 'నేను ఎలా గుర్తుంచుకోవాలో రాయండి, లేదా వద్దు అనండి.',
  learnsNow: 'ఇకపై కస్టమర్లకు మీరిచ్చే జవాబులను అడగకుండా సేవ్ చేస్తాను. !learn off దీన్ని ఆపుతుంది.',
  learnsNoMore: 'ఇకపై జవాబును సేవ్ చేసే ముందు అడుగుతాను.',
  learns: 'కస్టమర్లకు మీరిచ్చే జవాబులను అడగకుండా సేవ్ చేస్తాను. !learn off దీన్ని ఆపుతుంది.',
  learnsNot: 'జవాబును సేవ్ చేసే ముందు అడుగుతాను. !learn on: ఎప్పుడూ సేవ్ చేస్తాను.',
  tooLongToSend: (length, most) =>
    `పంపడానికి ఇది చాలా పొడవు: ఇందులో ${length} అక్షరాలు ఉన్నాయి, ఒక జవాబులో ${most} ఉండవచ్చు. ఏమీ పంపలేదు.`,
  skipped: (number, text) => `నంబర్ ${number} వదిలేశాను: "${text}". కస్టమర్‌కు చెప్పను.`,
  skippedTold: (number, text, count) =>
    `నంబర్ ${number} వదిలేశాను: "${text}". మీరు దీనికి జవాబివ్వలేరని ${count === 1 ? 'కస్టమర్‌కు' : `${count} కస్టమర్లకు`} చెబుతాను.`,
  howToSkip: 'ఏదో చెప్పండి: !skip మరియు దాని నంబర్. వాటిని !unanswered చూపిస్తుంది.',
  notOpen: (number) => `నంబర్ ${number} ఇప్పుడు తెరిచి లేదు.`,
  inSession: (number) =>
    `మీరు ఇక్కడ రాసేవన్నీ (!కమాండ్‌లు తప్ప) కస్టమర్ ${number} కు పంపుతాను, మీరు !bot పంపే వరకు లేదా కొంతసేపు మాటలు ఆగే వరకు.`,
  botAgain: (number) => `కస్టమర్ ${number} కు మళ్ళీ నేనే జవాబిస్తాను, వారికి అది చెబుతాను.`,
  noSession: 'ఇప్పుడు ఏ కస్టమరూ మనిషితో మాట్లాడడం లేదు: అందరికీ నేనే జవాబిస్తున్నాను.',
  whoIsBack: (list) => `చాలా మంది కస్టమర్లు మనిషితో మాట్లాడుతున్నారు. !bot మరియు నంబర్ పంపండి:\n${list}`,
  unanswered: 'వీటికి నేను జవాబివ్వలేకపోయాను:',
  latestUnanswered: (shown, total) => `నేను జవాబివ్వలేని ${total} లో చివరి ${shown}:`,
  askedWhen: (count, when) => (count === 1 ? `(${when})` : `(${count} కస్టమర్లు, చివరిగా ${when})`),
  howToAnswerOne: 'జవాబివ్వడానికి: !answer, నంబర్, జవాబు. !skip తో ప్రశ్నను వదిలేయవచ్చు.',
};
