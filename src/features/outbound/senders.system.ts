import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { ChannelKind } from '#ports.ts';
import type { SenderType } from './sender-rate.ts';
import { defaultRate, typeOfSender } from './sender-rate.ts';

export type SenderState = 'ready' | 'offline' | 'not-registered';

/** A number that sends: how fast, in units a second, and whether it can. */
export type Sender = { rate: number; state: SenderState };

export type Senders = {
  of: (channel: ChannelKind, address: string) => Sender;
  /** Reads them again when they are older than a few seconds, or at once. Who `sends` shares each rate with the other processes that do. */
  refresh: (how?: { atOnce?: boolean; sends?: boolean }) => Promise<void>;
};

type Row = {
  channel: ChannelKind;
  address: string;
  type: SenderType | null;
  rate: number | null;
  state: SenderState;
};

const FRESH_MS = 5_000;
/** The sandbox of the simulated carrier is as quick as any other number. */
const typeWith = (kind: App['channel']['kind'], channel: ChannelKind, address: string) =>
  kind === 'simulated' && channel === 'whatsapp' ? 'whatsapp' : typeOfSender(channel, address);

/** What is known of the numbers by which businesses send, kept in memory; a number that is not known has its type's rate. */
export function createSenders({
  db,
  clock,
  config,
  channel: carrier,
}: Pick<App, 'db' | 'clock' | 'config' | 'channel'>): Senders {
  const isOneOfSeveral = config.databaseUrl !== undefined;
  const processId = randomUUID();
  let sharing = 1;
  let known = new Map<string, Sender>();
  let readAt = -Infinity;
  const plain = (channel: ChannelKind, address: string): Sender => ({
    rate: defaultRate(typeWith(carrier.kind, channel, address)),
    state: 'ready',
  });
  return {
    of(channel, address) {
      const { rate, state } = known.get(`${channel} ${address}`) ?? plain(channel, address);
      return { rate: rate / sharing, state };
    },
    async refresh({ atOnce = false, sends = false } = {}) {
      const now = clock.now().getTime();
      if (!atOnce && now - readAt < FRESH_MS) return;
      readAt = now;
      if (sends && isOneOfSeveral) sharing = await processesSending(db, processId);
      const rows = await db.runAsSystem(told);
      known = new Map(
        rows.map(({ channel, address, type, rate, state }) => [
          `${channel} ${address}`,
          {
            rate: rate ?? (type ? defaultRate(type) : plain(channel, address).rate),
            state,
          },
        ]),
      );
    },
  };
}

const GONE_AFTER = '20 seconds';
const SENDING = 'sending ';

/** Says that this process sends, and how many do, itself among them. Times are the database's: processes may differ. */
async function processesSending(db: App['db'], processId: string): Promise<number> {
  const [row] = await db.runAsSystem(sql<{ others: number }>`
    with said as (insert into installation (name, value) values (${SENDING + processId}, now()::text)
      on conflict (name) do update set value = excluded.value),
    gone as (delete from installation where starts_with(name, ${SENDING}) and name <> ${SENDING + processId}
      and value::timestamptz <= now() - ${GONE_AFTER}::interval)
    select count(*)::int as others from installation where starts_with(name, ${SENDING})
      and name <> ${SENDING + processId} and value::timestamptz > now() - ${GONE_AFTER}::interval`);
  return 1 + (row?.others ?? 0);
}

/** Only of which something is known that its number does not show. */
const told = sql<Row>`select distinct on (channel, address) channel, address, sender_type as type,
    sender_rate as rate, sender_state as state
  from business_numbers
  where sender_type is not null or sender_rate is not null or sender_state <> 'ready'
  order by channel, address, sender_rate nulls last`;

/** What an admin says of a number; what is left out stays. */
export type GivenSender = {
  channel: ChannelKind;
  address: string;
  type?: SenderType | null | undefined;
  ratePerSecond?: number | null | undefined;
  state?: SenderState | undefined;
};

/** Changes what is known of a number, wherever it is used. */
export async function changeSender(
  { db }: Pick<App, 'db'>,
  { channel, address, type, ratePerSecond, state }: GivenSender,
): Promise<void> {
  await db.runAsSystem(sql`update business_numbers set
      sender_type = ${type === undefined ? sql`sender_type` : type},
      sender_rate = ${ratePerSecond === undefined ? sql`sender_rate` : ratePerSecond},
      sender_state = ${state === undefined ? sql`sender_state` : state}
    where channel = ${channel} and address = ${address}`);
}
