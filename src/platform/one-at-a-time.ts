import { AppError } from '#errors.ts';
import type { Logger } from '#platform/logger.ts';

export type Work<Result> =
  | { state: 'idle' | 'running' }
  | { state: 'done'; result: Result }
  | { state: 'failed'; reason: string };

/** Work that takes longer than a request: begun by one, looked at by others. While it runs it is not begun again. */
export function oneAtATime<Result>(name: string, log: Logger, work: () => Promise<Result>) {
  let now: Work<Result> = { state: 'idle' };
  const run = async () => {
    now = { state: 'running' };
    try {
      now = { state: 'done', result: await work() };
    } catch (error) {
      const isRefusal = error instanceof AppError;
      if (!isRefusal) log.error(`${name} failed`, { error });
      const reason = isRefusal ? error.message : 'It broke off; the log says why. Try it again.';
      now = { state: 'failed', reason };
    }
  };
  return {
    begin() {
      if (now.state !== 'running') void run();
    },
    look: (): Work<Result> => now,
  };
}
