import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Logger } from '#platform/logger.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

/** A world that keeps what it logs about the carrier. */
async function listenedTo() {
  const said: string[] = [];
  const keep =
    (level: string) =>
    (...words: unknown[]) =>
      said.push(`${level} ${JSON.stringify(words)}`);
  const log = { debug() {}, info: keep('info'), warn: keep('warn'), error: keep('error') };
  const world = await createWorld({ log: log as unknown as Logger });
  return { world, aboutCarrier: () => said.filter((line) => line.includes('carrier')) };
}

async function twoAsk(world: World): Promise<number> {
  await world.shop({ knows: ['We open at nine.'] });
  const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
  await ana.says(SHOP, 'When do you open?');
  await ben.says(SHOP, 'When do you open?');
  for (let i = 0; i < 6; i++) {
    world.clock.advance(90_000);
    await world.settle();
  }
  return ana.heard().length + ben.heard().length;
}

test('while the carrier is away that is logged once, without anybody’s number or words', async () => {
  const { world, aboutCarrier } = await listenedTo();
  await using _ = world;
  world.carrier.nextOutcomes(Array.from({ length: 6 }, () => ({ kind: 'unreachable' as const })));
  assert.equal(await twoAsk(world), 2);
  const about = aboutCarrier();
  assert.equal(about.length, 2, about.join('\n'));
  assert.match(about[0] ?? '', /^warn .*cannot be reached; messages wait/);
  assert.match(about[1] ?? '', /^info .*can be reached again/);
  assert.doesNotMatch(about.join(), /\+1415|nine/);
});

test('while it takes nothing from our account that is logged once, with the reason', async () => {
  const { world, aboutCarrier } = await listenedTo();
  await using _ = world;
  const refused = { kind: 'rejected', code: 20003 } as const;
  world.carrier.nextOutcomes(Array.from({ length: 6 }, () => refused));
  assert.equal(await twoAsk(world), 2);
  const about = aboutCarrier();
  assert.equal(about.length, 2, about.join('\n'));
  assert.match(about[0] ?? '', /^warn .*no message of this account.*auth token/);
  assert.match(about[1] ?? '', /^info /);
});
