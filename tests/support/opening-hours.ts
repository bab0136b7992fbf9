import { ownerOf } from './owner.ts';
import type { World } from './world.ts';
import { ANA, SHOP } from './world.ts';

/** A Saturday, half past two in the afternoon in New York, where the shop is. */
const SATURDAY = new Date('2030-01-12T19:30:00Z');
export const HOUR_MS = 3_600_000;
export const WEEK = 'Mon-Fri 9-18, Sat 10-14, closed 25 Dec';

/** A shop whose owner and customer write on that Saturday. */
export async function onSaturday(world: World, knows: string[] = []) {
  world.clock.advance(SATURDAY.getTime() - world.clock.now().getTime());
  const shop = await world.shop({ knows });
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Hello');
  const asks = async (question: string) => {
    const before = ana.heard().length;
    await ana.says(SHOP, question);
    return ana.heard().slice(before).join('\n');
  };
  return { shop, owner: ownerOf(world), asks };
}
