import assert from 'node:assert/strict';
import type { World } from './world.ts';

export type Shown = {
  id: string;
  body: string;
  status: string;
  channel: string;
  arrivedAt: string;
};

/** A text from a simulated phone, and all that follows. */
export async function says(world: World, message: object) {
  const { status } = await world.api('POST', '/simulator/messages', message);
  assert.equal(status, 201);
  world.clock.advance(2_000);
  await world.settle();
}

/** What lies on a simulated phone. */
export const messagesOn = async (world: World, phone: string, query = '') =>
  (await world.api('GET', `/simulator/phones/${encodeURIComponent(phone)}/messages${query}`)).json;
