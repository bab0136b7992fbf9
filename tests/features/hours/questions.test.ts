import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { detectLanguage } from '#features/answers/language.ts';
import { answerFromHours } from '#features/hours/answer-hours.ts';
import { askedHours } from '#features/hours/question.ts';
import { loadDevset } from '../../fixtures/answers/devset.ts';

const NAME = 'Pizza Palace Pizzeria';
const PLACE = { timeZone: 'Europe/Madrid', country: 'ES' };
const WEDDING = { year: 2026, month: 11, day: 24, spans: [], reason: 'a wedding' };

/** Blocks of a moment and the hours of a shop ("# …"), each with questions and, below each, what is said; "–": not from hours. */
const file = readFileSync(new URL('../../fixtures/hours/questions.txt', import.meta.url), 'utf8');
const blocks = file.split(/^# /mu).slice(1);

for (const block of blocks) {
  const [, moment = '', hours = '', rows = ''] = /^(\S+) (.*)\n([^]*)$/u.exec(block) ?? [];
  describe(`at ${moment}, with "${hours}"`, () => {
    const now = new Date(moment);
    for (const [, question = '', expected] of rows.matchAll(/^(\S.*)\n {2}(.*)$/gmu)) {
      test(`"${question}" is answered`, () => {
        const asked = askedHours(question, { ...PLACE, now, name: NAME });
        const business = { ...PLACE, hours, specialDays: [WEDDING] };
        const language = detectLanguage(question);
        const told = asked && answerFromHours(asked, business, { now, language });
        assert.equal(told ?? '–', expected);
      });
    }
  });
}

test('the table has questions in every way of writing', () => {
  assert.ok([...file.matchAll(/^ {2}/gmu)].length > 150);
});

test('no question about anything else is taken for one about the opening hours', () => {
  const now = new Date('2026-11-21T13:30:00Z');
  const claimed = loadDevset().flatMap(({ questions }) =>
    questions.filter(({ text }) => askedHours(text, { ...PLACE, now, name: NAME })),
  );
  assert.ok(claimed.length > 40);
  const isAnswered = ({ expected }: { expected: readonly string[] }) => expected.length > 0;
  const aboutHours = new Set(claimed.filter(isAnswered).map(({ text }) => text));
  const others = claimed.filter((one) => !isAnswered(one)).map(({ text }) => text);
  assert.deepEqual(
    others.filter((text) => !aboutHours.has(text)),
    [],
    'what no shop answers by its hours',
  );
});
