/**
 * 20,000 messages that nobody asked for wait at 50 businesses, whose numbers send 1, 3 or 20 a second, while customers
 * ask questions: `node scripts/run.mjs scripts/bench/backlog.ts` says how near to its rate each number kept, whether any
 * starved, and how long a customer waited; the answers count against the rate of their number, too. `TEST_DATABASE_URL` measures on PostgreSQL.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorld } from '../../tests/support/world.ts';
import type { World } from '../../tests/support/world.ts';
import { quantile } from './figures.ts';

const BUSINESSES = 50;
const MESSAGES = 400;
const RATES = [1, 3, 20, 20, 20];
const LASTS_MS = 60_000;
const ASKS_EVERY_MS = 500;
/** What may leave at once in the beginning, in seconds of a rate. */
const CREDIT_S = 0.25;
const TOLERANCE = 0.02;

const clock = { now: () => new Date(), advance: () => {} };
await using world = await createWorld({
  clock,
  env: { WHATSAPP_RATE_LIMIT_PER_HOUR: '100000' },
});
const numbers = Array.from({ length: BUSINESSES }, (_, n) => ({
  address: `+1415600${String(1000 + n)}`,
  rate: RATES[n % RATES.length] ?? 1,
}));

for (const { address } of numbers) {
  await world.shop({
    name: `Shop ${address}`,
    number: address,
    owner: '+14155550111',
    knows: ['Parking is free'],
  });
}
for (const { address, rate } of numbers)
  await world.sql`update business_numbers set sender_rate = ${rate} where address = ${address}`;
await fill(world);

const sent = new Map<string, number[]>();
const { send } = world.carrier;
world.carrier.send = (message) => {
  const times = sent.get(message.from) ?? [];
  times.push(performance.now());
  sent.set(message.from, times);
  return send(message);
};
const begun = performance.now();
world.app.turns.start();
world.app.outbox.start();
const waits = await askMeanwhile(world);
await world.app.outbox.stop();
await world.app.turns.stop();
report();

/** Everybody has written once, a moment ago, so that free text may be sent. */
async function fill({ sql }: World): Promise<void> {
  await sql`with people as (insert into contacts (business_id, created_at)
      select n.business_id, now() from business_numbers n, generate_series(1, ${MESSAGES}::int)
      where n.channel = 'whatsapp' returning business_id, id),
    talks as (insert into conversations (business_id, contact_id, channel, our_address, their_sealed,
        last_inbound_at, created_at)
      select p.business_id, p.id, 'whatsapp', n.address, ${world.app.vault.encrypt('+919876543210')}, now(), now()
      from people p join business_numbers n on n.business_id = p.business_id and n.channel = 'whatsapp'
      returning business_id, id, our_address, their_sealed)
    insert into messages (business_id, conversation_id, direction, channel, our_address, their_sealed, body, kind,
      purpose, state, due_at, valid_until, created_at, account_sid, message_sid)
    select business_id, id, 'in', 'whatsapp', our_address, their_sealed, 'hi', 'text', 'reply', 'received',
      null, null, now(), 'AC', id::text from talks
    union all
    select business_id, id, 'out', 'whatsapp', our_address, their_sealed, 'Notice', 'notice', 'transactional',
      'queued', now(), now() + interval '1 day', now(), null, null from talks`;
  await sql`analyze`;
}

/** Customers of each business in turn ask one after the other; how long each waited, in ms. */
async function askMeanwhile({ phone }: World): Promise<number[]> {
  const waited: number[] = [];
  for (let n = 0; performance.now() - begun < LASTS_MS; n++) {
    const customer = phone(`+1415700${String(1000 + n)}`);
    const at = performance.now();
    await customer.sends(numbers[n % BUSINESSES]?.address ?? '', 'Is parking free?');
    while (customer.heard().length === 0 && performance.now() - at < 10_000) await sleep(2);
    waited.push(performance.now() - at);
    await sleep(ASKS_EVERY_MS);
  }
  return waited;
}

function report(): void {
  const lines = numbers.map(({ address, rate }) => {
    const times = sent.get(`whatsapp:${address}`) ?? [];
    const lasted = times.length < MESSAGES ? LASTS_MS : (times.at(-1) ?? begun) - begun;
    const expected = Math.min(MESSAGES, rate * (lasted / 1000 + CREDIT_S) + 1);
    return { rate, count: times.length, lastedS: lasted / 1000, off: times.length / expected - 1 };
  });
  for (const rate of new Set(RATES)) {
    const same = lines.filter((line) => line.rate === rate);
    const offs = same.map(({ off }) => 100 * off);
    const counts = same.map(({ count }) => count);
    console.log(
      `${same.length} numbers at ${rate}/s: ${Math.min(...counts)} to ${Math.max(...counts)} sent, ` +
        `off their rate by ${Math.min(...offs).toFixed(1)} to ${Math.max(...offs).toFixed(1)} %`,
    );
  }
  const isKept = lines.every(({ off }) => Math.abs(off) <= TOLERANCE);
  console.log(
    `within 2 %: ${isKept ? 'all' : lines.filter(({ off }) => Math.abs(off) > TOLERANCE).length + ' are not'}`,
  );
  console.log(
    `${waits.length} customers waited p50 ${quantile(waits, 0.5).toFixed(0)}, p95 ${quantile(waits, 0.95).toFixed(0)}, ` +
      `most ${Math.max(...waits).toFixed(0)} ms`,
  );
  if (!isKept || Math.max(...waits) > 1000) process.exitCode = 1;
}
