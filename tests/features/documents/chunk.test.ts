import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesIn } from '#features/owner-sentences/sentences.ts';
import { entriesOf } from '#features/documents/chunk.ts';
import { nameOf } from '#features/documents/understand.ts';
import { linesAsBlocks } from '#platform/reading/plain-text.ts';

const entriesIn = (text: string) => entriesOf(linesAsBlocks(text));

test('a heading stands before what is under it, and prices are told apart', () => {
  const menu = `PIZZA PALACE

Pizza
Margherita ... $12.50
Diavola ... $14
Funghi - 13,00 €

Opening hours:
Mon-Fri 9-18
Sat 10-14
closed on Sunday

# Delivery
We deliver to downtown. It costs $3.
`;
  assert.deepEqual(entriesIn(menu), [
    'Pizza: Margherita ... $12.50',
    'Pizza: Diavola ... $14',
    'Pizza: Funghi - 13,00 €',
    'Opening hours: Mon-Fri 9-18, Sat 10-14, closed on Sunday',
    'Delivery: We deliver to downtown. It costs $3.',
  ]);
});

test('a question goes with its answer', () => {
  assert.deepEqual(
    entriesIn(
      'Do you deliver?\nYes, to downtown.\n\n¿Hay wifi?\n\nSí, gratis.\n\nIs there parking?',
    ),
    ['Do you deliver? Yes, to downtown.', '¿Hay wifi? Sí, gratis.', 'Is there parking?'],
  );
});

test('a list has an entry for each thing', () => {
  assert.deepEqual(entriesIn('We offer:\n- haircuts\n- beard trims\n1. massages'), [
    'We offer: haircuts',
    'We offer: beard trims',
    'We offer: massages',
  ]);
});

const many = (count: number, write: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i));

test('a long text is divided between its sentences, each part under its heading', () => {
  const sentences = many(
    12,
    (i) => `Sentence ${i} tells something about the house and its history.`,
  );
  const parts = entriesIn(`# History\n${sentences.join(' ')}`);
  assert.equal(parts.length, 2);
  for (const part of parts) {
    assert.ok(part.length <= 420, String(part.length));
    assert.match(part, /^History: Sentence .* history\.$/);
  }
});

test('a text without any end is divided all the same, between whole characters', () => {
  for (const endless of [
    many(500, (i) => `word${i}`).join(' '),
    many(600, (i) => `xy${i}`).join(''),
    `a${many(400, (i) => `😀ab${i}`).join('')}`,
  ]) {
    const parts = entriesIn(endless);
    assert.ok(parts.length > 1);
    for (const part of parts) assert.ok(part.length <= 400 && part.isWellFormed());
    assert.equal(parts.join('').replaceAll(' ', ''), endless.replaceAll(' ', ''));
  }
});

test('what is said twice, and what says nothing, is left out', () => {
  assert.deepEqual(
    entriesIn(
      '# Delivery\n\nPage 1 of 3\n\nWe deliver.\n\n***\n\n2\n\nWE  DELIVER.\n\nPage 2 of 3',
    ),
    ['Delivery: We deliver.'],
  );
});

test('a line that looks like a heading and has nothing under it is not lost', () => {
  assert.deepEqual(entriesIn('CLOSED ON 25 DECEMBER\n\nOPEN ON ALL OTHER DAYS OF YEAR'), [
    'CLOSED ON 25 DECEMBER',
    'OPEN ON ALL OTHER DAYS OF YEAR',
  ]);
});

test('wrapped lines are one paragraph', () => {
  const wrapped = `We have been making bread in this street since the year of our
grandmother's wedding, and we still do.`;
  assert.deepEqual(entriesIn(wrapped), [wrapped.replace('\n', ' ')]);
});

const english = sentencesIn('en');

test('a file is called as its sender calls it, in a line without a path', () => {
  assert.equal(nameOf('C:\\menus\\menu.pdf', null, english), 'menu.pdf');
  assert.equal(nameOf('../../menu\u202e\n.pdf', null, english), 'menu .pdf');
  assert.equal(nameOf(`${'long '.repeat(50)}.pdf`, null, english).length, 60);
  assert.equal(nameOf(' ', 'image/png', english), 'your picture');
  assert.equal(nameOf(null, 'audio/ogg', english), 'your voice note');
  assert.equal(nameOf(null, null, english), 'your file');
});
