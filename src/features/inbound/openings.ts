/** Words without accents, since people leave them out; marks of Indian scripts are kept. */
const plain = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
const setOf = (words: string) => new Set(words.split(/\s+/).map(plain));
const begins = (pattern: string) =>
  new RegExp(`^(?:${plain(pattern).replace(/\s*\n\s*/g, '|')})$`, 'u');

/** Whole messages that only begin a question or a wish; "do you deliver" and "where are you" are complete. */
const BEGINNINGS =
  begins(`(?:do|did|are|were|can|could|will|would|should|have|may) (?:you|u|i|we|they|it|there)(?: (?:guys|also|please|have|sell|offer|provide|get|bring))?
(?:is|was|does|will|would) (?:it|there|he|she|this|that|your|the)
(?:what|where|when|why|who|which|how|how much|how many|how long|what time)(?: (?:do|does|did|can|could|will|would|should))(?: (?:you|u|i|we|they|it|he|she))?(?: (?:guys|also|have|sell|offer|get))?
(?:what|where|which|how much|how long)(?: (?:is|are|was|were))
(?:i|we) (?:want|need|would like|was wondering if|am looking for|would like to|want to|need to)|id like(?: to)?|im looking for|please tell me if|can you tell me(?: if)?|could you tell me(?: if)?
(?:yo )?(?:quiero|quisiera|necesito|busco)|me gustaria|(?:ustedes |uds )?(?:tienen|venden|ofrecen)|ustedes|uds|(?:me )?(?:puede|pueden|podria|podrian)(?: decirme)?|cual es|cuales son|quiero saber si|queria saber si
(?:eu )?(?:quero|queria|gostaria|preciso)|vo?c[eê]s?(?: (?:tem|vendem|oferecem|fazem|aceitam))?|vcs?(?: tem)?|qual e|quais sao|voces podem|queria saber se
क्या (?:आप|मैं|हम|आपके|आपका|आपकी|वहाँ|वहां|यहाँ|यहां|कल|आज)(?: (?:लोग|पास|के पास))?|आप लोग|मुझे(?: एक)?|मुझको|हमें|मैं
kya (?:aap|main|mai|hum|aapke|aapka|aapki|kal|aaj)(?: (?:log|paas|pass|ke paas))?|aap log|mujhe(?: ek)?|mujhko|hume
మీరు|నాకు(?: ఒక)?|మాకు|మీ దగ్గర|మీ వద్ద|నేను
meeru|miru|naaku(?: oka)?|naku(?: oka)?|maaku|mee daggara|mi daggara|nenu`);

/** After these another word must come, in whatever language. */
const ALWAYS = setOf(
  `and but because the your our my with from into until via between an
  pero porque del unos unas sus nuestro nuestra con sin desde hasta
  porem entao pelo pela pelos pelas seu sua minha meu sem pra uma
  और लेकिन मगर क्योंकि मेरा मेरी मेरे आपका आपकी
  aur lekin magar kyunki
  మరియు ఎందుకంటే మా మీ నా mariyu endukante`,
);
/** These end a question that begins with its question word ("where do you deliver to"), and nothing else. */
const OPEN_UNLESS_ASKED = setOf('to for at of about by near');
const ASKS = setOf(
  'what where who whom which how whats wheres whos when why that whatever anything something nothing someone much',
);
/** "Yes, I'd love to" is an answer. */
const BEFORE_TO = setOf(
  'love like have want used hope going able happy glad trying meant mean forgot dont cant wont supposed ought unsubscribe',
);
/** "Option A", "vitamin E": single letters are names there. */
const LABELS = setOf(
  'option plan vitamin vitamina hepatitis block section gate grade type tipo class group grupo line size room table opcion opcao letra letter plano bloco bloque sala menu team floor',
);
const LETTERS = setOf('a e o y or');
const SPANISH = setOf('el la los las de en al un una por su');
const SPEAKS_SPANISH = setOf(
  'hacen entregan tienen venden aceptan abren cierran puedo quiero quisiera necesito entrega cuanto donde cuando ustedes hay esta estan para una reservar mesa pedido envian cuesta',
);
const PORTUGUESE = setOf('com no na nos nas do da dos das o a os as em ao um por de para');
const SPEAKS_PORTUGUESE = setOf(
  'voce voces vc vcs entregam aceitam fazem fica ficam abrem quero queria gostaria preciso tem entrega quanto onde reservar mesa horario',
);
/** "Es para él", mostly written without its accent. */
const FOR_HIM = setOf('es con');

/** True when a whole message is the beginning of a question or of a wish. */
export const isQuestionBegun = (words: readonly string[]): boolean =>
  BEGINNINGS.test(plain(words.join(' ')));

/** True when the last word is one after which another one must come. */
export function leavesOpen(spoken: readonly string[]): boolean {
  const words = spoken.map(plain);
  const last = words.at(-1) ?? '';
  const before = words.at(-2);
  if (before === undefined) return ALONE.has(last);
  if (ALWAYS.has(last) || ENDS_IN_PHRASE.test(`${before} ${last}`)) return true;
  if (OPEN_UNLESS_ASKED.has(last)) {
    return !words.some((word) => ASKS.has(word)) && !(last === 'to' && BEFORE_TO.has(before));
  }
  const isLabel = last.length === 1 && LABELS.has(before);
  return !isLabel && (LETTERS.has(last) || isOpenInIberia(last, words.slice(0, -1)));
}

/** Articles and prepositions that mean something else in other languages count beside words of their own. */
function isOpenInIberia(last: string, others: readonly string[]): boolean {
  const speaks = (marks: ReadonlySet<string>) => others.some((word) => marks.has(word));
  if (last === 'el' && speaks(FOR_HIM)) return false;
  return (
    (SPANISH.has(last) && speaks(SPEAKS_SPANISH)) ||
    (PORTUGUESE.has(last) && speaks(SPEAKS_PORTUGUESE))
  );
}

/** Complete words are not among them: "so", "no", "ya" and "mas" are answers. */
const ALONE = setOf('and but or because with for the y pero porque e ou और लेकिन या aur lekin మరియు');
const ENDS_IN_PHRASE = begins('के लिए|ke liye|कोई भी');
