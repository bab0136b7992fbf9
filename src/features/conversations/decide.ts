import { isRunaway } from '#features/billing/breakers.ts';
import { filesIn } from '#features/documents/given.ts';
import type { ConsentWish } from '#features/consent/wish.ts';
import { consentWish, joinWish } from '#features/consent/wish.ts';
import { isGreeting } from '#features/inbound/completeness.ts';
import type { Keyword } from '#features/inbound/keywords.ts';
import { bare, isAnsweredByCarrier } from '#features/inbound/keywords.ts';
import { linkedId } from '#features/inbound/route.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import type { SaidKeyword } from './last-keyword.ts';
import { lastKeyword } from './last-keyword.ts';
import { mediaToHear, mostOf } from './media-to-hear.ts';
import { phrasesIn } from './phrases.ts';
import { isThanks } from './small-talk.ts';
import type { HeardMedia, Reply, Turn, TurnMessage } from './turn.ts';
import { windowNow } from './turn.ts';
import type { ToOwner } from './with-owner.ts';
import { acceptsCall, wishWithPerson } from './with-owner.ts';
import { aboutMachine, asksForPerson } from './who-is-writing.ts';

export type Decision =
  | { kind: 'stay-silent'; because: Silence; outcome?: string; throughId?: string }
  | {
      kind: 'say';
      reply: Reply;
      outcome: string;
      throughId: string;
      tellsLimit?: boolean;
      /** It says by itself that a machine is writing. */
      namesItself?: boolean;
    }
  /** What they want of being written to; what is done about it is said then. */
  | { kind: 'consent'; wish: ConsentWish | { kind: 'started' } }
  | { kind: 'lobby' }
  | { kind: 'owner'; throughId: string }
  /** Pictures and recordings are made words of before anything is decided. */
  | { kind: 'hear'; messages: TurnMessage[] }
  | { kind: 'answer'; question: string }
  | { kind: 'to-owner'; wish: ToOwner; question: string };

export type Silence =
  | 'nothing-new'
  | 'opted-out'
  | 'carrier-answered'
  | 'business-suspended'
  | 'limit-told-before'
  | 'told-to-type-before'
  | 'paused-told-before'
  | 'too-many-replies';

type Limits = { customerPerHour: number; mediaPerHour: number };

/** Small talk does not count as a question, but two machines greeting each other must come to an end. */
const REPLIES_PER_ANSWER = 4;

/** What a customer asked while answers were paused: the owner finds it among the unanswered questions. */
export const WHILE_PAUSED = 'unanswered:paused';

/** What should be done next in a conversation. Pure. */
export function decide(turn: Turn, limits: Limits, now: Date): Decision {
  const last = turn.messages.at(-1);
  const first = turn.messages[0];
  if (!last || !first) return { kind: 'stay-silent', because: 'nothing-new' };
  const keyword = decideKeyword(turn);
  if (keyword) return keyword;
  const consent = decideConsent(turn, limits, now);
  if (consent) return consent;
  if (turn.isOptedOut) return decideForOptedOut(turn);
  if (turn.business.status === 'suspended') return decideSuspended(turn, now);
  if (isTooMuch(turn, limits.customerPerHour, now)) return silent('too-many-replies');
  if (turn.business.kind === 'lobby') return { kind: 'lobby' };
  const tooMuchMedia = decideMedia(turn, limits, now);
  if (tooMuchMedia) return tooMuchMedia;
  if (turn.isOwner) return { kind: 'owner', throughId: first.id };
  return decideForCustomer(turn, limits, now);
}

const silent = (because: Silence): Extract<Decision, { kind: 'stay-silent' }> => ({
  kind: 'stay-silent',
  because,
});

function decideKeyword(turn: Turn): Decision | null {
  const said = lastKeyword(turn);
  if (!said) return null;
  const { keyword, message } = said;
  const isOvertaken = message.id !== turn.messages.at(-1)?.id && keyword !== 'stop';
  if (isOvertaken || isForSomebodyElse(turn, keyword)) return null;
  const silence = silenceAfter(turn, said);
  if (silence) return silent(silence);
  return keyword === 'start'
    ? { kind: 'consent', wish: joinWish(turn) ?? { kind: 'started' } }
    : answerKeyword(turn, { keyword, message, scope: said.scope });
}

