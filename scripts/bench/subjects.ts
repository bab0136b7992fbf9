import { join } from 'node:path';
import { account } from './account.ts';
import type { FloorSettings } from './floor.ts';

/** Web and worker in one process, or one web process and two workers. */
export type Shape = 'one' | 'split';

/** Where a server under test runs and what it talks to. */
export type Surroundings = {
  port: number;
  databaseUrl: string;
  dataDir: string;
  carrierUrl: string;
  /** Base URL of the stand-in for OpenAI; null: no model, the built-in answers. */
  modelUrl: string | null;
  floorTakesReports: boolean;
};

/** What can be measured. `arguments_` of the programs are Node's. */
export type Subject = {
  name: 'floor' | 'product';
  programs: (surroundings: Surroundings, shape: Shape) => string[][];
  env: (surroundings: Surroundings) => Record<string, string>;
};

const root = join(import.meta.dirname, '../..');
const urlOf = (port: number) => `http://127.0.0.1:${port}`;

export const floor: Subject = {
  name: 'floor',
  programs: ({ port, databaseUrl, carrierUrl, floorTakesReports: takesReports }) => {
    const { accountSid, authToken } = account;
    const publicUrl = urlOf(port);
    const places = { port, publicUrl, databaseUrl, carrierUrl };
    const settings = { ...places, accountSid, authToken, takesReports };
    return [
      [join(import.meta.dirname, 'floor.ts'), JSON.stringify(settings satisfies FloorSettings)],
    ];
  },
  env: () => ({ NODE_ENV: 'production' }),
};

const entry = (name: string) => join(root, 'src', name);

/** As the scripts of package.json start the product. */
const FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=40'];

export const product: Subject = {
  name: 'product',
  programs: (_, shape) =>
    shape === 'one'
      ? [[...FLAGS, entry('main.ts')]]
      : ['web.ts', 'worker.ts', 'worker.ts'].map((name) => [...FLAGS, entry(name)]),
  env: ({ port, databaseUrl, dataDir, carrierUrl, modelUrl }) => ({
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    ADMIN_API_KEY: account.adminKey,
    ENCRYPTION_KEY: account.encryptionKey,
    SUPPRESSION_KEY: account.suppressionKey,
    WEBHOOK_BASE_URL: urlOf(port),
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_BASE_URL: carrierUrl,
    RATE_LIMIT_GLOBAL_PER_HOUR: '1000000',
    RATE_LIMIT_CUSTOMER_PER_HOUR: '1000000',
    RATE_LIMIT_OWNER_PER_HOUR: '1000000',
    SMS_RATE_LIMIT_PER_HOUR: '1000000',
    WHATSAPP_RATE_LIMIT_PER_HOUR: '1000000',
    ...(modelUrl === null ? {} : { OPENAI_API_KEY: account.modelKey, OPENAI_BASE_URL: modelUrl }),
  }),
};

/** Web and worker in one. */
export const productEntry = entry('main.ts');

/** The program which brings a database to the product's newest schema. */
export const migrateProgram = join(root, 'scripts/migrate.ts');
