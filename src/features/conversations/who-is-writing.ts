import type { Language } from '#features/answers/language.ts';
import { LANGUAGES } from '#features/answers/language.ts';
import { bare } from '#features/inbound/keywords.ts';
import { withoutGreeting } from '#features/inbound/completeness.ts';
import { phrasesIn } from './phrases.ts';

/** What somebody asks who wonders whom they are writing to; in the language they ask it in. */
export type Wonders = { about: 'identity' | 'person'; language: Language | null };

/** `person` in what begins with a wish to talk, and in a few words that are no more than the wish. */
type Asks = { identity: RegExp; person: RegExp; personAlone?: RegExp };

const pattern = (...parts: string[]) => new RegExp(`^(?:${parts.join('|')})$`, 'u');
const beginning = (...parts: string[]) => new RegExp(`^(?:${parts.join('|')})(?<more> .*)?$`, 'u');
const anyOf = (words: string) => `(?:${words})`;

const machine = {
  en: anyOf(
    '(?:a |an |the |really |actually |just |even |real |live )*(?:bots?|robots?|chat ?bots?|machines?|computers?|ai|automated|automatic|humans?|human being|persons?|people|real|program|chatgpt)',
  ),
  es: anyOf(
    '(?:un |una |realmente )*(?:bot|robot|chatbot|máquina|maquina|ia|inteligencia artificial|humanos?|humana|ser humano|persona|persona real|persona de verdad|real|automático|contestador|contestador automático)',
  ),
  pt: anyOf(
    '(?:um |uma |mesmo )*(?:bot|robô|robo|chatbot|máquina|maquina|ia|inteligência artificial|humano|humana|ser humano|pessoa|pessoa real|pessoa de verdade|real|automático)',
  ),
  hi: anyOf(
    '(?:एक |कोई |असली )*(?:बॉट|बोट|रोबोट|रोबॉट|मशीन|कंप्यूटर|इंसान|इन्सान|आदमी|मनुष्य|व्यक्ति|असली)',
  ),
  hiLatn: anyOf(
    '(?:ek |koi |asli |real )*(?:bot|robot|chatbot|machine|computer|ai|insaan|insan|human|aadmi|person|real|asli)',
  ),
  te: anyOf(
    '(?:ఒక |నిజమైన |నిజంగా )*(?:బాటా|బాట్ ?ఆ?|బోటా|రోబోటా|రోబోట్ ?ఆ?|రోబో|మెషీనా|మెషిన్ ?ఆ?|యంత్రమా|మనిషా|మనిషేనా|మనిషి|మనుషులా)',
  ),
  teLatn: anyOf(
    '(?:oka |nijamaina |nijanga |real )*(?:bota|bot ?aa?|robota|robot ?aa?|machine ?aa?|manisha|manishaa|manishena|manishi|human ?aa?|person ?aa?|real ?aa?)',
  ),
};

/** Of "it" and "this" only what no article in a shop is called. */
const bot = {
  en: '(?:a |an |the |really |actually |just )*(?:bot|robot|chat ?bot|ai|human|real person|person|real human|automated)',
  es: '(?:un |una )?(?:bot|robot|chatbot|humano|humana|persona|persona real|inteligencia artificial)',
  pt: '(?:um |uma )?(?:bot|robô|robo|chatbot|humano|humana|pessoa|pessoa real|inteligência artificial)',
  hi: '(?:एक |कोई )*(?:बॉट|बोट|रोबोट|रोबॉट|इंसान|इन्सान)',
  hiLatn: '(?:ek |koi )*(?:bot|robot|chatbot|insaan|insan|human)',
};

