import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choiceIn, chosenFrom } from '#features/documents/choice.ts';

const NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const chosen = (text: string) => {
  const choice = choiceIn(text);
  return choice ? chosenFrom(NINE, choice)?.join(' ') : undefined;
};

test('an owner names entries by numbers and ranges, or all but some, in her language', () => {
  const cases: [text: string, chosen: string][] = [
    ['add 1-5, 8', '1 2 3 4 5 8'],
    ['1-5, 8', '1 2 3 4 5 8'],
    ['1 – 3 and 9.', '1 2 3 9'],
    ['Only 2 please', '2'],
    ['no, only 2 and 4', '2 4'],
    ['save #3 to #5', '3 4 5'],
    ['5-3', '3 4 5'],
    ['All but 3', '1 2 4 5 6 7 8 9'],
    ['all except 3, 5-7', '1 2 4 8 9'],
    ['not 9', '1 2 3 4 5 6 7 8'],
    ['1-5 but not 3', '1 2 4 5'],
    ['solo 1 y 2', '1 2'],
    ['todo menos 3', '1 2 4 5 6 7 8 9'],
    ['só 1 a 3 e 5', '1 2 3 5'],
    ['tudo exceto 9', '1 2 3 4 5 6 7 8'],
    ['sirf 1 aur 2', '1 2'],
    ['3 ke alawa sab', '1 2 4 5 6 7 8 9'],
    ['१ से ३ तक', '1 2 3'],
    ['3 को छोड़कर सब', '1 2 4 5 6 7 8 9'],
    ['3 తప్ప అన్నీ', '1 2 4 5 6 7 8 9'],
  ];
  for (const [text, expected] of cases) assert.equal(chosen(text), expected, text);
});

test('numbers that are about something else choose nothing', () => {
  const cases = [
    'yes',
    'add it',
    'haircut is now 400',
    'Pizza 12.50 and 14',
    'we open at 10',
    '1-',
    '-3',
    'add 1-2-3x',
    '!stats',
    '1 to',
    '+91 98480 22338',
    '',
  ];
  for (const text of cases) assert.equal(choiceIn(text), null, text);
});

test('a number that no entry has is told apart', () => {
  for (const text of ['10', '0', '8-12', 'all but 10']) {
    const choice = choiceIn(text);
    assert.ok(choice);
    assert.equal(chosenFrom(NINE, choice), null, text);
  }
});
