import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asked, RAMP } from '../support/asked.ts';
import { last, pass } from '../support/time.ts';
import { BEN, createWorld, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('who asked a dropped question is told once that the shop cannot answer it, and offered a call', async () => {
  await using world = await createWorld();
  const { owner, ana } = await asked(world);
  await world.phone(BEN).says(SHOP, RAMP);
  await world.phone(BEN).says(SHOP, 'stop');
  const before = world.phone(BEN).heard().length;
  assert.match(await owner.tells('!skip 1'), /Dropped number 1.*I tell the customer that you/);
  assert.match(last(ana), /Pizza Palace can't answer “Do you have a wheelchair ramp\?”.*“call me”/);
  assert.equal(world.phone(BEN).heard().length, before, 'nobody hears of it after STOP');
  assert.match(await owner.tells('!skip 1'), /Number 1 is not open any more/);
  assert.match(await owner.tells('!answer 1 Yes'), /was dropped, so I sent nothing/);
  assert.match(await owner.tells('!answer 7 Yes'), /There is no question 7/);
  assert.match(await owner.tells('!answer'), /No question is waiting/);
  const told = ana.heard().length;
  await pass(world, HOUR);
  assert.equal(ana.heard().length, told);
  await ana.says(SHOP, 'call me');
  assert.match(last(ana), /asking Pizza Palace to call you/);
});

test('of a dropped question nothing is said to who has had the answer meanwhile, nor to who knows already', async () => {
  await using world = await createWorld();
  const { owner, ana } = await asked(world);
  await owner.tells('!add We have a wheelchair ramp at the back door');
  await owner.tells('no');
  await ana.says(SHOP, 'do you have a wheelchair ramp');
  assert.match(last(ana), /back door/);
  assert.match(await owner.tells('!skip 1'), /Dropped number 1.*not told/);
  assert.match(last(ana), /back door/);
  await world.phone(BEN).says(SHOP, 'Can I bring my parrot?');
  await pass(world, MINUTE);
  await pass(world, 5 * HOUR);
  await pass(world, 30 * MINUTE);
  assert.match(last(world.phone(BEN)), /hasn't answered/);
  assert.match(await owner.tells('!skip 2'), /not told/);
  assert.match(last(world.phone(BEN)), /hasn't answered/);
});

test('who writes under a name alone is promised no call: nobody has their number', async () => {
  await using world = await createWorld();
  const { owner } = await asked(world);
  const hidden = world.phone('US.13491208655302741918');
  await hidden.says(SHOP, 'Can I bring my parrot?');
  assert.match(await owner.tells('!skip 2'), /I tell the customer/);
  assert.match(last(hidden), /can't answer “Can I bring my parrot\?” here, sorry\.$/);
  await hidden.says(SHOP, 'Is there a smoking area?');
  await pass(world, MINUTE);
  await pass(world, 5 * HOUR);
  await pass(world, 30 * MINUTE);
  assert.match(last(hidden), /hasn't answered “Is there a smoking area\?” so far\.$/);
  await world.sql`insert into pending_questions (business_id, conversation_id, kind, choices, asked_at, expires_at)
    select business_id, conversation_id, 'call-back', '{"about": "x", "inboundCount": "0"}', created_at,
      created_at + interval '9 hours' from messages where body = 'Is there a smoking area?'`;
  await hidden.says(SHOP, 'call me');
  assert.match(
    last(hidden),
    /can't see a phone number of yours here, so Pizza Palace can't call you/,
  );
});
