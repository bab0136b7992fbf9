import type { Money } from '#platform/money.ts';

/**
 * Units of a currency for one US dollar, on the day they were seen (capera.co, 13 May 2026). They serve only to hold costs in
 * several currencies against one budget or threshold, and to tell the dearest price; no bill is ever made with them.
 */
export const RATES: Readonly<Record<string, number>> = {
  USD: 1,
  INR: 95.67,
  EUR: 0.8539,
  GBP: 0.7397,
};
export const RATES_SEEN = '2026-05-13';

/** The currencies that amounts may be held against each other in. */
export const CURRENCIES = Object.keys(RATES);

/** About as much in another currency, rounded up; null where one of the two has no rate. */
export function aboutIn(currency: string, { currency: from, micros }: Money): number | null {
  if (currency === from) return micros;
  const [theirs, ours] = [RATES[from], RATES[currency]];
  return theirs && ours ? Math.ceil((micros / theirs) * ours) : null;
}
