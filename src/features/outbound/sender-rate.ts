import type { ChannelKind } from '#ports.ts';

/** What kind of number sends. */
export const SENDER_TYPES = [
  'whatsapp',
  'sandbox',
  'long-code',
  '10dlc',
  'toll-free',
  'short-code',
] as const;
export type SenderType = (typeof SENDER_TYPES)[number];

/** Messages a second on WhatsApp, segments a second on SMS (Twilio's defaults by type of sender). */
const defaults: Record<SenderType, number> = {
  whatsapp: 80,
  sandbox: 1 / 3,
  'long-code': 1,
  '10dlc': 3.75,
  'toll-free': 3,
  'short-code': 10,
};

const SANDBOX = '+14155238886';
const TOLL_FREE = /^\+1(?:800|833|844|855|866|877|888)\d{7}$/;
const SHORT_CODE = /^\d{3,8}$/;

/** The type that a number shows; a registered campaign (10DLC) must be told. */
export function typeOfSender(channel: ChannelKind, address: string): SenderType {
  if (channel === 'whatsapp') return address === SANDBOX ? 'sandbox' : 'whatsapp';
  if (TOLL_FREE.test(address)) return 'toll-free';
  return SHORT_CODE.test(address) ? 'short-code' : 'long-code';
}

export const defaultRate = (type: SenderType): number => defaults[type];
