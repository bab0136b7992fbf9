import { ownerOf } from './owner.ts';
import { pass } from './time.ts';
import type { World } from './world.ts';
import { ANA, SHOP } from './world.ts';

const MINUTE = 60_000;
export const RAMP = 'Do you have a wheelchair ramp?';

/** A question of Ana's of which the owner has been told. */
export async function asked(world: World, question = RAMP) {
  const shop = await world.shop();
  const owner = ownerOf(world);
  await owner.tells('!help');
  const ana = world.phone(ANA);
  await ana.says(SHOP, question);
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  return { shop, owner, ana };
}
