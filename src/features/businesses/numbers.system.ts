import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import { AppError } from '#errors.ts';
import { isCommonNumber } from './common-number.ts';
import type { OwnNumber } from './queries.ts';

type Uses = Pick<App, 'config' | 'channel'>;
type Claim = OwnNumber;

/** Until the transaction ends, nobody else can take or give these numbers. */
export async function lockNumbers(tx: AllBusinesses, claims: readonly Claim[]): Promise<void> {
  for (const address of claims.map((claim) => claim.address).toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtext(${address}))`.execute(tx);
  }
}

/**
 * Refuses a number that a business other than `exceptOf` has, unless it is the common WhatsApp number or said
 * to be shared.
 */
export async function assertFree(
  app: Uses,
  tx: AllBusinesses,
  claims: readonly Claim[],
  exceptOf: string | null = null,
): Promise<void> {
  for (const claim of claims) {
    const mayBeShared =
      claim.channel === 'whatsapp' && (claim.isShared || isCommonNumber(app, claim.address));
    if (!mayBeShared && (await isTaken(tx, claim, exceptOf))) throw taken(claim);
  }
}

/**
 * Marks a number that is claimed as shared for whoever has it already: it is shared for all or for none. Says
 * which numbers were one business's alone until now.
 */
export async function shareWithOthers(
  tx: AllBusinesses,
  claims: readonly Claim[],
  exceptOf: string | null = null,
): Promise<string[]> {
  const warnings: string[] = [];
  for (const { channel, address, isShared } of claims) {
    if (!isShared) continue;
    const { rows } = await sql`
      update business_numbers set is_shared = true
      where channel = ${channel} and address = ${address} and not is_shared
      and business_id is distinct from ${exceptOf} returning 1`.execute(tx);
    if (rows.length > 0) {
      warnings.push(
        `${address} belonged to another business alone; customers there now choose from a menu.`,
      );
    }
  }
  return warnings;
}

async function isTaken(
  tx: AllBusinesses,
  { channel, address }: Claim,
  exceptOf: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    select from business_numbers where channel = ${channel} and address = ${address}
    and business_id is distinct from ${exceptOf} limit 1`.execute(tx);
  return rows.length > 0;
}

const taken = ({ channel, address }: Claim) =>
  new AppError(
    'conflict',
    'number_taken',
    channel === 'whatsapp'
      ? `${address} belongs to another business. Send "shared": true if several businesses are to share it.`
      : `${address} belongs to another business, and an SMS number cannot be shared.`,
  );
