import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { optOutIntent } from '#features/consent/opt-out/intent.ts';

/** What people write, a line each, under what they mean. */
const file = join(import.meta.dirname, '../../fixtures/consent/opt-out.txt');

const cases = readFileSync(file, 'utf8')
  .split(/^# /mu)
  .flatMap((part) => {
    const [meaning = '', ...lines] = part.split('\n').filter((line) => line.trim() !== '');
    return lines.map((text) => [text, meaning === 'nothing' ? null : meaning] as const);
  });

describe('opting out in one’s own words', () => {
  for (const [text, intent] of cases) {
    test(`"${text}" asks for ${intent ?? 'nothing of the kind'}`, () => {
      assert.equal(optOutIntent(text), intent);
    });
  }

  test('the table has two hundred cases and more', () => {
    assert.ok(cases.length > 200, `${cases.length}`);
  });
});
