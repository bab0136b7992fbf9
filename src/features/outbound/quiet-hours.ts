import { minutesAt } from '#platform/days.ts';
import { remembered } from '#platform/remembered.ts';

/** Between which minutes after midnight offers may come. */
export type Daytime = { from: number; to: number };

const HOUR = 60;
/** US: rules under the Telephone Consumer Protection Act; the same is kind everywhere. */
const usual: Daytime = { from: 8 * HOUR, to: 21 * HOUR };
/** Promotional messages in India are carried from 10 in the morning on. */
const byCountry: Record<string, Daytime> = { IN: { from: 10 * HOUR, to: 21 * HOUR } };

export const daytimeIn = (country: string | null): Daytime => byCountry[country ?? ''] ?? usual;

const STEP_MS = 15 * 60_000;
const LONGEST_NIGHT = (48 * HOUR) / 15;

/**
 * The time zones in which somebody may live: theirs, where it is known; else all of their country, for an offer must
 * come to none of them by night; the business's own, where no hour is day in all of these.
 */
export function zonesOf(
  { timeZone, country }: { timeZone: string | null; country: string | null },
  businessZone: string,
): readonly string[] {
  if (timeZone) return [timeZone];
  const zones = country ? zonesOfCountry(country) : [];
  return zones.length > 0 && hasCommonDay(zones, daytimeIn(country)) ? zones : [businessZone];
}

const MOST_COUNTRIES = 300;
const zonesOfCountry = remembered(MOST_COUNTRIES, (country: string): string[] => {
  try {
    const locale: LocaleWithZones = new Intl.Locale(`und-${country}`);
    return locale.getTimeZones?.() ?? [];
  } catch {
    return [];
  }
});

/** Of the JavaScript standard (Intl Locale Info); not among the types yet. */
type LocaleWithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined };

/** When offers may come again to somebody who lives in one of these zones; null when they may now. */
export function quietUntil(now: Date, zones: readonly string[], daytime: Daytime): Date | null {
  if (isDayIn(now, zones, daytime)) return null;
  const step = Math.floor(now.getTime() / STEP_MS) + 1;
  for (let ahead = 0; ahead < LONGEST_NIGHT; ahead++) {
    const then = new Date((step + ahead) * STEP_MS);
    if (isDayIn(then, zones, daytime)) return then;
  }
  return new Date((step + LONGEST_NIGHT) * STEP_MS);
}

function isDayIn(now: Date, zones: readonly string[], { from, to }: Daytime): boolean {
  return zones.every((zone) => {
    const minutes = minutesAt(now, zone);
    return minutes >= from && minutes < to;
  });
}

const SOME_DAY = Date.UTC(2026, 0, 15);

const hasCommonDay = (zones: readonly string[], daytime: Daytime): boolean =>
  Array.from({ length: 96 }, (_, step) => new Date(SOME_DAY + step * STEP_MS)).some((then) =>
    isDayIn(then, zones, daytime),
  );
