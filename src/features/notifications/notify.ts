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
import {
  changeQueued,
  findNotice,
  lastChannel,
  linesOfBusiness,
  noticeByKey,
  queueNotice,
} from './queries.ts';

type Uses = Pick<App, 'db' | 'clock' | 'vault' | 'suppressor' | 'wakeups' | 'config' | 'senders'>;

/** What a business wants to tell a customer who has not just asked. */
export type Wish = {
  to: string;
  name?: string | undefined;
  purpose: Exclude<Purpose, 'reply'>;
  text: string;
  template?: Template | undefined;
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
  const now = app.clock.now();
  const { wish } = at;
  const lines = await linesOfBusiness(tx);
  const person = await personAt(app, tx, at, lines);
  const { channel, address } = await lineFor(tx, lines, { wish, ...person });
  const begins = wish.sendAt && wish.sendAt > now ? wish.sendAt : now;
  const id = await queueNotice(tx, {
    ...{ conversationId: person.conversationId, channel, ourAddress: address },
    theirSealed: app.vault.encrypt(at.phone),
    text: wish.text,
    purpose: wish.purpose,
    template: wish.template ?? null,
    clientKey: wish.key ?? null,
    dueAt: begins,
    validUntil: wish.validUntil ?? new Date(begins.getTime() + VALID_MS[wish.purpose]),
    now,
  });
  const reason = id === null ? null : await settleAtGate(app, tx, id, begins);
  const notice = id === null ? await noticeByKey(tx, wish.key ?? '') : await findNotice(tx, id);
  if (!notice) throw new Error('A message that was just queued is gone');
  return { notice, isNew: id !== null, reason };
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
  if (verdict.kind === 'wait')
    await changeQueued(tx, id, { dueAt: verdict.until, reason: verdict.reason });
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
async function lineFor(
  tx: OneBusiness,
  lines: Lines,
  { wish, conversationId }: { wish: Wish; conversationId: string },
) {
  const wanted = wish.channel ?? (await lastChannel(tx, conversationId));
  const line = lines.find(({ channel }) => channel === wanted);
  if (line) return line;
  const [first] = lines;
  if (wish.channel || !first) throw notSent('no-sender');
  return first;
}
