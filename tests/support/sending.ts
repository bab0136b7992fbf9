import type { World } from './world.ts';
import { ANA, createWorld } from './world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';
/** How the carrier calls Ana's phone. */
export const AT_ANA = `whatsapp:${ANA}`;

type Row = {
  state: string;
  carrier_status: string | null;
  error_code: number | null;
  error_sentence: string | null;
  attempts: number;
};

/** Waits until it is so. */
export const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** What we sent or meant to, in order. */
export const outbound = (world: World) =>
  world.sql<Row>`select state, carrier_status, error_code, error_sentence, attempts
    from messages where direction = 'out' order by id`;

/** A shop that knows its hours, and Ana; `later` lets so much time pass. */
export async function asking(more: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(more);
  await world.shop({ knows: [HOURS] });
  const ana = world.phone(ANA);
  const later = async (ms: number) => {
    world.clock.advance(ms);
    await world.settle();
  };
  return { world, ana, later };
}
