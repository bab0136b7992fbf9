import { Worker } from 'node:worker_threads';
import { createLane } from '#platform/lane.ts';
import type { Given, Read } from './read.ts';

type Limits = { timeoutMs: number; memoryBytes: number; signal?: AbortSignal };

const HEAP_MB = 256;
const LOOK_MS = 50;
const TOO_MUCH: Read = { kind: 'unreadable', because: 'too-much' };

const oneAtATime = createLane();

/**
 * What stands in a file, told from its bytes: its text in blocks, or that it is a picture or a recording, or why it
 * cannot be read. A thread of its own reads one file at a time; it is ended when it takes too long or too much memory,
 * so that no file can harm the process. Rejects only when `signal` fires.
 */
export const readFile = (
  given: Given,
  { timeoutMs = 20_000, memoryBytes = 512 * 1024 * 1024, signal }: Partial<Limits> = {},
): Promise<Read> =>
  oneAtATime(() => inThread(given, { timeoutMs, memoryBytes, ...(signal && { signal }) }));

async function inThread(given: Given, { timeoutMs, memoryBytes, signal }: Limits): Promise<Read> {
  signal?.throwIfAborted();
  const thread = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Read>();
  const stopWatching = watchMemory(memoryBytes, () => resolve(TOO_MUCH));
  const late = setTimeout(() => resolve(TOO_MUCH), timeoutMs);
  const abort = () => reject(signal?.reason);
  signal?.addEventListener('abort', abort);
  thread.once('message', resolve);
  thread.once('error', (error) => resolve(isOutOfMemory(error) ? TOO_MUCH : broken));
  thread.once('exit', () => resolve(broken));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    stopWatching();
    signal?.removeEventListener('abort', abort);
    await thread.terminate();
  }
}

const broken: Read = { kind: 'unreadable', because: 'broken' };

const isOutOfMemory = (error: unknown) =>
  (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';

/** The limits of a thread hold for its objects only, not for the bytes that it unpacks. */
function watchMemory(mostBytes: number, exceeded: () => void): () => void {
  const before = process.memoryUsage.rss();
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() - before > mostBytes) exceeded();
  }, LOOK_MS);
  return () => clearInterval(timer);
}
