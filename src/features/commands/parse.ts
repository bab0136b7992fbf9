/** The commands of an owner, each with how it is written and what it does. */
export const commands = {
  help: { usage: '!help', does: 'shows this list' },
  add: { usage: '!add <text>', does: 'teaches me something' },
  list: { usage: '!list [page]', does: 'shows what I know, numbered' },
  ask: { usage: '!ask <question>', does: 'shows what a customer would be told' },
} as const;

export type CommandName = keyof typeof commands;

export type Command =
  | { kind: 'command'; name: CommandName; text: string }
  | { kind: 'unknown'; word: string }
  | { kind: 'plain'; text: string };

const pattern = /^\s*[!！]\s*([\p{L}]+)\s*([\s\S]*)$/u;

/** Reads what an owner wrote; case, spaces, line breaks and the full-width mark are forgiven. */
export function readCommand(body: string): Command {
  const match = pattern.exec(body.normalize('NFKC'));
  if (!match) return { kind: 'plain', text: body.trim() };
  const word = (match[1] ?? '').toLowerCase();
  const text = (match[2] ?? '').trim();
  if (word in commands) return { kind: 'command', name: word as CommandName, text };
  return { kind: 'unknown', word };
}
