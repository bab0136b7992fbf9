import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isFaithful } from '#adapters/answerer/translate.ts';
import { isRewriting } from '#adapters/answerer/rewrite.ts';
import { modelThat, output, promptIn, text as writesText } from './model.ts';

const never = () => new AbortController().signal;
const translates = (translation: string) => writesText(JSON.stringify({ translation }));

describe('what the owner writes, in the language of the customer', () => {
  test('is told by the model, which is shown the text as data and stores nothing', async (t) => {
    const { answerer, calls } = await modelThat(t, () => translates('Sí, cuesta $30.'));
    const spent: unknown[] = [];
    const said = await answerer.translate('Yes, it is $30.', 'es', never(), (tokens) =>
      spent.push(tokens),
    );
    assert.equal(said, 'Sí, cuesta $30.');
    const [prompt] = calls.map(promptIn);
    assert.deepEqual(
      prompt?.input.map(({ content }) => content.split('\n')[1]),
      ['"Yes, it is $30."', '"Spanish"'],
    );
    assert.doesNotMatch(prompt?.instructions ?? '', /\$30/);
    assert.equal(prompt?.store, false);
    assert.equal(spent.length, 1);
  });

  test('has every figure that was written and no other, else it is not told', () => {
    const cases: [string, string, string, boolean][] = [
      ['Yes, it is $30.', 'Sí, cuesta $30.', 'es', true],
      ['Yes, it is $30.', 'Sí, cuesta 30 dólares.', 'es', true],
      ['Yes, it is $30.', 'Sí, cuesta $13.', 'es', false],
      ['Yes, it is $30.', 'Sí, claro que sí.', 'es', false],
      ['Yes, it is $30.', 'Sí, cuesta €30.', 'es', false],
      ['Open until 9 PM.', 'Abierto hasta las 21:00.', 'es', true],
      ['Open until 9 PM.', 'Abierto hasta las 22:00.', 'es', false],
      ['Open until 9 PM.', 'रात 9 बजे तक खुला है।', 'hi', true],
      ['Open until 9 PM.', 'రాత్రి ९ గంటల వరకు', 'te', true],
      ['Call +1 415 555 0111.', 'Ligue para +1 415 555 0111.', 'pt', true],
      ['Call +1 415 555 0111.', 'Ligue para +1 415 555 0112.', 'pt', false],
      ['Call us.', 'Ligue para +1 415 555 0112.', 'pt', false],
      ['See https://shop.example/menu', 'Mira https://shop.example/menu', 'es', true],
      ['See https://shop.example/menu', 'Mira el menú', 'es', false],
      ['Write to ana@shop.example', 'Escribe a eva@shop.example', 'es', false],
      ['20% off on 24.12.2026', '24.12.2026 ko 20% ki chhoot', 'hi-Latn', true],
      ['20% off on 24.12.2026', '24.12.2025 ko 20% ki chhoot', 'hi-Latn', false],
      ['The parking is behind the house.', 'El aparcamiento es gratis.', 'es', false],
      ['We close soon.', 'हम जल्द बंद करते हैं।', 'hi-Latn', false],
      ['We close soon.', 'Hum jaldi band karte hain.', 'hi', false],
      ['Yes.', `Sí. ${'Y además le contamos toda la historia. '.repeat(5)}`, 'es', false],
      ['Yes.', '', 'es', false],
    ];
    for (const [written, said, language, isTold] of cases) {
      assert.equal(isFaithful(said, written, language), isTold, `${written} → ${said}`);
    }
  });

  test('is not told when the model refuses, breaks the form or loses a figure', async (t) => {
    const replies = [
      output([{ type: 'refusal', refusal: 'No.' }]),
      writesText('Sí, cuesta $30.'),
      translates('Sí, cuesta mucho.'),
    ];
    const { answerer } = await modelThat(t, () => replies.shift() ?? translates(''));
    for (let i = 0; i < 4; i++) {
      assert.equal(await answerer.translate('Yes, it is $30.', 'es', never()), null);
    }
    assert.equal(await answerer.translate(' ', 'es', never()), null);
  });
});

describe('a question that leans on what was said', () => {
  const history = [
    { from: 'customer' as const, text: 'How much is a haircut?' },
    { from: 'bot' as const, text: 'A haircut is $30.' },
  ];

  test('is completed by the model from the conversation', async (t) => {
    const { answerer, calls } = await modelThat(t, () =>
      writesText(JSON.stringify({ question: 'How much is a haircut for kids?' })),
    );
    const asked = { text: 'and for kids?', history };
    assert.equal(await answerer.rewrite(asked, never()), 'How much is a haircut for kids?');
    const [prompt] = calls.map(promptIn);
    assert.match(prompt?.input[0]?.content ?? '', /How much is a haircut/);
    assert.equal(prompt?.input[1]?.content, 'Last message:\n"and for kids?"');
  });

  test('gets nothing that nobody said', () => {
    const asked = { text: 'and for kids?', history };
    assert.equal(isRewriting('How much is a haircut for kids?', asked), true);
    assert.equal(isRewriting('How much is a haircut for kids under 12?', asked), false);
    assert.equal(
      isRewriting('Where can I buy cheap umbrellas from your warehouse please?', asked),
      false,
    );
    assert.equal(isRewriting('haircut '.repeat(50), asked), false);
    assert.equal(isRewriting('', asked), false);
  });
});
