import { clearLine, createInterface, cursorTo } from 'node:readline';
import { stdin, stdout } from 'node:process';

export type Terminal = ReturnType<typeof openTerminal>;

/** Reads lines from a person, or from a pipe, whose lines it repeats. What is printed meanwhile does not disturb what is being typed. */
export function openTerminal() {
  const isInteractive = Boolean(stdin.isTTY && stdout.isTTY);
  const reader = createInterface({
    input: stdin,
    ...(isInteractive && { output: stdout }),
    terminal: isInteractive,
  });
  const lines = reader[Symbol.asyncIterator]();
  let isAsking = false;

  const nextLine = async (prompt: string): Promise<string | null> => {
    reader.setPrompt(prompt);
    if (isInteractive) reader.prompt();
    isAsking = true;
    const { value, done } = await lines.next();
    isAsking = false;
    if (done) return null;
    if (!isInteractive) stdout.write(`${prompt}${value}\n`);
    return value;
  };

  const ask = async (prompt: string): Promise<string | null> => {
    const line = await nextLine(prompt);
    if (!line?.endsWith('\\')) return line?.trimEnd() ?? null;
    const rest = await ask(' '.repeat(prompt.length));
    return `${line.slice(0, -1).trimEnd()}\n${rest ?? ''}`;
  };

  const print = (text: string) => {
    const isTyping = isInteractive && isAsking;
    if (isTyping) {
      clearLine(stdout, 0);
      cursorTo(stdout, 0);
    }
    stdout.write(`${text}\n`);
    if (isTyping) reader.prompt(true);
  };

  return {
    isInteractive,
    print,
    /** What is written next, without spaces at its end; null when nothing more comes. */
    ask,
    close: () => reader.close(),
  };
}
