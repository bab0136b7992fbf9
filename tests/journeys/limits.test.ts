import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { known, ownerOf } from '../support/owner.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';
const QUESTION = 'What are your opening hours?';

const outcomes = async (world: World) =>
  (
    await world.sql<{ outcome: string | null }>`
    select outcome from messages where direction = 'in' order by id`
  ).map(({ outcome }) => outcome);

describe('limits', () => {
  test('ten answers an hour, then the limit is told once; STOP and START are never limited', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    for (let i = 0; i < 13; i++) await ana.says(SHOP, QUESTION);
    assert.equal(ana.heard().length, 11);
    assert.match(ana.heard()[10] ?? '', /write again in \d+ minutes/);
    await ana.says(SHOP, 'stop');
    assert.match(ana.heard().at(-1) ?? '', /won't get any more/);
    await ana.says(SHOP, 'start');
    assert.match(ana.heard().at(-1) ?? '', /You get messages from Pizza Palace/);
    world.clock.advance(3_600_000);
    await ana.says(SHOP, QUESTION);
    assert.match(ana.heard().at(-1) ?? '', /9 AM to 9 PM/);
  });

  test('two machines that thank each other come to an end', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    for (let i = 0; i < 30; i++) await ana.says(SHOP, 'thanks');
    assert.equal(ana.heard().length, 16);
    await ana.says(SHOP, 'I want to talk to a person');
    assert.equal(ana.heard().length, 17);
    for (let i = 0; i < 30; i++) {
      world.clock.advance(20_000);
      await ana.says(SHOP, 'thanks');
    }
    assert.equal(ana.heard().length, 30);
  });

  test('a paused business says so once, with its phone', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    await world.sql`update businesses set answers_paused_at = now(), contact_phone = '+1 415 555 0100' where kind = 'shop'`;
    const ana = world.phone(ANA);
    await ana.says(SHOP, QUESTION);
    await ana.says(SHOP, QUESTION);
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /answers of Pizza Palace are paused.*415 555 0100/);
  });

  test('five files an hour, then the limit is told once; that none can be read is told once, too', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    const picture = {
      NumMedia: '1',
      MediaUrl0: 'https://api.twilio.com/x',
      MediaContentType0: 'image/jpeg',
    };
    for (let i = 0; i < 8; i++) await ana.says(SHOP, '', picture);
    assert.equal(ana.heard().length, 2);
    assert.match(ana.heard()[0] ?? '', /can't open pictures/);
    assert.match(ana.heard()[1] ?? '', /send more in \d+ minutes/);
  });

  test('what is asked during a pause reaches the owner, question by question, and is counted', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const owner = ownerOf(world);
    await owner.tells('!pause');
    const ana = world.phone(ANA);
    for (const text of ['hello', 'Do you sell kites?', 'thanks', 'And lanterns?'])
      await ana.says(SHOP, text);
    await world.phone(BEN).says(SHOP, 'Is it far?');
    assert.match(
      await owner.tells('!unanswered'),
      /These.*\n3\. Is it far\? .*\n2\. And lanterns\? .*\n1\. Do you sell kites\? .*\nTo answer/,
    );
    assert.match(await owner.tells('!stats'), /Today: 3 questions, 0 answered, 3 unanswered\./);
  });

  test('a suspended business says so once an hour, and the reason of the silence is recorded', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    await world.sql`update businesses set status = 'suspended' where kind = 'shop'`;
    const ana = world.phone(ANA);
    await ana.says(SHOP, QUESTION);
    await ana.says(SHOP, QUESTION);
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /Pizza Palace isn't answering messages here at the moment/);
    assert.deepEqual(await outcomes(world), ['business-suspended', 'silent:business-suspended']);
    world.clock.advance(3_600_000);
    await ana.says(SHOP, QUESTION);
    await ana.says(SHOP, 'stop');
    assert.match(ana.heard()[1] ?? '', /isn't answering/);
    assert.match(ana.heard()[2] ?? '', /won't get any more/);
  });

  test('the owner of a suspended business is told whom to ask, and nothing is carried out', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: [HOURS] });
    await world.sql`update businesses set status = 'suspended' where kind = 'shop'`;
    const owner = ownerOf(world);
    assert.match(await owner.tells('!delete 1'), /^Pizza Palace is suspended.*whoever runs/);
    assert.equal(await owner.tells('!list'), '');
    assert.deepEqual(await known(world, shop), [HOURS]);
  });
});
