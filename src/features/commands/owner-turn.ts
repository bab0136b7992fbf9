import type { OneBusiness } from '#db/tables.ts';
import { settleInside } from '#features/conversations/settle.ts';
import type { Settled } from '#features/conversations/settle.ts';
import type { Ending, Reply, Turn, TurnMessage } from '#features/conversations/turn.ts';
import { windowNow } from '#features/conversations/turn.ts';
import type { Talk } from '#features/questions/queries.ts';
import { awakenKept, withPersonNow } from '#features/questions/queries.ts';
import { latelyTold } from '#features/questions/told.ts';
import { messageQuoted } from '#features/plain-words/queries.ts';
import type { Uses } from './act.ts';
import { prepare } from './carry-out.ts';
import { messagesOf } from './entry-text.ts';
import type { About, Heard } from './hear.ts';
import { hear } from './hear.ts';
import type { CommandName } from './parse.ts';
import type { Heard as Asked, Says } from './pending.ts';
import { askOwner, listIn, openIn } from './pending.ts';
import { closeQuestion } from './queries.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { inLanguageOfOwner } from './owner-language.ts';
import { timeOfDay } from './times.ts';

/** Carries out the owner's oldest unsettled message: command, effect and reply in one transaction. */
export async function takeOwnerTurn(
  app: Uses,
  asRead: Turn,
  sendToken: string,
): Promise<Settled & { replies: Reply[] }> {
  const [message] = asRead.messages;
  const begun = app.clock.now();
  const heard = hear(asRead, message, begun, await aboutOf(app, asRead, message));
  const turn = inLanguageOfOwner(asRead, heard);
  const allowance = allowanceFor(turn, heard, app.config.limits.ownerPerHour, begun);
  const carryOut = allowance === 'go-on' ? await prepare(app, turn, heard) : null;

  const settled = await app.db.asBusiness(turn.businessId, async (tx) => {
    const now = app.clock.now();
    if (carryOut) await closeAsked(tx, turn, heard, now);
    const replies = carryOut
      ? repliesOf('command', withNote(turn, heard, await carryOut(tx, now)))
      : limitReplies(turn, allowance, app.config.limits.ownerPerHour, now);
    const ending: Ending = {
      outcome: outcomes[allowance],
      replies,
      throughId: message?.id ?? '0',
      isVoidWhenMoreWasSaid: false,
      isCounted: carryOut !== null && isCommand(heard),
      tellsLimit: allowance === 'tell-limit',
      language: turn.keepsLanguage ? null : turn.language,
    };
    await awakenKept(tx, now);
    return { ...(await settleInside(tx, { turn, ending, sendToken }, now)), replies };
  });
  app.wakeups.wake('attention_due');
  app.wakeups.wake('outbound_due');
  app.wakeups.wake('questions_due');
  app.wakeups.wake('indexing_due');
  return settled;
}

/** What the message is about beside its words; looked up only where it may be about something. */
async function aboutOf(
  app: Uses,
  { businessId, conversationId }: Turn,
  message: TurnMessage | undefined,
): Promise<About> {
  const quotedSid = message?.details?.repliedTo;
  return app.db.asBusiness(businessId, async (tx) => {
    const ours = quotedSid && (await messageQuoted(tx, conversationId, quotedSid));
    const quoted = ours && ours.direction === 'out' ? (ours.details?.questions ?? []) : [];
    return {
      quoted: quoted as number[],
      quotesUs: !!ours && ours.direction === 'out' && ours.details?.questions === undefined,
      session: sessionIn(await withPersonNow(tx), conversationId),
      ...(await latelyTold(tx, conversationId, app.clock.now())),
    };
  });
}

/** The customer to whom this owner is writing: with several at once she must say which. */
function sessionIn(talks: readonly Talk[], conversationId: string): number | null {
  const [only, ...others] = talks.filter(({ by }) => by === conversationId);
  return only && others.length === 0 ? only.number : null;
}

