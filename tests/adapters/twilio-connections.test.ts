import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { AddressInfo, Socket } from 'node:net';
import { apiClient } from '#adapters/channel/request.ts';
import type { SendOutcome } from '#ports.ts';
import { behaves, channelTo, connected } from './twilio-on-loopback.ts';

const run = promisify(execFile);

const hello = {
  id: 'm1',
  from: 'whatsapp:+14155238886',
  to: 'whatsapp:+14155550100',
  body: 'Hello Ana',
};
const unreachable: SendOutcome = { kind: 'not-processed', reason: 'unreachable' };

/** A port that does with each connection what it is told. */
async function port(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    onConnection(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    authority: `127.0.0.1:${port}`,
    connections: () => sockets.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('as long as no connection stands, nothing can have reached the customer', () => {
  test('a refused connection', async () => {
    await using nobody = await connected();
    await nobody.server.hangUp();
    assert.deepEqual(await nobody.channel.send(hello), unreachable);
  });

  test('a name that does not exist', async () => {
    using channel = await channelTo(`http://${'x'.repeat(64)}.invalid`);
    assert.deepEqual(await channel.send(hello), unreachable);
  });

  test('a server that does not speak TLS', async () => {
    await using plain = await port((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    using channel = await channelTo(`https://${plain.authority}`);
    assert.deepEqual(await channel.send(hello), unreachable);
  });

  test('a connection that is reset before it is secured', async () => {
    await using resetting = await port((socket) => socket.resetAndDestroy());
    using channel = await channelTo(`https://${resetting.authority}`);
    assert.deepEqual(await channel.send(hello), unreachable);
  });

  test('a connection that is not made in time', async () => {
    await using silent = await port(() => {});
    using channel = await channelTo(`https://${silent.authority}`, 60);
    assert.deepEqual(await channel.send(hello), unreachable);
  });

  test('a request that was still waiting for a free connection when its time was up', async () => {
    await using twilio = await connected();
    twilio.server.behaveNext(...Array.from({ length: 64 }, () => behaves.isSilent));
    const client = apiClient({ apiBaseUrl: twilio.server.origin, timeoutMs: 10_000 });
    const call = { method: 'post', uri: 'https://api.twilio.com/Messages.json' };
    const busy = Array.from({ length: 64 }, () => client.request(call).catch(() => undefined));
    while (twilio.server.requests.length < 64) await sleep(2);
    await assert.rejects(client.request({ ...call, timeout: 50 }), { hasLeft: false });
    assert.equal(twilio.server.requests.length, 64);
    client.close();
    await Promise.all(busy);
  });
});

describe('a connection kept from before', () => {
  test('that Twilio closed at this moment costs no message and sends none twice', async () => {
    await using twilio = await connected();
    for (let round = 0; round < 20; round += 1) {
      const outcome = await twilio.channel.send(hello);
      assert.equal(outcome.kind, 'accepted');
      twilio.server.server.closeIdleConnections();
    }
    assert.equal(twilio.server.rows.length, 20);
  });

  test('is used again', async () => {
    await using twilio = await connected();
    let connections = 0;
    twilio.server.server.on('connection', () => (connections += 1));
    for (let round = 0; round < 5; round += 1) {
      await twilio.channel.send(hello);
      await sleep(5);
    }
    assert.equal(connections, 1);
  });

  test('that was reset after the message left leaves open what became of it', async () => {
    await using twilio = await connected();
    await twilio.channel.send(hello);
    twilio.server.behaveNext(behaves.takesAndResets);
    assert.equal((await twilio.channel.send(hello)).kind, 'unknown');
    assert.equal(twilio.server.rows.length, 2);
  });

  test('that Twilio closed while we asked a question costs no answer', async () => {
    await using twilio = await connected();
    const ask = () => twilio.channel.list({ to: hello.from, sentAfter: new Date(0) });
    await ask();
    twilio.server.behaveNext(behaves.resets);
    assert.deepEqual(await ask(), []);
    assert.equal(twilio.server.requests.length, 3);
    twilio.server.behaveNext(...Array.from({ length: 9 }, () => behaves.resets));
    await assert.rejects(ask(), { hasLeft: true });
  });

  test('is one of at most 64, however many messages there are', async () => {
    await using twilio = await connected();
    let connections = 0;
    twilio.server.server.on('connection', () => (connections += 1));
    const sends = Array.from({ length: 200 }, () => twilio.channel.send(hello));
    const outcomes = await Promise.all(sends);
    assert.ok(outcomes.every(({ kind }) => kind === 'accepted'));
    assert.equal(twilio.server.rows.length, 200);
    assert.ok(connections <= 64, `${connections} connections`);
  });

  test('leads through the proxy of a process that lives behind one', async () => {
    await using twilio = await connected();
    const program = `
      const { twilioChannel } = await import(${JSON.stringify(import.meta.resolve('#adapters/channel/twilio.ts'))});
      const options = { accountSid: 'AC${'0'.repeat(32)}', authToken: 'token' };
      const channel = await twilioChannel({ ...options, apiBaseUrl: 'http://twilio.invalid' });
      console.log((await channel.send(${JSON.stringify(hello)})).kind);
    `;
    const env = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: twilio.server.origin };
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { env });
    assert.equal(stdout.trim(), 'accepted');
    assert.equal(twilio.server.requests[0]?.headers.host, 'twilio.invalid');
  });
});
