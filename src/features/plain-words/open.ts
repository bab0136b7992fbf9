import type { List } from '#features/commands/pending.ts';

/** An entry that would change: its number as the owner saw it, and what it says before and after. */
export type Change = { id: string; number: number; before: string; after: string };

/** What we understood, and asked whether to keep. `said` are the owner's own words; `validUntil` is an ISO time. */
export type Understood = {
  kind: 'understood';
  said: string;
  text: string;
  validUntil: string | null;
  changes: Change[];
  /** The day on which the whole business is closed (YYYY-MM-DD), where that is all it says. */
  closes?: string | null;
  waiting?: List | null;
};

/** A customer's question that the owner forwarded and we could not answer. */
export type CustomerAsked = { kind: 'customer-asked'; question: string; waiting?: List | null };
