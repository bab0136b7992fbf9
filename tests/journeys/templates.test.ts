import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { templateState } from '#features/templates/state.ts';
import { renderTwin } from '#features/templates/twin.ts';
import { RAMP } from '../support/asked.ts';
import { ownerOf } from '../support/owner.ts';
import type { Variant } from '../support/templates.ts';
import { templatesOf } from '../support/templates.ts';
import { last, pass } from '../support/time.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const textIn = (language: string, body: string) => ({
  language,
  body,
  variables: [{ sample: 'Ana', about: 'name' }, { sample: 'A-1' }],
});
const orderReady = {
  name: 'order_ready',
  category: 'UTILITY',
  languages: [
    textIn('en', 'Hello {{1}}, your order {{2}} is ready for you to pick up.'),
    textIn('es', 'Hola {{1}}, su pedido {{2}} ya está listo para recoger.'),
  ],
};

async function opened({ env = {}, default: language = 'en' } = {}) {
  const world = await createWorld({ env });
  const shop = await world.shop();
  await world.api('PATCH', `/api/businesses/${shop}`, { defaultLanguage: language });
  const stateFor = (name: string, wanted: string | null) =>
    world.app.db.asBusiness(shop, (tx) => templateState(tx, { name, language: wanted }));
  const told = () => world.phone(OWNER).heard();
  return { world, shop, stateFor, told, ...templatesOf(world, shop) };
}

