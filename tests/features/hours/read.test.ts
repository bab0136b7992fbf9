import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readHours } from '#features/hours/read.ts';
import { namedDay, specialLine, weekLines } from '#features/hours/shown.ts';

/** What was understood, then "? " and what was not, then what the text says twice. */
const understood = (text: string, country: string) => {
  const { notUnderstood, twice, ...hours } = readHours(text, country);
  return [
    ...weekLines(hours),
    ...hours.specialDays.map((special) => specialLine(special, hours.clock)),
    ...notUnderstood.map((part) => `? ${part}`),
    ...twice.map((day) => `twice: ${namedDay(day)}`),
  ].join('; ');
};

/** A text (⏎ stands for a new line), and below it what it means. */
const lines = readFileSync(new URL('../../fixtures/hours/texts.txt', import.meta.url), 'utf8');
const cases = [...lines.matchAll(/^(\S.*)\n {2}(.*)$/gmu)].map(
  ([, text = '', meaning = '']) => [text.replaceAll(' ⏎ ', '\n'), meaning] as const,
);

for (const [text, meaning] of cases) {
  test(`"${text.replaceAll('\n', ' / ')}" is understood`, () => {
    assert.equal(understood(text, 'ES'), meaning);
  });
}

test('in the United States the month comes first', () => {
  assert.match(understood('12/5 closed, daily 9-5', 'US'), /5 December, every year: closed/);
  assert.match(understood('5/12 closed, daily 9-5', 'ES'), /5 December, every year: closed/);
  assert.match(understood('25/12 closed, daily 9-5', 'US'), /25 December, every year: closed/);
});

test('the table is read whole', () => assert.ok(cases.length > 130));
