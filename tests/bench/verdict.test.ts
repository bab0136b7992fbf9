import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topics } from '../../scripts/bench/topics.ts';
import { judge } from '../../scripts/bench/verdict.ts';
import type { Delivery, Question } from '../../scripts/bench/verdict.ts';

const ANA = 'whatsapp:+12122000001';
const SHOP = 'whatsapp:+14152000001';

const asks = (turn: number, topic: number, postedAt: number): Question => ({
  sid: `SM${turn}`,
  customer: ANA,
  business: SHOP,
  turn,
  topic,
  postedAt,
  ackMs: 1,
  ackedAt: postedAt + 1,
  posts: 1,
});

const hears = (body: string, at: number): Delivery => ({
  sid: `SM-${at}`,
  from: SHOP,
  to: ANA,
  body,
  at,
});

const entry = (topic: number) => topics[topic]!.entry;
const counts = (questions: Question[], deliveries: Delivery[]) => {
  const { asked, answered, lost, repeated, outOfOrder, wrong } = judge(questions, deliveries);
  return { asked, answered, lost, repeated, outOfOrder, wrong };
};
const nothingWrong = { lost: 0, repeated: 0, outOfOrder: 0, wrong: 0 };

test('each question answered once from its entry is a clean run', () => {
  const result = counts([asks(0, 2, 0), asks(1, 4, 10)], [hears(entry(2), 5), hears(entry(4), 15)]);
  assert.deepEqual(result, { asked: 2, answered: 2, ...nothingWrong });
});

test('silence is a lost message', () => {
  const result = counts([asks(0, 2, 0), asks(1, 4, 10)], [hears(entry(4), 15)]);
  assert.deepEqual(result, { asked: 2, answered: 1, ...nothingWrong, lost: 1 });
});

test('a lost message counts as promised only when its webhook was acknowledged', () => {
  const unheard = { ...asks(1, 4, 10), ackedAt: null, ackMs: null };
  assert.equal(judge([asks(0, 2, 0), unheard], []).lost, 2);
  assert.equal(judge([asks(0, 2, 0), unheard], []).lostAfterAck, 1);
});

test('the same answer again is a repeated one, also when the next question waits', () => {
  const twice = [hears(entry(2), 5), hears(entry(2), 12)];
  const result = counts([asks(0, 2, 0), asks(1, 4, 10)], twice);
  assert.deepEqual(result, { asked: 2, answered: 1, ...nothingWrong, lost: 1, repeated: 1 });
});

test('the second answer before the first is out of order', () => {
  const result = counts([asks(0, 2, 0), asks(1, 4, 1)], [hears(entry(4), 5), hears(entry(2), 6)]);
  assert.deepEqual(result, { asked: 2, answered: 2, ...nothingWrong, outOfOrder: 1 });
});

test('one reply that speaks about two questions answers both', () => {
  const result = counts([asks(0, 2, 0), asks(1, 4, 1)], [hears(`${entry(2)} ${entry(4)}`, 5)]);
  assert.deepEqual(result, { asked: 2, answered: 2, ...nothingWrong });
});

test('a reply about something else answers the oldest open question, wrongly', () => {
  const result = counts([asks(0, 2, 0)], [hears("I don't know that.", 5)]);
  assert.deepEqual(result, { asked: 1, answered: 1, ...nothingWrong, wrong: 1 });
});

test('a message to somebody who asked nothing is one too many', () => {
  const result = counts([], [hears(entry(2), 5)]);
  assert.deepEqual(result, { asked: 0, answered: 0, ...nothingWrong, repeated: 1 });
});
