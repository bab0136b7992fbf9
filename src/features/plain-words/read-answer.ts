import { readNumber } from '#features/commands/parse.ts';
import type { Says } from '#features/commands/pending.ts';
import { wordsOfAll } from '#features/conversations/languages.ts';
import type { WordList } from '#features/conversations/speech.ts';
import { bare } from '#features/inbound/keywords.ts';
import { daysIn, figuresIn } from './figures-said.ts';
import type { Understood } from './open.ts';

const setOf = (list: WordList) => new Set(wordsOfAll(list).map(bare));

const yes = setOf('yes');
const no = setOf('no');
const replace = setOf('replace');
const another = setOf('another');
const skip = setOf('skip');

/** Yes or no, as a whole message, in any of the product's languages. */
export function yesOrNo(said: string): 'yes' | 'no' | null {
  if (no.has(said)) return 'no';
  return yes.has(said) ? 'yes' : null;
}

export const isSkip = (said: string): boolean => skip.has(said);

/** What a whole message says to something that we understood; null when it is about something else. */
export function readAgreement(open: Understood, body: string): Says | null {
  const said = bare(body.normalize('NFKC').replace(/[\uFE0F\u20E3]/gu, ''));
  const isOneOfSeveral = open.changes.length > 1;
  const agreed = yesOrNo(said);
  if (agreed === 'no') return 'no';
  if (another.has(said)) return 'new';
  if (agreed === 'yes' || replace.has(said)) return isOneOfSeveral ? 'unclear' : 'yes';
  const number = readNumber(body);
  if (number !== null && open.changes.some((change) => change.number === number)) return { number };
  if (number !== null && isOneOfSeveral) return 'unclear';
  const text = correctionIn(body);
  return text === null ? null : { text };
}

const refusal = [...no].filter((word) => word.length > 1).toSorted((a, b) => b.length - a.length);
const refused = new RegExp(
  `^(?:${refusal.join('|')})(?:\\s*[,.:;–-]+\\s*|\\s+)(?<rest>[^]+)$`,
  'iu',
);
const refusedPlainly = new RegExp(
  `^(?:${refusal.join('|')})\\s*[,.:;–-]+\\s*(?<rest>\\S[^]*)$`,
  'iu',
);
const leadIn =
  /^(?:(?:it'?s|it is|its|make it|make that|i mean|i meant|it should be|should be|actually|sorry|rather|but|es|son|é|são|hai|it)\s+)+/iu;

/** What an owner puts in place of what we understood: "no, 450", "450", "every Monday", "no, we open at ten". */
function correctionIn(body: string): string | null {
  const text = body.normalize('NFC').trim().replace(/[’‘]/gu, "'");
  const brief = (refused.exec(text)?.groups?.rest ?? text).replace(leadIn, '').trim();
  if (isFigure(brief) || isDay(brief)) return brief;
  return refusedPlainly.exec(text)?.groups?.rest?.trim() ?? null;
}

const unit =
  /^(?:[$€£₹%]|r\$|rs\.?|inr|rupees?|rupaye|rupayalu|dollars?|euros?|pounds?|pesos?|reais|am|pm|a\.m\.|p\.m\.|baje|hai|hrs?|o'?clock|minutes?|mins?|days?|रुपये|रुपए|बजे|है|రూపాయలు|గంటలకు)$/iu;

/** "450", "₹450", "450 rupees", "10 am" */
export function isFigure(text: string): boolean {
  const [figure, ...others] = figuresIn(text);
  if (!figure || others.length > 0 || figure.value === 0) return false;
  const rest = `${text.slice(0, figure.at)} ${text.slice(figure.at + figure.length)}`;
  return rest.split(/[\s.!]+/u).every((word) => word === '' || unit.test(word));
}

const onlyDay =
  /^(?:(?:on|every|each|this|next|all|el|los|cada|todos|na|no|às|toda|har|हर|ప్రతి|prati)\s+)*[\p{L}\p{M}-]+$/iu;

export const isDay = (text: string): boolean => onlyDay.test(text) && daysIn(text).size === 1;
