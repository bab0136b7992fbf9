import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANA, createWorld, SHOP } from '../support/world.ts';
import { call } from './call.ts';

test('forms of webhooks', async (t) => {
  await using world = await createWorld();
  await world.shop();

  const post = (path: string, form: Record<string, string>) =>
    call(`${world.url}/webhooks/twilio/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });

  const message = {
    AccountSid: `AC${'1'.repeat(32)}`,
    MessageSid: `SM${'1'.repeat(32)}`,
    From: `whatsapp:${ANA}`,
    To: `whatsapp:${SHOP}`,
    Body: 'hi',
  };
  const strange = ['SM\u0000', 'S', 'SM 1', "SM'--", 'SM' + '1'.repeat(99)];

  await t.test(
    'what cannot be an id of the carrier names no message: it is acknowledged and ignored',
    async () => {
      for (const sid of strange) {
        assert.equal((await post('whatsapp', { ...message, MessageSid: sid })).status, 200, sid);
        assert.equal((await post('whatsapp', { ...message, AccountSid: sid })).status, 200, sid);
        const report = { AccountSid: message.AccountSid, MessageSid: sid, MessageStatus: 'sent' };
        assert.equal((await post('status', report)).status, 204, sid);
      }
      const status = { ...message, MessageStatus: 'sent\u0000' };
      assert.equal((await post('status', status)).status, 204);
      assert.deepEqual(
        await world.sql`select 1 from messages union all select 1 from message_events`,
        [],
      );
    },
  );

  await t.test('whatever stands in the other fields of a message, it is taken', async () => {
    const nul = 'a\u0000b';
    const odd = { ProfileName: nul, OptOutType: nul, Latitude: nul, MessageType: nul, Body: nul };
    const media = { NumMedia: '1', MediaUrl0: nul, MediaContentType0: nul, ButtonText: nul };
    assert.equal((await post('whatsapp', { ...message, ...odd, ...media })).status, 200);
    const stored = await world.sql`select body from messages where direction = 'in'`;
    assert.deepEqual(stored, [{ body: 'ab' }]);
  });

  await t.test('an error code that is none leaves the report as it is', async () => {
    for (const [n, code] of ['99999999999999999999', '-1', '1e9', '3.5', 'x', '63024'].entries()) {
      const report = { ...message, MessageSid: `SM${n}`, MessageStatus: 'failed', ErrorCode: code };
      assert.equal((await post('status', report)).status, 204, code);
    }
    const kept =
      await world.sql`select message_sid, status from message_events order by message_sid`;
    assert.equal(kept.length, 6);
  });
});