describe('a template', () => {
  test('is checked, submitted, approved, and its owner told once of all that was', async () => {
    const opening = await opened();
    const { world, path, submit, pass: passes, latest, told, stateFor } = opening;
    await using _world = world;
    const owner = ownerOf(world);
    assert.match(await owner.tells('!templates'), /no message templates yet/);

    const [english] = orderReady.languages;
    const bad = { ...orderReady, languages: [{ ...english, body: '{{1}} is {{3}}' }] };
    const linted = await world.api('POST', `${path}/lint`, bad);
    assert.deepEqual([linted.status, linted.json.isReady], [200, false]);
    assert.ok(linted.json.problems.length >= 2);
    const refused = await world.api('POST', path, bad);
    assert.equal(refused.status, 400);
    assert.equal(refused.json.error.code, 'invalid_template');
    assert.equal(refused.json.error.details.length, linted.json.problems.length);
    assert.equal((await world.api('GET', `${path}/order_ready`)).status, 404);
    assert.equal((await submit('order_ready')).status, 404);

    assert.equal((await world.api('POST', `${path}/lint`, orderReady)).json.isReady, true);
    assert.equal((await world.api('POST', path, orderReady)).status, 201);
    assert.equal((await latest('order_ready')).status, 'unsubmitted');
    const submitted = await submit('order_ready');
    assert.equal(submitted.status, 202);
    assert.ok(submitted.json.template.languages.every((one: Variant) => one.isBeingSubmitted));
    await passes(0);
    assert.equal((await latest('order_ready')).status, 'received');
    assert.equal((await stateFor('order_ready', 'en'))?.contentSid, null);
    assert.equal((await submit('order_ready')).json.error.code, 'nothing_to_submit');
    const contents = [...world.carrier.templates.contents().values()];
    assert.deepEqual(contents.map(({ language }) => language).toSorted(), ['en', 'es']);

    const before = told().length;
    await opening.approved();
    const { status, contentSid } = await latest('order_ready');
    assert.equal(status, 'approved');
    assert.deepEqual(told().slice(before), [
      'News of the message templates of Pizza Palace:\nWhatsApp has approved: order_ready (English, Spanish). I use it from now on.',
    ]);
    const state = await stateFor('order_ready', 'en');
    assert.deepEqual([state?.status, state?.contentSid], ['approved', contentSid]);
    assert.match(await owner.tells('!templates'), /^order_ready: approved \(English, Spanish\)$/m);
  });

  test('keeps its approved text until the new one is approved, whatever becomes of that', async () => {
    const opening = await opened();
    const { world, path, submit, pass: passes, latest, stateFor, read, told } = opening;
    await using _world = world;
    await ownerOf(world).tells('!help');
    const say = (body: string) => ({ ...orderReady, languages: [textIn('en', body)] });
    const texts = [1, 2, 3].map((n) => `Hello {{1}}, text ${n} about your order {{2}} says hi.`);
    const [first = '', second = '', third = ''] = texts.map((body) => body);
    await world.api('POST', path, say(first));
    await submit('order_ready');
    await opening.approved();
    const one = await latest('order_ready');

    await world.api('POST', path, say(second));
    await submit('order_ready');
    await passes(0);
    const two = await latest('order_ready');
    opening.decide(two.contentSid, 'rejected', 'INVALID_FORMAT');
    await passes(MINUTE);
    await passes(MINUTE);
    const [news = ''] = told().slice(-1);
    assert.match(news, /rejected: order_ready \(English\)\. Its reason: INVALID_FORMAT/);
    assert.deepEqual((await stateFor('order_ready', 'en'))?.contentSid, one.contentSid);
    await world.api('POST', path, say(second));
    assert.equal((await submit('order_ready')).status, 409, 'the same text is not asked twice');

    await world.api('POST', path, say(third));
    await submit('order_ready');
    await opening.approved();
    const three = await latest('order_ready');
    assert.deepEqual([three.version, three.status], [3, 'approved']);
    assert.equal((await stateFor('order_ready', 'en'))?.contentSid, three.contentSid);
    assert.deepEqual(
      (await read('order_ready')).map(({ version }) => version),
      [3],
    );
    assert.equal(world.carrier.templates.contents().size, 3);
    await passes(24 * HOUR);
    await passes(HOUR);
    assert.equal(world.carrier.templates.contents().size, 1, 'what is replaced is removed');

    assert.equal((await world.api('DELETE', `${path}/order_ready`)).status, 200);
    assert.equal((await world.api('DELETE', `${path}/order_ready`)).status, 404);
    assert.equal(await stateFor('order_ready', 'en'), null);
    await passes(25 * HOUR);
    assert.equal(world.carrier.templates.contents().size, 0);
    assert.deepEqual(await world.sql`select id from templates`, []);
  });

  test('that WhatsApp pauses, moves to another category or forgets is used no more, and the owner hears what to do', async () => {
    const opening = await opened();
    const { world, path, submit, pass: passes, latest, stateFor, told, decide } = opening;
    await using _world = world;
    await ownerOf(world).tells('!help');
    await world.api('POST', path, { ...orderReady, languages: orderReady.languages.slice(0, 1) });
    await submit('order_ready');
    await opening.approved();
    const { contentSid } = await latest('order_ready');

    decide(contentSid, 'paused');
    await passes(7 * HOUR);
    await passes(MINUTE);
    assert.match(last(world.phone(OWNER)), /paused, because customers.*: order_ready/);
    const paused = await stateFor('order_ready', 'en');
    assert.deepEqual([paused?.status, paused?.contentSid], ['paused', null]);
    const count = told().length;
    await passes(2 * HOUR);
    await passes(MINUTE);
    assert.equal(told().length, count, 'it is told once');

    const { templates } = world.carrier;
    templates.decide(contentSid ?? '', { status: 'approved', category: 'MARKETING' });
    await passes(HOUR);
    await passes(6 * MINUTE);
    assert.match(
      last(world.phone(OWNER)),
      /category to MARKETING: order_ready.*\nWhatsApp has approved: order_ready/,
    );
    assert.equal((await stateFor('order_ready', 'en'))?.category, 'MARKETING');

    decide(contentSid, 'in_appeal');
    await passes(7 * HOUR);
    await passes(MINUTE);
    assert.match(last(world.phone(OWNER)), /It says: in_appeal/);
    assert.equal((await stateFor('order_ready', 'en'))?.contentSid, null);

    await templates.remove(contentSid ?? '');
    await passes(3 * HOUR);
    await passes(MINUTE);
    assert.match(last(world.phone(OWNER)), /Twilio no longer has: order_ready/);
    assert.equal((await latest('order_ready')).status, 'unsubmitted');
    assert.equal((await submit('order_ready')).status, 202, 'it can be submitted again');
  });
});

