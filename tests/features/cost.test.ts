import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costOf } from '#features/usage/cost.ts';

const prices = {
  small: { input: 2, cached: 0.2, written: 2.5, output: 12 },
  plain: { input: 1, output: 4 },
  ears: { input: 0, minute: 0.006 },
};
const nothing = { input: 0, cached: 0, output: 0 };

test('what a call cost follows from its tokens, the cached ones and the written ones at their own price', () => {
  const cases = [
    [{ model: 'small', input: 1_000, cached: 0, output: 100 }, 3_200],
    [{ model: 'small', input: 1_000, cached: 400, output: 100 }, 2_480],
    [{ model: 'small', input: 1_000, cached: 400, written: 200, output: 0 }, 1_380],
    [{ model: 'plain', input: 1_000, cached: 0, written: 200, output: 0 }, 1_000],
    [{ model: 'small-2026-07-01', input: 1_000, cached: 0, output: 0 }, 2_000],
    [{ model: 'plain', input: 1_000, cached: 400, output: 0 }, 1_000],
    [{ model: 'plain', input: 100, cached: 400, output: 0 }, 100],
    [{ ...nothing, model: 'ears', seconds: 30 }, 3_000],
    [{ ...nothing, model: 'small' }, 0],
  ] as const;
  for (const [tokens, cost] of cases) assert.equal(costOf(tokens, prices), cost);
});

test('a model without a known price has no cost rather than a wrong one', () => {
  assert.equal(costOf({ model: 'smaller', input: 9, cached: 0, output: 9 }, prices), null);
  assert.equal(costOf({ model: 'llama-4', input: 9, cached: 0, output: 9 }), null);
});
