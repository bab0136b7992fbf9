import type { Language } from '#features/conversations/languages.ts';
import { LANGUAGES, wordsIn, wordsOfAll } from '#features/conversations/languages.ts';
import { remembered } from '#platform/remembered.ts';
import type { ChannelKind } from '#ports.ts';

export type Keyword = 'stop' | 'start' | 'help';

/** Words with which Twilio itself opts people out and in on SMS, and answers them (English only, whole message). */
const carrierWords: Record<Keyword, readonly string[]> = {
  stop: ['stop', 'unsubscribe', 'end', 'quit', 'stopall', 'revoke', 'optout', 'cancel'],
  start: ['start', 'yes', 'unstop'],
  help: ['help', 'info'],
};

const kinds: readonly Keyword[] = ['stop', 'start', 'help'];

/** Lower case, one space between words, no punctuation or emoji around it: `" Stop!! "` → `stop`. */
export const bare = (text: string): string =>
  text.length > LONGEST_REMEMBERED ? barely(text) : rememberedBare(text);

const barely = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** A message is asked about more than once on its way. */
const MOST_REMEMBERED = 64;
const LONGEST_REMEMBERED = 500;
const rememberedBare = remembered(MOST_REMEMBERED, barely);

const carrier = {
  stop: new Set(carrierWords.stop),
  start: new Set(carrierWords.start),
  help: new Set(carrierWords.help),
};
/** "Cancel" and "yes" are no opt-out words off SMS, where they mean an appointment or an answer. */
const ours = {
  stop: new Set(wordsOfAll('stop').map(bare)),
  start: new Set(wordsOfAll('start').map(bare)),
  help: new Set(wordsOfAll('help').map(bare)),
};

/** Twilio takes a word only when it is the whole message, whatever its case. */
const exact = (body: string) => body.trim().toLowerCase();
/** A mark at its beginning makes an owner's message a command. */
export const isCommand = (body: string) => /^\s*[!！]/u.test(body);

/** The keyword that the whole message is; "please don't stop" is conversation, and `!help` is a command. */
export function keywordOf(body: string, channel: ChannelKind): Keyword | null {
  const word = bare(body);
  if (ours.stop.has(word)) return 'stop';
  if (isCommand(body)) return null;
  if (channel === 'sms' && carrier.stop.has(exact(body))) return 'stop';
  return kinds.find((kind) => ours[kind].has(word)) ?? null;
}

/** True when Twilio answers this message by itself, so that a second answer would be one too many. */
export const isAnsweredByCarrier = (
  body: string,
  channel: ChannelKind,
  optOutType: string | null,
) =>
  optOutType !== null ||
  (channel === 'sms' &&
    exact(body) !== 'yes' &&
    kinds.some((kind) => carrier[kind].has(exact(body))));

/** On SMS Twilio lifts its block at YES too; our record follows, if there is one. */
export const liftsBlock = (body: string, channel: ChannelKind) =>
  channel === 'sms' && carrier.start.has(exact(body));

const languagesOf = new Map<string, Language[]>();
for (const language of LANGUAGES) {
  for (const word of kinds.flatMap((kind) => wordsIn(language, kind)).map(bare)) {
    const known = languagesOf.get(word) ?? [];
    if (!known.includes(language)) languagesOf.set(word, [...known, language]);
  }
}

/** The languages that a keyword is of; none where it is no keyword, or an English one, which everybody uses. */
export function languagesOfKeyword(body: string): Language[] {
  const languages = languagesOf.get(bare(body)) ?? [];
  return languages.includes('en') ? [] : languages;
}
