import { bare } from '#features/inbound/keywords.ts';

import type { Language } from '#features/conversations/languages.ts';
import { LANGUAGES } from '#features/conversations/languages.ts';
import { allPhrases, phrasesIn } from '#features/conversations/phrases.ts';
import type { Turn, TurnMessage } from '#features/conversations/turn.ts';
import type { ConsentChannel } from './events.ts';
import { optOutIntent } from './opt-out/intent.ts';

/** What an answer by its number does: opts out, keeps all as it is, brings offers, agrees to join. */
export type Option = 'everything' | 'offers' | 'keep' | 'resume' | 'join';

/** What we asked; `wording` and `version` are what is agreed to. */
export type Choices = {
  options: readonly Option[];
  wording?: string;
  version?: string;
  channel?: ConsentChannel;
};

export const CHOICE = 'consent-choice';
const LONGEST_WORD = 100;

/** What a customer wants to change or know about being written to. */
export type ConsentWish =
  | { kind: 'ask-stop' }
  | { kind: 'chosen'; option: Option; choices: Choices }
  | { kind: 'join'; word: string }
  | { kind: 'preferences' };

const languagesOf = new Map<string, Language[]>();
for (const language of LANGUAGES.filter((one) => one !== 'en')) {
  const { joinWords, preferencesWords } = phrasesIn(language).consent;
  for (const word of [...joinWords, ...preferencesWords].map(bare)) {
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
  }
}

/** The languages in which somebody asks to join or what is kept of them; none in English, or when it is no such wish. */
export const languagesOfWish = (body: string): readonly Language[] =>
  languagesOf.get(bare(body)) ?? [];

const joinWords = new Set(allPhrases.flatMap(({ consent }) => consent.joinWords.map(bare)));
const preferencesWords = new Set(
  allPhrases.flatMap(({ consent }) => consent.preferencesWords.map(bare)),
);

/** The wish of a customer's last messages; null where they are about anything else. Who has opted out can join and look, no more. */
export function consentWish(turn: Turn, now: Date): ConsentWish | null {
  const last = turn.messages.at(-1);
  if (!last || turn.isOwner || turn.business.kind === 'lobby') return null;
  const said = bare(last.body);
  const asked = openChoices(turn, now);
  const option = asked && chosenIn(said, asked.options);
  if (asked && option) return { kind: 'chosen', option, choices: asked };
  const joining = joinWish(turn);
  if (joining) return joining;
  if (preferencesWords.has(said)) return { kind: 'preferences' };
  return seemsToStop(turn, asked);
}

/** One is asked once: who says it again while the question is open has answered it. */
function seemsToStop(turn: Turn, asked: Choices | null): ConsentWish | null {
  if (turn.isOptedOut || turn.withPersonSince || !turn.messages.some(isUnsure)) return null;
  const isAskedAgain = asked?.options[0] === 'everything';
  return isAskedAgain
    ? { kind: 'chosen', option: 'everything', choices: asked }
    : { kind: 'ask-stop' };
}

/** What is heard in a recording may be misheard: it never opts out by itself. */
const isUnsure = ({ body, kind }: TurnMessage) => {
  const intent = optOutIntent(body);
  return intent === 'unsure' || (kind === 'media' && intent !== null);
};

function openChoices({ pending }: Turn, now: Date): Choices | null {
  if (pending?.kind !== CHOICE || new Date(pending.expiresAt) <= now) return null;
  return pending.choices as Choices;
}

function chosenIn(said: string, options: readonly Option[]): Option | null {
  const number = /^(?:option |opcion |opcao )?([1-9])$/u.exec(said.normalize('NFKC'))?.[1];
  return (number && options[Number(number) - 1]) || null;
}

/** The wish to get offers, in a whole message: SUBSCRIBE is one, though it starts messages as well. */
export function joinWish({
  messages,
  business,
  isOwner,
}: Turn): Extract<ConsentWish, { kind: 'join' }> | null {
  const word = messages.at(-1)?.body.trim().slice(0, LONGEST_WORD) ?? '';
  const said = bare(word);
  const isCustomer = !isOwner && business.kind === 'shop' && said !== '';
  const isJoining = joinWords.has(said) || (business.optIn.words ?? []).map(bare).includes(said);
  return isCustomer && isJoining ? { kind: 'join', word } : null;
}
