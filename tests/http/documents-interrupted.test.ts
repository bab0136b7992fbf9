import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentLoop } from '#features/documents/documents.system.ts';
import { PNG } from '../support/files.ts';
import { known } from '../support/owner.ts';
import { seeingOf } from '../support/senses.ts';

import { documentsOf, shopWith, upload } from './uploading.ts';

describe('a process that ends in the middle of a document', () => {
  test('leaves it to the next, which adds everything once', { timeout: 20_000 }, async () => {
    const begun = Promise.withResolvers<void>();
    const held = Promise.withResolvers<string>();
    const read = async () => {
      begun.resolve();
      return held.promise;
    };
    const { world, shop } = await shopWith({ seeing: { ...seeingOf('').seeing, read } });
    await using _world = world;
    await upload(world, shop, PNG, { name: 'menu.png' });
    const first = documentLoop(world.app).drain();
    await begun.promise;
    assert.equal(await documentLoop(world.app).drain(), 0, 'it is in hand');

    world.clock.advance(31_000);
    const next = { ...world.app, seeing: seeingOf('Coffee $3\nTea $2').seeing };
    assert.equal(await documentLoop(next).drain(), 1);
    assert.deepEqual(await known(world, shop), ['Coffee $3', 'Tea $2']);
    held.resolve('Coffee $9\nTea $9');
    await first;
    assert.deepEqual(await known(world, shop), ['Coffee $3', 'Tea $2']);
  });

  test('and comes back late has no say any more, even before the next is done', async () => {
    const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    const begun = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let reading = 0;
    const read = async () => {
      const at = reading++;
      begun[at]?.resolve();
      return answers[at]?.promise ?? '';
    };
    const { world, shop } = await shopWith({ seeing: { ...seeingOf('').seeing, read } });
    await using _world = world;
    await upload(world, shop, PNG, { name: 'menu.png' });
    const late = documentLoop(world.app).drain();
    await begun[0]?.promise;
    world.clock.advance(31_000);
    const next = documentLoop(world.app).drain();
    await begun[1]?.promise;
    answers[0]?.resolve('Coffee $9');
    await late;
    assert.deepEqual(await known(world, shop), []);
    answers[1]?.resolve('Coffee $3');
    await next;
    assert.deepEqual(await known(world, shop), ['Coffee $3']);
  });

  test('that is asked to stop gives it back at once', async () => {
    const begun = Promise.withResolvers<void>();
    const read = async (_picture: unknown, signal: AbortSignal) => {
      begun.resolve();
      await new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason)),
      );
      return '';
    };
    const { world, shop } = await shopWith({ seeing: { ...seeingOf('').seeing, read } });
    await using _world = world;
    await upload(world, shop, PNG, { name: 'menu.png' });
    const loop = documentLoop(world.app);
    loop.start();
    await begun.promise;
    await loop.stop();
    const next = { ...world.app, seeing: seeingOf('Coffee $3').seeing };
    assert.equal(await documentLoop(next).drain(), 1);
    assert.deepEqual(await known(world, shop), ['Coffee $3']);
  });

  test('again and again is given up with a sentence', async () => {
    const { world, shop, read } = await shopWith({
      seeing: { ...seeingOf('').seeing, read: async () => Promise.reject(new Error('down')) },
    });
    await using _world = world;
    const { json } = await upload(world, shop, PNG, { name: 'menu.png' });
    for (let i = 0; i < 7; i++) {
      await documentLoop(world.app).drain();
      world.clock.advance(60_000);
    }
    const { document } = await read(json.document.documentId);
    assert.equal(document.state, 'failed');
    assert.match(document.error, /tried several times/);
  });

  test('a document that is removed while it is read adds nothing', async () => {
    const { world, shop } = await shopWith();
    await using _world = world;
    const { json } = await upload(world, shop, PNG, { name: 'menu.png' });
    const read = async () => {
      await world.api('DELETE', `${documentsOf(shop)}/${json.document.documentId}`);
      return 'Coffee $3';
    };
    await documentLoop({ ...world.app, seeing: { ...seeingOf('').seeing, read } }).drain();
    assert.deepEqual(await known(world, shop), []);
  });
});
