import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forgetMedia } from '#features/documents/forget-media.system.ts';
import { OGG, pdfOf, PNG } from '../support/files.ts';
import { file, filesStored, kept, sending } from '../support/sending-files.ts';
import { hearingOf, seeingOf } from '../support/senses.ts';
import { ANA, SHOP } from '../support/world.ts';

const DAY_MS = 24 * 3_600_000;
const QUESTION = 'What are your opening hours?';
const NOTE = file(OGG, null, 'audio/ogg');
const PHOTO = file(PNG, null, 'image/png');
const LETTER = file(pdfOf([['We have a garden.']]), 'garden.pdf', 'application/pdf');

/** A shop with models, whose owner sends files and whose customer does, too. */
async function shopWithModels() {
  const { hearing } = hearingOf(QUESTION);
  const { seeing } = seeingOf('A pizza for 12 dollars');
  const { world, sends } = await sending({ hearing, seeing });
  const ana = world.phone(ANA);
  const anaSends = (given: typeof NOTE) => ana.says(SHOP, '', world.carrier.attach(given));
  return { world, ownerSends: sends, anaSends, stored: filesStored(world) };
}

describe('a picture or voice note of a customer', () => {
  test('is kept for thirty days and its words for longer; what the owner taught with is kept', async () => {
    const { world, ownerSends, anaSends, stored } = await shopWithModels();
    await using _world = world;
    await ownerSends(LETTER);
    await anaSends(NOTE);
    world.clock.advance(10 * DAY_MS);
    await anaSends(PHOTO);
    assert.equal(stored.size, 3);
    assert.equal(await forgetMedia(world.app), 0);
    world.clock.advance(20 * DAY_MS);
    assert.equal(await forgetMedia(world.app), 2);
    assert.equal(stored.size, 2);
    assert.equal(await forgetMedia(world.app), 0);
    world.clock.advance(10 * DAY_MS);
    assert.equal(await forgetMedia(world.app), 1);
    const [document] = await kept(world);
    assert.deepEqual([...stored], [document?.id]);
    const messages = await world.sql`
      select body, details->'media' as media from messages where direction = 'in' order by id`;
    assert.deepEqual(messages[1], { body: QUESTION, media: null });
  });

  test('goes later where the store is away', async () => {
    const { world, anaSends, stored } = await shopWithModels();
    await using _world = world;
    await anaSends(NOTE);
    world.clock.advance(31 * DAY_MS);
    const { files } = world.app;
    const away = { ...files, remove: () => Promise.reject(new Error('connect ECONNREFUSED')) };
    assert.equal(await forgetMedia({ ...world.app, files: away }), 0);
    assert.equal(stored.size, 1);
    assert.equal(await forgetMedia(world.app), 1);
    assert.equal(stored.size, 0);
  });

  test('is stored before a model is paid for listening to it', async () => {
    const { hearing, asked } = hearingOf(QUESTION);
    const { world } = await sending({ hearing });
    await using _world = world;
    const { files } = world.app;
    const { put } = files;
    files.put = () => Promise.reject(new Error('connect ECONNREFUSED'));
    const ana = world.phone(ANA);
    await ana.says(SHOP, '', world.carrier.attach(NOTE));
    assert.equal(asked(), 0);
    files.put = put;
    world.clock.advance(5_000);
    await world.settle();
    assert.equal(asked(), 1);
    assert.equal(ana.heard().length, 1);
  });
});
