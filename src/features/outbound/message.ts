import type { ChannelKind, Template } from '#ports.ts';

/** Why a message is sent: to answer somebody, about something of theirs (an order, a booking), or to sell. */
export type Purpose = 'reply' | 'transactional' | 'marketing';

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
  purpose: Purpose;
  attempts: number;
  createdAt: Date;
  validUntil: Date;
  isOptedOut: boolean;
  lastInboundAt: Date | null;
  /** An approved template that is sent in place of the body; it may leave at any time. */
  template: Template | null;
  /** The person who stands as `WHO` in the body, encrypted. */
  whoSealed: string | null;
};

/** Stands in a stored text for the name and number of a person; further ones are somebody's words. */
export const WHO = '{{who}}';

/** A message as it is sent: with the person it speaks of. */
export function spelledOut<M extends Pick<Leaving, 'body' | 'template' | 'whoSealed'>>(
  message: M,
  decrypt: (sealed: string) => string,
): M {
  const { body, template, whoSealed } = message;
  if (whoSealed === null) return message;
  const who = decrypt(whoSealed);
  const spell = (text: string) => text.replace(WHO, () => who);
  const variables = Object.fromEntries(
    Object.entries(template?.variables ?? {}).map(([name, value]) => [name, spell(value)]),
  );
  return { ...message, body: spell(body), template: template && { ...template, variables } };
}

/** What the carrier calls an address on a channel: `whatsapp:` stands before it on WhatsApp. */
export const carrierAddress = (channel: ChannelKind, address: string) =>
  channel === 'whatsapp' ? `whatsapp:${address}` : address;
