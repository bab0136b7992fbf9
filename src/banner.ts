import type { App } from './app.ts';
import type { Config } from './config.ts';

export type Start = {
  /** Whether the admin key was made by the product, and is not one that the operator has set. */
  isKeyMade: boolean;
  /** What stands before a command in another terminal so that it finds this server: `PORT=4100 `, or nothing. */
  before: string;
};

/** What a person who has just started the product wants to know. */
export function banner({ config, channel, answerer, embedder }: App, start: Start): string {
  const isSimulated = channel.kind === 'simulated';
  const parts = [
    isSimulated
      ? 'messages   simulated phones; for real ones set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_WHATSAPP_NUMBER and WEBHOOK_BASE_URL'
      : `messages   Twilio; ${webhooksOf(config)}`,
    answerer
      ? `answers    ${config.openai?.modelReply}, and the built-in engine when it is down`
      : 'answers    the built-in engine; for a model set OPENAI_API_KEY',
    config.pinecone
      ? `vectors    Pinecone index ${config.pinecone.index}`
      : `vectors    ${embedder ? 'kept in the database' : 'none without a model'}; for Pinecone set PINECONE_API_KEY too`,
    config.databaseUrl
      ? 'database   PostgreSQL'
      : `database   embedded, in ${config.dataDir}; for PostgreSQL or Supabase set DATABASE_URL`,
  ];
  return [
    `\nFrontdesk listens on ${placeOf(config)}   (API: ${config.localUrl}/docs)`,
    `admin key  ${keyOf(config, start)}`,
    ...parts,
    '',
    isSimulated ? tryNext(start) : `Try next: npm run doctor\n`,
  ].join('\n');
}

const placeOf = ({ host, port, isForThisMachine, localUrl }: Config): string => {
  if (isForThisMachine) return `${localUrl}, for this machine only`;
  return host === undefined ? `port ${port} at every address` : `port ${port} at ${host}`;
};

/** A key that somebody set is known to them, and is not for the log. */
const keyOf = (
  { adminApiKey, dataDir, isKeylessHere }: Config,
  { isKeyMade }: Pick<Start, 'isKeyMade'>,
): string => {
  if (!isKeyMade) return 'ADMIN_API_KEY is set';
  return isKeylessHere
    ? `not needed on this machine (one is kept in ${dataDir}/admin.key)`
    : `${adminApiKey}   (made here; set ADMIN_API_KEY to have another)`;
};

function webhooksOf({ webhookBaseUrl, whatsappNumber, smsNumber }: Config): string {
  const at = (path: string) => `${webhookBaseUrl}/webhooks/twilio/${path}#rc=5&rp=all`;
  const own = [
    ...(whatsappNumber || !smsNumber ? [`its webhook for WhatsApp is ${at('whatsapp')}`] : []),
    ...(smsNumber ? [`its webhook for SMS is ${at('sms')}`] : []),
  ];
  return own.join('\n           ');
}

const tryNext = ({ before }: Start): string =>
  `Try next, in another terminal:\n  ${before}npm run seed    three demo businesses\n` +
  `  ${before}npm run chat    a phone: be their owner, or a customer\n`;
