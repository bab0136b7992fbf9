import type { Block } from '#platform/reading/blocks.ts';
import { storable } from '#platform/reading/blocks.ts';

/** An entry longer than this is divided between its sentences. */
const LONGEST = 400;
const LONGEST_TOGETHER = 300;
const SHORT_LINE = 70;
const LONGEST_LABEL = 80;
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

type Part = { label: string | null; text: string; isLine: boolean };

/**
 * What a document tells, as entries that each make sense alone: the heading stands before what is under it, a question
 * before its answer, a list has an entry for each thing, short lines without a price stand together. No two say the same.
 */
export function entriesOf(blocks: readonly Block[]): string[] {
  const entries = together(partsOf(withAnswers(blocks.filter(isText)))).flatMap(({ label, text }) =>
    divided(text).map((piece) => labelled(label, piece)),
  );
  return unique(entries.map((entry) => storable(entry).trim()).filter(saysSomething));
}

/** A question goes before the paragraph that answers it. */
function withAnswers(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    const isAnswer = block.kind === 'paragraph' && last && isQuestion(last);
    if (isAnswer) all.splice(-1, 1, { kind: 'paragraph', text: `${last.text} ${block.text}` });
    else all.push(block);
  }
  return all;
}

const isQuestion = ({ text }: Block) => /[?？؟]$/u.test(text) && text.length <= 200;

function partsOf(blocks: readonly Block[]): Part[] {
  let label: string | null = null;
  return blocks.flatMap(({ kind, text }, i): Part[] => {
    if (kind === 'heading') {
      label = text.length <= LONGEST_LABEL ? text : null;
      return hasNothingUnder(blocks, i) || label === null
        ? [{ label: null, text, isLine: false }]
        : [];
    }
    const isLine = kind === 'paragraph' && text.length <= SHORT_LINE && !isPriced(text);
    return [{ label, text, isLine: isLine && !/[.!?।]$/u.test(text) }];
  });
}

/** Then it is lost unless it is an entry itself; a bare title is not missed. */
const hasNothingUnder = (blocks: readonly Block[], at: number) => {
  const next = blocks[at + 1];
  const text = blocks[at]?.text ?? '';
  return (!next || next.kind === 'heading') && (/\d/u.test(text) || text.split(' ').length > 4);
};

const isPriced = (text: string) =>
  /[$€£₹]\s?\d|\d\s?[$€£₹]|\b(?:rs|inr|usd|eur)\b\.?/iu.test(text) ||
  (/\d+(?:[.,]\d{1,2})?\s*$/u.test(text) && !/\d\s*(?:[-–—]|to|a|hasta|às)\s*\d/iu.test(text));

function together(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    const fits =
      last?.isLine &&
      part.isLine &&
      part.label !== null &&
      last.label === part.label &&
      last.text.length + part.text.length < LONGEST_TOGETHER;
    if (fits) all.splice(-1, 1, { ...last, text: `${last.text}, ${part.text}` });
    else all.push(part);
  }
  return all;
}

function divided(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  const pieces: string[] = [];
  for (const { segment } of sentences.segment(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + segment.length <= LONGEST) {
      pieces.splice(-1, 1, last + segment);
    } else {
      pieces.push(...broken(segment));
    }
  }
  return pieces;
}

/** A sentence without an end, at its spaces. */
function broken(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const space = sentence.lastIndexOf(' ', LONGEST);
  const isInPair = /[\uD800-\uDBFF]/.test(sentence.charAt(LONGEST - 1));
  const end = space > LONGEST / 2 ? space : LONGEST - (isInPair ? 1 : 0);
  return [sentence.slice(0, end), ...broken(sentence.slice(end))];
}

const labelled = (label: string | null, text: string) =>
  label === null || text.toLowerCase().startsWith(label.toLowerCase())
    ? text
    : `${label}: ${text.trim()}`;

const saysSomething = (text: string) => /\p{L}.*\p{L}|\p{L}\p{M}/su.test(text);

/** Page numbers and ornaments are none. */
const isText = ({ text }: Block) =>
  /[\p{L}\p{N}]/u.test(text) &&
  !/^(?:page|página|seite|पृष्ठ)?\s*\d+(?:\s*(?:of|de|\/)\s*\d+)?$/iu.test(text);

function unique(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const said = text.toLowerCase().replace(/\s+/gu, ' ');
    return !seen.has(said) && seen.add(said);
  });
}
