import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { simulatedCarrier } from '#adapters/channel/simulated.ts';
import { createWorld, OWNER } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { run } from './script.ts';

test('an owner teaches and a customer asks, line by line, each answer before the next line', async () => {
  await using world = await openWorld();
  await world.shop();
  const lines = [
    '!add We deliver to downtown for $5',
    '!list',
    '/switch customer',
    'hi',
    'Do you deliver to downtown?',
    'Do you have a swimming pool?',
  ];
  const { code, out, err } = await chat(world, lines, '--as', 'owner');
  assert.deepEqual([code, err], [0, '']);
  assertInOrder(out, [
    'You are the owner of Pizza Palace',
    '> !add We deliver',
    'downtown for $5',
    '✓✓ delivered',
    '> !list',
    '1. We deliver to downtown',
    '✓✓ delivered',
    'You are a customer of Pizza Palace',
    '> hi',
    "I'm the automated assistant of Pizza Palace",
    '> Do you deliver',
    'downtown for $5',
    '> Do you have a swimming pool?',
    "don't know",
    '✓✓ delivered',
  ]);
});

test('a file of this machine is sent as from a phone', async () => {
  await using world = await openWorld();
  await world.shop();
  const folder = await mkdtemp(join(tmpdir(), 'frontdesk-chat-'));
  await writeFile(join(folder, 'our menu.txt'), 'Soup $5');
  const lines = [`/send "${join(folder, 'our menu.txt')}" Lunch`, 'yes', '/send nothing.pdf'];
  const { out, err } = await chat(world, lines, '--as', 'owner');
  await rm(folder, { recursive: true });
  assertInOrder(out, ['I found 1 entry in our menu.txt', '1. Lunch: Soup $5', 'Saved 1 entry']);
  assert.match(err, /There is no file nothing\.pdf/);
});

test('an answer that cannot be delivered is shown with the reason', async () => {
  await using world = await openWorld();
  await world.shop({ knows: ['We open at nine.'] });
  const lines = [
    '/next undelivered 63024',
    'When do you open?',
    '/next rejected 21610',
    'And when do you open today?',
  ];
  const { out } = await chat(world, lines, '--as', 'customer');
  assertInOrder(out, [
    'The next message to you ends so: undelivered.',
    'We open at nine.',
    '✗ undelivered',
    'WhatsApp. [63024]',
    'We open at nine.',
    '✗ not-sent: This person has opted out',
    '[21610]',
  ]);
});

test('a message to which nothing is answered is not waited for', async () => {
  await using world = await openWorld();
  await world.shop();
  const began = Date.now();
  const { out } = await chat(world, ['stop', 'stop', 'When do you open?'], '--as', 'customer');
  assertInOrder(out, [
    '> stop',
    "won't get any more messages",
    '> When do you open?',
    '(no answer)',
  ]);
  assert.ok(Date.now() - began < 15_000);
});

test('what lay on the phone before is not shown again', async () => {
  await using world = await openWorld();
  await world.shop({ knows: ['We open at nine.'] });
  await chat(world, ['When do you open?'], '--as', 'customer');
  const { out } = await chat(world, ['Do you have a swimming pool?'], '--as', 'customer');
  assert.match(out, /don't know/);
  assert.doesNotMatch(out, /nine/);
});

test('lines joined by a backslash are one message', async () => {
  await using world = await openWorld();
  await world.shop();
  await chat(world, ['Do you deliver\\', 'to downtown?'], '--as', 'customer');
  const sent = await world.sql`select body from messages where direction = 'in'`;
  assert.deepEqual(sent, [{ body: 'Do you deliver\nto downtown?' }]);
});

test('a reply quotes the last message that came', async () => {
  await using world = await openWorld();
  await world.shop();
  const lines = ['!help', '/switch customer', 'Do you have a wheelchair ramp?', '/clock +1m'];
  await chat(world, lines, '--as', 'owner');
  const owner = world.phone(OWNER);
  while (!/wheelchair/.test(owner.heard().at(-1) ?? '')) await sleep(50);
  const { out } = await chat(world, ['/reply Yes, at the back'], '--as', 'owner');
  assert.match(out, /I pass it on/);
});

test('the clock of the simulation can be put forward', async () => {
  await using world = await openWorld();
  await world.shop();
  const { out } = await chat(world, ['/clock +2h']);
  assert.match(out, /7200 s ahead/);
  assert.ok(world.clock.now().getTime() - Date.now() > 7_100_000);
});

test('by SMS one writes to the SMS number', async () => {
  await using world = await openWorld();
  await world.shop({ knows: ['We open at nine.'], sms: '+14155550101' });
  const lines = ['When do you open?'];
  const { out } = await chat(world, lines, '--as', 'customer', '--channel', 'sms');
  assertInOrder(out, ['writes to +14155550101 by SMS', 'We open at nine.', '✓✓ delivered']);
});

test('where several businesses could be meant, they are listed', async () => {
  await using world = await openWorld();
  await world.shop();
  await world.shop({ name: 'Coffee Corner', number: '+14155550105' });
  const { code, err } = await chat(world, ['hi'], '--as', 'customer');
  assert.equal(code, 1);
  assert.match(err, /Name one with --business:\n.*1 {2}Pizza Palace.*\n.*2 {2}Coffee Corner/);
  const named = await chat(world, ['/who'], '--as', 'owner', '--business', 'coffee');
  assert.match(named.out, /owner of Coffee Corner: \+14155550111 writes to \+14155550105/);
});

test('without a business, a server or a simulation one is told what is missing', async () => {
  await using world = await openWorld();
  assert.match((await chat(world, [])).err, /npm run seed/);
  const nobody = await run('chat.ts', ['--url', 'http://127.0.0.1:9']);
  assert.equal(nobody.code, 1);
  assert.match(nobody.err, /^No server answers at http:\/\/127\.0\.0\.1:9\./);
});

test('a server that sends real messages has no phones to play', async () => {
  const carrier = simulatedCarrier({ clock: { now: () => new Date() } });
  await using world = await createWorld({ channel: { ...carrier, kind: 'twilio' } });
  const { code, err } = await chat(world, ['hi']);
  assert.equal(code, 1);
  assert.match(err, /has no simulated phones: it sends real messages through Twilio/);
});

/** A world in which messages are answered by themselves, as in a running server. */
async function openWorld() {
  const world = await createWorld();
  world.app.turns.start();
  world.app.outbox.start();
  world.app.questions.start();
  return {
    ...world,
    async [Symbol.asyncDispose]() {
      await Promise.all(
        [world.app.turns, world.app.outbox, world.app.questions].map((loop) => loop.stop()),
      );
      await world[Symbol.asyncDispose]();
    },
  };
}

const chat = (world: World, lines: readonly string[], ...more: string[]) =>
  run('chat.ts', ['--url', world.url, ...more], {
    input: lines.map((line) => `${line}\n`).join(''),
  });

function assertInOrder(text: string, parts: readonly string[]) {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    assert.notEqual(found, -1, `"${part}" is missing after position ${at} of:\n${text}`);
    at = found + part.length;
  }
}
