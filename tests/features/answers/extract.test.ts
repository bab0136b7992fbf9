import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex, search } from '#features/answers/engine/engine.ts';
import { extract } from '#features/answers/engine/extract.ts';

const HOURS = 'We are open 9 AM to 9 PM every day.';
const PARKING = 'Guests park free of charge in the yard behind the house.';
const filler = (about: string, sentences: number) =>
  Array.from({ length: sentences }, (_, at) => `Room ${at + 1} ${about} with oak beams.`).join(' ');

function reply(entries: readonly string[], question: string): string {
  const index = buildIndex(entries.map((text, at) => ({ id: String(at), text })));
  return extract(question, search(index, question));
}

test('an entry of up to 500 characters is told as it stands', () => {
  const entry = `${HOURS} ${filler('is painted', 20)}`.slice(0, 500);
  assert.equal(entry.length, 500);
  assert.equal(reply([entry], 'what are your hours?'), entry);
});

test('of a longer entry the customer hears the sentence that answers, and what stands around it', () => {
  const entry = `${filler('faces the lake', 20)} ${PARKING} ${filler('has a bath', 20)}`;
  const heard = reply([entry], 'where can I park?');
  assert.ok(heard.length <= 500);
  assert.ok(heard.length > 300, 'it is grown with its neighbours');
  assert.ok(heard.includes(PARKING));
  assert.ok(entry.includes(heard), 'nothing is put together that does not stand together');
});

test('lines of a list count as sentences', () => {
  const list = Array.from({ length: 60 }, (_, at) => `- Dish number ${at}: ₹${at}00`);
  const heard = reply([[...list, '- Parking: in the yard', ...list].join('\n')], 'parking?');
  assert.match(heard, /Parking: in the yard/);
  assert.ok(heard.length <= 500);
});

test('a sentence that is too long ends after a whole word', () => {
  const endless = `We are open ${'and open again '.repeat(60)}every day`;
  const heard = reply([endless], 'are you open?');
  assert.ok(heard.length <= 500);
  assert.match(heard, /(?:and|open|again)…$/);
});

test('a word longer than a reply ends after a whole character', () => {
  const heard = reply([`open${'👩‍👩‍👧'.repeat(200)}`], 'open?');
  assert.ok(heard.length <= 500);
  assert.ok(heard.isWellFormed());
  assert.match(heard, /👩‍👩‍👧…$/u);
});

test('two questions get their two answers, within 500 characters', () => {
  const hours = `${HOURS} ${filler('is painted', 20)}`;
  const parking = `${PARKING} ${filler('is papered', 20)}`;
  const heard = reply([hours, parking], 'What are your hours? Where can I park?');
  assert.ok(heard.startsWith(HOURS));
  assert.ok(heard.includes(`\n\n${PARKING}`));
  assert.ok(heard.length <= 500);
});

test('one question never gets two entries', () => {
  const heard = reply([HOURS, 'The kitchen opens at noon and closes at ten.'], 'When do you open?');
  assert.equal(heard, HOURS);
});

test('where nothing was found there is nothing to tell', () => {
  assert.equal(extract('hello?', { hits: [], confidence: 0 }), '');
});
