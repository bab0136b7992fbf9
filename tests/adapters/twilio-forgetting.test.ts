import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Behaviour } from './twilio-on-loopback.ts';
import { ACCOUNT_SID, answers, connected } from './twilio-on-loopback.ts';

const SID = `MM${'1'.repeat(32)}`;
const MEDIUM = `ME${'2'.repeat(32)}`;
const PATH = `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages/${SID}`;

const gone: Behaviour = ({ response }) => void response.writeHead(204).end();
const refuses = (status: number, code: number, headers = {}) => answers(status, { code }, headers);
const media = answers(200, { media_list: [{ sid: MEDIUM }, { sid: '../../Messages' }] });

const whole = { sid: SID, act: 'delete', hasMedia: true } as const;
const content = { sid: SID, act: 'redact', hasMedia: true } as const;

test('a message is removed from Twilio whole, or its text and media only', async () => {
  await using twilio = await connected();
  const { server, channel } = twilio;
  server.behaveNext(gone);
  assert.deepEqual(await channel.forget(whole), { kind: 'done' });
  server.behaveNext(media, gone, answers(200, { sid: SID }));
  assert.deepEqual(await channel.forget(content), { kind: 'done' });
  server.behaveNext(answers(200, { sid: SID }));
  assert.deepEqual(await channel.forget({ ...content, hasMedia: false }), { kind: 'done' });
  assert.deepEqual(
    server.requests.map(({ method, path, form }) => [method, path, form]),
    [
      ['DELETE', `${PATH}.json`, {}],
      ['GET', `${PATH}/Media.json`, {}],
      ['DELETE', `${PATH}/Media/${MEDIUM}.json`, {}],
      ['POST', `${PATH}.json`, { Body: '' }],
      ['POST', `${PATH}.json`, { Body: '' }],
    ],
  );
});

test('what is gone already is done, but a medium that is gone leaves the text to be removed', async () => {
  await using twilio = await connected();
  const { server, channel } = twilio;
  server.behaveNext(refuses(404, 20404));
  assert.deepEqual(await channel.forget(whole), { kind: 'done' });
  server.behaveNext(media, refuses(404, 20404), answers(200, { sid: SID }));
  assert.deepEqual(await channel.forget(content), { kind: 'done' });
  assert.equal(server.requests.at(-1)?.method, 'POST');
});

test('what Twilio cannot remove yet is to be asked again; what it will not, is not', async () => {
  await using twilio = await connected();
  const { server, channel } = twilio;
  const endsWith = async (behaviour: Behaviour) => {
    server.behaveNext(behaviour);
    const { kind, ...rest } = await channel.forget(whole);
    return [kind, 'retryAfterMs' in rest ? rest.retryAfterMs : null];
  };
  assert.deepEqual(await endsWith(refuses(409, 20009)), ['not-yet', null]);
  assert.deepEqual(await endsWith(refuses(400, 20009)), ['not-yet', null]);
  assert.deepEqual(await endsWith(refuses(429, 20429, { 'retry-after': '7' })), ['not-yet', 7000]);
  assert.deepEqual(await endsWith(refuses(401, 20003)), ['not-yet', null]);
  assert.deepEqual(await endsWith(answers(503, 'away')), ['not-yet', null]);
  assert.deepEqual(await endsWith(refuses(403, 20005)), ['refused', null]);
});
