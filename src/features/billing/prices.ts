import { readFileSync } from 'node:fs';
import { microsOf } from '#platform/money.ts';

export type Channel = 'whatsapp' | 'sms' | 'email';
export type Category = 'marketing' | 'utility' | 'authentication' | 'service';
/** Who charges: the carrier itself, or Meta through it. */
export type Fee = 'carrier' | 'meta';

export type Price = {
  /** The first day (YYYY-MM-DD) on which it holds. */
  from: string;
  /** ISO 3166, or `*`. */
  country: string;
  channel: Channel;
  fee: Fee;
  category: Category | '*';
  direction: 'in' | 'out';
  per: 'segment' | 'message';
  currency: string;
  micros: number;
  seen: string;
  source: string;
};

const LINE =
  /^(\d{4}-\d\d-\d\d) \| ([A-Z]{2}|\*) \| (whatsapp|sms|email) \| (carrier|meta) \| (marketing|utility|authentication|service|\*) \| (in|out) \| (segment|message) \| ([A-Z]{3}) \| ([\d.]+) \| (\d{4}-\d\d-\d\d) \| (.+)$/;

/** The prices of a text, a line each; throws on a line that is none. */
export const readPrices = (text: string): Price[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(priceOf);

function priceOf(line: string): Price {
  const [, from, country, channel, fee, category, direction, per, currency, amount, seen, source] =
    LINE.exec(line) ?? [];
  const micros = microsOf(amount ?? '');
  if (micros === null) throw new Error(`This is no price: ${line}`);
  return {
    ...{ from, country, channel, fee, category, direction, per, currency, micros, seen, source },
  } as Price;
}

/** Every price that is known, of all times. */
export const PRICES: readonly Price[] = readPrices(
  readFileSync(new URL('prices.txt', import.meta.url), 'utf8'),
);
