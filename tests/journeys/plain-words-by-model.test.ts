import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OwnerSaid, Understander, Understood } from '#ports.ts';
import { known, ownerOf } from '../support/owner.ts';
import { createWorld } from '../support/world.ts';

const DAY_MS = 24 * 3_600_000;
const HAIRCUT = 'Haircut costs 300 rupees';

describe('an owner’s plain words, with a model', () => {
  const modelThat = (reply: (said: OwnerSaid) => Understood | Promise<Understood>) => {
    const given: OwnerSaid[] = [];
    const understander: Understander = {
      async understand(said) {
        given.push(said);
        return reply(said);
      },
    };
    return { understander, given };
  };

  test('its words are offered, with the entry that it names', async () => {
    const { understander, given } = modelThat(({ entries }) => ({
      kind: 'statement',
      text: 'A haircut costs 400 rupees.',
      replaces: entries[0]?.id ?? null,
      lastDay: null,
    }));
    await using world = await createWorld({ understander });
    const shop = await world.shop({ knows: [HAIRCUT, 'Parking is behind the shop'] });
    const owner = ownerOf(world);
    const reply = await owner.tells('pls let them know: the haircut we do for 400 from now');
    assert.match(reply, /^I understood: "A haircut costs 400 rupees\."\nIt would replace number 1/);
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), [
      'A haircut costs 400 rupees.',
      'Parking is behind the shop',
    ]);
    assert.ok(given[0]?.commands.includes('pause'));
    assert.equal(given[0]?.business.id, shop);
  });

  test('a last day that it names is said before anything is saved', async () => {
    const lastDay = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10);
    const { understander } = modelThat(({ text }) => ({
      kind: 'statement',
      text,
      replaces: null,
      lastDay,
    }));
    await using world = await createWorld({ understander });
    await world.shop();
    assert.match(
      await ownerOf(world).tells('the terrace is out of use for some days'),
      /until the end of/,
    );
    for (const day of ['2001-01-01', '2999-01-01', 'soon', '2026-02-31']) {
      const other = modelThat(({ text }) => ({
        kind: 'statement',
        text,
        replaces: null,
        lastDay: day,
      }));
      await using another = await createWorld({ understander: other.understander });
      await another.shop();
      assert.doesNotMatch(
        await ownerOf(another).tells('the terrace is out of use'),
        /until the end/,
      );
    }
  });

  test('a question, a command and small talk are told apart', async () => {
    const kinds: Record<string, Understood> = {
      'the customers ask about parking': { kind: 'question' },
      'give me a rest for today': { kind: 'command', name: 'pause', text: '' },
      'what a day that was': { kind: 'chat' },
    };
    const { understander } = modelThat(({ text }) => kinds[text] ?? { kind: 'chat' });
    await using world = await createWorld({ understander });
    const shop = await world.shop({ knows: ['Parking is behind the shop'] });
    const owner = ownerOf(world);
    assert.match(
      await owner.tells('the customers ask about parking'),
      /would be told:\nParking is behind/,
    );
    assert.match(await owner.tells('give me a rest for today'), /^Did you mean !pause\? Reply yes/);
    assert.match(
      await owner.tells('what a day that was'),
      /did not take that as something to save/,
    );
    assert.deepEqual(await known(world, shop), ['Parking is behind the shop']);
  });

  test('the rules read what it cannot: when it is down, or what it wrote is not to be believed', async () => {
    for (const reply of [
      () => Promise.reject(new Error('502')),
      () => ({ kind: 'unusable', because: 'a figure is not hers' }) as const,
      () => ({ kind: 'command', name: 'format', text: '' }) as const,
    ]) {
      await using world = await createWorld({ understander: modelThat(reply).understander });
      await world.shop({ knows: [HAIRCUT] });
      assert.match(
        await ownerOf(world).tells('haircut is now 400'),
        /^I understood: "Haircut is now 400\."\nIt would replace number 1/,
      );
    }
  });
});
