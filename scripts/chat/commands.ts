import type { Outcome } from './phone.ts';
import type { Role, Wish } from './people.ts';

/** What is said to the terminal instead of into the phone. */
export type TerminalCommand =
  | { kind: 'quit' }
  | { kind: 'who' }
  | { kind: 'help' }
  /** Null: only look at it. */
  | { kind: 'clock'; advanceMs: number | null }
  /** Null: ask. */
  | { kind: 'switch'; wish: Wish | null }
  | { kind: 'next'; outcome: Outcome }
  /** Quotes the last message that came. */
  | { kind: 'reply'; text: string }
  | { kind: 'send'; path: string; caption: string }
  | { kind: 'wrong'; sentence: string };

export const HELP = `  /who                     who you are
  /switch                  be somebody else; also /switch owner pizzeria, /switch customer +14155550122 sms
  /clock, /clock +2h       what time it is in the simulation; put it forward (s, m, h, d)
  /next undelivered 63024  how the next message to you ends: sent, delivered, read, undelivered, failed or
                           rejected (with Twilio's error code), rate-limited, unreachable
  /reply Yes, we do.       reply to the last message, quoting it
  /send menu.pdf           send a file, with what you write after it; a name with spaces in quotes
  /quit                    also Ctrl-D
A line that ends with \\ goes on in the next one. "!help" is for the bot, not for the terminal.`;

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const WITH_CODE = new Set(['undelivered', 'failed', 'rejected']);
const WITHOUT_CODE = new Set(['sent', 'delivered', 'read', 'rate-limited', 'unreachable']);

/** Reads a line that begins with `/`; any other is a message, for which it gives null. */
export function readTerminalCommand(line: string): TerminalCommand | null {
  if (!line.startsWith('/')) return null;
  const [name = '', ...words] = line.slice(1).trim().split(/\s+/);
  switch (name) {
    case 'quit':
    case 'exit':
      return { kind: 'quit' };
    case 'who':
    case 'help':
      return { kind: name };
    case 'clock':
      return readClockMove(words);
    case 'switch':
      return readSwitch(words);
    case 'send':
      return readSend(line);
    case 'next':
      return readOutcome(words);
    case 'reply':
      return readReply(words);
    default:
      return wrong(`There is no /${name}. /help lists what there is; a space before it sends it.`);
  }
}

const wrong = (sentence: string): TerminalCommand => ({ kind: 'wrong', sentence });

const readSwitch = (words: string[]): TerminalCommand => ({
  kind: 'switch',
  wish: words.length > 0 ? readWish(words) : null,
});

const readReply = (words: readonly string[]): TerminalCommand =>
  words.length > 0
    ? { kind: 'reply', text: words.join(' ') }
    : wrong('Write what you reply after it: /reply Yes, we do.');

function readClockMove([move]: string[]): TerminalCommand {
  if (move === undefined) return { kind: 'clock', advanceMs: null };
  const { count, unit = 'm' } = /^\+?(?<count>\d+)(?<unit>[smhd])?$/.exec(move)?.groups ?? {};
  if (count === undefined)
    return wrong('Write /clock +90s, /clock +30m, /clock +2h or /clock +1d.');
  return { kind: 'clock', advanceMs: Number(count) * (UNITS[unit] ?? 0) };
}

function readWish(words: string[]): Wish {
  const rest = [...words];
  const take = (isMeant: (word: string) => boolean) => {
    const at = rest.findIndex(isMeant);
    return at === -1 ? undefined : rest.splice(at, 1)[0];
  };
  const role = take((word) => word === 'owner' || word === 'customer') as Role | undefined;
  const channel = take((word) => word === 'sms' || word === 'whatsapp');
  const from = take((word) => /^\+?\d{7,15}$/.test(word));
  return {
    ...(role && { role }),
    ...(channel && { channel: channel as 'sms' | 'whatsapp' }),
    ...(from && { from }),
    ...(rest.length > 0 && { business: rest.join(' ') }),
  };
}

function readOutcome([kind = '', code = '']: string[]): TerminalCommand {
  if (WITHOUT_CODE.has(kind)) return { kind: 'next', outcome: { kind } };
  if (WITH_CODE.has(kind) && /^\d{5}$/.test(code)) {
    return { kind: 'next', outcome: { kind, code: Number(code) } };
  }
  return wrong('Write for example /next undelivered 63024, /next rejected 21610 or /next read.');
}

function readSend(line: string): TerminalCommand {
  const {
    quoted,
    plain,
    caption = '',
  } = /^\/send\s+(?:"(?<quoted>[^"]+)"|(?<plain>\S+))(?<caption>[\s\S]*)$/.exec(line)?.groups ?? {};
  const path = quoted ?? plain;
  if (path === undefined) return wrong('Write for example /send menu.pdf or /send "our menu.pdf".');
  return { kind: 'send', path, caption: caption.trim() };
}
