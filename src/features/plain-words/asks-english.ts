const anyOf = (words: string) => `(?:${words.trim().split(/\s+/u).join('|')})`;

const pronoun = anyOf("i we you u ya they he she it there this that these those y'all one");
const someone = anyOf('any anyone anybody someone somebody people customers guests kids children');
const article = anyOf('the your our my his her their a an some all every');
const subject = `(?:${pronoun}|${someone}|${article})`;
const verb = anyOf(
  'is are am was were do does did can could will would shall should may might must have has had r',
);
const negated = anyOf(
  "isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't haven't hasn't",
);
const wh =
  "(?:what|whats|what's|wat|wht|when|whens|when's|wen|where|wheres|where's|wher|whr|who|whos|who's|whom|whose|which|why|how|hows|how's|hw)";

const starting = (...parts: string[]) => new RegExp(`^(?:${parts.join('|')})(?![\\p{L}'])`, 'u');

/** "When do you …", "how much …", "what time …", "who cuts hair": the verb or what is asked for comes first. */
const whAsked = starting(
  `${wh} (?:${verb}|${negated}|r u|u|to)`,
  "(?:what's|whats|when's|where's|wheres|who's|whos|how's|hows)",
  '(?:how|hw) (?:much|many|long|far|often|late|early|soon|big|old|about|come|do|does|expensive)',
  '(?:what|wat|which) (?:time|times|day|days|hours?|kinds?|types?|sizes?|colou?rs?|payment|price|prices|cards?|else|about|brands?|languages?|documents?)',
  '(?:from|at|by|until|till|since|on|in|for|to|with) (?:what|which|when|whom|where)',
  'which',
  'whose',
  'why',
  'whom',
);
const whAny = starting(wh);
const wholeClause = new RegExp(
  `^(?:when|where|what|how|who|whenever|wherever)(?:ever)? (?:${pronoun}|${article}|\\p{L}+(?:ers|ies|sts)|it) `,
  'u',
);
/** "When it rains", "where possible", "which is why", "what a day": they begin a statement. */
const notAsked =
  /^(?:when|where|if) (?:possible|needed|necessary|available|in doubt|required)\b|^which is\b|^(?:what an?|how (?:nice|lovely|sweet|great|kind|funny|wonderful))\b|^(?:why not)\b|^who(?:ever)? .+ (?:gets?|receives?|wins?|must|should|needs? to|has to|have to|pays?) /u;

/** "Do you …", "is the …", "are dogs allowed": the verb first, and somebody after it. */
const byOrder = starting(
  `(?:do|does|did|is|are|am|was|were|can|could|will|would|shall|should|may|has|r|cn|wud|cud) ${subject}`,
  `have (?:${pronoun}|${someone})`,
  `(?:isn't|aren't|doesn't|don't|can't|couldn't|won't|wouldn't|haven't|hasn't|didn't) (?:${subject})`,
  '(?:does|did|is there|are there|any chance|is it|is that)',
);
const orderWithNoun =
  /^(?:(?:is|are|was|were|will|can|could|has|would) (?!(?:be|not|no|now|only|always|also|closed|open|included|available|from|at|on|in|to|pay|book|come|come|get|find|close|start|bring|order|never|still|change)\b)\p{L}+(?: \p{L}+)+|do (?:\p{L}+s) \p{L}+)/u;
const have = /^have (?:the|your|our|my) \p{L}+ (?:\p{L}+(?:ed|en)|gone|gone up|been)\b/u;
/** "Don't you worry", "should you need us, call", "do your booking early". */
const notAskedByOrder =
  /^don't you (?:worry|dare|forget)\b|^(?:should|were|had) .+, |^(?:do|have) (?:a|your|the|all|not)\b|^(?:is|are) (?:a|an|the|our|your) \p{L}+$/u;
const doSubject = /^do (?:your|the|all) (?:\p{L}+s|staff|people) /u;

/** "U open 2day", "you guys deliver": as if with "do". */
const you =
  /^(?:(?:u|ya) (?:guys )?(?!can\b|should\b|must\b|need\b)\p{L}+|(?:you guys|you) (?:guys )?(?:open|deliver|sell|accept|got|still|close|take|ship|there)\b)/u;
const indirect = starting(
  'tell me (?:if|whether|what|when|where|who|how|which|why|about|the|our|your)',
  '(?:i|we) (?:wonder|am wondering|was wondering|want to know|would like to know|need to know)',
  "i'd like to know|i'm wondering|wondering|(?:do|did|does) (?:you|u|anyone) know|can (?:you|u) tell",
);
const tag = new RegExp(
  `(?:(?:,? ${negated}|, ?${anyOf('is are do does did can will')}) (?:i|we|you|they|there|he|she|it)|, ?(?:right|correct|yes|yeah|innit|huh)|^[^,;]+, ?no| or not| or what)$`,
  'u',
);
const tagWithoutComma =
  /^(?:we|you|u|it|they|our|the \p{L}+ (?:is|are)) (?!.*\b(?:turn|the|on|to|your|go)\s+right$).* right$/u;
/** "Any discounts for students": no verb follows. */
const anyOnly =
  /^any (?!.*(?:\d|\b(?:is|are|was|costs?|gets?|comes?|can|has|have|will|ships?|must|needs?|may|should|works?|goes)\b))/u;
const statesItself = /^(?:do|does|did) not\b|^don't (?!you\b|we\b|they\b|i\b)/u;

/** Whether a sentence in lower case asks in English. */
export function asksInEnglish(said: string): boolean {
  if (statesItself.test(said) || notAsked.test(said)) return false;
  if (tag.test(said) || tagWithoutComma.test(said)) return true;
  if (whAsked.test(said)) return !isClause(said);
  if (whAny.test(said)) return !wholeClause.test(said) || !isClause(said);
  return asksByOrder(said);
}

const LONGEST_ASKED = 5;

/** "When we are closed, call the hotel": a main clause follows. */
function isClause(said: string): boolean {
  if (!wholeClause.test(said)) return false;
  return said.includes(',') || said.split(' ').length > LONGEST_ASKED;
}

function asksByOrder(said: string): boolean {
  if (have.test(said) || doSubject.test(said)) return true;
  if (notAskedByOrder.test(said)) return false;
  return [byOrder, orderWithNoun, you, indirect, anyOnly].some((asks) => asks.test(said));
}
