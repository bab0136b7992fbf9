import type { Message } from './phone.ts';

/** `tick` draws a status as phones do. */
const TICKS: Record<string, string> = {
  sent: '✓',
  delivered: '✓✓',
  read: '✓✓',
  undelivered: '✗',
  failed: '✗',
  canceled: '✗',
  'not-sent': '✗',
};
/** A phone shows a message when it arrives, or the terminal that it will not. */
const SETTLED = new Set(['delivered', 'read', 'undelivered', 'failed', 'canceled', 'not-sent']);
const LATE_MS = 2_000;

type Seen = { message: Message; trail: string[]; isShown: boolean };

type Options = {
  print: (text: string) => void;
  /** Who writes from this address. */
  nameOf: (address: string) => string;
};

export type Screen = ReturnType<typeof createScreen>;

/** Shows each message once, with the statuses that it has gone through, and each later status as a line. */
export function createScreen({ print, nameOf }: Options) {
  const seen = new Map<string, Seen>();

  const reveal = (one: Seen) => {
    if (one.isShown) return;
    one.isShown = true;
    print([nameOf(one.message.from), ...indented(one.message.body), statusLine(one)].join('\n'));
  };

  return {
    /** Takes what was there before as known. */
    skip: (messages: readonly Message[]) => {
      for (const message of messages) {
        seen.set(message.id, { message, trail: [message.status], isShown: true });
      }
    },

    show: (message: Message) => {
      const known = seen.get(message.id);
      if (known?.trail.at(-1) === message.status) return;
      const one = known ?? { message, trail: [], isShown: false };
      seen.set(message.id, one);
      one.message = message;
      one.trail.push(message.status);
      if (one.isShown) print(`${statusLine(one)}   ${beginning(message.body)}`);
      else if (SETTLED.has(message.status)) reveal(one);
      else setTimeout(reveal, LATE_MS, one).unref();
    },

    /** Shows what has not arrived either; gives how many messages there have been. */
    flush: (): number => {
      for (const one of seen.values()) reveal(one);
      return seen.size;
    },
  };
}

/** `✓✓ delivered (queued, sent)`, or what went wrong. */
export function statusLine({ message: { status, error }, trail }: Omit<Seen, 'isShown'>): string {
  const before = trail.slice(0, -1);
  const way = before.length > 0 ? ` (${before.join(', ')})` : '';
  const code = error?.code ? ` [${error.code}]` : '';
  const reason = error ? `: ${error.sentence}${code}` : '';
  return `  ${TICKS[status] ?? '…'} ${status}${way}${reason}`;
}

const indented = (text: string) => text.split('\n').map((line) => `  ${line}`.trimEnd());

const beginning = (text: string) => {
  const [line = ''] = text.split('\n');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
};
