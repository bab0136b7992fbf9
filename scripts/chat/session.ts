import { setTimeout as sleep } from 'node:timers/promises';
import type { Business, ServerApi } from '../server-api.ts';
import { Hitch } from '../server-api.ts';
import type { TerminalCommand } from './commands.ts';
import { HELP, readTerminalCommand } from './commands.ts';
import type { Person, Wish } from './people.ts';
import { businessNamed, introduced, listed, personAt } from './people.ts';
import { fileAt } from './file.ts';
import type { Beside, Phone, Time } from './phone.ts';
import { moveClock, openPhone, readClock } from './phone.ts';
import type { Screen } from './screen.ts';
import { createScreen } from './screen.ts';
import type { Terminal } from './terminal.ts';

type Place = { server: ServerApi; terminal: Terminal; businesses: readonly Business[] };

/** One person at one phone, until they go or become somebody else. */
type Call = { person: Person; phone: Phone; screen: Screen };

const LOOK_MS = 100;
const PATIENCE_MS = 30_000;
const RECONNECT_MS = 1_000;

/** Lets somebody talk until they are done. Throws a `Hitch` when that cannot begin, or a piped line cannot be sent. */
export async function talk(server: ServerApi, terminal: Terminal, wish: Wish): Promise<void> {
  const businesses = await server.businesses();
  if (businesses.length === 0) {
    throw new Hitch('There is no business yet: "npm run seed" makes three to try.');
  }
  const place = { server, terminal, businesses };
  let person = await choose(place, wish);
  while (person) person = await callAs(person, place);
}

/** Gives who they want to be next, or null when they are done. */
async function callAs(person: Person, place: Place): Promise<Person | null> {
  const { server, terminal, businesses } = place;
  const phone = openPhone(server, person.from, person.channel);
  const nameOf = (address: string) => nameAt(address, [person.business, ...businesses]);
  const screen = createScreen({ print: terminal.print, nameOf });
  screen.skip((await phone.inbox()).messages);
  terminal.print(`${introduced(person)}\n/help lists what this terminal can do.\n`);

  const hungUp = new AbortController();
  const listening = listen({ person, phone, screen }, terminal, hungUp.signal);
  try {
    return await converse({ person, phone, screen }, place);
  } finally {
    hungUp.abort();
    await listening;
  }
}

const nameAt = (address: string, businesses: readonly Business[]): string =>
  businesses.find((business) => [business.whatsappNumber, business.smsNumber].includes(address))
    ?.name ?? address;

async function converse(call: Call, place: Place): Promise<Person | null> {
  const { terminal } = place;
  for (;;) {
    const line = await terminal.ask('> ');
    const command = line === null ? { kind: 'quit' as const } : readTerminalCommand(line);
    if (command?.kind === 'quit') return null;
    const doing = command ? obey(command, call, place) : say(line ?? '', call, terminal);
    const next = await (terminal.isInteractive ? doing.catch(tell(terminal)) : doing);
    if (next) return next;
  }
}

const tell = (terminal: Terminal) => (error: unknown) => {
  if (!(error instanceof Hitch)) throw error;
  terminal.print(error.message);
};

/** Into a pipe's next line one does not rush: it may depend on the answer to this one. */
async function say(
  line: string,
  { phone, person, screen }: Call,
  terminal: Terminal,
  beside: Beside = {},
) {
  if (line.trim() === '' && !beside.file) return;
  const before = screen.flush();
  await phone.send(person.to, line.trim(), beside);
  if (terminal.isInteractive) return;
  const deadline = Date.now() + PATIENCE_MS;
  for (let isWaiting = true; isWaiting && Date.now() < deadline;) {
    await sleep(LOOK_MS);
    const inbox = await phone.inbox();
    inbox.messages.forEach(screen.show);
    isWaiting = inbox.isWaiting;
  }
  if (screen.flush() === before) terminal.print('  (no answer)');
}

type Obeyed = Exclude<TerminalCommand, { kind: 'quit' }>;