/** What the carrier has answered, or we have, is not answered again. */
function silenceAfter(turn: Turn, { message, keyword }: SaidKeyword): Silence | null {
  const optOutType = message.details?.optOutType ?? null;
  if (isAnsweredByCarrier(message.body, turn.channel, optOutType)) return 'carrier-answered';
  return keyword === 'stop' && turn.isOptOutConfirmed ? 'opted-out' : null;
}

type Answered = Omit<SaidKeyword, 'keyword'> & { keyword: Exclude<Keyword, 'start'> };

function answerKeyword(turn: Turn, { keyword, message, scope }: Answered): Decision {
  const { business } = turn;
  const say = phrasesIn(turn.language ?? business.language);
  const goodbye = scope === 'offers' ? say.consent.noOffers : say.optedOut;
  const replies: Record<Answered['keyword'], Reply> = {
    stop: { kind: 'opt-out', text: goodbye(business.name) },
    help: { kind: 'help', text: say.help(business.name, business.contactPhone) },
  };
  return {
    kind: 'say',
    reply: replies[keyword],
    outcome: `keyword-${keyword}`,
    throughId: message.id,
    namesItself: true,
  };
}

/** An owner's "help" asks for the commands; after STOP not even help is sent, and a suspended business gives none. */
const isForSomebodyElse = ({ isOwner, isOptedOut, channel, business }: Turn, keyword: Keyword) =>
  keyword === 'help' &&
  (isOptedOut || business.status === 'suspended' || (isOwner && channel === 'whatsapp'));

/** Choosing is never too much; asking and being asked comes to an end between two machines. */
function decideConsent(turn: Turn, limits: Limits, now: Date): Decision | null {
  const wish = consentWish(turn, now);
  if (!wish) return null;
  const isWaiting = wish.kind !== 'chosen' && isTooMuch(turn, limits.customerPerHour, now);
  return isWaiting ? null : { kind: 'consent', wish };
}

/** Who follows the link of a business they had stopped, or writes after a block, is told this once; all else meets silence. */
function decideForOptedOut(turn: Turn): Decision {
  const last = turn.messages.at(-1);
  const isBack = turn.isBlockOver && !turn.isOptOutConfirmed;
  if (!last || (!isBack && linkedId(last.body) !== turn.businessId)) return silent('opted-out');
  const text = phrasesIn(turn.language ?? turn.business.language).optedOutBefore(
    turn.business.name,
  );
  const reply = { kind: 'opt-out', text } as const;
  return { kind: 'say', reply, outcome: 'told-opted-out', throughId: last.id, namesItself: true };
}

/** Said once an hour, to customers and to the owner. */
function decideSuspended(turn: Turn, now: Date): Decision {
  if (windowNow(turn, now).isTold) return silent('business-suspended');
  const { name, language } = turn.business;
  const text = turn.isOwner
    ? sentencesTo(turn).commands.suspended(name)
    : phrasesIn(turn.language ?? language).suspended(name);
  const throughId = turn.messages.at(-1)?.id ?? '0';
  return {
    kind: 'say',
    reply: { kind: 'limit', text },
    outcome: 'business-suspended',
    throughId,
    tellsLimit: true,
    namesItself: turn.isOwner,
  };
}

function isTooMuch(turn: Turn, customerPerHour: number, now: Date): boolean {
  if (turn.isOwner) return false;
  const { replies, startedAt } = windowNow(turn, now);
  if (replies >= mostOf(customerPerHour) * REPLIES_PER_ANSWER) return true;
  const sinceMs = now.getTime() - (startedAt?.getTime() ?? 0);
  const isWaitedFor = turn.pending !== null || asksForPerson(turn.messages.at(-1)?.body ?? '');
  return !isWaitedFor && isRunaway({ replies, sinceMs });
}

/** Files beyond the limit: said once with when it ends, then recorded in silence. An owner's messages are taken one by one. */
function decideMedia(turn: Turn, { mediaPerHour }: Limits, now: Date): Decision | null {
  const window = windowNow(turn, now);
  if (mediaPerHour === 0 || window.media < mediaPerHour) return null;
  const concerned = turn.isOwner ? turn.messages.slice(0, 1) : turn.messages;
  const isAboutFiles = turn.isOwner ? filesIn : ({ kind }: TurnMessage) => kind === 'media';
  if (!concerned.every(isAboutFiles)) return null;
  const throughId = concerned.at(-1)?.id ?? '0';
  if (window.media > mediaPerHour) return { ...silent('limit-told-before'), throughId };
  const text = phrasesIn(turn.language ?? turn.business.language).mediaLimit(
    minutesTo(window.endsAt, now),
  );
  return { kind: 'say', reply: { kind: 'limit', text }, outcome: 'limit', throughId };
}

