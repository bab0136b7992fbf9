import { isWindowOpen } from '#features/outbound/gate.ts';
import type { ChannelKind } from '#ports.ts';
import type { OwnerLine } from './owners.ts';

/** How an owner can be written to now. */
export type Way = {
  owner: OwnerLine;
  channel: ChannelKind;
  ourAddress: string;
  by: 'text' | 'template';
};

/** A way on which a message did not arrive. */
export type FailedWay = Pick<Way, 'channel' | 'by'> & { conversationId: string };

type Means = {
  whatsappNumber: string | null;
  smsNumber: string | null;
  /** Ways on which it was tried in vain. */
  failed: readonly FailedWay[];
  /** Whether there is an approved template for it. */
  hasTemplate: boolean;
  isPhone: (owner: OwnerLine) => boolean;
};

/**
 * The best way to reach one of the owners: text within the 24 hours after her last message, else an approved template,
 * else SMS; null when there is none, and she must write first (rule of WhatsApp, error 63016).
 */
export function wayToOwner(owners: readonly OwnerLine[], means: Means, now: Date): Way | null {
  const ways = [textIn, templateTo, smsTo];
  for (const way of ways) {
    for (const owner of owners) {
      const found = way(owner, means, now);
      if (found && !hasFailed(found, means)) return found;
    }
  }
  return null;
}

const hasFailed = ({ owner, channel, by }: Way, { failed }: Means) =>
  failed.some(
    (way) =>
      way.conversationId === owner.conversationId && way.channel === channel && way.by === by,
  );

type Finding = (owner: OwnerLine, means: Means, now: Date) => Way | null;

/** At a number of ours that she wrote to and that the business still has. */
const textIn: Finding = (owner, { whatsappNumber, smsNumber }, now) => {
  const { channel, ourAddress, optedOut, lastWhatsappAt } = owner;
  const isOurs = ourAddress === (channel === 'sms' ? smsNumber : whatsappNumber);
  if (!channel || !ourAddress || !isOurs || optedOut.includes(channel)) return null;
  if (channel === 'whatsapp' && !isWindowOpen(lastWhatsappAt, now)) return null;
  return { owner, channel, ourAddress, by: 'text' };
};

const templateTo: Finding = (owner, { whatsappNumber, hasTemplate }) =>
  hasTemplate && whatsappNumber && !owner.optedOut.includes('whatsapp')
    ? { owner, channel: 'whatsapp', ourAddress: whatsappNumber, by: 'template' }
    : null;

const smsTo: Finding = (owner, { smsNumber, isPhone }) =>
  smsNumber && isPhone(owner) && !owner.optedOut.includes('sms')
    ? { owner, channel: 'sms', ourAddress: smsNumber, by: 'text' }
    : null;
