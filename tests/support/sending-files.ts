import type { GivenFile } from '#ports.ts';
import { ownerOf } from './owner.ts';
import type { World } from './world.ts';
import { createWorld } from './world.ts';

/** A file as somebody sends it. */
export const file = (
  bytes: Uint8Array,
  name: string | null = null,
  contentType = '',
): GivenFile => ({
  bytes,
  name,
  contentType,
});

/** A shop whose owner sends files. */
export async function sending(more: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(more);
  const shop = await world.shop();
  const owner = ownerOf(world);
  return {
    ...{ world, shop, owner },
    sends: (given: GivenFile, caption = '') => owner.tells(caption, world.carrier.attach(given)),
  };
}

/** The documents that are on record. */
export const kept = (world: World) =>
  world.sql<{ id: string; business_id: string }>`select id, business_id from documents`;

/** The ids of the files that are stored from now on and not removed again. */
export function filesStored(world: World): Set<string> {
  const ids = new Set<string>();
  const { files } = world.app;
  const { put, remove } = files;
  files.put = async (businessId, id, given) => {
    await put(businessId, id, given);
    ids.add(id);
  };
  files.remove = async (businessId, gone) => {
    await remove(businessId, gone);
    for (const id of gone) ids.delete(id);
  };
  return ids;
}
