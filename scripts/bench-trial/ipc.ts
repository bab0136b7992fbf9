import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What a helper process answers to, by name. */
export type Calls = Record<string, (argument: never) => unknown>;

type Request = { id: number; name: string; argument: unknown };
type Response = { id: number; value?: unknown; error?: string };

/** Another process of the benchmark; `ask` runs one of its calls there. Disposing of it ends the process. */
export type Helper<C extends Calls> = {
  pid: number;
  ask: <Name extends keyof C & string>(
    name: Name,
    argument: Parameters<C[Name]>[0],
  ) => Promise<Awaited<ReturnType<C[Name]>>>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

/** Starts one of this folder's programs as a process of its own, which lives no longer than this one. */
export function startHelper<C extends Calls>(file: string): Helper<C> {
  const child = fork(new URL(file, import.meta.url));
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (e: Error) => void }
  >();
  let lastId = 0;

  child.on('message', ({ id, value, error }: Response) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value as never);
    else asked?.reject(new Error(`${file}: ${error}`));
  });
  child.on('exit', (code, signal) => {
    for (const { reject } of waiting.values()) {
      reject(new Error(`${file} ended (${signal ?? code})`));
    }
  });

  return {
    pid: child.pid ?? 0,
    ask: (name, argument) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        child.send({ id, name, argument } satisfies Request);
      }),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** Makes this process a helper: it answers its parent's calls and ends with it. */
export function answerCalls(calls: Calls): void {
  const answer = async ({ id, name, argument }: Request): Promise<Response> => {
    try {
      return { id, value: await calls[name]?.(argument as never) };
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on('message', (request: Request) => {
    void answer(request).then((response) => process.send?.(response));
  });
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches the whole process group; the parent decides what happens then.
  process.on('SIGINT', () => {});
}