type Allowance = 'go-on' | 'tell-limit' | 'limit-told-before' | 'too-many-replies';

const outcomes: Record<Allowance, string> = {
  'go-on': 'command',
  'tell-limit': 'limited',
  'limit-told-before': 'silent:limit-told-before',
  'too-many-replies': 'silent:too-many-replies',
};

/** Not every message counts as a command, but two machines writing to each other must come to an end. */
const REPLIES_PER_COMMAND = 4;

/** An answer to what we asked, and one to a customer, is always heard. */
function allowanceFor(turn: Turn, heard: Heard, most: number, now: Date): Allowance {
  const isForCustomer = heard.kind === 'command' && toCustomers.has(heard.name);
  if (most === 0 || isForCustomer || heard.kind === 'answer' || heard.kind === 'reply') {
    return 'go-on';
  }
  const window = windowNow(turn, now);
  if (window.counted >= most) return window.isTold ? 'limit-told-before' : 'tell-limit';
  return window.replies >= most * REPLIES_PER_COMMAND ? 'too-many-replies' : 'go-on';
}

const toCustomers = new Set<CommandName>(['answer', 'skip', 'bot']);

function limitReplies(turn: Turn, allowance: Allowance, most: number, now: Date): Reply[] {
  if (allowance !== 'tell-limit') return [];
  const { endsAt } = windowNow(turn, now);
  const minutes = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 60_000));
  const time = timeOfDay(endsAt, turn.business.timeZone);
  return repliesOf('limit', sentencesTo(turn).commands.limit(most, time, minutes));
}

const repliesOf = (kind: 'command' | 'limit', text: string): Reply[] =>
  text === '' ? [] : messagesOf(text).map((part) => ({ kind, text: part }));

const isCommand = (heard: Heard) =>
  heard.kind === 'command' ||
  heard.kind === 'question' ||
  heard.kind === 'forwarded' ||
  heard.kind === 'file' ||
  (heard.kind === 'answer' && heard.open.kind !== 'save-list' && agrees(heard.says));

const agrees = (says: Says) => says === 'yes' || says === 'new' || typeof says === 'object';

/** A list or what was understood waits for its answer while other things are said; "did you mean" is over with the next message. */
async function closeAsked(tx: OneBusiness, turn: Turn, heard: Heard, now: Date): Promise<void> {
  const asked = openIn(turn, now);
  if (!asked || stillWaits(asked, heard)) return;
  const list = listIn(turn, now);
  const isListAnswered =
    heard.kind === 'answer' && heard.open.kind === 'save-list' && heard.says !== 'unclear';
  // Whatever else is said meanwhile, a file waits for its answer.
  if (asked.open.kind === 'save-document' && heard.kind !== 'answer' && !asked.isExpired) return;
  if (!list || isListAnswered) await closeQuestion(tx, turn.conversationId);
  else if (asked.open.kind !== 'save-list') await askOwner(tx, turn, list, now);
}

function stillWaits({ open, isExpired }: Asked, heard: Heard): boolean {
  const waits = open.kind === 'understood' || open.kind === 'customer-asked';
  const isAnswered = heard.kind === 'answer' && heard.says !== 'unclear';
  if (heard.kind === 'reply' && heard.isInstead) return true;
  return waits && !isExpired && !isAnswered;
}

function withNote(turn: Turn, heard: Heard, said: string): string {
  const [message] = turn.messages;
  const text = said !== '' && isForOneOfSeveral(message) ? `${turn.business.name}: ${said}` : said;
  const hasMore =
    message &&
    heard.kind !== 'file' &&
    message.body !== '' &&
    (message.details?.media?.length ?? 0) > 0;
  return hasMore ? `${text}\n\n${sentencesTo(turn).commands.onlyTheText}`.trim() : text;
}

/** At a number that several of her shops share she is told which of them her answer was for. */
const isForOneOfSeveral = (message: TurnMessage | undefined) =>
  message?.details?.amongShops?.length === 0;
