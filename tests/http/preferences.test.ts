import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

const SMS_SHOP = '+14155550177';

const customerOf = async (world: World) =>
  (await world.sql<{ id: string }>`select id from contacts order by created_at limit 1`)[0]?.id ??
  '';

describe('the preference page', () => {
  const open = async (world: World, shop: string): Promise<string> => {
    const customer = await customerOf(world);
    const path = `/api/businesses/${shop}/customers/${customer}/preference-link`;
    return (await world.api('POST', path)).json.url;
  };
  const save = (
    url: string,
    page: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({
        key: /name="key" value="(\w+)"/.exec(page)?.[1] ?? '',
        ...fields,
      }),
    });
  const outs = (world: World) => world.sql`select channel, scope from opt_outs order by channel`;

  test('shows a customer what they get in their language, and keeps what they choose', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ sms: SMS_SHOP });
    await world.phone(ANA).says(SHOP, 'Hola, ¿a qué hora abren los domingos?');
    const url = await open(world, shop);
    const page = await fetch(url);
    const text = await page.text();
    assert.match(text, /<html lang="es">.*Elija lo que Pizza Palace puede enviarle/s);
    assert.doesNotMatch(text, /<script|4155550122/);
    assert.equal(page.headers.get('x-robots-tag'), 'noindex, nofollow');
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
    const chosen = { 'whatsapp-messages': 'on', 'whatsapp-offers': 'on', language: 'pt' };
    const saved = await save(url, text, chosen);
    assert.equal(saved.status, 303);
    assert.deepEqual(await outs(world), [{ channel: 'sms', scope: 'everything' }]);
    const [granted] = await world.sql<{
      channel: string;
      purpose: string;
      wording: string;
    }>`select channel, purpose, wording
      from consent_events where status = 'granted'`;
    assert.equal(granted?.purpose, 'marketing');
    assert.match(granted?.wording ?? '', /Pizza Palace puede enviarme esto/);
    const after = await (await fetch(`${url}?saved=1`)).text();
    assert.match(
      after,
      /Sua escolha foi salva.*name="whatsapp-offers" value="on"\s+checked.*START/s,
    );
    await save(url, after, { 'whatsapp-messages': 'on', 'sms-messages': 'on', language: 'pt' });
    assert.deepEqual(await outs(world), [
      { channel: 'sms', scope: 'offers' },
      { channel: 'whatsapp', scope: 'offers' },
    ]);
  });

  test('opens to nobody by a changed, forged or old link, and takes no form from elsewhere', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    await world.phone(ANA).says(SHOP, 'hello');
    const url = await open(world, shop);
    const text = await (await fetch(url)).text();
    const other = url.replace(
      /\.([\w-])([\w-]{21})\./,
      (_all, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}.`,
    );
    for (const wrong of [
      other,
      `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`,
      `${world.url}/p/x`,
    ]) {
      assert.equal((await fetch(wrong)).status, 404);
    }
    assert.equal((await save(url, '', { language: 'en' })).status, 404);
    assert.equal((await save(url, text, {}, { 'sec-fetch-site': 'cross-site' })).status, 404);
    assert.deepEqual(await outs(world), []);
    world.clock.advance(8 * 86_400_000);
    const old = await fetch(url, { headers: { 'accept-language': 'hi' } });
    assert.equal(old.status, 404);
    assert.match(await old.text(), /यह लिंक अब नहीं चलता/);
  });

  test('is given to who asks what we have about them; without a public address they choose by message', async () => {
    await using world = await createWorld({ env: { WEBHOOK_BASE_URL: 'https://front.example' } });
    await world.shop();
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'What do you have about me?');
    assert.match(ana.heard()[0] ?? '', /https:\/\/front\.example\/p\/pizza_palace/);
    await using here = await createWorld();
    await here.shop();
    const ben = here.phone(BEN);
    await ben.says(SHOP, 'mis preferencias');
    assert.match(
      ben.heard()[0] ?? '',
      /Recibe mensajes de Pizza Palace, sin ofertas\. Responda 1:/,
    );
    await ben.says(SHOP, '3');
    assert.deepEqual(await outs(here), [{ channel: 'whatsapp', scope: 'everything' }]);
  });
});
