import { isGreeting } from '#features/inbound/completeness.ts';
import type { Keyword } from '#features/inbound/keywords.ts';
import { bare, isAnsweredByCarrier, keywordOf } from '#features/inbound/keywords.ts';
import { phrasesIn } from './phrases.ts';
import type { Reply, Turn } from './turn.ts';
import { windowNow } from './turn.ts';

export type Decision =
  | { kind: 'stay-silent'; because: Silence }
  | { kind: 'say'; reply: Reply; outcome: string; tellsLimit?: boolean; throughId: string }
  | { kind: 'lobby' }
  | { kind: 'owner'; throughId: string }
  | { kind: 'answer'; question: string };

export type Silence =
  | 'nothing-new'
  | 'opted-out'
  | 'carrier-answered'
  | 'business-suspended'
  | 'limit-told-before'
  | 'paused-told-before'
  | 'too-many-replies';

type Limits = { customerPerHour: number; mediaPerHour: number };

/** Small talk does not count as a question, but two machines greeting each other must come to an end. */
const REPLIES_PER_ANSWER = 4;

const thanks = new Set(
  [
    ...[
      'thanks',
      'thank you',
      'thank you so much',
      'thanks a lot',
      'thx',
      'ty',
      'ok',
      'okay',
      'k',
      'cool',
    ],
    ...[
      'great',
      'great thanks',
      'ok thanks',
      'okay thank you',
      'perfect',
      'bye',
      'goodbye',
      'got it',
    ],
    ...[
      'gracias',
      'muchas gracias',
      'obrigado',
      'obrigada',
      'valeu',
      'vale',
      'dhanyavaad',
      'dhanyawad',
    ],
    ...['shukriya', 'धन्यवाद', 'शुक्रिया', 'ధన్యవాదాలు', 'dhanyavadalu', 'thik hai', 'theek hai'],
  ].map(bare),
);

/** What should be done next in a conversation. Pure. */
export function decide(turn: Turn, limits: Limits, now: Date): Decision {
  const last = turn.messages.at(-1);
  const first = turn.messages[0];
  if (!last || !first) return { kind: 'stay-silent', because: 'nothing-new' };
  if (turn.business.status === 'suspended') return silent('business-suspended');

  const keyword = decideKeyword(turn);
  if (keyword) return keyword;
  if (turn.isOptedOut) return silent('opted-out');
  if (turn.business.kind === 'lobby') return { kind: 'lobby' };
  const tooMuchMedia = decideMedia(turn, limits, now);
  if (tooMuchMedia) return tooMuchMedia;
  if (turn.isOwner) return { kind: 'owner', throughId: first.id };
  return decideForCustomer(turn, limits, now);
}

const silent = (because: Silence): Decision => ({ kind: 'stay-silent', because });

function decideKeyword(turn: Turn): Decision | null {
  const { channel, business } = turn;
  const said = lastKeyword(turn);
  if (!said) return null;
  const { keyword, message } = said;
  const isOvertaken = message.id !== turn.messages.at(-1)?.id && keyword !== 'stop';
  if (isOvertaken || isForSomebodyElse(turn, keyword)) return null;
  const optOutType = message.details?.optOutType ?? null;
  if (isAnsweredByCarrier(message.body, channel, optOutType)) return silent('carrier-answered');

  const say = phrasesIn(turn.language ?? business.language);
  const replies: Record<Keyword, Reply> = {
    stop: { kind: 'opt-out', text: say.optedOut(business.name) },
    start: { kind: 'opt-in', text: say.optedIn(business.name) },
    help: { kind: 'help', text: say.help(business.name, business.contactPhone) },
  };
  return {
    kind: 'say',
    reply: replies[keyword],
    outcome: `keyword-${keyword}`,
    throughId: message.id,
  };
}

/** An owner's "help" asks for the commands; after STOP not even help is sent. */
const isForSomebodyElse = ({ isOwner, isOptedOut, channel }: Turn, keyword: Keyword) =>
  keyword === 'help' && (isOptedOut || (isOwner && channel === 'whatsapp'));

const advanced: Record<string, Keyword> = { stop: 'stop', start: 'start', help: 'help' };

function lastKeyword({ messages, channel }: Turn) {
  const keyworded = messages.flatMap((message) => {
    const given = advanced[message.details?.optOutType?.toLowerCase() ?? ''];
    const keyword = given ?? keywordOf(message.body, channel);
    return keyword ? [{ message, keyword }] : [];
  });
  return keyworded.at(-1);
}

/** Files beyond the limit: said once with when it ends, then recorded in silence. */
function decideMedia(turn: Turn, { mediaPerHour }: Limits, now: Date): Decision | null {
  const window = windowNow(turn, now);
  const isMediaOnly = turn.messages.every(({ kind }) => kind === 'media');
  if (!isMediaOnly || mediaPerHour === 0 || window.media < mediaPerHour) return null;
  if (window.media > mediaPerHour) return silent('limit-told-before');
  const text = phrasesIn(turn.language ?? turn.business.language).mediaLimit(
    minutesTo(window.endsAt, now),
  );
  const throughId = turn.messages.at(-1)?.id ?? '0';
  return { kind: 'say', reply: { kind: 'limit', text }, outcome: 'limit', throughId };
}

const minutesTo = (end: Date, now: Date) =>
  Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 60_000));

function decideForCustomer(turn: Turn, limits: Limits, now: Date): Decision {
  const say = phrasesIn(turn.language ?? turn.business.language);
  const window = windowNow(turn, now);
  const tell: Tell = (kind, text, more = {}) => ({
    kind: 'say',
    reply: { kind, text },
    outcome: kind,
    throughId: turn.messages.at(-1)?.id ?? '0',
    ...more,
  });

  if (turn.business.isPaused) {
    if (window.isTold) return silent('paused-told-before');
    return tell('paused', say.paused(turn.business.contactPhone), { tellsLimit: true });
  }
  const most = limits.customerPerHour > 0 ? limits.customerPerHour : Number.POSITIVE_INFINITY;
  if (window.counted >= most) {
    if (window.isTold) return silent('limit-told-before');
    return tell('limit', say.limit(minutesTo(window.endsAt, now)), { tellsLimit: true });
  }
  if (window.replies >= most * REPLIES_PER_ANSWER) return silent('too-many-replies');

  const question = turn.messages
    .map(({ body }) => body)
    .filter((body) => body !== '')
    .join('\n');
  return smallTalk(turn, question, tell) ?? { kind: 'answer', question };
}

type Tell = (kind: Reply['kind'], text: string, more?: { tellsLimit?: boolean }) => Decision;

const approval = /^(?:👍|👌|🙏|❤|😊|🙂|\u{FE0F}|\p{Emoji_Modifier}|\s)+$/u;

function smallTalk(turn: Turn, question: string, tell: Tell): Decision | null {
  const { business } = turn;
  const say = phrasesIn(turn.language ?? business.language);
  if (question === '') {
    const hasMedia = turn.messages.some(({ kind }) => kind === 'media');
    return tell('cannot-read', hasMedia ? say.cannotRead : say.empty);
  }
  if (isGreeting(question) || /^start\s+[a-z0-9_]+$/i.test(question)) {
    return tell('greeting', business.greeting ?? say.greeting(business.name));
  }
  const said = bare(question);
  if (thanks.has(said) || approval.test(question)) {
    return tell('small-talk', say.thanks);
  }
  if (said === '') return tell('greeting', say.greeting(business.name));
  return null;
}
