import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CALL, modelOf } from '../support/model.ts';
import { embedderOf, storeOf } from '../support/indexes.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';
import type { Question } from '#ports.ts';

const KNOWN = [
  'A haircut costs $30',
  'Kids under 12 get a haircut for $20',
  'We are open Monday to Saturday 9 AM to 6 PM, closed on Sunday',
  'Sunday brunch next door is $25',
  'We deliver to downtown for $5',
  'You can pay by card or cash',
];

describe('who asks on', () => {
  test('is understood by the built-in engine, in their language', async () => {
    await using world = await createWorld();
    await world.shop({ knows: KNOWN });
    const talks: [string, string, RegExp][] = [
      ['How much is a haircut?', 'and for kids?', /\$20/],
      ['Are you open on Saturday?', 'and on Sunday?', /closed on Sunday/],
      ['Do you deliver?', 'how much?', /downtown for \$5/],
      ['¿Hacen entregas a domicilio?', '¿y cuánto cuesta?', /downtown for \$5/],
      ['Shanivar ko khula hai?', 'aur Sunday ko?', /closed on Sunday/],
    ];
    for (const [at, [question, more, answer]] of talks.entries()) {
      const phone = world.phone(`+1415555020${at}`);
      await phone.says(SHOP, question);
      await phone.says(SHOP, more);
      assert.match(phone.heard().at(-1) ?? '', answer, `${question} ${more}`);
    }
  });

  test('is told that it is not known, rather than something about another thing', async () => {
    await using world = await createWorld();
    await world.shop({ knows: KNOWN });
    const talks = [
      ['Can I pay by card?', 'how much?'],
      ['How much is a haircut?', 'and for dogs?'],
      ['Do you repair shoes?', 'and for kids?'],
    ] as const;
    for (const [at, [question, more]] of talks.entries()) {
      const phone = world.phone(`+1415555030${at}`);
      await phone.says(SHOP, question);
      await phone.says(SHOP, more);
      assert.match(phone.heard().at(-1) ?? '', /don't know|asked|ask/i, `${question} ${more}`);
    }
  });

  test('has the whole question asked of the owner where nobody knows', async () => {
    await using world = await createWorld();
    await world.shop({ knows: KNOWN });
    const [ana, owner] = [world.phone(ANA), world.phone(OWNER)];
    await owner.says(SHOP, '!help');
    await ana.says(SHOP, 'How much is a haircut?');
    await ana.says(SHOP, 'and for dogs?');
    world.clock.advance(120_000);
    await world.settle();
    assert.match(owner.heard().join('\n'), /How much is a haircut for dogs\?/);
  });

  test('is not taken for somebody who asked something else, or long ago', async () => {
    await using world = await createWorld();
    await world.shop({ knows: KNOWN });
    const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
    await ana.says(SHOP, 'Do you deliver?');
    await ben.says(SHOP, 'How much is a haircut?');
    await ana.says(SHOP, 'how much?');
    assert.match(ana.heard().at(-1) ?? '', /downtown for \$5/);
    world.clock.advance(7 * 3_600_000);
    await ana.says(SHOP, 'and for kids?');
    assert.match(ana.heard().at(-1) ?? '', /\$20/);
  });

  test('is asked of the model as a whole question, which is also what is searched for', async () => {
    const asked: Question[] = [];
    const sought: string[] = [];
    const embedder = embedderOf();
    const answerer = modelOf({
      rewrite: async ({ text, history }) => {
        assert.equal(history[0]?.text, 'How much is a haircut?');
        return text === 'and for kids?' ? 'What does a haircut for kids cost?' : null;
      },
      answer: async (question, _signal, spent) => {
        asked.push(question);
        spent?.(CALL);
        return { kind: 'unsure' };
      },
    });
    await using world = await createWorld({
      answerer,
      embedder: {
        ...embedder,
        embed: (texts, signal) => {
          sought.push(...texts);
          return embedder.embed(texts, signal);
        },
      },
      vectors: storeOf('one').vectors,
    });
    await world.shop({ knows: KNOWN });
    const ana = world.phone(ANA);
    for (const text of [
      'How much is a haircut?',
      'and for kids?',
      'on Sunday?',
      'Can I pay by card?',
    ])
      await ana.says(SHOP, text);
    const questions = [
      'How much is a haircut?',
      'What does a haircut for kids cost?',
      'How much is a haircut for kids on Sunday?',
      'Can I pay by card?',
    ];
    assert.deepEqual(sought, questions);
    assert.deepEqual(
      asked.map(({ text }) => text),
      questions,
    );
    assert.deepEqual(
      asked.map(({ history }) => history.length > 0),
      [false, true, true, false],
    );
    assert.match(asked[1]?.passages[0]?.text ?? '', /Kids under 12/);
  });
});
