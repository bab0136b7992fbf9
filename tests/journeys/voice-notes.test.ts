import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Hearing } from '#ports.ts';
import { OGG, pdfOf, PNG } from '../support/files.ts';
import { ownerOf } from '../support/owner.ts';
import { hearingOf, seeingOf } from '../support/senses.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';
const QUESTION = 'What are your opening hours?';
const NOTE = { bytes: OGG, name: null, contentType: 'audio/ogg' };
const PHOTO = { bytes: PNG, name: null, contentType: 'image/png' };
const LETTER = { bytes: pdfOf([['Hello']]), name: 'a.pdf', contentType: 'application/pdf' };

/** A shop that knows its hours, and Ana. */
async function shopWith(more: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(more);
  const shop = await world.shop({ knows: [HOURS] });
  const ana = world.phone(ANA);
  return {
    ...{ world, shop, ana },
    sends: async (file: typeof NOTE | typeof LETTER, caption = '') => {
      const before = ana.heard().length;
      await ana.says(SHOP, caption, world.carrier.attach(file));
      return ana.heard().slice(before).join('\n');
    },
  };
}

const outcomes = async ({ world }: Pick<Awaited<ReturnType<typeof shopWith>>, 'world'>) =>
  (
    await world.sql<{
      outcome: string;
    }>`select outcome from messages where direction = 'in' order by id`
  ).map(({ outcome }) => outcome);

describe("a customer's voice note", () => {
  test('is answered like a typed question, and its words are kept', async () => {
    const { hearing, asked } = hearingOf(QUESTION);
    const { world, ana, sends } = await shopWith({ hearing });
    await using _world = world;
    assert.match(await sends(NOTE), /9 AM to 9 PM/);
    assert.equal(asked(), 1);
    const [message] = await world.sql<{ body: string; outcome: string }>`
      select body, outcome from messages where direction = 'in'`;
    assert.deepEqual(message, { body: QUESTION, outcome: 'answered' });
    assert.equal(ana.heard().length, 1);
  });

  test('is answered in the language that is spoken in it', async () => {
    const { hearing } = hearingOf('¿Tienen piscina climatizada en el hotel?');
    const { world, sends } = await shopWith({ hearing });
    await using _world = world;
    assert.match(await sends(NOTE), /no lo sé/);
  });

  test('that nobody can answer reaches the owner as a question', async () => {
    const { hearing } = hearingOf('Do you sell kites?');
    const { world, sends } = await shopWith({ hearing });
    await using _world = world;
    await sends(NOTE);
    assert.match(await ownerOf(world).tells('!unanswered'), /Do you sell kites\?/);
  });

  test('that says "stop" is no opting out: what is written alone is', async () => {
    const { hearing } = hearingOf('Stop');
    const { world, sends } = await shopWith({ hearing });
    await using _world = world;
    assert.doesNotMatch(await sends(NOTE), /won't get any more messages/);
    assert.deepEqual(await world.sql`select * from opt_outs`, []);
  });

  test('without a model is asked for in writing, kindly and once', async () => {
    const { world, ana, sends } = await shopWith();
    await using _world = world;
    assert.match(await sends(NOTE), /can't open pictures, voice notes.*Please type your question/);
    assert.equal(await sends(NOTE), '');
    assert.equal(await sends(PHOTO), '');
    await ana.says(SHOP, QUESTION);
    assert.match(ana.heard().at(-1) ?? '', /9 AM to 9 PM/);
    world.clock.advance(25 * 3_600_000);
    assert.match(await sends(NOTE), /Please type your question/);
    assert.deepEqual(await outcomes({ world }), [
      'cannot-read',
      'silent:told-to-type-before',
      'silent:told-to-type-before',
      'answered',
      'cannot-read',
    ]);
  });

  test('in which nothing can be made out is asked for in writing', async () => {
    const { hearing } = hearingOf('');
    const { world, sends } = await shopWith({ hearing });
    await using _world = world;
    assert.match(await sends(NOTE), /couldn't make that out. Please type/);
  });

  test('is listened to again when the model was down, and asked for in writing when it stays so', async () => {
    let isDown = true;
    let tries = 0;
    const hearing: Hearing = {
      transcribe: async () => {
        tries++;
        if (isDown) throw new Error('connect ECONNREFUSED');
        return QUESTION;
      },
    };
    const { world, ana, sends } = await shopWith({ hearing });
    await using _world = world;
    assert.equal(await sends(NOTE), '');
    isDown = false;
    world.clock.advance(5_000);
    await world.settle();
    assert.match(ana.heard().at(-1) ?? '', /9 AM to 9 PM/);

    isDown = true;
    await sends(NOTE);
    world.clock.advance(5_000);
    await world.settle();
    assert.match(ana.heard().at(-1) ?? '', /Please type your question/);
    assert.equal(tries, 4);
  });

  test('beyond the hour, during a pause and after STOP is not listened to', async () => {
    const { hearing, asked } = hearingOf(QUESTION);
    const { world, ana, sends } = await shopWith({
      hearing,
      env: { RATE_LIMIT_MEDIA_PER_HOUR: '2' },
    });
    await using _world = world;
    for (let i = 0; i < 4; i++) await sends(NOTE);
    assert.equal(asked(), 2);
    assert.match(ana.heard().at(-1) ?? '', /send more in/);
    const ben = world.phone(BEN);
    await ben.says(SHOP, 'stop');
    await ben.says(SHOP, '', world.carrier.attach(NOTE));
    await ownerOf(world).tells('!pause');
    world.clock.advance(3_600_000);
    await sends(NOTE);
    assert.equal(asked(), 2);
  });

  test('is listened to once, though something more is said meanwhile', async () => {
    let asked = 0;
    const world = await createWorld({
      hearing: {
        transcribe: async () => {
          asked++;
          await ana.sends(SHOP, 'And do you have a pool?');
          return QUESTION;
        },
      },
    });
    await using _world = world;
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.says(SHOP, '', world.carrier.attach(NOTE));
    assert.equal(asked, 1);
    assert.equal(ana.heard().length, 1);
  });
});

describe("a customer's picture", () => {
  test('is described, and the question about it is answered', async () => {
    const { seeing, questions } = seeingOf('A sign with opening hours.');
    const { world, sends } = await shopWith({ seeing });
    await using _world = world;
    assert.match(await sends(PHOTO, 'When are you open?'), /9 AM to 9 PM/);
    assert.deepEqual(questions, ['When are you open?']);
  });

  test('without a model, what is written beside it is answered', async () => {
    const { world, sends } = await shopWith();
    await using _world = world;
    assert.match(await sends(PHOTO, QUESTION), /9 AM to 9 PM/);
  });

  test('and voice note are kept with the business, and go with it', async () => {
    const { seeing } = seeingOf('opening hours');
    const { world, shop, sends } = await shopWith({ seeing });
    await using _world = world;
    const kept: string[] = [];
    const { put } = world.app.files;
    world.app.files.put = async (businessId, id, file) => {
      kept.push(id);
      await put(businessId, id, file);
    };
    await sends(PHOTO);
    const [id = ''] = kept;
    assert.deepEqual(await world.app.files.get(shop, id), PNG);
    await world.api('DELETE', `/api/businesses/${shop}`);
    assert.equal(await world.app.files.get(shop, id), null);
  });
});

test('other files of customers are declined in a clear sentence', async () => {
  const { hearing } = hearingOf(QUESTION);
  const { world, sends } = await shopWith({ hearing });
  await using _world = world;
  assert.match(await sends(LETTER), /can't open this kind of file. Please type your question/);
  assert.match(await sends(PHOTO), /can't open this kind of file/);
});
