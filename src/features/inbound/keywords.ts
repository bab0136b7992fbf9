import type { Language } from '#features/answers/language.ts';
import { LANGUAGES } from '#features/answers/language.ts';
import type { ChannelKind } from '#ports.ts';

export type Keyword = 'stop' | 'start' | 'help';

/** Words with which Twilio itself opts people out and in on SMS, and answers them (English only, whole message). */
const carrierWords: Record<Keyword, readonly string[]> = {
  stop: ['stop', 'unsubscribe', 'end', 'quit', 'stopall', 'revoke', 'optout', 'cancel'],
  start: ['start', 'yes', 'unstop'],
  help: ['help', 'info'],
};

/** "Cancel" and "yes" are no opt-out words off SMS, where they mean an appointment or an answer. */
const ourWords: Record<Keyword, Record<Language, readonly string[]>> = {
  stop: {
    en: [
      'stop',
      'stopall',
      'stop all',
      'unsubscribe',
      'end',
      'quit',
      'revoke',
      'optout',
      'opt out',
    ],
    es: [
      'parar',
      'pare',
      'alto',
      'baja',
      'darme de baja',
      'cancelar suscripción',
      'no más mensajes',
    ],
    pt: ['parar', 'pare', 'sair', 'descadastrar', 'cancelar inscrição', 'parar mensagens'],
    hi: ['रोको', 'रोकें', 'बंद करो', 'बंद करें', 'बंद', 'स्टॉप'],
    'hi-Latn': ['roko', 'band karo', 'band karein'],
    te: ['ఆపు', 'ఆపండి', 'ఆపేయండి', 'స్టాప్'],
    'te-Latn': ['aapu', 'aapandi', 'apandi'],
  },
  start: {
    en: ['start', 'unstop', 'subscribe', 'opt in', 'optin'],
    es: ['empezar', 'iniciar', 'alta', 'comenzar', 'reanudar'],
    pt: ['começar', 'comecar', 'iniciar', 'voltar', 'retomar'],
    hi: ['शुरू', 'शुरू करो', 'शुरू करें', 'चालू करो', 'स्टार्ट'],
    'hi-Latn': ['shuru', 'shuru karo', 'chalu karo'],
    te: ['ప్రారంభించు', 'ప్రారంభించండి', 'మొదలుపెట్టు', 'స్టార్ట్'],
    'te-Latn': ['modalupettu', 'prarambhinchu'],
  },
  help: {
    en: ['help', 'info'],
    es: ['ayuda', 'información'],
    pt: ['ajuda', 'informação'],
    hi: ['मदद', 'सहायता'],
    'hi-Latn': ['madad', 'sahayata'],
    te: ['సహాయం'],
    'te-Latn': ['sahayam'],
  },
};

const kinds: readonly Keyword[] = ['stop', 'start', 'help'];

/** Lower case, one space between words, no punctuation or emoji around it: `" Stop!! "` → `stop`. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const carrier = {
  stop: new Set(carrierWords.stop),
  start: new Set(carrierWords.start),
  help: new Set(carrierWords.help),
};
const allOf = (words: Record<Language, readonly string[]>) =>
  new Set(Object.values(words).flat().map(bare));
const ours = {
  stop: allOf(ourWords.stop),
  start: allOf(ourWords.start),
  help: allOf(ourWords.help),
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
  for (const word of kinds.flatMap((kind) => ourWords[kind][language]).map(bare)) {
    const known = languagesOf.get(word) ?? [];
    if (!known.includes(language)) languagesOf.set(word, [...known, language]);
  }
}

/** The languages that a keyword is of; none where it is no keyword, or an English one, which everybody uses. */
export function languagesOfKeyword(body: string): Language[] {
  const languages = languagesOf.get(bare(body)) ?? [];
  return languages.includes('en') ? [] : languages;
}
