import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf, lengthOf, messagesOf, preview } from '#features/commands/entry-text.ts';

test('a list is taken apart at its lines and bullets', () => {
  const cases: [string, string[]][] = [
    ['We deliver', ['We deliver']],
    ['- We deliver', ['We deliver']],
    ['1. floor is closed', ['1. floor is closed']],
    ['a\nb', ['a', 'b']],
    ['a\r\n\r\nb\r\n', ['a', 'b']],
    ['- a\n- b\n* c', ['a', 'b', 'c']],
    ['1. a\n2) b\n(3) c', ['a', 'b', 'c']],
    ['• a • b • c', ['a', 'b', 'c']],
    ['•a\n•b', ['a', 'b']],
    ['- pizza\n  with basil\n- calzone', ['pizza with basil', 'calzone']],
    [
      "Today's menu:\n- margherita\n- calzone",
      ["Today's menu: margherita", "Today's menu: calzone"],
    ],
    ['Prices:\nsmall 5\nlarge 8', ['Prices: small 5', 'Prices: large 8']],
    ['Welcome to us\n- a\n- b', ['Welcome to us', 'a', 'b']],
    ['10 AM to 5 PM\n-5 degrees', ['10 AM to 5 PM', '-5 degrees']],
    ['same\nSame \nother', ['same', 'other']],
    ['مفتوح\nمغلق', ['مفتوح', 'مغلق']],
  ];
  for (const [text, items] of cases) assert.deepEqual(itemsOf(text), items, text);
});

test('a preview is one short line and cuts no emoji apart', () => {
  assert.equal(preview('a\n\nb   c'), 'a b c');
  const family = '👨‍👩‍👧‍👦';
  const short = preview(family.repeat(20), 100);
  assert.ok(short.length <= 100);
  assert.equal(short.replace('...', '').replaceAll(family, ''), '');
});

test('a long reply is cut into messages that the carrier takes, and nothing of it is lost', () => {
  const words = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ');
  const parts = messagesOf(words);
  assert.ok(parts.length > 3);
  assert.ok(parts.every((part) => part.length <= 1_600));
  assert.equal(parts.join(' '), words);
  const solid = '👍🏽'.repeat(1_000);
  assert.equal(messagesOf(solid).join(''), solid);
  assert.ok(messagesOf(solid).every((part) => part.isWellFormed() && part.length <= 1_600));
  assert.deepEqual(messagesOf('short'), ['short']);
});

test('an emoji counts as one character, as it does in the database', () => {
  assert.equal(lengthOf('👍'.repeat(4_000)), 4_000);
});
