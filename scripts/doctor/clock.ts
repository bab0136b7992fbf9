import type { Finding } from './finding.ts';
import { aside, fine, wrong } from './finding.ts';

/** Beyond this the 24-hour window of WhatsApp and signed links are reckoned wrongly. */
const MOST_SKEW_MS = 60_000;

const ABOUT = 'Clock';

/** Compares this machine's time with the `Date` header of a server that is known to keep good time. */
export function checkClock(theirs: string | undefined, now: Date): Finding {
  const skewMs = now.getTime() - Date.parse(theirs ?? '');
  if (Number.isNaN(skewMs)) return aside(ABOUT, 'Not compared: nobody told the time.');
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) <= MOST_SKEW_MS) return fine(ABOUT, `right to within ${seconds + 1} s`);
  const side = skewMs > 0 ? 'ahead' : 'behind';
  return wrong(
    ABOUT,
    `This machine is ${seconds} s ${side}.`,
    'Let it keep time by NTP (timedatectl set-ntp true).',
  );
}
