/** An amount in millionths of a currency (ISO 4217), whole. */
export type Money = { currency: string; micros: number };

const MICROS = 1_000_000;

/**
 * Reads an amount as it is written, such as 0.0075, without ever making a fraction of it; null when it is none. A carrier
 * writes what it charges with a minus.
 */
export function microsOf(written: string): number | null {
  const read = /^(-?)(\d{1,9})(?:\.(\d{1,12}))?$/.exec(written.trim());
  if (!read) return null;
  const [, sign, whole = '', part = ''] = read;
  const digits = part.padEnd(6, '0');
  const beyond = /[1-9]/.test(digits.slice(6)) ? 1 : 0;
  const micros = Number(whole) * MICROS + Number(digits.slice(0, 6)) + beyond;
  return sign && micros > 0 ? -micros : micros;
}

/** An amount as people write it: at least two digits after the point, and as many as it has. */
export function decimalOf(micros: number): string {
  const [whole, part] = [Math.trunc(Math.abs(micros) / MICROS), Math.abs(micros) % MICROS];
  const digits = String(part)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${micros < 0 ? '-' : ''}${whole}.${digits}`;
}

/** Sums by currency; amounts of two currencies are never added. */
export function totalsOf(amounts: readonly Money[]): Money[] {
  const totals = new Map<string, number>();
  for (const { currency, micros } of amounts) {
    totals.set(currency, (totals.get(currency) ?? 0) + micros);
  }
  return [...totals]
    .map(([currency, micros]) => ({ currency, micros }))
    .toSorted((a, b) => a.currency.localeCompare(b.currency));
}
