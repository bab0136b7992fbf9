import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadEnvFile, readConfig } from '#config.ts';
import type { DemoBusiness } from './demo-businesses.ts';
import { demoBusinesses } from './demo-businesses.ts';
import type { ServerApi } from './server-api.ts';
import { forPerson, Hitch, keyOf, openServer } from './server-api.ts';

const USAGE = `Makes three demo businesses on a running server; a second run adds nothing twice.
  npm run seed -- [--url http://127.0.0.1:3000] [--key <admin key>] [--force]`;

const Registered = z.object({ businessId: z.string() });
const Known = z.object({ entries: z.array(z.object({ text: z.string() })) });
const Settings = z.object({ business: z.object({ openingHours: z.string().nullable() }) });
const Carrier = z.object({ twilio: z.object({ mode: z.enum(['twilio', 'simulated']) }) });
const Anything = z.object({});

/** Made-up businesses on a server that sends real messages would be in the way. */
async function refuseLive(server: ServerApi): Promise<void> {
  const { twilio } = await server.call(Carrier, '/api/twilio/status');
  if (twilio.mode === 'simulated') return;
  throw new Hitch(
    `${server.url} sends real messages through Twilio; demo businesses do not belong there. If you mean it: npm run seed -- --force`,
  );
}

/** Registers one business and teaches it what it does not know yet; what its owner has changed is left. */
async function plant(server: ServerApi, demo: DemoBusiness): Promise<string> {
  const { registration, settings, knowledge } = demo;
  const { businessId } = await server.call(Registered, '/api/businesses/register', {
    method: 'POST',
    body: registration,
  });
  const here = `/api/businesses/${businessId}`;
  const { business } = await server.call(Settings, here);
  if (business.openingHours === null) {
    await server.call(Anything, here, { method: 'PATCH', body: settings });
  }
  const { entries } = await server.call(Known, `${here}/knowledge?limit=500`);
  const known = new Set(entries.map(({ text }) => text));
  const missing = knowledge.filter((text) => !known.has(text));
  for (const text of missing) {
    await server.call(Anything, `${here}/knowledge`, { method: 'POST', body: { text } });
  }
  return described(businessId, demo, missing.length);
}

const described = (businessId: string, { registration, tryAsking }: DemoBusiness, added: number) =>
  `${registration.businessName}  (${businessId})
  number  ${registration.whatsappNumber}${registration.smsNumber ? `, SMS ${registration.smsNumber}` : ''}
  owner   ${registration.ownerPhone}
  knows   ${added === 0 ? 'all of it already' : `${added} new entries`}
  ask     ${tryAsking.join('  ')}
`;

const whatNext = (url: string) => `Try next:
  npm run chat                      a phone: be an owner or a customer
  npm run chat -- --as customer --business "Bella Napoli"
  curl ${url}/api/businesses
`;

await forPerson(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  loadEnvFile();
  const config = readConfig(process.env);
  const server = openServer({
    url: values.url ?? config.localUrl,
    key: keyOf(config, values.key),
  });
  if (!values.force) await refuseLive(server);
  for (const demo of demoBusinesses) console.log(await plant(server, demo));
  console.log(whatNext(server.url));
});
