import type { Answer, Question } from '#ports.ts';
import { figuresStandIn } from './figures.ts';
import { INSTRUCTIONS, labelled, localMoment } from './prompt.ts';

/** What the model wrote; nothing of it is believed yet. */
export type Draft = {
  answer: string;
  entryIds: readonly string[];
  confident: boolean;
  language: string | null;
};

const LONGEST_ANSWER = 500;

/** Lets a draft pass only if it cites given passages and no other, repeats nothing of our instructions, and has each of its figures from the cited passages or from the facts about the business; longer than 500 characters, it ends with an earlier sentence. */
export function guard(draft: Draft, question: Question): Answer {
  const given = labelled(question.passages);
  const cited = [...new Set(draft.entryIds)].map((label) => given.get(label));
  const sources = cited.filter((passage) => passage !== undefined);
  const answer = plain(draft.answer);
  const text = shortened(answer);
  const { name, hours } = question.business;
  const facts = [name, hours ?? '', localMoment(question).localTime];

  if (!draft.confident || text === '') return { kind: 'unsure' };
  if (sources.length === 0 || sources.length < cited.length) return { kind: 'unsure' };
  if (repeatsInstructions(answer)) return { kind: 'unsure' };
  if (!figuresStandIn(answer, [...sources.map((passage) => passage.text), ...facts])) {
    return { kind: 'unsure' };
  }
  const language = languageTag(draft.language);
  return { kind: 'answered', text, sources: sources.map(({ id }) => id), language };
}

/** Without the labels and the bold type that models add although they are asked not to. */
const plain = (text: string) =>
  text
    .replace(/\s*[[(]E\d+(?:\s*,\s*E\d+)*[\])]/g, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .trim();

function shortened(text: string): string {
  if (text.length <= LONGEST_ANSWER) return text;
  const sentences = beginning(text, 'sentence', LONGEST_ANSWER);
  if (sentences !== '') return sentences;
  const words = beginning(text, 'word', LONGEST_ANSWER - 1);
  return words === '' ? '' : `${words}…`;
}

function beginning(text: string, granularity: 'sentence' | 'word', limit: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity }).segment(text)) {
    if ((kept + segment).trimEnd().length > limit) break;
    kept += segment;
  }
  return kept.trimEnd();
}

const TELLING_WORDS = 8;
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const OUR_WORDS = ` ${words(INSTRUCTIONS).join(' ')} `;

/** Eight words in a row are taken from the instructions: no answer needs those. */
function repeatsInstructions(text: string): boolean {
  const said = words(text);
  return said.some((_, from) => {
    const run = said.slice(from, from + TELLING_WORDS);
    return run.length === TELLING_WORDS && OUR_WORDS.includes(` ${run.join(' ')} `);
  });
}

function languageTag(tag: string | null): string | null {
  try {
    return Intl.getCanonicalLocales(tag ?? [])[0] ?? null;
  } catch {
    return null;
  }
}
