import { z } from 'zod';

const MOST = 1_000_000_000;

const whole = (fallback: number, from = 0, to = MOST) => {
  const wrong = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number(wrong).int(wrong).min(from, wrong).max(to, wrong).default(fallback);
};
const oneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  z.enum(choices, `must be ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`);

const filled = z.string().trim();
const text = filled.optional();
const url = z
  .url({
    protocol: /^https?$/,
    error: 'must be an address that begins with https:// or http://, such as https://example.com',
  })
  .transform((value) => value.replace(/\/+$/, ''));
const host = z
  .string()
  .regex(
    /^[\w.:-]+$/,
    'must be an address of this machine: 127.0.0.1 for itself only, 0.0.0.0 for all that it has',
  );

const key32 = z
  .string()
  .refine(
    (value) => Buffer.from(value, 'base64').length === 32,
    'must be 32 bytes in base64 (make one: openssl rand -base64 32)',
  );

const accountSid = z
  .string()
  .superRefine((value, issue) => {
    if (/^AC[0-9a-f]{32}$/i.test(value)) return;
    const message = value.startsWith('OR')
      ? 'is an organisation SID (OR…); the Account SID starts with AC and stands on the first page of the Twilio console'
      : 'must be an Account SID: AC and 32 hexadecimal digits';
    issue.addIssue({ code: 'custom', message });
  })
  .optional();

/** Every variable that the product reads, with what it means; `.env.example` is written from it. */
export const variables = {
  PORT: whole(3000, 1, 65_535).describe('Port of the HTTP server.'),
  HOST: host
    .optional()
    .describe('Address to listen on. Unset: 127.0.0.1 while simulated, every address with Twilio.'),
  NODE_ENV: oneOf(['development', 'production', 'test'])
    .default('development')
    .describe('production demands keys that a first try makes for itself.'),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error']).default('info').describe('How much to log.'),
  LOG_DIR: text.describe('Folder for webhook.log; unset: logs go to standard output only.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional()
    .describe(
      'PostgreSQL 15 or later (Supabase: session pooler or direct, port 5432). Unset: embedded.',
    ),
  DATA_DIR: filled.default('./data').describe('Where the embedded database and made keys live.'),
  WEBHOOK_BASE_URL: url
    .optional()
    .describe(
      'Public base URL of this server. Needed with Twilio, and behind any proxy or tunnel.',
    ),
  TRUST_PROXY: whole(0, 0, 100).describe('Number of reverse proxies in front of this server.'),
  ADMIN_API_KEY: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe(
      'Key of the admin API. Made and kept in DATA_DIR when unset, demanded in production.',
    ),
  ENCRYPTION_KEY: key32
    .optional()
    .describe('32 bytes in base64; phones and names are encrypted with it. Made when embedded.'),
  ENCRYPTION_KEYS_OLD: z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter((key) => key !== ''))
    .pipe(z.array(key32))
    .optional()
    .describe('Former keys, with commas between, until "npm run rotate-keys" has replaced them.'),
  SUPPRESSION_KEY: key32
    .optional()
    .describe(
      '32 bytes in base64, never changed: who must not be written to is known by it after an erasure.',
    ),
  METRICS_PORT: whole(0, 0, 65_535).describe(
    'Serves /metrics without a key on a port of its own, at HOST; 0: not.',
  ),
  TWILIO_ACCOUNT_SID: accountSid.describe('Account SID. Nothing of Twilio set: simulated.'),
  TWILIO_AUTH_TOKEN: text.describe('Primary auth token: signs webhooks, opens the API.'),
  TWILIO_PREVIOUS_AUTH_TOKEN: text.describe('Still accepted on webhooks while you rotate tokens.'),
  TWILIO_WHATSAPP_NUMBER: text.describe('whatsapp:+… of the default WhatsApp sender.'),
  TWILIO_PHONE_NUMBER: text.describe('+… of the default SMS number.'),
  TWILIO_OWNER_QUESTION_CONTENT_SID: z
    .string()
    .regex(/^HX[0-9a-f]{32}$/i, 'must be a Content SID: HX and 32 hexadecimal digits')
    .optional()
    .describe(
      'Approved template ({{1}} business, {{2}} question) that reaches owners who have not written for 24 hours. Unset: each business has its own, owner_question, once it is approved.',
    ),
  TWILIO_API_BASE_URL: url.optional().describe('Another origin for the API of Twilio.'),
  OPENAI_API_KEY: text.describe('Answers are written by a model. Unset: the built-in engine.'),
  OPENAI_BASE_URL: url.optional().describe('Any server compatible with the Responses API.'),
  OPENAI_MODEL_REPLY: filled.default('gpt-5.6-terra').describe('Model that answers.'),
  OPENAI_MODEL_TRIAGE: text.describe(
    'Model for small work (follow-ups, translating). Unset: gpt-5.6-luna beside the default model, else OPENAI_MODEL_REPLY.',
  ),
  OPENAI_MODEL_EMBED: filled.default('text-embedding-3-small').describe('Embedding model.'),
  OPENAI_MODEL_TRANSCRIBE: filled
    .default('gpt-4o-mini-transcribe')
    .describe('Model that writes down voice notes.'),
  PINECONE_API_KEY: text.describe('Vectors live in Pinecone. Unset: in the database.'),
  PINECONE_INDEX: filled.default('frontdesk').describe('Name of the index; made when missing.'),
  PINECONE_CONTROLLER_HOST: url.optional().describe('Another origin for the control plane.'),
  SUPABASE_URL: url
    .optional()
    .describe(
      'Supabase project; asks for its connection string in DATABASE_URL, and with its secret key keeps files in its Storage.',
    ),
  SUPABASE_SECRET_KEY: text.describe('Secret key of the project. Unset: files live in DATA_DIR.'),
  SUPABASE_SERVICE_ROLE_KEY: text.describe('The former name of SUPABASE_SECRET_KEY.'),
  REGISTRATION_BY_WHATSAPP: oneOf(['on', 'off'])
    .default('off')
    .describe('on: anybody may register a business with !register on a shared number.'),
  RATE_LIMIT_GLOBAL_PER_HOUR: whole(500).describe(
    'API requests an hour per address without a key.',
  ),
  RATE_LIMIT_CUSTOMER_PER_HOUR: whole(10).describe('Answers an hour per customer.'),
  RATE_LIMIT_OWNER_PER_HOUR: whole(30).describe('Commands an hour per owner.'),
  RATE_LIMIT_MEDIA_PER_HOUR: whole(5).describe('Files an hour per sender.'),
  SMS_RATE_LIMIT_PER_HOUR: whole(100).describe(
    'SMS that a business may send in an hour without having been written to.',
  ),
  WHATSAPP_RATE_LIMIT_PER_HOUR: whole(1000).describe(
    'WhatsApp messages that a business may send in an hour without having been written to.',
  ),
  MESSAGE_RETRY_ATTEMPTS: whole(3).describe(
    'Further attempts to send where the first one broke off and Twilio has no such message.',
  ),
  MESSAGE_RETRY_DELAY_MS: whole(5000).describe(
    'Pause after a 429 or a refused connection, unless Twilio names one; it grows, up to a minute.',
  ),
};
