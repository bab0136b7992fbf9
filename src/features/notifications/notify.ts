import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { AppError, invalid } from '#errors.ts';
import { conversationsOf, keyOf } from '#features/inbound/people.system.ts';
import { whoHas } from '#features/inbound/who.ts';
import { circumstancesIn } from '#features/outbound/circumstances.system.ts';
import { gate } from '#features/outbound/gate.ts';
import type { Purpose } from '#features/outbound/message.ts';
import type { Reason } from '#features/outbound/refusals.ts';
import { sentenceOf } from '#features/outbound/refusals.ts';
import { canonical, parsePhone } from '#platform/phones.ts';
import type { ChannelKind, Template } from '#ports.ts';
import type { Lines, Notice } from './queries.ts';
import type { NamedTemplate } from './wording.ts';
import { worded } from './wording.ts';
import {
  findNotice,
  habitsOf,
  linesOfBusiness,
  noticeByKey,
  putOff,
  queueNotice,
} from './queries.ts';

type Uses = Pick<App, 'db' | 'clock' | 'vault' | 'suppressor' | 'wakeups' | 'config' | 'senders'>;

/** What a business wants to tell a customer who has not just asked. */
export type Wish = {
  to: string;
  name?: string | undefined;
  purpose: Exclude<Purpose, 'reply'>;
  /** May be left out with a named template, which then says it. */
  text?: string | undefined;
  template?: Template | NamedTemplate | undefined;
  channel?: ChannelKind | undefined;
  sendAt?: Date | undefined;
  validUntil?: Date | undefined;
  /** The same key is the same message, however often it is given. */
  key?: string | undefined;
};

export type Accepted = { notice: Notice; isNew: boolean; reason: Reason | null };

const VALID_MS: Record<Wish['purpose'], number> = {
  transactional: 12 * 3_600_000,
  marketing: 24 * 3_600_000,
};

/** Queues a message if the gate would let it leave now, or later; throws the gate's sentence where it would not. */
export async function notify(
  app: Uses,
  business: { businessId: string; defaultCountry: string },
  wish: Wish,
): Promise<Accepted> {
  const phone = parsePhone(wish.to, business.defaultCountry);
  if (!phone)
    throw invalid('invalid_phone', `"to" is not a phone number: give it with its country code.`);
  const accepted = await app.db.asBusiness(business.businessId, async (tx) => {
    const known = wish.key === undefined ? undefined : await noticeByKey(tx, wish.key);
    if (known) return { notice: known, isNew: false, reason: null };
    return queue(app, tx, { wish, phone: phone.e164, businessId: business.businessId });
  });
  if (accepted.isNew) app.wakeups.wake('paced_due');
  return accepted;
}

type At = { wish: Wish; phone: string; businessId: string };

async function queue(app: Uses, tx: OneBusiness, at: At): Promise<Accepted> {
  const { wish } = at;
  const lines = await linesOfBusiness(tx);
  const { conversationId } = await personAt(app, tx, at, lines);
  const { channel, language } = await habitsOf(tx, conversationId);
  const line = lineFor(lines, wish.channel, channel);
  const times = timesOf(wish, app.clock.now());
  const id = await queueNotice(tx, {
    ...{ conversationId, channel: line.channel, ourAddress: line.address },
    theirSealed: app.vault.encrypt(at.phone),
    ...(await worded(tx, wish, language)),
    purpose: wish.purpose,
    clientKey: wish.key ?? null,
    ...times,
  });
  if (id === null) return { notice: await foundByKey(tx, wish.key), isNew: false, reason: null };
  const reason = await settleAtGate(app, tx, id, times.dueAt);
  const notice = await findNotice(tx, id);
  if (!notice) throw new Error('A message that was just queued is gone');
  return { notice, isNew: true, reason };
}

function timesOf({ sendAt, validUntil, purpose }: Wish, now: Date) {
  const dueAt = sendAt && sendAt > now ? sendAt : now;
  return { dueAt, validUntil: validUntil ?? new Date(dueAt.getTime() + VALID_MS[purpose]), now };
}

async function foundByKey(tx: OneBusiness, key = ''): Promise<Notice> {
  const notice = await noticeByKey(tx, key);
  if (!notice) throw new Error('A message that was queued under this key is gone');
  return notice;
}

/** The gate decides as if it left when it is due; what it refuses is undone with the transaction. */
async function settleAtGate(
  app: Uses,
  tx: OneBusiness,
  id: string,
  dueAt: Date,
): Promise<Reason | null> {
  const { message, around } = await circumstancesIn(app, tx, id, dueAt);
  const verdict = gate(message, dueAt, around);
  if (verdict.kind === 'refuse') throw notSent(verdict.reason);
  if (verdict.kind === 'wait') await putOff(tx, id, verdict);
  return 'reason' in verdict ? verdict.reason : null;
}

/** The reason is the code of the refusal. */
const notSent = (reason: Reason) =>
  new AppError('conflict', reason.replaceAll('-', '_'), sentenceOf(reason));

async function personAt(app: Uses, tx: OneBusiness, { wish, phone, businessId }: At, lines: Lines) {
  const [line] = lines;
  if (!line) throw notSent('no-sender');
  const person = {
    businessId,
    personIndex: app.vault.blindIndex(canonical(phone)),
    otherIndex: null,
    who: () => whoHas(app, businessId, phone),
    nameSealed: wish.name === undefined ? null : app.vault.encrypt(wish.name),
    channel: wish.channel ?? line.channel,
    ourAddress: line.address,
    theirSealed: app.vault.encrypt(phone),
  };
  const places = await conversationsOf(
    async (statement) => (await statement.execute(tx)).rows,
    [person],
    app.clock.now(),
  );
  const place = places.get(keyOf(person));
  if (!place) throw new Error('The conversation is being opened by somebody else');
  return place;
}

/** Where it was asked for; else where they wrote last; else WhatsApp before SMS. */
function lineFor(lines: Lines, wanted: ChannelKind | undefined, habit: ChannelKind | null) {
  const line = lines.find(({ channel }) => channel === (wanted ?? habit));
  if (line) return line;
  const [first] = lines;
  if (wanted || !first) throw notSent('no-sender');
  return first;
}
