import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { CarrierMessage } from '#ports.ts';
import { clean } from './message.ts';
import type { Inbound } from './message.ts';
import { parseAddress } from '#platform/phones.ts';

type Uses = Pick<App, 'db' | 'clock' | 'channel' | 'log' | 'accountSid' | 'lifecycle'> & {
  take: (message: Inbound, receivedAt: Date) => Promise<boolean>;
};

const TICK_MS = 20_000;
/** A longer silence of our own timer: the machine was suspended, and webhooks found nobody. */
const SUSPENDED_MS = 60_000;
/** Nothing tells us of a webhook that never reached us, so that the carrier is asked from time to time. */
const LOOK_EVERY_MS = 5 * 60_000;
const OVERLAP_MS = 5 * 60_000;
/** The second one finds what came between the first one and the moment from which webhooks arrived. */
const LOOKS_AFTER_START = 2;
/** An older message can no longer be answered on WhatsApp. */
const LONGEST_MS = 24 * 3_600_000;
const MOST_LISTED = 50_000;
const LOOKED_UP_AT_ONCE = 1_000;

/**
 * Takes in what the carrier received and we did not: it is listed there at start, every five minutes, and at the next
 * tick after webhooks had to be turned away or the machine slept, because Twilio does not by default repeat a webhook
 * that was answered with an error. Only a listing that succeeded moves the mark, so that the next one begins there.
 */
export function catchUp(app: Uses) {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<number> | undefined;
  const isDue = dueLooks(app);

  const lookOnce = async () => {
    const due = isDue();
    if (!due) return 0;
    const { hasTurnedAway } = app.lifecycle;
    app.lifecycle.hasTurnedAway = false;
    try {
      const taken = await once(app);
      due.done();
      return taken;
    } catch (error) {
      app.lifecycle.hasTurnedAway ||= hasTurnedAway;
      throw error;
    }
  };
  /** Looks, if it is time to; the number of messages that were new to us. */
  const look = () => (underWay ??= lookOnce().finally(() => (underWay = undefined)));
  const lookQuietly = () => {
    look().catch((error: unknown) => {
      app.log.warn('catching up failed; it is tried again', { reason: String(error) });
    });
  };

  return {
    look,
    start() {
      lookQuietly();
      timer = setInterval(lookQuietly, TICK_MS);
    },
    async stop() {
      clearInterval(timer);
      await underWay?.catch(() => {});
    },
  };
}

/** Whether the carrier is to be asked at this tick; what is due stays due until it is `done`. */
function dueLooks({ clock, lifecycle }: Pick<Uses, 'clock' | 'lifecycle'>) {
  let looksLeft = LOOKS_AFTER_START;
  let lookedAt = 0;
  let tickedAt = clock.now().getTime();

  return () => {
    const now = clock.now().getTime();
    if (now - tickedAt > SUSPENDED_MS) lifecycle.hasTurnedAway = true;
    tickedAt = now;
    const isDue = looksLeft > 0 || lifecycle.hasTurnedAway || now - lookedAt >= LOOK_EVERY_MS;
    if (!isDue) return null;
    const done = () => {
      looksLeft--;
      lookedAt = now;
    };
    return { done };
  };
}

/** An account that is new to us has nothing to catch up on. */
async function once(app: Uses): Promise<number> {
  const now = app.clock.now();
  const mark = await caughtUpTo(app);
  const taken = mark ? await takeMissed(app, mark, now) : 0;
  await setMark(app, now);
  return taken;
}

async function takeMissed(app: Uses, mark: Date, now: Date): Promise<number> {
  const since = Math.max(mark.getTime() - OVERLAP_MS, now.getTime() - LONGEST_MS);
  const listed = await app.channel.list({ sentAfter: new Date(since), limit: MOST_LISTED });
  if (listed.length === MOST_LISTED) {
    app.log.warn('TWILIO lists more than is taken in at once', { oldest: listed.at(-1)?.sentAt });
  }
  const received = listed.filter(({ direction }) => direction === 'in').toReversed();
  let taken = 0;
  const faults: unknown[] = [];
  for (let at = 0; at < received.length; at += LOOKED_UP_AT_ONCE) {
    for (const message of await unknownTo(app, received.slice(at, at + LOOKED_UP_AT_ONCE))) {
      // One that cannot be stored must not hold up the others behind it.
      const isNew = await takeOne(app, message).catch((error: unknown) => void faults.push(error));
      if (isNew) taken++;
    }
  }
  if (taken > 0)
    app.log.info('TWILIO caught up after an interruption', { listed: listed.length, taken });
  if (faults.length > 0) throw faults[0];
  return taken;
}

async function takeOne({ take }: Uses, message: CarrierMessage): Promise<boolean> {
  const inbound = toInbound(message);
  return inbound !== null && take(inbound, message.sentAt);
}

async function unknownTo(
  { db, accountSid }: Uses,
  messages: CarrierMessage[],
): Promise<CarrierMessage[]> {
  const rows = await db.runAsSystem(sql<{ message_sid: string }>`
    select message_sid from messages where account_sid = ${accountSid}
    and message_sid = any(${messages.map(({ sid }) => sid)}::text[])`);
  const known = new Set(rows.map((row) => row.message_sid));
  return messages.filter(({ sid }) => !known.has(sid));
}

function toInbound(message: CarrierMessage): Inbound | null {
  const from = parseAddress(message.from);
  const to = parseAddress(message.to);
  if (!from || !to) return null;
  const body = clean(message.body);
  const media = message.numMedia > 0 ? { media: [{ url: '', contentType: '' }] } : null;
  return {
    channel: message.from.startsWith('whatsapp:') ? 'whatsapp' : 'sms',
    accountSid: message.accountSid,
    messageSid: message.sid,
    from: from.address,
    person: from.person,
    otherPerson: null,
    ourAddress: to.address,
    profileName: null,
    body,
    kind: body !== '' ? 'text' : media ? 'media' : 'empty',
    optOutType: null,
    details: media,
  };
}

async function caughtUpTo({ db, accountSid }: Uses): Promise<Date | null> {
  const [row] = await db.runAsSystem(sql<{ caught_up_to: Date }>`
    select caught_up_to from intake_marks where account_sid = ${accountSid}`);
  return row?.caught_up_to ?? null;
}

const setMark = ({ db, accountSid }: Uses, now: Date) =>
  db.runAsSystem(sql`
    insert into intake_marks (account_sid, caught_up_to) values (${accountSid}, ${now})
    on conflict (account_sid) do update set caught_up_to = excluded.caught_up_to`);
