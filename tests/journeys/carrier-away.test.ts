import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Logger } from '#platform/logger.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

test('while the carrier is away that is logged once, without anybody’s number or words', async () => {
  const said: string[] = [];
  const keep =
    (level: string) =>
    (...words: unknown[]) =>
      said.push(`${level} ${JSON.stringify(words)}`);
  const log = { debug() {}, info: keep('info'), warn: keep('warn'), error: keep('error') };
  await using world = await createWorld({ log: log as unknown as Logger });
  await world.shop({ knows: ['We open at nine.'] });
  world.carrier.nextOutcomes(Array.from({ length: 6 }, () => ({ kind: 'unreachable' as const })));
  const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
  await ana.says(SHOP, 'When do you open?');
  await ben.says(SHOP, 'When do you open?');
  for (let i = 0; i < 6; i++) {
    world.clock.advance(90_000);
    await world.settle();
  }
  assert.equal(ana.heard().length + ben.heard().length, 2);

  const about = said.filter((line) => line.includes('carrier'));
  assert.equal(about.length, 2, about.join('\n'));
  assert.match(about[0] ?? '', /^warn .*cannot be reached; messages wait/);
  assert.match(about[1] ?? '', /^info .*can be reached again/);
  assert.doesNotMatch(about.join(), /\+1415|nine/);
});
