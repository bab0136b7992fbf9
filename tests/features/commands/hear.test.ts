import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Turn, TurnMessage } from '#features/conversations/turn.ts';
import { hear } from '#features/commands/hear.ts';
import { openIn, readAnswer } from '#features/commands/pending.ts';

const NOW = new Date('2026-03-02T12:00:00Z');
const LATER = '2026-03-02T12:10:00Z';
const list = { items: ['a', 'b', 'c'], whole: 'a\nb\nc' };

const turn = (pending: Turn['pending'] = null) => ({ pending }) as Turn;
const message = (body: string, kind = 'text') =>
  ({ id: '1', body, kind, details: null, at: '' }) satisfies TurnMessage;
const heard = (body: string, pending?: Turn['pending']) => hear(turn(pending), message(body), NOW);

test('plain words are sorted by what they ask for', () => {
  const cases: [string, object][] = [
    ['do you deliver?', { kind: 'question', text: 'do you deliver?' }],
    ["we're closed on Monday", { kind: 'statement', text: "we're closed on Monday" }],
    ['help', { kind: 'command', name: 'help', text: '' }],
    ['List', { kind: 'unmarked', name: 'list', text: '' }],
    ['add we have towels', { kind: 'unmarked', name: 'add', text: 'we have towels' }],
    ['Delete 1', { kind: 'unmarked', name: 'delete', text: '1' }],
    ['please remove #2.', { kind: 'unmarked', name: 'delete', text: '#2' }],
    ['edit 2 We close at 10', { kind: 'unmarked', name: 'edit', text: '2 We close at 10' }],
    ['show me stats', { kind: 'unmarked', name: 'stats', text: '' }],
    ['Can you show me the list?', { kind: 'unmarked', name: 'list', text: '' }],
    ['pause please', { kind: 'unmarked', name: 'pause', text: '' }],
    ['stop answering customers', { kind: 'unmarked', name: 'pause', text: '' }],
    ['search plums', { kind: 'unmarked', name: 'search', text: 'plums' }],
    ['Save 10% on Mondays', { kind: 'statement', text: 'Save 10% on Mondays' }],
    ['Find us at the port', { kind: 'statement', text: 'Find us at the port' }],
    ['Change is given at the bar', { kind: 'statement', text: 'Change is given at the bar' }],
    ['Help yourself to coffee', { kind: 'statement', text: 'Help yourself to coffee' }],
    ['show me the menu', { kind: 'statement', text: 'show me the menu' }],
    ['Thanks!', { kind: 'no-request', what: 'thanks' }],
    ['👍', { kind: 'no-request', what: 'thanks' }],
    ['good morning', { kind: 'no-request', what: 'greeting' }],
    ['start pizza_palace_7f3a', { kind: 'no-request', what: 'greeting' }],
    ['yes', { kind: 'no-request', what: 'answer-to-nothing' }],
    ['2', { kind: 'no-request', what: 'answer-to-nothing' }],
  ];
  for (const [body, expected] of cases) assert.deepEqual(heard(body), expected, body);
});

test('a message without words is known by what it brought', () => {
  for (const kind of ['location', 'empty']) {
    assert.deepEqual(hear(turn(), message('', kind), NOW), { kind: 'no-request', what: kind });
  }
});

test('a file is one with a caption or with !add; a command beside it is a command', () => {
  const media = [{ url: 'https://a/b', contentType: 'image/png' }];
  const heardWith = (body: string) =>
    hear(turn(), { ...message(body, body === '' ? 'media' : 'text'), details: { media } }, NOW);
  for (const [body, caption, isAdd] of [
    ['', '', false],
    ['Our menu', 'Our menu', false],
    ['!add', '', true],
    ['!Teach Our menu', 'Our menu', true],
  ] as const) {
    assert.partialDeepStrictEqual(heardWith(body), {
      kind: 'file',
      files: { media, caption, isAdd },
    });
  }
  assert.partialDeepStrictEqual(heardWith('!list'), { kind: 'command', name: 'list' });
  assert.equal(heardWith('!lits').kind, 'unknown');
});

test('whether to save what was found in a file is answered by yes, no, or the numbers that are wanted', () => {
  const asked = { kind: 'save-document', choices: { id: '1', number: 3 }, expiresAt: LATER };
  for (const [body, says] of [
    ['yes', 'yes'],
    ['Save them!', 'yes'],
    ['no', 'no'],
  ]) {
    assert.partialDeepStrictEqual(heard(body ?? '', asked), { kind: 'answer', says });
  }
  const choice = { only: [{ from: 1, to: 1 }], without: [] };
  assert.partialDeepStrictEqual(heard('1', asked), { kind: 'answer', says: { choice } });
  assert.equal(heard('!approve 3 1', asked).kind, 'command');
  const late = hear(turn(asked), message('yes'), new Date('2026-03-02T13:00:00Z'));
  assert.deepEqual(late, { kind: 'no-request', what: 'late-answer' });
});

test('the answer to a list is read in the words that were offered', () => {
  const open = { kind: 'save-list' as const, ...list };
  const cases: [string, string | null][] = [
    ['1', 'one'],
    ['1.', 'one'],
    ['１', 'one'],
    ['1️⃣', 'one'],
    ['One', 'one'],
    ['as one entry', 'one'],
    ['2', 'separate'],
    [' SEPARATE! ', 'separate'],
    ['3', 'separate'],
    ['3 entries', 'separate'],
    ['no', 'no'],
    ['cancel', 'no'],
    ['yes', 'unclear'],
    ['4', null],
    ['!list', null],
    ['one more thing', null],
    ['no pets allowed', null],
  ];
  for (const [body, says] of cases) assert.equal(readAnswer(open, body), says, body);
  assert.equal(readAnswer({ ...open, whole: null }, 'yes'), 'separate');
  assert.equal(readAnswer({ ...open, whole: null }, 'one'), 'unclear');
});

test('an open question is matched first, but not once it has expired', () => {
  const pending = { kind: 'save-list', choices: list, expiresAt: LATER };
  assert.equal(heard('2', pending).kind, 'answer');
  assert.equal(heard('!list', pending).kind, 'command');
  const expired = { ...pending, expiresAt: NOW.toISOString() };
  assert.deepEqual(heard('2', expired), { kind: 'no-request', what: 'late-answer' });
  assert.equal(heard('do you deliver?', expired).kind, 'question');
});

test("a question that is not an owner's is left alone", () => {
  const pending = { kind: 'which-business', choices: ['a'], expiresAt: LATER };
  assert.equal(openIn(turn(pending), NOW), null);
});
