import type { App } from './app.ts';

/** What a person who has just started the product wants to know. */
export function banner({ config, channel, answerer, embedder }: App): string {
  const at = `http://127.0.0.1:${config.port}`;
  const isSimulated = channel.kind === 'simulated';
  const parts = [
    isSimulated
      ? 'messages   simulated phones; for real ones set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_WHATSAPP_NUMBER and WEBHOOK_BASE_URL'
      : `messages   Twilio; its webhook is ${config.webhookBaseUrl}/webhooks/twilio/whatsapp#rc=5&rp=all`,
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
  const key = config.isProduction ? 'ADMIN_API_KEY' : config.adminApiKey;
  const next = isSimulated
    ? `Try next, in another terminal:\n  npm run seed    three demo businesses\n  npm run chat    a phone: be their owner, or a customer\n`
    : `Try next: npm run doctor\n`;
  return [
    `\nFrontdesk listens on ${at}   (API: ${at}/docs)`,
    `admin key  ${key}`,
    ...parts,
    '',
    next,
  ].join('\n');
}
