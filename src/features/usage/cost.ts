import type { Tokens } from '#ports.ts';
import type { Price } from './prices.ts';
import { PRICES } from './prices.ts';

/** "gpt-4o-mini-2024-07-18" is "gpt-4o-mini" as it was on that day. */
const SNAPSHOT = /-\d{4}-\d{2}-\d{2}$/;

/** What a call cost in millionths of a US dollar; null where the model has no known price. */
export function costOf(
  { model, input, cached, written = 0, output, seconds = 0 }: Tokens,
  prices: Record<string, Price> = PRICES,
): number | null {
  const price = prices[model] ?? prices[model.replace(SNAPSHOT, '')];
  if (!price) return null;
  const known = Math.min(cached, input);
  const kept = Math.min(written, input - known);
  // Dollars for a million tokens are millionths of a dollar for one.
  const ofTokens =
    (input - known - kept) * price.input +
    known * (price.cached ?? price.input) +
    kept * (price.written ?? price.input) +
    output * (price.output ?? 0);
  const ofSound = (seconds / 60) * (price.minute ?? 0) * 1_000_000;
  return Number((ofTokens + ofSound).toFixed(4));
}
