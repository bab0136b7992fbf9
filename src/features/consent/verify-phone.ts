import { randomInt } from 'node:crypto';
import { sql } from 'kysely';

import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { AppError, notFound } from '#errors.ts';
import type { Business } from '#features/businesses/queries.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { WHO } from '#features/outbound/message.ts';
import { writeMessage } from '#features/questions/write.ts';
import type { Vault } from '#platform/crypto.ts';
import { isSameSecret } from '#platform/crypto.ts';

import type { Customer } from './queries.ts';
import { findCustomer } from './queries.ts';

const VALID_MS = 10 * 60_000;
const WINDOW_MS = 3_600_000;
const MOST_PER_WINDOW = 3;
const MOST_TRIES = 5;
const CODES = 1_000_000;

type Uses = Pick<App, 'vault'>;
type Shop = Pick<Business, 'businessId' | 'name' | 'defaultLanguage'>;
type Coded = { businessId: string; customerId: string; code: string };

const tooMany = new AppError(
  'too-many',
  'too_many_codes',
  'This customer has been sent three codes within an hour. Please try again later.',
);
const cannotGet = new AppError(
  'conflict',
  'cannot_be_written_to',
  'This customer cannot be sent a code: they have opted out, or no phone of theirs is known.',
);

/** Sends a customer a code with which they show that the phone is theirs; only its keyed hash is kept. */
export async function sendCode(
  tx: OneBusiness,
  { vault }: Uses,
  { shop, customerId }: { shop: Shop; customerId: string },
  now: Date,
): Promise<{ expiresAt: Date }> {
  const customer = await findCustomer(tx, customerId);
  if (!customer) throw notFound('customer');
  const to = addressOf(customer, vault);
  if (!to) throw cannotGet;
  const code = String(randomInt(CODES)).padStart(6, '0');
  const expiresAt = new Date(now.getTime() + VALID_MS);
  const hash = vault.mac(USE, saidOf({ businessId: shop.businessId, customerId, code }));
  if (!(await keepCode(tx, customerId, { hash, expiresAt, now }))) throw tooMany;
  const say = phrasesIn(customer.language ?? shop.defaultLanguage).consent;
  const message = { ...to, kind: 'code', text: say.code(shop.name, WHO) };
  const id = await writeMessage(tx, { ...message, whoSealed: vault.encrypt(code) }, now);
  if (id === null) throw cannotGet;
  return { expiresAt };
}

function addressOf({ conversationId, channel, ourAddress, theirSealed }: Customer, vault: Vault) {
  if (!conversationId || !channel || !ourAddress || !theirSealed) return null;
  const isPhone = vault.decrypt(theirSealed).startsWith('+');
  return isPhone ? { conversationId, channel, ourAddress, theirSealed } : null;
}

const USE = 'frontdesk phone code';
const saidOf = ({ businessId, customerId, code }: Coded) => `${businessId} ${customerId} ${code}`;

/** A new code takes the place of the last one, three times an hour; false when that is used up. */
export async function keepCode(
  tx: OneBusiness,
  customerId: string,
  { hash, expiresAt, now }: { hash: string; expiresAt: Date; now: Date },
): Promise<boolean> {
  const since = new Date(now.getTime() - WINDOW_MS);
  const { rows } = await sql`
    insert into phone_codes as kept (contact_id, code_hash, expires_at, window_at)
    select id, ${hash}, ${expiresAt}::timestamptz, ${now}::timestamptz from contacts where id = ${customerId}
    on conflict (business_id, contact_id) do update set code_hash = excluded.code_hash,
      expires_at = excluded.expires_at, tries = 0,
      sent = case when kept.window_at <= ${since} then 1 else kept.sent + 1 end,
      window_at = case when kept.window_at <= ${since} then excluded.window_at else kept.window_at end
      where kept.window_at <= ${since} or kept.sent < ${MOST_PER_WINDOW}
    returning sent`.execute(tx);
  return rows.length > 0;
}

/** How trying a code ends; whoever has tried five times needs a new one. */
export type Tried = 'verified' | 'wrong' | 'over';

/** Tries a code; it is good once. Each try counts before it is compared, so that many at once are no way around. */
export async function tryCode(
  tx: OneBusiness,
  { vault }: Uses,
  coded: Coded,
  now: Date,
): Promise<Tried> {
  const { customerId } = coded;
  const { rows } = await sql<{ code_hash: string }>`
    update phone_codes set tries = tries + 1 where contact_id = ${customerId} and code_hash is not null
      and expires_at > ${now} and tries < ${MOST_TRIES} returning code_hash`.execute(tx);
  const [kept] = rows;
  if (!kept) return 'over';
  const good = vault.macs(USE, saidOf(coded));
  if (!good.some((hash) => isSameSecret(kept.code_hash, hash))) return 'wrong';
  await sql`with used as (update phone_codes set code_hash = null where contact_id = ${customerId})
    update contacts set phone_verified_at = ${now} where id = ${customerId}`.execute(tx);
  return 'verified';
}
