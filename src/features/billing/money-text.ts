import type { Money } from '#platform/money.ts';
import { decimalOf } from '#platform/money.ts';

const CENT = 10_000;

/** An amount for people, such as "12.50 USD": in hundredths, and smaller ones as exact as they are. */
export const moneyText = ({ currency, micros }: Money): string =>
  `${decimalOf(micros < CENT ? micros : Math.round(micros / CENT) * CENT)} ${currency}`;
