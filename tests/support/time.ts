import type { World } from './world.ts';

/** Lets time pass, and what is due then happen. */
export async function pass(world: World, ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.settle();
}

/** What a phone heard last. */
export const last = (phone: ReturnType<World['phone']>): string => phone.heard().at(-1) ?? '';