describe('the right words for a customer', () => {
  test('are in their language, else its other script, the language of the business, English', async () => {
    const {
      world,
      submit,
      stateFor,
      approved,
      latest,
      decide,
      pass: passes,
    } = await opened({
      default: 'es',
    });
    await using _world = world;
    const before = await stateFor('order_status', 'te-Latn');
    assert.deepEqual([before?.status, before?.contentSid], ['unsubmitted', null]);
    assert.match(before?.plainText ?? '', /^Namaskaram \{\{1\}\}/, 'SMS waits for nobody');
    assert.equal((await submit('order_status')).status, 202);
    assert.equal((await submit('order_status', 'hi')).status, 202);
    assert.equal((await submit('order_status', 'fr')).json.error.code, 'no_such_language');
    await approved();
    const seen = async (language: string | null) => {
      const state = await stateFor('order_status', language);
      return [state?.language, (state?.plainText ?? '').split(' ')[0]];
    };
    assert.deepEqual(await seen('hi'), ['hi', 'नमस्ते']);
    assert.deepEqual(await seen('hi-Latn'), ['hi', 'Namaste']);
    assert.deepEqual(await seen('te'), ['es', 'నమస్కారం']);
    assert.deepEqual(await seen('pt-BR'), ['es', 'Oi']);
    assert.deepEqual(await seen('en-IN'), ['en', 'Hello']);
    assert.deepEqual(await seen(null), ['es', 'Hola']);
    decide((await latest('order_status', 'es')).contentSid, 'disabled');
    await passes(7 * HOUR);
    assert.deepEqual((await seen(null))[0], 'en', 'an approved one before a disabled one');
    const state = await stateFor('order_status', 'hi-Latn');
    assert.ok(state);
    assert.equal(
      renderTwin(state, { 1: 'Ana', 2: 'A-1', 3: 'Pizza Palace', 4: 'taiyar' }),
      'Namaste Ana, Pizza Palace mein aapke order A-1 ki sthiti: taiyar. Kuch poochna ho to jawab dijiye.',
    );
    assert.equal(await stateFor('nothing', 'en'), null);
  });
});

describe('an owner who has not written for a day', () => {
  test("is asked by the business's own template in her language, and no more with it once WhatsApp pauses it", async () => {
    const opening = await opened({ default: 'es' });
    const { world, submit, pass: passes, latest, decide, told } = opening;
    await using _world = world;
    await submit('owner_question');
    await opening.approved();
    assert.deepEqual(told().length, 1, 'she hears of it by the template itself');
    assert.match(told()[0] ?? '', /WhatsApp ha aprobado: owner_question/);
    await world.phone(ANA).says(SHOP, RAMP);
    await pass(world, MINUTE);
    assert.match(last(world.phone(OWNER)), /wheelchair ramp/);
    const [row] = await world.sql<{ template: unknown }>`
      select details->'template' as template from messages
      where direction = 'out' and kind = 'owner-question' order by id desc limit 1`;
    const { contentSid } = await latest('owner_question', 'es');
    const variables = { 1: 'Pizza Palace', 2: `1. ${RAMP}` };
    assert.deepEqual(row?.template, { contentSid, variables });

    decide(contentSid, 'paused');
    await world.phone(ANA).says(SHOP, 'Do you have a room for sixty guests?');
    await pass(world, MINUTE);
    await passes(0);
    const paused = await latest('owner_question', 'es');
    assert.equal(paused.status, 'paused', 'the failed message has stopped it at once');
    const english = await latest('owner_question', 'en');
    assert.equal(english.status, 'approved');
    await passes(MINUTE);
    assert.match(last(world.phone(OWNER)), /WhatsApp ha puesto en pausa/);
  });
});
