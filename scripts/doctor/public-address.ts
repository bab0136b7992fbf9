import { z } from 'zod';
import type { Finding } from './finding.ts';
import { aside, fine, PATIENCE_MS, wrong } from './finding.ts';

const ABOUT = 'WEBHOOK_BASE_URL';
const NOT_PUBLIC =
  /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[(::1|f[cd]|fe80)|.*\.(local|internal|localhost)$)/i;

/** What our server says of itself there. */
const OurStatus = z.object({
  status: z.literal('ok'),
  webhooks: z.object({ whatsapp: z.string(), status: z.string() }),
  areSigned: z.boolean(),
});

/** Whether Twilio can call this server at its public address, and would find this server there. */
export async function checkPublicAddress(
  base: string | undefined,
  { isLive }: { isLive: boolean },
): Promise<Finding[]> {
  if (!base) return [aside(ABOUT, 'Not set; it is needed as soon as Twilio is.')];
  return [...checkSpelling(base), ...(await checkReach(base, isLive))];
}

/** What can be said of an address without calling it. */
export function checkSpelling(base: string): Finding[] {
  const { protocol, hostname } = new URL(base);
  const faults: Finding[] = [];
  if (NOT_PUBLIC.test(hostname)) {
    const remedy = 'Set it to a public address; for a try, to that of a tunnel to this machine.';
    faults.push(wrong(ABOUT, `Twilio cannot reach ${hostname} from outside.`, remedy));
  } else if (protocol !== 'https:') {
    const remedy = 'Serve it over HTTPS and write https:// here and at Twilio.';
    faults.push(wrong(ABOUT, 'It is not HTTPS: anybody on the way could read along.', remedy));
  }
  if (hostname.includes('_')) {
    const fault = `Twilio sends no status callbacks to a host with an underscore (${hostname}).`;
    faults.push(wrong(ABOUT, fault, 'Use a host name without one.'));
  }
  return faults;
}

async function checkReach(base: string, isLive: boolean): Promise<Finding[]> {
  const url = `${base}/webhooks/status`;
  const answer = await ask(url);
  if (typeof answer === 'string') {
    const remedy = 'Start the server (npm start), and see that proxy or tunnel lead to its PORT.';
    return [wrong(ABOUT, `${url} cannot be reached (${answer}).`, remedy)];
  }
  if (answer.status >= 300 && answer.status < 400) {
    const where = answer.headers.get('location');
    const remedy = 'Set it to the address that is led to, or signatures will not fit.';
    return [wrong(ABOUT, `${url} leads on to ${where}.`, remedy)];
  }
  const ours = OurStatus.safeParse(await answer.json().catch(() => null)).data;
  if (!ours) {
    const fault = `Something else answers at ${url} (status ${answer.status}).`;
    return [wrong(ABOUT, fault, 'See that proxy or tunnel lead to this server.')];
  }
  return [fine(ABOUT, `${url} answers`), ...checkSettings(ours, base, isLive)];
}

/** The server that runs may have been started with other settings than these. */
function checkSettings(ours: z.infer<typeof OurStatus>, base: string, isLive: boolean): Finding[] {
  const remedy = 'Restart it with the settings that are checked here.';
  if (ours.webhooks.whatsapp !== `${base}/webhooks/twilio/whatsapp`) {
    const fault = `The running server takes itself for ${ours.webhooks.whatsapp}.`;
    return [wrong('Running server', fault, remedy)];
  }
  if (isLive && !ours.areSigned) {
    return [wrong('Running server', 'It simulates Twilio.', remedy)];
  }
  if (!isLive) return [];
  return [
    fine('Running server', 'takes signed webhooks only'),
    fine('Status callbacks', `each message asks for them at ${ours.webhooks.status}`),
  ];
}

async function ask(url: string): Promise<Response | string> {
  const signal = AbortSignal.timeout(PATIENCE_MS - 500);
  try {
    return await fetch(url, { redirect: 'manual', signal });
  } catch (error) {
    const { cause, name } = error as Error & { cause?: { code?: string; message?: string } };
    return cause?.code ?? cause?.message ?? name;
  }
}
