import type { World } from './world.ts';
import { OWNER, SHOP } from './world.ts';

/** An owner's phone; `tells` gives what was answered, several messages joined by line breaks. */
export function ownerOf(world: World, { phone = OWNER, shop = SHOP } = {}) {
  const owner = world.phone(phone);
  return {
    ...owner,
    async tells(body: string, extra?: Record<string, string>) {
      const before = owner.heard().length;
      await owner.says(shop, body, extra);
      return owner.heard().slice(before).join('\n');
    },
  };
}

/** What a business knows, in the order in which it was added. */
export async function known(world: World, businessId: string): Promise<string[]> {
  const entries = await world.sql<{ text: string }>`select text from entries
    where business_id = ${businessId} and deleted_at is null order by seq`;
  return entries.map(({ text }) => text);
}
