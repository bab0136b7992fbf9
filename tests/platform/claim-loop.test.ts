import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimLoop } from '#platform/claim-loop.ts';
import type { Logger } from '#platform/logger.ts';

const log = { warn() {}, error() {} } as unknown as Logger;
const loopOf = (handle: (item: string) => Promise<void>) =>
  claimLoop({ name: 'trying', concurrency: 2, pollMs: 60_000, claim: async () => [], handle, log });

test('a loop has room once it is open, as long as its hands are not full, and none when it stops', async () => {
  const { promise: done, resolve: finish } = Promise.withResolvers<void>();
  const loop = loopOf(() => done);
  assert.equal(loop.room(), 0);
  loop.start();
  assert.equal(loop.room(), 2);
  loop.give(['one']);
  assert.equal(loop.room(), 1);
  loop.give(['two']);
  assert.equal(loop.room(), 0);
  const stopped = loop.stop();
  finish();
  await stopped;
  assert.equal(loop.room(), 0);
});

test('what is given is in hand at once: who stops waits for it, also for what is given meanwhile', async () => {
  const handled: string[] = [];
  const loop = loopOf(async (item) => {
    handled.push(item);
    if (item === 'one') loop.give(['two']);
  });
  loop.start();
  loop.give(['one']);
  assert.deepEqual(handled, [], 'begun after what waits to run now');
  await loop.stop();
  assert.deepEqual(handled, ['one', 'two']);
});
