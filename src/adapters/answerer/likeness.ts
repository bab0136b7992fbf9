/** Function words and courtesies: they tell the language, and nothing about what is said. */
const FUNCTION_WORDS: Record<string, ReadonlySet<string>> = {
  en: setOf(
    'the is are you we our your and to of for with on in at it this that can will have has be do does from by or not please thanks thank sorry welcome happy help glad yes any all also just here there they them would could should about more please know let',
  ),
  es: setOf(
    'el la los las es son de del y en con para por un una su sus se que no si nos nuestro nuestra tenemos puede pueden puedes usted gracias favor hola está están hay al le lo como más ayudar gusto',
  ),
  pt: setOf(
    'o os as é são de do da dos das e em no na com para por um uma seu sua se que não sim nos nosso nossa temos pode podem você vocês obrigado obrigada olá está estão há ao mais ajudar prazer',
  ),
};

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** A shorter answer may well have words of its own only ("Yes, gladly"). */
const FEWEST_WORDS = 4;
const LEAST_SHARE = 0.15;
const SHORTEST = 4;

/**
 * True when the answer is in the language of the grounds, and hardly any of its telling words stands in them. Words of
 * the question count neither way. Where a language is not certain nothing is held against the answer.
 */
export function isFarFrom(answer: string, grounds: readonly string[], question: string): boolean {
  const known = grounds.join(' ');
  const language = languageOf(answer);
  if (language === null || language !== languageOf(known)) return false;
  const asked = new Set(stemsIn(question, language));
  const stood = new Set(stemsIn(known, language));
  const said = [...new Set(stemsIn(answer, language))].filter((stem) => !asked.has(stem));
  const shared = said.filter((stem) => stood.has(stem)).length;
  return said.length >= FEWEST_WORDS && shared < said.length * LEAST_SHARE;
}

/** The one whose function words are at least two, and twice those of any other. */
function languageOf(text: string): string | null {
  const words = wordsIn(text);
  const votes = Object.entries(FUNCTION_WORDS)
    .map(([language, own]) => ({ language, count: words.filter((word) => own.has(word)).length }))
    .toSorted((a, b) => b.count - a.count);
  const [best, next] = votes;
  return best && best.count >= 2 && best.count >= 2 * (next?.count ?? 0) ? best.language : null;
}

const wordsIn = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];

/** Beginnings, in which "deliver" and "delivery" are the same. */
const stemsIn = (text: string, language: string) =>
  wordsIn(text)
    .filter((word) => word.length >= SHORTEST && !FUNCTION_WORDS[language]?.has(word))
    .map((word) => word.slice(0, SHORTEST));
