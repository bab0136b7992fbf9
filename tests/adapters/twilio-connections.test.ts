import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressInfo, Socket } from 'node:net';
import { apiClient } from '#adapters/channel/request.ts';
import type { SendOutcome } from '#ports.ts';
import { behaves, channelTo, connected } from './twilio-on-loopback.ts';

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

  test('a reset before the answer, where the connection was an old one', async () => {
    await using twilio = await connected();
    await twilio.channel.send(hello);
    twilio.server.behaveNext(behaves.takesAndResets);
    assert.equal((await twilio.channel.send(hello)).kind, 'unknown');
    assert.equal(twilio.server.rows.length, 2);
  });

  test('a rush of messages is taken over at most 64 connections', async () => {
    await using twilio = await connected();
    let connections = 0;
    twilio.server.server.on('connection', () => (connections += 1));
    const sends = Array.from({ length: 200 }, () => twilio.channel.send(hello));
    const outcomes = await Promise.all(sends);
    assert.ok(outcomes.every(({ kind }) => kind === 'accepted'));
    assert.equal(twilio.server.rows.length, 200);
    assert.ok(connections <= 64, `${connections} connections`);
  });
});