/** Gives who they have become, if that. */
async function obey(command: Obeyed, call: Call, place: Place): Promise<Person | null | void> {
  const { terminal, server } = place;
  switch (command.kind) {
    case 'who':
      return terminal.print(introduced(call.person));
    case 'help':
      return terminal.print(HELP);
    case 'wrong':
      return terminal.print(command.sentence);
    case 'clock': {
      const { advanceMs } = command;
      const time = advanceMs === null ? readClock(server) : moveClock(server, advanceMs);
      return terminal.print(told(await time));
    }
    case 'next':
      await call.phone.nextOutcome(command.outcome);
      return terminal.print(`The next message to you ends so: ${command.outcome.kind}.`);
    case 'reply': {
      const last = (await call.phone.inbox()).messages.at(-1);
      if (!last) return terminal.print('There is no message to reply to yet.');
      return say(command.text, call, terminal, { quoted: last.id });
    }
    case 'send':
      return say(command.caption, call, terminal, { file: await fileAt(command.path) });
    case 'switch':
      return command.wish ? become(call.person, command.wish, place) : choose(place, {});
  }
}

const told = ({ now, aheadMs }: Time) =>
  `In the simulation it is ${now.toLocaleString('en-GB')}, ${Math.round(aheadMs / 1000)} s ahead.`;

/** The same person in what was not said to change; a number of one's own goes with the role. */
function become(now: Person, wish: Wish, { businesses }: Place): Person {
  const business =
    wish.business === undefined ? now.business : businessNamed(businesses, wish.business);
  const { role } = { ...now, ...wish };
  const hasChannel = now.channel === 'whatsapp' || business.smsNumber !== null;
  const isSame = role === now.role && (role === 'customer' || business === now.business);
  return personAt(business, {
    role,
    channel: hasChannel ? now.channel : 'whatsapp',
    ...(isSame && { from: now.from }),
    ...wish,
  });
}

/** Asks for what the wish leaves open, where there is somebody to ask. Null when they would rather go. */
async function choose({ terminal, businesses }: Place, wish: Wish): Promise<Person | null> {
  const [only] = businesses;
  if (wish.business !== undefined) {
    return withRole(businessNamed(businesses, wish.business), wish, terminal);
  }
  if (only && businesses.length === 1) return withRole(only, wish, terminal);
  if (!terminal.isInteractive) {
    throw new Hitch(`Which business? Name one with --business:\n${listed(businesses)}`);
  }
  for (;;) {
    terminal.print(`Which business?\n${listed(businesses)}`);
    const answer = await terminal.ask('Number or name: ');
    if (answer === null) return null;
    const chosen = businesses[Number(answer) - 1] ?? businesses.find(isCalled(answer));
    if (chosen) return withRole(chosen, wish, terminal);
  }
}

const isCalled =
  (words: string) =>
  ({ name }: Business) =>
    words.trim() !== '' && name.toLowerCase().includes(words.trim().toLowerCase());

async function withRole(
  business: Business,
  wish: Wish,
  terminal: Terminal,
): Promise<Person | null> {
  if (wish.role || !terminal.isInteractive) return personAt(business, wish);
  const answer = await terminal.ask('Are you its (o)wner or a (c)ustomer? [c] ');
  if (answer === null) return null;
  return personAt(business, { ...wish, role: /^o/i.test(answer) ? 'owner' : 'customer' });
}

/** Shows what arrives until hung up; a server that is gone is waited for. */
async function listen(call: Call, { print }: Terminal, signal: AbortSignal) {
  let isLost = false;
  const found = () => {
    if (isLost) print('The server is back.');
    isLost = false;
  };
  while (!signal.aborted) {
    await hear(call, found, signal).catch(() => {});
    if (signal.aborted) return;
    if (!isLost) print('The server is gone; waiting for it.');
    isLost = true;
    await sleep(RECONNECT_MS, undefined, { signal }).catch(() => {});
  }
}

/** Ends when the connection does; what came before it was there is shown too. */
async function hear({ phone, screen }: Call, connected: () => void, signal: AbortSignal) {
  for await (const message of phone.follow(signal)) {
    if (message) {
      screen.show(message);
      continue;
    }
    connected();
    (await phone.inbox()).messages.forEach(screen.show);
  }
}
