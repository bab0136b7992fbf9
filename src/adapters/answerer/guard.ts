import type { Answer, Passage, Question } from '#ports.ts';
import { figuresStandIn } from './figures.ts';
import { isFarFrom } from './likeness.ts';
import { namedDaysStandIn, sharesStandIn } from './named-days.ts';
import { endOf, INSTRUCTIONS, labelled, momentOf } from './prompt.ts';
import { wordedFiguresStandIn } from './worded-figures.ts';

/** What the model wrote; nothing of it is believed yet. */
export type Draft = {
  answer: string;
  entryIds: readonly string[];
  confident: boolean;
  language: string | null;
};

const LONGEST_ANSWER = 500;

export const unusable = (because: string): Answer => ({ kind: 'unusable', because });

/**
 * Lets a draft pass only if it cites given passages and no other, repeats nothing of our instructions, has each of its
 * figures (and "free", shares and named days) from the cited passages or from the facts about the business, and has some of its words from them
 * where it is in their language; longer than 500 characters, it ends with an earlier sentence.
 */
export function guard(draft: Draft, question: Question): Answer {
  if (!draft.confident) return { kind: 'unsure' };
  const given = labelled(question.passages);
  const cited = [...new Set(draft.entryIds)].map((label) => given.get(label));
  const sources = cited.filter((passage) => passage !== undefined);
  const answer = plain(draft.answer);
  const text = shortened(answer);
  const because = faultOf({ answer, text, sources, citedCount: cited.length }, question);
  if (because) return unusable(because);
  const language = languageTag(draft.language);
  return { kind: 'answered', text, sources: sources.map(({ id }) => id), language };
}

type Read = { answer: string; text: string; sources: readonly Passage[]; citedCount: number };

function faultOf(read: Read, question: Question): string | null {
  const { answer, text, sources, citedCount } = read;
  if (text === '') return 'the model wrote nothing';
  if (sources.length === 0 || sources.length < citedCount) return 'it cites what was not given';
  if (repeatsInstructions(answer)) return 'it repeats the instructions';
  const { grounds, groundsOfDays } = groundsOf(read, question);
  if (!figuresStandIn(answer, grounds)) return 'a figure stands in no cited entry';
  if (!wordedFiguresStandIn(answer, grounds)) return 'a number in words stands in no cited entry';
  if (!sharesStandIn(answer, grounds)) return 'a share stands in no cited entry';
  if (!namedDaysStandIn(answer, groundsOfDays, question.text))
    return 'a day stands in no cited entry';
  if (isFarFrom(answer, grounds, question.text)) return 'it has nothing of the cited entries';
  return null;
}

/** Hours name every day of the week, which is no ground for the day of anything else. */
function groundsOf({ sources }: Read, question: Question) {
  const { name, hours } = question.business;
  const ofHours = [hours ?? '', question.hoursNow ?? ''];
  const ends = sources.flatMap(({ until }) => (until ? [endOf(until, question)] : []));
  const cited = [...sources.map((passage) => passage.text), ...ends, name];
  return {
    grounds: [...cited, ...ofHours, momentOf(question).localTime],
    groundsOfDays: citesHours(sources, hours) ? [...cited, ...ofHours] : cited,
  };
}

function citesHours(sources: readonly Passage[], hours: string | null): boolean {
  const [firstLine = ''] = (hours ?? '').split('\n');
  return firstLine !== '' && sources.some(({ text }) => text.includes(firstLine));
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
