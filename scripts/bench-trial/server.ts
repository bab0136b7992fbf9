import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from './clock.ts';
import type { Watch } from './place.ts';
import { usageOf } from './proc.ts';

/** Programs that together are one server: `programs` are arguments for Node, the first one answers `readyUrl` with a 2xx. */
export type ServerPlan = {
  programs: string[][];
  env: Record<string, string>;
  folder: string;
  logFile: string;
  readyUrl: string;
  watch: Watch;
};

type Sample = { at: number; cpuMs: number };

/** A server under measurement. */
export type Server = {
  start: () => Promise<void>;
  /** SIGKILL for all of its processes. */
  kill: () => Promise<void>;
  /** SIGTERM, and SIGKILL for what is still there ten seconds later. */
  stop: () => Promise<void>;
  /** Largest resident memory of one process, in MB. */
  peakRssMb: () => number;
  /** CPU time used by all processes between two monotonic times, in ms; only for a server that was not killed in between. */
  cpuMs: (from: number, to: number) => number;
  /** What went wrong with its processes, in words. */
  remarks: () => string[];
  [Symbol.asyncDispose]: () => Promise<void>;
};

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;
const SAMPLE_MS = 250;

export function createServer(plan: ServerPlan): Server {
  let running: ChildProcess[] = [];
  let peakRssMb = 0;
  const samples: Sample[] = [];
  const remarks: string[] = [];

  const sample = async () => {
    const usages = await Promise.all(running.map(({ pid }) => usageOf(pid ?? 0)));
    for (const usage of usages) peakRssMb = Math.max(peakRssMb, usage?.peakRssMb ?? 0);
    const cpuMs = usages.reduce((sum, usage) => sum + (usage?.cpuMs ?? 0), 0);
    samples.push({ at: monotonicMs(), cpuMs });
  };
  const sampling = setInterval(() => void sample(), SAMPLE_MS);

  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ends = running.map((child) => endOf(child, signal));
    running = [];
    return Promise.all(ends);
  };

  return {
    async start() {
      running = plan.programs.map((program) => startProgram(plan, program));
      for (const child of running) {
        child.once('exit', (code, signal) => {
          if (running.includes(child))
            remarks.push(`a process ended by itself (${signal ?? code})`);
        });
      }
      await isReady(plan, running);
    },
    async kill() {
      await end('SIGKILL');
    },
    async stop() {
      await sample();
      const ends = await end('SIGTERM');
      if (ends.includes('SIGKILL')) remarks.push('had to be killed: it does not end on SIGTERM');
    },
    peakRssMb: () => peakRssMb,
    remarks: () => remarks,
    cpuMs: (from, to) => cpuAt(samples, to) - cpuAt(samples, from),
    async [Symbol.asyncDispose]() {
      clearInterval(sampling);
      await end('SIGKILL');
    },
  };
}

function startProgram({ env, folder, logFile, watch }: ServerPlan, program: string[]) {
  const child = spawn(process.execPath, program, {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  child.once('close', () => log.end());
  watch(child);
  return child;
}

async function isReady({ readyUrl, logFile }: ServerPlan, running: ChildProcess[]): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const ended = running.find(({ exitCode }) => exitCode !== null);
    if (ended) throw new Error(`The server ended with ${ended.exitCode} at start; see ${logFile}.`);
    const response = await fetch(readyUrl).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    await sleep(50);
  }
  throw new Error(`The server does not answer ${readyUrl}; see ${logFile}.`);
}

async function endOf(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(timer);
  }
  return String(child.signalCode ?? child.exitCode);
}

const cpuAt = (samples: readonly Sample[], time: number) =>
  samples.findLast(({ at }) => at <= time)?.cpuMs ?? 0;
