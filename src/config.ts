import { existsSync } from 'node:fs';
import { z } from 'zod';

const count = (fallback: number) => z.coerce.number().int().min(0).default(fallback);
const text = z.string().trim().min(1).optional();
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
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
  PORT: count(3000).describe('Port of the HTTP server.'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .describe('production demands keys that a first try makes for itself.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('How much to log.'),
  LOG_DIR: text.describe('Folder for webhook.log; unset: logs go to standard output only.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional()
    .describe(
      'PostgreSQL 15 or later (Supabase: session pooler or direct, port 5432). Unset: embedded.',
    ),
  DATA_DIR: z
    .string()
    .default('./data')
    .describe('Where the embedded database and made keys live.'),
  WEBHOOK_BASE_URL: url
    .optional()
    .describe('Public base URL of this server, as Twilio calls it. Needed with Twilio.'),
  TRUST_PROXY: count(0).describe('Number of reverse proxies in front of this server.'),
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
  METRICS_PORT: count(0).describe('Serves /metrics without a key on a port of its own; 0: not.'),
  TWILIO_ACCOUNT_SID: accountSid.describe('Account SID. Nothing of Twilio set: simulated.'),
  TWILIO_AUTH_TOKEN: text.describe('Primary auth token: signs webhooks, opens the API.'),
  TWILIO_PREVIOUS_AUTH_TOKEN: text.describe('Still accepted on webhooks while you rotate tokens.'),
  TWILIO_WHATSAPP_NUMBER: text.describe('whatsapp:+… of the default WhatsApp sender.'),
  TWILIO_PHONE_NUMBER: text.describe('+… of the default SMS number.'),
  TWILIO_API_BASE_URL: url.optional().describe('Another origin for the API of Twilio.'),
  OPENAI_API_KEY: text.describe('Answers are written by a model. Unset: the built-in engine.'),
  OPENAI_BASE_URL: url.optional().describe('Any server compatible with the Responses API.'),
  OPENAI_MODEL_REPLY: z.string().default('gpt-5.6-terra').describe('Model that answers.'),
  OPENAI_MODEL_TRIAGE: z.string().default('gpt-5.6-luna').describe('Model for small decisions.'),
  OPENAI_MODEL_EMBED: z.string().default('text-embedding-3-small').describe('Embedding model.'),
  OPENAI_MODEL_TRANSCRIBE: z.string().default('gpt-4o-mini-transcribe').describe('Speech to text.'),
  PINECONE_API_KEY: text.describe('Vectors live in Pinecone. Unset: in the database.'),
  PINECONE_INDEX: z.string().default('frontdesk').describe('Name of the index; made when missing.'),
  PINECONE_CONTROLLER_HOST: url.optional().describe('Another origin for the control plane.'),
  SUPABASE_URL: url.optional().describe('Supabase project; needs DATABASE_URL too.'),
  SUPABASE_SECRET_KEY: text.describe('Secret key of the Supabase project.'),
  SUPABASE_SERVICE_ROLE_KEY: text.describe('Older name of SUPABASE_SECRET_KEY.'),
  SUPABASE_ANON_KEY: text.describe('Publishable key of the Supabase project.'),
  REGISTRATION_BY_WHATSAPP: z
    .enum(['on', 'off'])
    .default('off')
    .describe('on: anybody may register a business with !register on a shared number.'),
  RATE_LIMIT_GLOBAL_PER_HOUR: count(500).describe(
    'API requests an hour per address without a key.',
  ),
  RATE_LIMIT_CUSTOMER_PER_HOUR: count(10).describe('Answers an hour per customer.'),
  RATE_LIMIT_OWNER_PER_HOUR: count(30).describe('Commands an hour per owner.'),
  RATE_LIMIT_MEDIA_PER_HOUR: count(5).describe('Files an hour per sender.'),
  SMS_RATE_LIMIT_PER_HOUR: count(100).describe('Business-initiated SMS an hour per business.'),
  WHATSAPP_RATE_LIMIT_PER_HOUR: count(1000).describe(
    'Business-initiated WhatsApp messages an hour per business.',
  ),
  MESSAGE_RETRY_ATTEMPTS: count(3).describe('Further attempts to send after a failed one.'),
  MESSAGE_RETRY_DELAY_MS: count(5000).describe('Delay before the first of them; it doubles.'),
};

const schema = z.object(variables);
type Environment = z.infer<typeof schema>;

/** What a wrong or half-set environment is answered with: one line a variable. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

export type Process = 'main' | 'web' | 'worker' | 'release';
export type Config = ReturnType<typeof readConfig>;

/** Adds what stands in `.env` to the environment, which wins. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** The only reader of the environment. Throws `BadConfiguration` naming every variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv, role: Process = 'main') {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  const malformed = result.success
    ? []
    : result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  const wrong = [...malformed, ...missing(given, role)];
  if (!result.success || wrong.length > 0) {
    throw new BadConfiguration(`The configuration is not usable:\n- ${wrong.join('\n- ')}`);
  }
  return toConfig(result.data);
}

type Given = Partial<Record<keyof Environment, string>>;

function missing(e: Given, role: Process): string[] {
  return [
    ...missingTwilio(e),
    ...(e.SUPABASE_URL && !e.DATABASE_URL
      ? [
          'DATABASE_URL is needed beside SUPABASE_URL: in the Supabase dashboard choose Connect, then "Session pooler", and copy the connection string',
        ]
      : []),
    ...(role !== 'main' && !e.DATABASE_URL
      ? [
          `DATABASE_URL is needed by the ${role} process; the embedded database serves one process (npm start)`,
        ]
      : []),
    ...missingInProduction(e),
  ];
}

function missingTwilio(e: Given): string[] {
  const names = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'] as const;
  const numbers = ['TWILIO_WHATSAPP_NUMBER', 'TWILIO_PHONE_NUMBER'] as const;
  const isTouched = [...names, ...numbers].some((name) => e[name]);
  if (!isTouched) return [];
  const lacks = names.filter((name) => !e[name]);
  const say = lacks.map((name) => `${name} is missing: Twilio credentials not fully configured`);
  if (lacks.length === 0 && !e.WEBHOOK_BASE_URL) {
    say.push(
      'WEBHOOK_BASE_URL is missing: signatures of Twilio are checked over the public address',
    );
  }
  return say;
}

function missingInProduction(e: Given): string[] {
  if (e.NODE_ENV !== 'production') return [];
  const names = ['TWILIO_AUTH_TOKEN', 'ADMIN_API_KEY', 'ENCRYPTION_KEY'] as const;
  return names.filter((name) => !e[name]).map((name) => `${name} is needed in production`);
}

function toConfig(e: Environment) {
  return {
    port: e.PORT,
    metricsPort: e.METRICS_PORT,
    isProduction: e.NODE_ENV === 'production',
    logLevel: e.LOG_LEVEL,
    logDir: e.LOG_DIR,
    databaseUrl: e.DATABASE_URL,
    dataDir: e.DATA_DIR,
    webhookBaseUrl: e.WEBHOOK_BASE_URL,
    trustProxy: e.TRUST_PROXY,
    adminApiKey: e.ADMIN_API_KEY,
    encryptionKey: e.ENCRYPTION_KEY,
    ...toVendors(e),
    whatsappNumber: e.TWILIO_WHATSAPP_NUMBER,
    smsNumber: e.TWILIO_PHONE_NUMBER,
    registrationByWhatsapp: e.REGISTRATION_BY_WHATSAPP === 'on',
    limits: {
      apiPerHour: e.RATE_LIMIT_GLOBAL_PER_HOUR,
      customerPerHour: e.RATE_LIMIT_CUSTOMER_PER_HOUR,
      ownerPerHour: e.RATE_LIMIT_OWNER_PER_HOUR,
      mediaPerHour: e.RATE_LIMIT_MEDIA_PER_HOUR,
      smsPerHour: e.SMS_RATE_LIMIT_PER_HOUR,
      whatsappPerHour: e.WHATSAPP_RATE_LIMIT_PER_HOUR,
    },
    retry: { attempts: e.MESSAGE_RETRY_ATTEMPTS, delayMs: e.MESSAGE_RETRY_DELAY_MS },
  };
}

/** The vendors that credentials are set for; the others are simulated or built in. */
function toVendors(e: Environment) {
  return {
    twilio:
      e.TWILIO_ACCOUNT_SID && e.TWILIO_AUTH_TOKEN
        ? {
            accountSid: e.TWILIO_ACCOUNT_SID,
            authToken: e.TWILIO_AUTH_TOKEN,
            previousAuthToken: e.TWILIO_PREVIOUS_AUTH_TOKEN,
            apiBaseUrl: e.TWILIO_API_BASE_URL,
          }
        : undefined,
    openai: e.OPENAI_API_KEY
      ? {
          apiKey: e.OPENAI_API_KEY,
          baseUrl: e.OPENAI_BASE_URL,
          modelReply: e.OPENAI_MODEL_REPLY,
          modelEmbed: e.OPENAI_MODEL_EMBED,
        }
      : undefined,
    pinecone: e.PINECONE_API_KEY
      ? {
          apiKey: e.PINECONE_API_KEY,
          index: e.PINECONE_INDEX,
          controllerHost: e.PINECONE_CONTROLLER_HOST,
        }
      : undefined,
  };
}