const minutesTo = (end: Date, now: Date) =>
  Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 60_000));

function decideForCustomer(turn: Turn, limits: Limits, now: Date): Decision {
  const window = windowNow(turn, now);
  const question = turn.messages
    .map(({ body }) => body)
    .filter((body) => body !== '')
    .join('\n');
  const talk = smallTalk(turn, question);
  if (turn.withPersonSince) {
    const wish = wishWithPerson(turn, question, mostOf(limits.customerPerHour), now);
    return wish ? { kind: 'to-owner', wish, question } : decideLimit(turn, now);
  }
  if (turn.business.isPaused) return decidePaused(turn, window.isTold, talk === null);
  const who = decideAboutMachine(turn, question);
  if (who) return who;
  if (acceptsCall(turn, question, now)) return { kind: 'to-owner', wish: 'call-back', question };
  if (window.counted >= mostOf(limits.customerPerHour)) {
    return decideLimit(turn, now);
  }
  const unheard = mediaToHear(turn, limits, now);
  if (unheard.length > 0) return { kind: 'hear', messages: unheard };
  return talk ?? { kind: 'answer', question };
}

/** Said once an hour. */
function decideLimit(turn: Turn, now: Date): Decision {
  const window = windowNow(turn, now);
  if (window.isTold) return silent('limit-told-before');
  const say = phrasesIn(turn.language ?? turn.business.language);
  return tell(turn, 'limit', say.limit(minutesTo(window.endsAt, now)), { tellsLimit: true });
}

type Unheard = Extract<HeardMedia, { because: string }>['because'];

/** To who sent nothing but what could not be made words of. */
function decideUnheard(turn: Turn): Decision {
  const say = phrasesIn(turn.language ?? turn.business.language);
  const whys = turn.messages.flatMap(({ details }) =>
    details?.heard && 'because' in details.heard ? [details.heard.because] : [],
  );
  const why = whys.at(-1) ?? 'no-model';
  if (why === 'told-before') return silent('told-to-type-before');
  const sentences: Record<Exclude<Unheard, 'told-before'>, string> = {
    'no-model': say.cannotRead,
    'cannot-open': say.cannotOpen,
    'not-made-out': say.notMadeOut,
  };
  return tell(turn, 'cannot-read', sentences[why]);
}

type Telling = { outcome?: string; tellsLimit?: boolean; namesItself?: boolean };

const tell = (turn: Turn, kind: Reply['kind'], text: string, more: Telling = {}): Decision => ({
  kind: 'say',
  reply: { kind, text },
  outcome: kind,
  throughId: turn.messages.at(-1)?.id ?? '0',
  ...more,
});

function decidePaused(turn: Turn, isTold: boolean, isQuestion: boolean): Decision {
  const { name, contactPhone, language } = turn.business;
  const asked = isQuestion ? { outcome: WHILE_PAUSED } : {};
  if (isTold) return { ...silent('paused-told-before'), ...asked };
  const text = phrasesIn(turn.language ?? language).paused(name, contactPhone);
  return tell(turn, 'paused', text, { tellsLimit: true, ...asked });
}

/** Who asks is told that a machine is writing, whatever they have asked this hour; a wish for a person reaches the owner as unanswered. */
function decideAboutMachine(turn: Turn, question: string): Decision | null {
  const asked = aboutMachine(question, turn.business, turn.language ?? turn.business.language);
  if (!asked) return null;
  return asked.about === 'identity'
    ? tell(turn, 'small-talk', asked.text, { namesItself: true })
    : { kind: 'to-owner', wish: 'person', question };
}

function smallTalk(turn: Turn, question: string): Decision | null {
  const { business } = turn;
  const say = phrasesIn(turn.language ?? business.language);
  if (question === '') {
    const hasMedia = turn.messages.some(({ kind }) => kind === 'media');
    return hasMedia ? decideUnheard(turn) : tell(turn, 'cannot-read', say.empty);
  }
  if (isThanks(question)) return tell(turn, 'small-talk', say.thanks);
  const isWordless = bare(question) === '';
  if (isWordless || isGreeting(question) || linkedId(question) !== null) {
    const own = isWordless ? null : business.greeting;
    return tell(turn, 'greeting', own ?? say.greeting(business.name), { namesItself: !own });
  }
  return null;
}
