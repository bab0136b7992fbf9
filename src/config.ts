import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { variables } from './variables.ts';

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

const found = ['PORT', 'HOST', 'DATA_DIR'] as const;

/**
 * What must stand before a command in another terminal so that it finds this server: the settings that came
 * with the command which started it, and not from `.env`. To be asked before `loadEnvFile`.
 */
export function givenByCommand(env: NodeJS.ProcessEnv): string {
  const kept = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return found
    .filter((name) => env[name]?.trim() && env[name] !== kept[name])
    .map((name) => `${name}=${quoted(env[name] ?? '')} `)
    .join('');
}

const quoted = (value: string) =>
  /^[\w./:-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;

/** The only reader of the environment; what is blank is not set. Throws `BadConfiguration` naming every variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv, role: Process = 'main') {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  const malformed = result.success
    ? []
    : result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  const wrong = [...new Set([...malformed, ...missing(given, role)])];
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
  const names = [
    'TWILIO_AUTH_TOKEN',
    'ADMIN_API_KEY',
    'ENCRYPTION_KEY',
    'SUPPRESSION_KEY',
  ] as const;
  return names.filter((name) => !e[name]).map((name) => `${name} is needed in production`);
}

function toConfig(e: Environment) {
  return {
    port: e.PORT,
    ...toListening(e),
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
    encryptionKeysOld: e.ENCRYPTION_KEYS_OLD ?? [],
    suppressionKey: e.SUPPRESSION_KEY,
    ...toVendors(e),
    whatsappNumber: e.TWILIO_WHATSAPP_NUMBER,
    smsNumber: e.TWILIO_PHONE_NUMBER,
    ownerQuestionContentSid: e.TWILIO_OWNER_QUESTION_CONTENT_SID,
    registrationByWhatsapp: e.REGISTRATION_BY_WHATSAPP === 'on',
    limits: {
      apiPerHour: e.RATE_LIMIT_GLOBAL_PER_HOUR,
      customerPerHour: e.RATE_LIMIT_CUSTOMER_PER_HOUR,
      ownerPerHour: e.RATE_LIMIT_OWNER_PER_HOUR,
      mediaPerHour: e.RATE_LIMIT_MEDIA_PER_HOUR,
    },
    begins: {
      sms: e.SMS_RATE_LIMIT_PER_HOUR,
      whatsapp: e.WHATSAPP_RATE_LIMIT_PER_HOUR,
    },
    retry: { attempts: e.MESSAGE_RETRY_ATTEMPTS, delayMs: e.MESSAGE_RETRY_DELAY_MS },
  };
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;
const everyAddress = new Set(['0.0.0.0', '::']);

/**
 * Where to listen; `host` undefined: at every address. The key may be left out on this machine only as long as
 * nothing can stand between: a proxy that adds no header looks like somebody at this machine.
 */
function toListening(e: Environment) {
  const isSimulated = !(e.TWILIO_ACCOUNT_SID && e.TWILIO_AUTH_TOKEN);
  const host = e.HOST ?? (isSimulated ? '127.0.0.1' : undefined);
  const isForThisMachine = host !== undefined && loopback.test(host);
  const isAnywhere = host === undefined || everyAddress.has(host);
  const near = isAnywhere ? '127.0.0.1' : host;
  return {
    host,
    isForThisMachine,
    isKeylessHere:
      isSimulated &&
      isForThisMachine &&
      e.WEBHOOK_BASE_URL === undefined &&
      e.TRUST_PROXY === 0 &&
      e.NODE_ENV !== 'production',
    /** The address of this server, for programs on this machine. */
    localUrl: `http://${near.includes(':') ? `[${near}]` : near}:${e.PORT}`,
  };
}

/** Another server, or another family of models, may not have the small one. */
const smallBeside = (e: Environment) =>
  e.OPENAI_MODEL_REPLY === 'gpt-5.6-terra' && !e.OPENAI_BASE_URL
    ? 'gpt-5.6-luna'
    : e.OPENAI_MODEL_REPLY;

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
          modelTriage: e.OPENAI_MODEL_TRIAGE ?? smallBeside(e),
          modelEmbed: e.OPENAI_MODEL_EMBED,
          modelTranscribe: e.OPENAI_MODEL_TRANSCRIBE,
        }
      : undefined,
    supabase: toSupabase(e),
    pinecone: e.PINECONE_API_KEY
      ? {
          apiKey: e.PINECONE_API_KEY,
          index: e.PINECONE_INDEX,
          controllerHost: e.PINECONE_CONTROLLER_HOST,
        }
      : undefined,
  };
}

function toSupabase(e: Environment) {
  const secretKey = e.SUPABASE_SECRET_KEY ?? e.SUPABASE_SERVICE_ROLE_KEY;
  return e.SUPABASE_URL && secretKey ? { url: e.SUPABASE_URL, secretKey } : undefined;
}
