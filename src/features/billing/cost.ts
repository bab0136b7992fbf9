import type { Money } from '#platform/money.ts';
import type { Category, Channel, Fee, Price } from './prices.ts';
import { PRICES } from './prices.ts';
import { aboutIn } from './rates.ts';

/** One message, as far as its price goes. */
export type Priced = {
  channel: Channel;
  direction: 'in' | 'out';
  category: Category;
  /** Of the person at the other end, ISO 3166; null where it is not known. */
  country: string | null;
  segments: number;
  at: Date;
  /** One of the first 1,000 replies of its number and month, for which Meta charges nothing. */
  isFreeReply?: boolean;
};

/** What one of those who charge asks. A guess: the price of the country is not known, and the dearest one was taken. */
export type Cost = Money & { fee: Fee; isGuess: boolean };

/** The replies of a number and month that Meta does not charge for. */
export const FREE_REPLIES = 1_000;

const FEES: readonly Fee[] = ['carrier', 'meta'];

/** What a message costs by the prices of its day, each in its own currency. */
export function costOf(message: Priced, prices: readonly Price[] = PRICES): Cost[] {
  return FEES.flatMap((fee) => {
    const found = priceFor(message, fee, prices);
    if (!found) return [];
    const { price, isGuess } = found;
    const { currency, per } = price;
    const isFree = fee === 'meta' && message.isFreeReply === true;
    if (isFree) return [];
    const micros = price.micros * (per === 'segment' ? message.segments : 1);
    return [{ fee, currency, micros, isGuess }];
  });
}

/** The price of the country and category, else of everywhere or every category, the latest; else the dearest there is. */
function priceFor(
  { channel, direction, category, country, at }: Priced,
  fee: Fee,
  prices: readonly Price[],
): { price: Price; isGuess: boolean } | null {
  const day = at.toISOString().slice(0, 10);
  const fitting = prices.filter(
    (price) =>
      price.channel === channel &&
      price.fee === fee &&
      price.direction === direction &&
      price.from <= day &&
      (price.category === '*' || price.category === category),
  );
  const closeness = (price: Price) =>
    (price.country === '*' ? 0 : 2) + (price.category === '*' ? 0 : 1);
  const [own] = fitting
    .filter((price) => price.country === '*' || price.country === country)
    .toSorted((a, b) => closeness(b) - closeness(a) || b.from.localeCompare(a.from));
  if (own) return { price: own, isGuess: false };
  const [dearest] = fitting.toSorted((a, b) => dollars(b) - dollars(a));
  return dearest ? { price: dearest, isGuess: true } : null;
}

const dollars = (price: Price) => aboutIn('USD', price) ?? Infinity;

type Sent = { channel: Channel; purpose: string; hasTemplate: boolean };

/** The category that Meta puts a message in: free text is service, a template marketing where it was written as such. */
export function categoryOf({ channel, purpose, hasTemplate }: Sent): Category {
  if (purpose === 'marketing') return 'marketing';
  return channel === 'whatsapp' && !hasTemplate ? 'service' : 'utility';
}
