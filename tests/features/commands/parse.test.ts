import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  commands,
  editDistance,
  nearestCommand,
  readCommand,
  readNumber,
  readNumberAndText,
  unquoted,
} from '#features/commands/parse.ts';

const command = (name: string, text = '') => ({ kind: 'command', name, text });

test('a command is understood however it is typed', () => {
  const cases: [string, ReturnType<typeof readCommand> | object][] = [
    ['!list', command('list')],
    ['!LIST', command('list')],
    ['  ! List ', command('list')],
    ['！list', command('list')],
    ['！ｌｉｓｔ', command('list')],
    ['!!list', command('list')],
    ['❗list', command('list')],
    ['❗️list', command('list')],
    ['\u200f!list', command('list')],
    ['!list2', command('list', '2')],
    ['!list\n2', command('list', '2')],
    ['"!list"', command('list')],
    ['“!list”', command('list')],
    ['*!delete* 2', command('delete', '2')],
    ['`!show 3`', command('show', '3')],
    ['!add:We deliver', command('add', 'We deliver')],
    ['!ADD\n\nWe deliver', command('add', 'We deliver')],
    ['!add  two  spaces stay', command('add', 'two  spaces stay')],
    ['!add a\nb', command('add', 'a\nb')],
    ['!add -5 degrees outside', command('add', '-5 degrees outside')],
    ['!add ½ portion：5 €', command('add', '½ portion：5 €')],
    ['!remove 2', command('delete', '2')],
    ['!find pizza', command('search', 'pizza')],
  ];
  for (const [body, expected] of cases) assert.deepEqual(readCommand(body), expected, body);
});

test('what is no command is left in the words that were written', () => {
  assert.deepEqual(readCommand(' We are open! '), { kind: 'plain', text: 'We are open!' });
  assert.deepEqual(readCommand('!!!'), { kind: 'plain', text: '!!!' });
  assert.deepEqual(readCommand('¡Estamos cerrados!'), {
    kind: 'plain',
    text: '¡Estamos cerrados!',
  });
  assert.deepEqual(readCommand('¡add Estamos cerrados'), command('add', 'Estamos cerrados'));
  assert.deepEqual(readCommand('!lsit 2'), { kind: 'unknown', word: 'lsit', text: '2' });
});

test('every command and every other word for it is a command of its own', () => {
  const words = Object.entries(commands).flatMap(([name, others]) => [name, ...others]);
  assert.equal(new Set(words).size, words.length);
});

test('a mistyped command is taken for the nearest one', () => {
  const cases: [string, string | null][] = [
    ['lsit', 'list'],
    ['lst', 'list'],
    ['lists', 'list'],
    ['ad', 'add'],
    ['dad', 'add'],
    ['delte', 'delete'],
    ['deleet', 'delete'],
    ['serch', 'search'],
    ['unans', 'unanswered'],
    ['sta', 'stats'],
    ['halp', 'help'],
    ['regster', 'register'],
    ['removve', 'delete'],
    ['xyz', null],
    ['pizza', null],
    ['we', null],
    ['wednesday', null],
  ];
  for (const [word, expected] of cases) assert.equal(nearestCommand(word), expected, word);
});

test('swapping two neighbouring letters is one edit', () => {
  assert.equal(editDistance('lsit', 'list'), 1);
  assert.equal(editDistance('', 'list'), 4);
  assert.equal(editDistance('list', 'list'), 0);
  assert.equal(editDistance('lost', 'list'), 1);
});

test('a number is understood however it is written', () => {
  const cases: [string, number | null][] = [
    ['2', 2],
    ['#2', 2],
    ['２', 2],
    ['२', 2],
    ['٤٢', 42],
    ['“2”', 2],
    ['<2>', 2],
    ['2.', 2],
    ['number 2', 2],
    ['page 12', 12],
    ['', null],
    ['two', null],
    ['2 3', null],
    ['-2', null],
    ['99999999999', null],
  ];
  for (const [text, expected] of cases) assert.equal(readNumber(text), expected, text);
});

test('an edit is a number and all that follows it', () => {
  assert.deepEqual(readNumberAndText('2 We close at 10'), { number: 2, text: 'We close at 10' });
  assert.deepEqual(readNumberAndText('#2: "We close"'), { number: 2, text: 'We close' });
  assert.deepEqual(readNumberAndText('2\nfirst\nsecond'), { number: 2, text: 'first\nsecond' });
  assert.deepEqual(readNumberAndText('3 5 dollars'), { number: 3, text: '5 dollars' });
  assert.equal(readNumberAndText('3'), null);
  assert.equal(readNumberAndText('3.50 dollars'), null);
  assert.equal(readNumberAndText('We close'), null);
});

test('only quotes around the whole text are taken off', () => {
  assert.equal(unquoted(' "We deliver" '), 'We deliver');
  assert.equal(unquoted('<We deliver>'), 'We deliver');
  assert.equal(unquoted('„Wir liefern“'), 'Wir liefern');
  assert.equal(unquoted('"yes" and "no"'), '"yes" and "no"');
  assert.equal(unquoted("it's ours'"), "it's ours'");
});
