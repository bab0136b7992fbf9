import { sql } from 'kysely';
import type { AllBusinesses } from '#db/tables.ts';

/** Takes from the ledger what could lead to a person who is to be forgotten, and leaves what they agreed to and when; gives how many lines. */
export async function pseudonymiseConsent(
  tx: AllBusinesses,
  { businessId, contactId }: { businessId: string; contactId: string },
): Promise<number> {
  const { rows } = await sql<{ lines: string }>`
    select pseudonymise_consent(${businessId}, ${contactId}::uuid) as lines`.execute(tx);
  return Number(rows[0]?.lines ?? 0);
}

/** Removes what was said before a time and has been followed by something newer, or by a person who is gone; the last word of others stays. Gives how many lines. */
export async function forgetConsent(
  tx: AllBusinesses,
  { businessId, before }: { businessId: string; before: Date },
): Promise<number> {
  const { rows } = await sql<{ lines: string }>`
    select forget_consent(${businessId}, ${before}::timestamptz) as lines`.execute(tx);
  return Number(rows[0]?.lines ?? 0);
}
