import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld } from '../support/world.ts';

test('registering over the API', async (t) => {
  await using world = await createWorld();

  const register = (body: object) => world.api('POST', '/api/businesses/register', body);
  const isShared = async ({ json }: { json: { businessId: string } }): Promise<boolean> =>
    (await world.api('GET', `/api/businesses/${json.businessId}`)).json.business.shared;
  const bakery = {
    businessName: 'Bakery',
    whatsappNumber: 'whatsapp:+14155550101',
    ownerPhone: '+14155550111',
  };

  await t.test(
    'registering twice gives the same business, and says that it is not new',
    async () => {
      const first = await register(bakery);
      const again = await register({
        ...bakery,
        businessName: 'BAKERY',
        ownerPhone: '(415) 555-0111',
      });
      assert.deepEqual([first.status, again.status], [201, 200]);
      assert.deepEqual(again.json, first.json);
      assert.equal('warnings' in first.json, false);
    },
  );

  await t.test('ten people registering the same business at once make one', async () => {
    const wanted = { ...bakery, whatsappNumber: '+14155550109', businessName: 'Rush' };
    const replies = await Promise.all(Array.from({ length: 10 }, () => register(wanted)));
    assert.equal(new Set(replies.map(({ json }) => json.businessId)).size, 1);
    assert.equal(replies.filter(({ status }) => status === 201).length, 1);
  });

  await t.test(
    'a number of another business is refused, unless it is said to be shared',
    async () => {
      const other = { ...bakery, businessName: 'Other Bakery' };
      const refused = await register(other);
      assert.equal(refused.status, 409);
      assert.equal(refused.json.error.code, 'number_taken');
      assert.match(refused.json.error.message, /\+14155550101 belongs to another business.*shared/);

      const shared = await register({ ...other, shared: true });
      assert.equal(shared.status, 201);
    },
  );

  await t.test(
    'a number is shared by all who have it or by none, and whose menu begins is said',
    async () => {
      const alone = { ...bakery, businessName: 'Alone', whatsappNumber: '+14155550131' };
      const first = await register(alone);
      assert.equal(await isShared(first), false);
      const second = await register({ ...alone, businessName: 'Second', shared: true });
      assert.deepEqual(second.json.warnings, [
        '+14155550131 belonged to another business alone; customers there now choose from a menu.',
      ]);
      assert.deepEqual([await isShared(first), await isShared(second)], [true, true]);
      const third = await register({ ...alone, businessName: 'Third', shared: true });
      assert.equal('warnings' in third.json, false);

      const moved = await register({ ...alone, whatsappNumber: '+14155550132' });
      const other = await register({
        ...alone,
        businessName: 'Other',
        whatsappNumber: '+14155550133',
      });
      const change = { whatsappNumber: '+14155550132', shared: true };
      const { json } = await world.api('PATCH', `/api/businesses/${other.json.businessId}`, change);
      assert.match(json.warnings.join(), /^\+14155550132 belonged to another business alone/);
      assert.equal(await isShared(moved), true);
    },
  );

  await t.test('an SMS number cannot be shared', async () => {
    const withSms = { ...bakery, whatsappNumber: '+14155550102', smsNumber: '+14155550103' };
    assert.equal((await register(withSms)).status, 201);
    const other = { ...withSms, whatsappNumber: '+14155550104', shared: true };
    const refused = await register(other);
    assert.equal(refused.status, 409);
    assert.match(refused.json.error.message, /SMS number cannot be shared/);

    const sandbox = { ...bakery, smsNumber: '+14155238886' };
    const texting = (name: string, whatsappNumber: string) =>
      register({ ...sandbox, businessName: name, whatsappNumber });
    assert.equal((await texting('Texting', '+14155550106')).status, 201);
    assert.equal((await texting('Texting too', '+14155550107')).status, 409);
  });

  await t.test('the number of the sandbox belongs to everybody', async () => {
    const onSandbox = { ...bakery, whatsappNumber: 'whatsapp:+14155238886' };
    for (const businessName of ['One', 'Two']) {
      const reply = await register({ ...onSandbox, businessName });
      assert.equal(reply.status, 201);
      assert.equal(await isShared(reply), true);
    }
  });

  await t.test('numbers without a country code take that of the business', async () => {
    const { json } = await register({
      businessName: 'Chai',
      whatsappNumber: '+91 98765 43210',
      ownerPhone: '98765 43211',
    });
    const found = await world.api('GET', `/api/businesses/${json.businessId}?reveal=true`);
    assert.deepEqual(found.json.business.owners, ['+919876543211']);
    assert.equal(found.json.business.defaultCountry, 'IN');
    assert.equal(found.json.business.timeZone, 'Asia/Kolkata');
  });

  await t.test('an owner whose number WhatsApp hides is registered by username', async () => {
    const { json } = await register({
      ...bakery,
      whatsappNumber: '+14155550105',
      ownerPhone: 'US.13491208655302741918',
    });
    const owner = world.phone('US.13491208655302741918');
    await owner.says('+14155550105', '!help');
    assert.match(owner.heard().join(), /!add/);
    const found = await world.api('GET', `/api/businesses/${json.businessId}`);
    assert.deepEqual(found.json.business.owners, ['US.13…18']);
  });

  await t.test(
    'every wrong field of a registration is named, and fields that are not ours are ignored',
    async () => {
      const { status, json } = await register({
        businessName: '  ',
        whatsappNumber: 5,
        extra: true,
      });
      assert.equal(status, 400);
      assert.deepEqual(json, {
        success: false,
        error: {
          code: 'invalid_request',
          message: 'businessName must not be empty.',
          details: [
            { field: 'businessName', message: 'businessName must not be empty.' },
            { field: 'whatsappNumber', message: 'whatsappNumber must be a text.' },
            { field: 'ownerPhone', message: 'ownerPhone is required.' },
          ],
        },
      });
      assert.equal((await register({ ...bakery, source: 'our shop system' })).status, 200);
    },
  );

  await t.test('a name is one line, and one that cannot be seen is none', async () => {
    const lines = {
      ...bakery,
      businessName: ' Bella\r\n\tNapoli\u2028\u0007 ',
      whatsappNumber: '+14155550134',
    };
    const { json } = await register(lines);
    const shown = await world.api('GET', `/api/businesses/${json.businessId}`);
    assert.equal(shown.json.business.name, 'Bella Napoli');
    const path = `/api/businesses/${json.businessId}`;
    for (const name of ['\u200b\u200d', '\u2060\ufeff', '\u0000\n']) {
      const refused = await world.api('PATCH', path, { name });
      assert.equal(refused.json.error.message, 'name must not be empty.');
    }
    const renamed = await world.api('PATCH', path, { name: 'Bella\nRoma' });
    assert.equal(renamed.json.business.name, 'Bella Roma');
  });

  await t.test('every field that is wrong is named, phones too', async () => {
    const { json } = await register({
      ...bakery,
      ownerPhone: '12',
      smsNumber: 'call me',
      timeZone: 'foo',
    });
    const fields = json.error.details.map(({ field }: { field: string }) => field);
    assert.deepEqual(fields.toSorted(), ['ownerPhone', 'smsNumber', 'timeZone']);

    const { businessId } = (await register(bakery)).json;
    const change = { timeZone: 'foo', contactPhone: '12', owners: ['x'] };
    const refused = await world.api('PATCH', `/api/businesses/${businessId}`, change);
    assert.deepEqual(
      refused.json.error.details.map(({ field }: { field: string }) => field),
      ['timeZone', 'contactPhone', 'owners.0'],
    );
  });

  await t.test('what is no phone is refused by the name of its field', async () => {
    for (const field of ['whatsappNumber', 'ownerPhone', 'smsNumber']) {
      const { status, json } = await register({ ...bakery, [field]: 'call me' });
      assert.equal(status, 400);
      assert.equal(json.error.code, 'invalid_phone');
      assert.equal(json.error.details[0].field, field);
    }
  });
});
