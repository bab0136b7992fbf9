import { ownerOf } from './owner.ts';
import type { World } from './world.ts';
import { ANA, OWNER } from './world.ts';

export const PARTNER = '+14155550199';

/** A shop with two owners, of whom Maria has written last. */
export async function twoOwners(world: World) {
  const shop = await world.shop();
  await world.api('PATCH', `/api/businesses/${shop}`, { owners: [OWNER, PARTNER] });
  await ownerOf(world, { phone: PARTNER }).tells('!help');
  const owner = ownerOf(world);
  await owner.tells('!help');
  return { shop, owner, partner: world.phone(PARTNER), ana: world.phone(ANA) };
}

/** The carrier reports that the latest message of that kind did not arrive. */
export async function reportLost(world: World, kind: string): Promise<void> {
  const [message] = await world.sql<{ id: string; sid: string }>`
    select id::text, message_sid as sid from messages where kind = ${kind} order by id desc limit 1`;
  const url = `${world.url}/webhooks/twilio/status?m=${message?.id}`;
  const form = {
    AccountSid: world.carrier.accountSid,
    MessageSid: message?.sid ?? '',
    MessageStatus: 'undelivered',
    ErrorCode: '30003',
  };
  const headers = { 'x-twilio-signature': world.carrier.sign(url, form) };
  await world.post({ url, headers, form });
  await world.settle();
}
