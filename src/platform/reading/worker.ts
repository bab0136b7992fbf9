import { parentPort, workerData } from 'node:worker_threads';
import type { Given } from './read.ts';
import { read } from './read.ts';

parentPort?.postMessage(await read(workerData as Given));
