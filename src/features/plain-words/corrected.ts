import { figuresIn } from './figures-said.ts';
import { daysNamed } from './meaning.ts';
import { isDay, isFigure } from './read-answer.ts';

const beforeDay =
  /(?:(?:on|every|each|this|next|el|los|cada|todos|na|no|às|toda|har|हर|ప్రతి|prati)\s+)+$/iu;

/** A statement with a figure or day of it replaced by another one, or a whole other wording; null where nothing says what to replace. */
export function corrected(said: string, correction: string): string | null {
  if (isFigure(correction)) return withFigure(said, correction);
  if (isDay(correction)) return withDay(said, correction);
  return correction;
}

function withFigure(said: string, correction: string): string | null {
  const [wanted] = figuresIn(correction);
  const known = figuresIn(said);
  const same = known.filter(({ kind }) => kind === wanted?.kind);
  const [was, ...others] = same.length > 0 ? same : known;
  if (!wanted || !was || others.length > 0) return null;
  const figure = correction.slice(wanted.at, wanted.at + wanted.length);
  return said.slice(0, was.at) + figure + said.slice(was.at + was.length);
}

function withDay(said: string, correction: string): string | null {
  const [was, ...others] = daysNamed(said);
  if (!was || others.length > 0) return null;
  const before = said.slice(0, was.at);
  const namesHow = /\s/u.test(correction);
  return (
    (namesHow ? before.replace(beforeDay, '') : before) +
    correction +
    said.slice(was.at + was.text.length)
  );
}
