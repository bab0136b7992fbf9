import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templatesOf } from '../support/templates.ts';
import { last } from '../support/time.ts';
import { ANA, createWorld, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ready = { 1: 'Ana', 2: '12', 3: 'Pizza Palace', 4: 'ready' };

async function opened() {
  const world = await createWorld();
  const shop = await world.shop();
  const { submit, pass, ...templates } = templatesOf(world, shop);
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'hi');
  const tell = (template: object, more: object = {}) =>
    world.api('POST', `/api/businesses/${shop}/messages`, {
      ...{ to: ANA, purpose: 'transactional', template },
      ...more,
    });
  const sent = () => world.carrier.inbox(`whatsapp:${ANA}`).at(-1);
  return { world, shop, ana, tell, submit, pass, sent, ...templates };
}

test('word of an order leaves as plain text while they are there, as the approved template two days later', async () => {
  const { world, ana, tell, submit, pass, sent } = await opened();
  await using _world = world;
  await submit('order_status');
  await pass(0);
  await pass(3 * MINUTE);
  assert.equal((await tell({ name: 'order_status', variables: ready })).status, 201);
  await world.settle();
  assert.match(last(ana), /12.*ready/s);
  const asText = last(ana);

  await pass(48 * HOUR);
  const late = await tell({ name: 'order_status', variables: ready });
  assert.equal(late.status, 201, late.text);
  await world.settle();
  assert.match(last(ana), /12.*ready/s);
  assert.equal(sent()?.body, last(ana));
  assert.equal(ana.heard().length, 3);
  assert.ok(asText !== '' && late.json.message.text === asText, 'who is asked is told the same');
});

test('a template that is not approved, is paused or lacks a value does not leave, and the business hears why', async () => {
  const { world, ana, tell, submit, pass, decide, latest } = await opened();
  await using _world = world;
  const unknown = await tell({ name: 'no_such', variables: {} });
  assert.equal(unknown.json.error.code, 'no_such_template');
  const lacking = await tell({ name: 'order_status', variables: { 1: 'Ana' } });
  assert.match(lacking.json.error.message, /value for \{\{2\}\} is missing/);
  const broken = await tell({ name: 'order_status', variables: { ...ready, 2: 'a\nb' } });
  assert.match(broken.json.error.message, /line break/);
  assert.equal((await tell({}, { template: undefined })).json.error.code, 'no_text');

  await pass(48 * HOUR);
  const never = await tell({ name: 'order_status', variables: ready });
  assert.equal(never.json.error.code, 'window_closed');
  await submit('order_status');
  await pass(0);
  const pending = await tell({ name: 'order_status', variables: ready });
  assert.equal(pending.status, 201);
  assert.equal(pending.json.message.reason, 'template-not-approved');
  assert.equal(ana.heard().length, 1);
  await pass(3 * MINUTE);
  await pass(15 * MINUTE);
  assert.match(last(ana), /12.*ready/s, 'it leaves as soon as it is approved');

  decide((await latest('order_status')).contentSid, 'paused');
  await pass(24 * HOUR);
  await pass(48 * HOUR);
  const paused = await tell({ name: 'order_status', variables: ready });
  assert.equal(paused.json.error.code, 'template_paused');
});
