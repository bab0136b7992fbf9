import type { ChannelKind } from '#ports.ts';

/** An outbound message in our hands, claimed with `token`. */
export type Leaving = {
  id: string;
  token: string;
  businessId: string;
  conversationId: string;
  channel: ChannelKind;
  ourAddress: string;
  theirSealed: string;
  body: string;
  kind: string;
  attempts: number;
  createdAt: Date;
  validUntil: Date;
  isOptedOut: boolean;
  lastInboundAt: Date | null;
};

/** What the carrier calls an address on a channel: `whatsapp:` stands before it on WhatsApp. */
export const carrierAddress = (channel: ChannelKind, address: string) =>
  channel === 'whatsapp' ? `whatsapp:${address}` : address;
