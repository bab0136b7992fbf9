import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { COFFEE, modelThat, PIZZA, promptIn, text, writes } from './model.ts';

const never = () => new AbortController().signal;

describe('what the model is asked', () => {
  test('shares its beginning with every other question to the business, so that it is cached', async (t) => {
    const { answerer, calls } = await modelThat(t, () => writes({ answer: 'Yes.' }));
    const later = new Date(PIZZA.now.getTime() + 7 * 3_600_000);
    const hoursNow = 'Now: closed; opens at 9 AM';
    const others = { text: 'When?', now: later, hoursNow, passages: COFFEE.passages, history: [] };
    for (const question of [PIZZA, { ...PIZZA, ...others }])
      await answerer.answer(question, never());
    const [one, other] = calls.map(promptIn).map(({ input, ...rest }) => ({
      rest,
      first: input[0],
      others: input.slice(1).map(({ content }) => content),
    }));
    assert.deepEqual(one?.rest, other?.rest);
    assert.deepEqual(one?.first, other?.first);
    assert.match(one?.first?.content ?? '', /Pizza Palace.*9 AM to 9 PM/);
    assert.notDeepEqual(one?.others, other?.others);
  });

  test('tells what the hours mean now beside the day, after what stays', async (t) => {
    const { answerer, calls } = await modelThat(t, () => writes({ answer: 'Yes.' }));
    await answerer.answer({ ...PIZZA, hoursNow: 'Now: open, until 9 PM' }, never());
    const told = calls.flatMap((call) => promptIn(call).input.map(({ content }) => content));
    assert.match(told.at(-2) ?? '', /"localTime":.*"openingHours":"Now: open, until 9 PM"/);
    assert.doesNotMatch(told.slice(0, -2).join(' '), /Now: open/);
  });

  test('is told until when a passage is true, on the clock of the business', async (t) => {
    const { answerer, calls } = await modelThat(t, () => writes({ answer: 'Until 21 Nov, $5.' }));
    const until = new Date('2025-11-22T05:00:00Z');
    const passages = [{ id: 'offer', text: 'Every pizza costs $5', until }];
    const answer = await answerer.answer({ ...PIZZA, passages }, never());
    const told = calls.map(promptIn)[0]?.input[1]?.content ?? '';
    assert.match(told, /"until":"Friday 2025-11-21 23:59"/);
    assert.equal(answer.kind, 'answered');
  });

  test('is told with what it used, whether or not the answer is of use', async (t) => {
    const usage = {
      input_tokens: 900,
      input_tokens_details: { cached_tokens: 600 },
      output_tokens: 40,
    };
    const replies = [text('prose', { usage }), text('prose')];
    const { answerer } = await modelThat(t, () => replies.shift() ?? text(''));
    const spent: unknown[] = [];
    for (let i = 0; i < 2; i++) await answerer.answer(PIZZA, never(), (used) => spent.push(used));
    const model = 'gpt-5.6-terra';
    assert.deepEqual(spent, [
      { model, input: 900, cached: 600, output: 40 },
      { model, input: 0, cached: 0, output: 0 },
    ]);
  });
});
