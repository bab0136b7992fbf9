import type { App } from '#app.ts';
import { parsePhone } from '#platform/phones.ts';

/** The sender that Twilio's sandbox gives everybody. */
export const SANDBOX_NUMBER = '+14155238886';

/** True for the WhatsApp number that several businesses may have in common without saying so. */
export const isCommonNumber = (
  { config, channel }: Pick<App, 'config' | 'channel'>,
  address: string,
): boolean =>
  address === parsePhone(config.whatsappNumber ?? '')?.e164 ||
  (channel.kind === 'simulated' && address === SANDBOX_NUMBER);
