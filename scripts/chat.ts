import { parseArgs } from 'node:util';
import { loadEnvFile, readConfig } from '#config.ts';
import { requireSimulation } from './chat/phone.ts';
import type { Wish } from './chat/people.ts';
import { talk } from './chat/session.ts';
import { openTerminal } from './chat/terminal.ts';
import { forPerson, Hitch, keyOf, openServer } from './server-api.ts';

const USAGE = `A phone in the terminal, to talk to a running server whose carrier is simulated.
  npm run chat -- [--as owner|customer] [--business <id or name>] [--from +14155550199]
                  [--channel whatsapp|sms] [--url http://127.0.0.1:3000] [--key <admin key>]
Lines may be piped in; the answers to one are awaited before the next:
  printf 'hi\\n!list\\n' | npm run chat -- --as owner --business pizzeria`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      as: { type: 'string' },
      business: { type: 'string' },
      from: { type: 'string' },
      channel: { type: 'string' },
      url: { type: 'string' },
      key: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

function readWish({
  as: role,
  business,
  from,
  channel,
}: Partial<ReturnType<typeof readOptions>>): Wish {
  if (role !== undefined && role !== 'owner' && role !== 'customer') {
    throw new Hitch('--as is owner or customer.');
  }
  if (channel !== undefined && channel !== 'whatsapp' && channel !== 'sms') {
    throw new Hitch('--channel is whatsapp or sms.');
  }
  return {
    ...(role && { role }),
    ...(business && { business }),
    ...(from && { from }),
    ...(channel && { channel }),
  };
}

await forPerson(USAGE, async () => {
  const { help, url, key, ...wish } = readOptions();
  if (help) return console.log(USAGE);
  loadEnvFile();
  const config = readConfig(process.env);
  const server = openServer({
    url: url ?? config.localUrl,
    key: keyOf(config, key),
  });
  await requireSimulation(server);
  const terminal = openTerminal();
  try {
    await talk(server, terminal, readWish(wish));
  } finally {
    terminal.close();
  }
});
