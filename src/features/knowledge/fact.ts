/** What a business tells its customers. `validUntil` is the moment from which it is no longer told; null: it has no end. */
export type Fact = { text: string; validUntil: Date | null };

/** A fact without an end. */
export const lasting = (text: string): Fact => ({ text, validUntil: null });
