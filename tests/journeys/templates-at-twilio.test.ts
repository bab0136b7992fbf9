import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Templates } from '#ports.ts';
import { ownerOf } from '../support/owner.ts';
import { templatesOf } from '../support/templates.ts';
import { last } from '../support/time.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;

/** A Twilio whose answers get lost, and which remembers what it was asked. */
function unreliable() {
  const asked: (keyof Templates)[] = [];
  const losesNext = new Set<keyof Templates>();
  const refusesNext = new Set<keyof Templates>();
  let real: Templates | null = null;
  const through =
    <Args extends unknown[], Answer>(
      name: keyof Templates,
      work: (at: Templates, ...args: Args) => Promise<Answer>,
    ) =>
    async (...args: Args) => {
      asked.push(name);
      if (refusesNext.delete(name)) {
        return {
          kind: 'refused',
          code: 20001,
          sentence: 'Twilio refused the template: so.',
        } as const;
      }
      assert.ok(real);
      const answer = await work(real, ...args);
      if (losesNext.delete(name)) throw new Error('The answer was lost');
      return answer;
    };
  const templates = {
    create: through('create', (at, ...[content]: Parameters<Templates['create']>) =>
      at.create(content),
    ),
    submit: through('submit', (at, ...[sid, request]: Parameters<Templates['submit']>) =>
      at.submit(sid, request),
    ),
    approvalOf: through('approvalOf', (at, sid: string) => at.approvalOf(sid)),
    list: through('list', (at) => at.list()),
    remove: through('remove', (at, sid: string) => at.remove(sid)),
  } as Templates;
  const is = (carrier: Templates) => void (real = carrier);
  const count = (name: keyof Templates) => asked.filter((one) => one === name).length;
  return { templates, is, asked, count, losesNext, refusesNext };
}

test('nothing is made or submitted twice when an answer is lost, and many are asked about at once', async () => {
  const twilio = unreliable();
  await using world = await createWorld({ templates: twilio.templates });
  twilio.is(world.carrier.templates);
  const shop = await world.shop();
  await ownerOf(world).tells('!help');
  const { submit, latest, pass } = templatesOf(world, shop);

  twilio.losesNext.add('create');
  await submit('order_status', 'en');
  await pass(0);
  assert.equal((await latest('order_status')).contentSid, null);
  twilio.losesNext.add('submit');
  await pass(2 * MINUTE);
  assert.equal((await latest('order_status')).isBeingSubmitted, true);
  await pass(5 * MINUTE);
  await pass(MINUTE);
  assert.equal((await latest('order_status')).status, 'approved');
  assert.equal(world.carrier.templates.contents().size, 1);
  assert.deepEqual([twilio.count('create'), twilio.count('submit')], [1, 1]);

  twilio.refusesNext.add('submit');
  await submit('order_status', 'es');
  await pass(0);
  await pass(MINUTE);
  assert.match(
    last(world.phone(OWNER)),
    /could not submit: order_status \(Spanish\)\. Twilio refused the template: so\./,
  );
  const spanish = await latest('order_status', 'es');
  assert.deepEqual([spanish.status, spanish.contentSid], ['unsubmitted', null]);
  assert.equal(world.carrier.templates.contents().size, 1, 'what was made for it is removed');

  await submit('order_status', 'es,pt,hi,te');
  await pass(0);
  const before = twilio.asked.length;
  await pass(MINUTE);
  assert.deepEqual(twilio.asked.slice(before), ['list']);
  for (let at = 0; at < 6; at++) await pass(MINUTE);
  const news = last(world.phone(OWNER));
  for (const name of ['Hindi', 'Portuguese', 'Spanish']) assert.ok(news.includes(name), news);

  twilio.losesNext.add('list');
  const { contentSid } = await latest('order_status', 'hi');
  await pass(7 * 60 * MINUTE);
  assert.equal((await latest('order_status', 'hi')).contentSid, contentSid, 'an outage is no loss');
});

test('a message with a template that WhatsApp has paused does not leave, and says why', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const { submit, latest, decide, approved, pass } = templatesOf(world, shop);
  await world.phone(ANA).says(SHOP, 'Hello');
  await submit('order_status');
  await approved();
  const { contentSid } = await latest('order_status');
  const template = JSON.stringify({
    template: { contentSid, variables: { 1: 'Ana', 2: '7', 3: 'Pizza Palace', 4: 'ready' } },
  });
  const send = async () => {
    await world.sql`insert into messages (business_id, conversation_id, direction, channel, our_address, their_sealed,
        body, kind, purpose, details, state, due_at, valid_until, created_at)
      select c.business_id, c.id, 'out', c.channel, our_address, their_sealed, 'Order 7 is ready', 'notice',
        'transactional', ${template}::jsonb, 'queued', ${world.clock.now()},
        ${new Date(world.clock.now().getTime() + 60 * MINUTE)}, ${world.clock.now()}
      from conversations c join contact_aliases a on a.contact_id = c.contact_id
      where a.person_index = ${world.app.vault.blindIndex(ANA)}`;
    await world.settle();
  };
  const sent = () =>
    world
      .phone(ANA)
      .heard()
      .filter((text) => text === 'Order 7 is ready').length;
  await send();
  assert.equal(sent(), 1);
  decide(contentSid, 'paused');
  await pass(7 * 60 * MINUTE);
  await send();
  assert.equal(sent(), 1);
  const [row] = await world.sql<{ state: string; error_sentence: string }>`
    select state, error_sentence from messages where kind = 'notice' order by id desc limit 1`;
  assert.equal(row?.state, 'failed');
  assert.match(row?.error_sentence ?? '', /paused/);
});