const someone = {
  en: '(?:to|with) (?:someone|somebody|anyone|anybody|(?:a |an |the |your |some |any )?(?:actual |real |live |human )*(?:person|human|human being|people|agent|representative|operator|staff|staff member|employee|manager|owner|boss|team|support|customer service|customer care))',
  es: 'con (?:alguien|(?:un |una |el |la |su |algún )?(?:persona|humano|ser humano|agente|asesor|asesora|operador|operadora|representante|empleado|encargado|encargada|gerente|dueño|dueña|atención al cliente))',
  pt: 'com (?:alguém|alguem|(?:um |uma |o |a |algum |alguma )?(?:pessoa|humano|ser humano|atendente|agente|operador|operadora|funcionário|funcionária|gerente|dono|dona|responsável))',
};

const either = (language: keyof typeof machine, or: string) =>
  `${machine[language]}(?: ${or} ${machine[language]})?`;

/** Each matches a whole message: lower case, without punctuation, greeting before and courtesy after it. */
const asks: Record<Language, Asks> = {
  en: {
    identity: pattern(
      `(?:are|r) (?:you|u|ya) ${either('en', 'or')}`,
      `(?:you are|you re|u r) ${machine.en}(?: right| no)?`,
      `(?:is|s) (?:this|it|that) ${bot.en}(?: or ${bot.en})?`,
      `(?:am i|is this me|are we) (?:talking|speaking|chatting|texting|writing) (?:to|with) ${either('en', 'or')}`,
      '(?:who|what) (?:are|r) (?:you|u)',
      'who (?:is|s) (?:this|that|it)',
      'whos this',
      '(?:who|whom) am i (?:talking|speaking|chatting|texting|writing) (?:to|with)',
      'what(?: is| s|s) (?:your|ur) name',
      'is (?:any|some)(?:one|body) (?:there|here)',
    ),
    person: beginning(
      `(?:.{0,40} )?(?:talk|speak|chat) ${someone.en}`,
      `(?:.{0,20} )?(?:connect|transfer|put) me (?:through )?${someone.en}`,
    ),
    personAlone: pattern(
      '(?:(?:i )?(?:want|need) |give me |get me )?(?:a |an )?(?:real |live |actual )?(?:human|person|agent|representative|operator)',
    ),
  },
  es: {
    identity: pattern(
      `(?:eres|es usted|es ud|usted es|tú eres|tu eres|sos) ${either('es', 'o')}`,
      `(?:es esto|esto es|es|son) ${bot.es}(?: o ${bot.es})?`,
      `(?:estoy hablando|hablo|estoy chateando) con ${either('es', 'o')}`,
      '(?:quién|quien) (?:eres|es usted|es|sos|son|habla|me habla|me escribe|está ahí)',
      'con (?:quién|quien) (?:hablo|estoy hablando|tengo el gusto)',
      '(?:qué|que) eres',
      '(?:cómo|como) (?:te llamas|se llama usted)',
      'hay alguien(?: ahí| ahi| aquí)?',
    ),
    person: beginning(
      `(?:.{0,40} )?(?:hablar|comunicarme|chatear|hable|hablo) ${someone.es}(?: real| de verdad)?`,
      `(?:.{0,20} )?(?:comunicar|pasar|pasarme|páseme|paseme|pásame|pasame|comuníqueme|comunícame) ${someone.es}`,
    ),
    personAlone: pattern(
      '(?:quiero |necesito )?(?:un |una )?(?:humano|persona real|agente|asesor|asesora|operador)',
    ),
  },
  pt: {
    identity: pattern(
      `(?:você|voce|vc|tu) (?:é|eh|és) ${either('pt', 'ou')}`,
      `(?:(?:isso|isto|aqui|aí) )?(?:é|eh) ${bot.pt}(?: ou ${bot.pt})?`,
      `(?:(?:eu )?(?:estou|to|tô) falando|falo) com ${either('pt', 'ou')}`,
      '(?:quem|o que) (?:é|eh|és) (?:você|voce|vc|tu)',
      'quem (?:é|fala|está falando|tá falando)',
      'com quem (?:eu )?(?:falo|estou falando|to falando|tô falando)',
      '(?:o que|quem) (?:você|vc) (?:é|eh)',
      'qual (?:é|eh|e) (?:o )?seu nome',
      'tem alguém(?: aí| aqui)?',
    ),
    person: beginning(`(?:.{0,40} )?(?:falar|conversar|falo) ${someone.pt}(?: real| de verdade)?`),
    personAlone: pattern(
      '(?:quero |preciso de )?(?:um |uma )?(?:humano|pessoa real|atendente|atendente humano|operador)',
    ),
  },
  hi: {
    identity: pattern(
      `(?:क्या )?(?:आप|तुम|तू) ${machine.hi}(?: (?:है|हैं|हो))?(?: या ${machine.hi})?(?: (?:है|हैं|हो))?(?: क्या)?`,
      `(?:क्या )?(?:यह|ये) ${bot.hi}(?: या ${bot.hi})? (?:है|हैं)(?: क्या)?`,
      `क्या (?:मैं |मै )?${machine.hi} से बात कर (?:रहा|रही) (?:हूँ|हूं|हु)`,
      `(?:मैं |मै )${machine.hi} से बात कर (?:रहा|रही) (?:हूँ|हूं|हु)(?: क्या)?`,
      '(?:आप|तुम) (?:कौन|क्या) (?:हैं|हो|है)',
      '(?:आप )?कौन (?:बोल|बात कर|लिख) (?:रहा|रहे|रही) (?:है|हैं|हो)',
      '(?:आपका|तुम्हारा) नाम क्या है',
      'मैं किससे बात कर (?:रहा|रही) (?:हूँ|हूं)',
    ),
    person: beginning(
      '(?:.{0,25} )?(?:किसी|इंसान|इन्सान|व्यक्ति|आदमी|मालिक|मैनेजर|एजेंट|स्टाफ|कर्मचारी)(?: (?:इंसान|इन्सान|व्यक्ति|आदमी|असली इंसान|और))? से बात .{0,25}',
    ),
  },
  'hi-Latn': {
    identity: pattern(
      `(?:kya )?(?:aap|ap|tum|tu) ${machine.hiLatn}(?: (?:ho|hai|hain|he|h))?(?: ya ${machine.hiLatn})?(?: (?:ho|hai|hain|he|h))?(?: kya)?`,
      `(?:kya )?(?:yeh|ye) ${bot.hiLatn}(?: ya ${bot.hiLatn})? (?:hai|h)(?: kya)?`,
      `(?:kya )?(?:main |mai |me )?(?:kisi )?${machine.hiLatn} se (?:baat|bat) kar (?:raha|rahi|rha|rhi) (?:hoon|hun|hu|hoo)(?: kya)?`,
      '(?:aap|ap|tum) (?:kaun|kon|koun|kya) (?:ho|hai|hain|he|h)',
      '(?:aapka|apka|tumhara) (?:naam|nam) kya (?:hai|h)',
      '(?:aap )?(?:kaun|kon) (?:bol|baat kar|likh) (?:raha|rahe|rahi|rha|rhe) (?:ho|hai|hain|h)',
    ),
    person: beginning(
      '(?:.{0,25} )?(?:kisi|insaan|insan|human|aadmi|vyakti|malik|owner|manager|agent|staff|person)(?: (?:insaan|insan|human|aadmi|person|real insaan|asli insaan|aur))? se (?:baat|bat) .{0,25}',
    ),
  },
  te: {
    identity: pattern(
      `(?:మీరు|నువ్వు) ${machine.te}(?: (?:లేక|లేదా) ${machine.te})?`,
      'నేను (?:ఒక |నిజమైన )*(?:మనిషితో|బాట్ ?తో|రోబోట్ ?తో|యంత్రంతో)(?:నేనా)? మాట్లాడుతున్నా(?:నా|ను|నేనా)',
      '(?:మీరు|నువ్వు) (?:ఎవరు|ఏమిటి|ఎవరండి)',
      'ఇది (?:బాటా|బాట్ ?ఆ?|రోబోటా|రోబోట్ ?ఆ?|మనిషా)',
      '(?:మీ|నీ) పేరు (?:ఏమిటి|ఏంటి)',
      'ఎవరు (?:మీరు|నువ్వు|మాట్లాడుతున్నారు|మాట్లాడేది)',
    ),
    person: beginning(
      '(?:.{0,25} )?(?:ఎవరితో(?:నైనా|నైన|నన్నా)?|ఎవరైనా మనిషితో|మనిషితో|మనుషులతో|వ్యక్తితో|యజమానితో|ఓనర్ ?తో|మేనేజర్ ?తో|సిబ్బందితో) మాట్లాడ.{0,25}',
    ),
  },
  'te-Latn': {
    identity: pattern(
      `(?:meeru|miru|meru|nuvvu) ${machine.teLatn}(?: (?:leka|leda) ${machine.teLatn})?`,
      'nenu (?:oka |nijamaina |real )*(?:manishi|bot|robot|human|person) ?(?:tho|to) matlad(?:u|uth|ut)unnan(?:a|aa|u)',
      '(?:meeru|miru|meru|nuvvu) (?:evaru|evarandi|enti|emiti)',
      'idi (?:bota|bot ?aa?|robota|robot ?aa?|manishaa?)',
      '(?:mee|mi|nee) peru (?:enti|emiti|ento)',
      'evaru (?:meeru|miru|nuvvu|matladutunnaru|matladuthunnaru)',
    ),
    person: beginning(
      '(?:.{0,25} )?(?:evari ?(?:tho|to)(?: ?naina)?|evaraina manishi ?(?:tho|to)|(?:manishi|human|person|owner|manager|staff|yajamani) ?(?:tho|to)) ma+t+la+d.{0,25}',
    ),
  },
};

