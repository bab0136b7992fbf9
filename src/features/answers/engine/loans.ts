import { remembered } from '#platform/remembered.ts';
import { editDistance } from './fuzzy.ts';
import { lexiconOf } from './lexicon.ts';
import { romanKey, skeleton } from './roman.ts';
import { stemOf } from './stems.ts';
import { scriptOf } from './text.ts';

/** English spelling brought nearer to how Hindi and Telugu write the sound down. */
const SOUNDS: readonly [RegExp, string][] = [
  [/^kn/, 'n'],
  [/^wr/, 'r'],
  [/sch/g, 'sk'],
  [/[st]ion/g, 'shan'],
  [/ture\b/g, 'char'],
  [/d?ge(?=s?$|[dr]?s?$)/g, 'j'],
  [/igh/g, 'i'],
  [/ck/g, 'k'],
  [/qu/g, 'kv'],
];

const SHORTEST = 4;
const SHORTEST_SOUND = 3;
/** Words of so many consonants may differ in more letters than shorter ones. */
const LONG_SOUND = 4;
const EDITS = { long: 2, short: 0 };
/** How Telugu verbs end; no English word does. */
const VERB = /(?:తార[ాు]|స్తే|ాలి|ాము|ార[ాు]|ంద[ాి]|ాయా|ోవచ్చ[ాు]|వచ్చ[ాు]|టం|డం)$/;

type Loan = { key: string; concepts: readonly string[] };

const plain = (word: string): string =>
  SOUNDS.reduce((spelt, [sound, heard]) => spelt.replace(sound, heard), word);

let sounds: ReadonlyMap<string, readonly Loan[]> | null = null;

/** What English words name, by their consonants. */
function soundsOfEnglish(): ReadonlyMap<string, readonly Loan[]> {
  if (sounds) return sounds;
  const found = new Map<string, Loan[]>();
  for (const [word, concepts] of lexiconOf('en').words) {
    const spelt = plain(word);
    const sound = skeleton(spelt);
    if (word.length < SHORTEST || sound.length < SHORTEST_SOUND) continue;
    const named = concepts.filter((concept) => !concept.startsWith('@'));
    found.set(sound, [...(found.get(sound) ?? []), { key: romanKey(spelt), concepts: named }]);
  }
  sounds = found;
  return found;
}

/** What an English word names that is written down in Devanagari or Telugu ("मेंबरशिप"); none for other words. */
export const soundedConcepts = remembered(5_000, (word: string): readonly string[] => {
  const script = scriptOf(word);
  if (script !== 'devanagari' && script !== 'telugu') return [];
  if (VERB.test(word)) return [];
  for (const form of new Set([word, stemOf(word, script === 'devanagari' ? 'hi' : 'te')])) {
    const [nearest] = loansLike(form);
    if (nearest) return nearest.concepts;
  }
  return [];
});

function loansLike(form: string): Loan[] {
  const [sound, key] = [skeleton(form), romanKey(form)];
  if (sound.length < SHORTEST_SOUND) return [];
  const limit = sound.length < LONG_SOUND ? EDITS.short : EDITS.long;
  return (soundsOfEnglish().get(sound) ?? [])
    .map((loan) => ({ ...loan, edits: editDistance(key, loan.key, limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
}
