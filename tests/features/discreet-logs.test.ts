import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import winston from 'winston';
import type { Answerer } from '#ports.ts';
import { createLogger } from '#platform/logger.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const SECRETS = ['4155550122', '4155550111', 'Karenina', 'swordfish', 'marzipan'];

/** The real log at its most talkative, kept as lines. */
function talkativeLog() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const log = createLogger({ level: 'debug', isProduction: false }) as winston.Logger;
  log.clear().add(new winston.transports.Stream({ stream }));
  return { log, lines };
}

test('no number, name or word of anybody stands in the log or in an error, whatever goes wrong', async () => {
  const { log, lines } = talkativeLog();
  const failing: Answerer = {
    answer: async ({ text }) => {
      throw new Error(`400 invalid prompt "${text}" of ${ANA}`);
    },
    rewrite: async () => null,
    translate: async () => null,
    check: async () => ({ isHealthy: false }),
  };
  await using world = await createWorld({ log, answerer: failing });
  const shop = await world.shop({ knows: ['We open at 9'], name: 'Pizza Palace' });
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Do you have swordfish?', { ProfileName: 'Ana Karenina' });
  await world.phone(OWNER).says(SHOP, '!add We bake marzipan');
  await ana.says('+14155559999', 'swordfish, anybody there?');
  await ana.sends(SHOP, 'swordfish', { AccountSid: 'AC1' });
  for (const code of [21610, 63016]) {
    world.carrier.nextOutcomes([{ kind: 'rejected', code }], `whatsapp:${ANA}`);
    await ana.says(SHOP, 'swordfish?');
  }
  world.carrier.nextOutcomes([{ kind: 'unknown-not-delivered' }], `whatsapp:${ANA}`);
  await ana.says(SHOP, 'marzipan?');
  await fetch(`${world.url}/webhooks/twilio/whatsapp`, {
    method: 'POST',
    headers: { 'x-twilio-signature': 'forged' },
    body: new URLSearchParams({ From: `whatsapp:${ANA}`, Body: 'swordfish' }),
  });

  const answers = [
    await world.api('POST', '/api/businesses/register', {
      businessName: 'Karenina',
      whatsappNumber: `${ANA}x`,
    }),
    await world.api('PATCH', `/api/businesses/${shop}`, { owners: ['swordfish'] }),
    await world.api('GET', `/api/businesses/${shop}/customers/swordfish/export`),
  ];
  const { db } = world.app;
  const { asBusiness } = db;
  db.asBusiness = async () => {
    throw new Error(`invalid input syntax for type uuid: "Ana Karenina" near ${ANA}`);
  };
  answers.push(await world.api('GET', `/api/businesses/${shop}/customers?phone=${ANA}`));
  assert.equal(answers.at(-1)?.status, 500);
  db.asBusiness = asBusiness;
  await world.settle();

  assert.ok(lines.length > 10, 'the log is talkative');
  const logged = lines.join('');
  for (const secret of SECRETS) assert.ok(!logged.includes(secret), `${secret} is logged`);
  const told = answers.map(({ text }) => text).join('');
  for (const secret of ['4155550111', 'Karenina']) assert.ok(!told.includes(secret), secret);
});
