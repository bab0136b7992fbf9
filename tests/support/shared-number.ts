import type { World } from './world.ts';

export const SHARED = '+14155238886';
export const PIZZA_OWNER = '+14155550141';
export const COFFEE_OWNER = '+14155550142';

/** Two businesses at one number, each with its own owner and hours. */
export async function twoShops(world: World) {
  const pizza = await world.shop({
    name: 'Pizza Palace',
    number: SHARED,
    owner: PIZZA_OWNER,
    knows: ['We open at 11 AM'],
  });
  const coffee = await world.shop({
    name: 'Coffee Corner',
    number: SHARED,
    owner: COFFEE_OWNER,
    knows: ['We open at 7 AM'],
  });
  return { pizza, coffee };
}
