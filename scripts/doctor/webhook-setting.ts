import type { Finding } from './finding.ts';
import { aside, fine, wrong } from './finding.ts';

/** What Twilio has been told about a number. */
export type Told = {
  url?: string | null | undefined;
  method?: string | null | undefined;
  fallbackUrl?: string | null | undefined;
};

/** After `#` stand Twilio's connection overrides: five tries, after whatever fault. Without them it tries once. */
const OVERRIDES = '#rc=5&rp=all';

const PATHS = ['/webhooks/twilio/whatsapp', '/webhooks/twilio/sms', '/webhook/twilio/whatsapp'];

/** Whether a number's messages are posted to `url`, and what would make that safer. */
export function checkSetting(about: string, told: Told, url: string): Finding[] {
  const remedy = `Set it to ${url}${OVERRIDES}, POST.`;
  if (!told.url) return [wrong(about, 'Its messages are posted nowhere.', remedy)];
  if (!isSame(told.url, url)) {
    return [wrong(about, `Its messages are posted to ${told.url}.`, remedy)];
  }
  if (told.method && told.method.toUpperCase() !== 'POST') {
    return [wrong(about, `Its messages come by ${told.method}.`, remedy)];
  }
  return [fine(about, `posts to ${url}`), ...advice(about, told, url)];
}

function advice(about: string, { url, fallbackUrl }: Told, ours: string): Finding[] {
  const overrides = new URLSearchParams(new URL(url ?? '').hash.slice(1));
  const isPatient = Number(overrides.get('rc')) > 0 && /all|5xx/.test(overrides.get('rp') ?? '');
  const tips: Finding[] = [];
  if (!isPatient) {
    tips.push(
      aside(
        about,
        `Advice: write ${OVERRIDES} after the URL, and Twilio tries again after a fault.`,
      ),
    );
  }
  if (!fallbackUrl) {
    tips.push(aside(about, `Advice: set a fallback URL too; ${ours} itself will do.`));
  }
  return tips;
}

/** The same host, and one of our paths: each takes messages of either channel. */
function isSame(told: string, ours: string): boolean {
  if (!URL.canParse(told)) return false;
  const { origin, pathname } = new URL(told);
  const base = PATHS.reduce((url, path) => url.replace(path, ''), ours);
  return PATHS.some((path) => new URL(base + path).href === origin + pathname);
}