const courtesy =
  / (?:please|pls|plz|thanks|thank you|now|por favor|porfa|gracias|obrigado|obrigada|कृपया|प्लीज|ప్లీజ్|దయచేసి|andi|na)$/u;
const isThisPlace =
  /^(?:(?:is|s) (?:this|it|that)|am i (?:talking|speaking|writing) (?:to|with)|es|esto es|hablo con|é|aqui é|falo com|kya (?:yeh|ye|yah)|क्या (?:यह|ये)|idi|ఇది)(?: (?:hai|है|hain))?$/u;

const LONGEST = 100;

/** Whether a whole message asks who is writing here, or for a person; null when it is about anything else. */
export function wonders(text: string, shop: string): Wonders | null {
  const said = coreOf(text);
  if (said.length > LONGEST) return null;
  for (const language of LANGUAGES) {
    const { identity, person, personAlone } = asks[language];
    if (identity.test(said)) return { about: 'identity', language };
    const wish = person.exec(said);
    const isAll = wish ? wish.groups?.more === undefined : personAlone?.test(said);
    if (isAll) return { about: 'person', language };
  }
  return asksForShop(said, bare(shop)) ? { about: 'identity', language: null } : null;
}

/** What is truly answered to who wonders; null where the question is about anything else. */
export function aboutMachine(
  question: string,
  { name, contactPhone }: { name: string; contactPhone: string | null },
  language: string | null,
): { about: Wonders['about']; text: string } | null {
  const wonder = wonders(question, name);
  if (!wonder) return null;
  const say = phrasesIn(wonder.language ?? language);
  const sentence = wonder.about === 'identity' ? say.identity : say.noPerson;
  return { about: wonder.about, text: sentence(name, contactPhone) };
}

/** "Is this Pizza Palace?" */
const asksForShop = (said: string, shop: string) =>
  shop !== '' && said.includes(shop) && isThisPlace.test(said.replace(shop, '').trim());

function coreOf(text: string): string {
  const said = withoutGreeting(bare(text));
  return said.replace(courtesy, '').replace(/^(?:please|por favor|कृपया) /u, '');
}

/** Whether a message begins with the wish to talk to a person, whatever about. */
export const asksForPerson = (text: string): boolean =>
  LANGUAGES.some((language) => asks[language].person.test(coreOf(text).slice(0, LONGEST)));
