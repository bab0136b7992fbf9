import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { BadConfiguration, givenByCommand, readConfig } from '#config.ts';
import type { Process } from '#config.ts';
import { variables } from '#variables.ts';
import { envExample } from '../scripts/env-example.ts';

const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  WEBHOOK_BASE_URL: 'https://shop.example.com',
};
const KEY = Buffer.alloc(32, 7).toString('base64');

test('nothing at all has to be set', () => {
  const config = readConfig({});
  assert.deepEqual([config.port, config.dataDir, config.twilio], [3000, './data', undefined]);
  assert.deepEqual(readConfig({ PORT: '', TWILIO_AUTH_TOKEN: '' }), config);
});

test('an organisation SID is called one, and where the right one stands is said', () => {
  const [fault] = faultsOf({ ...TWILIO, TWILIO_ACCOUNT_SID: `OR${'0'.repeat(32)}` });
  assert.match(fault ?? '', /TWILIO_ACCOUNT_SID is an organisation SID \(OR…\)/);
  assert.match(fault ?? '', /starts with AC.*Twilio console/);
  const [other] = faultsOf({ ...TWILIO, TWILIO_ACCOUNT_SID: 'AC12' });
  assert.match(other ?? '', /must be an Account SID/);
  assert.doesNotMatch(other ?? '', /organisation/);
});

test('a Supabase project without its connection string is told where to find it', () => {
  const env = { SUPABASE_URL: 'https://abc.supabase.co' };
  const [fault, ...rest] = faultsOf(env);
  assert.match(fault ?? '', /^DATABASE_URL is needed beside SUPABASE_URL.*Session pooler/);
  assert.deepEqual(rest, []);
  assert.deepEqual(faultsOf({ ...env, DATABASE_URL: 'postgres://x' }), []);
});

test('production does not start without the token that webhooks are checked with, nor without keys', () => {
  const production = { NODE_ENV: 'production' };
  assert.deepEqual(
    faultsOf(production).map((fault) => fault.split(' ')[0]),
    ['TWILIO_AUTH_TOKEN', 'ADMIN_API_KEY', 'ENCRYPTION_KEY', 'SUPPRESSION_KEY'],
  );
  const keys = { ADMIN_API_KEY: 'k'.repeat(16), ENCRYPTION_KEY: KEY, SUPPRESSION_KEY: KEY };
  assert.deepEqual(faultsOf({ ...production, ...TWILIO, ...keys }), []);
});

for (const [given, missing] of [
  [{ TWILIO_ACCOUNT_SID: TWILIO.TWILIO_ACCOUNT_SID }, 'TWILIO_AUTH_TOKEN'],
  [{ TWILIO_AUTH_TOKEN: 'token' }, 'TWILIO_ACCOUNT_SID'],
] as const) {
  test(`Twilio set by halves is called that, and ${missing} is named as what is missing`, () => {
    const faults = faultsOf(given);
    assert.equal(faults.length, 1);
    assert.match(faults[0] ?? '', /Twilio credentials not fully configured/);
    assert.match(faults[0] ?? '', new RegExp(`^${missing} is missing`));
  });
}

test('a Twilio number without credentials is set by halves too', () => {
  const faults = faultsOf({ TWILIO_WHATSAPP_NUMBER: 'whatsapp:+14155238886' });
  assert.deepEqual(
    faults.map((fault) => fault.split(' ')[0]),
    ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  );
});

test('with Twilio the public address has to be known, since signatures cover it', () => {
  const { WEBHOOK_BASE_URL: _, ...halves } = TWILIO;
  assert.match(faultsOf(halves)[0] ?? '', /^WEBHOOK_BASE_URL is missing/);
  const slashed = readConfig({ ...TWILIO, WEBHOOK_BASE_URL: 'https://shop.example.com//' });
  assert.equal(slashed.webhookBaseUrl, 'https://shop.example.com');
});

test('every variable that is wrong is named at once', () => {
  const faults = faultsOf({
    PORT: 'eighty',
    NODE_ENV: 'live',
    DATABASE_URL: 'mysql://localhost',
    WEBHOOK_BASE_URL: 'shop.example.com',
    ENCRYPTION_KEY: 'short',
    ADMIN_API_KEY: 'short',
    MESSAGE_RETRY_ATTEMPTS: '-1',
  });
  const named = faults.map((fault) => fault.split(' ')[0] ?? '').toSorted();
  assert.deepEqual(named, [
    'ADMIN_API_KEY',
    'DATABASE_URL',
    'ENCRYPTION_KEY',
    'MESSAGE_RETRY_ATTEMPTS',
    'NODE_ENV',
    'PORT',
    'WEBHOOK_BASE_URL',
  ]);
});

test('whatever is wrong with a variable is said in words, with what it may be', () => {
  const texts = /^(LOG_DIR|DATA_DIR|.*_(KEY|TOKEN|NUMBER|INDEX)|OPENAI_MODEL_.*)$/;
  for (const name of Object.keys(variables)) {
    for (const value of ['no such value!', '-1', '99999999999999999999', '1.5']) {
      const env = name.startsWith('TWILIO_') ? { ...TWILIO, [name]: value } : { [name]: value };
      const faults = faultsOf(env).filter((fault) => fault.startsWith(`${name} `));
      const fits = (name.endsWith('_URL') || name.endsWith('_HOST')) && value !== 'no such value!';
      const isFree = (texts.test(name) && !/^(ADMIN_API|ENCRYPTION)_KEY$/.test(name)) || fits;
      if (name === 'HOST' || isFree) continue;
      assert.equal(
        faults.length,
        name === 'ADMIN_API_KEY' && value.length > 15 ? 0 : 1,
        `${name}=${value}`,
      );
      assert.match(faults.join(), /^$|^\w+ must /, name);
      assert.doesNotMatch(faults.join(), /invalid|expected|received|NaN|regex|pattern|option:/i);
    }
  }
});

test('a port, a level and a switch say what they may be', () => {
  const faults = faultsOf({
    PORT: '99999',
    LOG_LEVEL: 'foo',
    REGISTRATION_BY_WHATSAPP: 'yes',
    HOST: 'a b',
  });
  assert.deepEqual(faults, [
    'PORT must be a whole number from 1 to 65535',
    'HOST must be an address of this machine: 127.0.0.1 for itself only, 0.0.0.0 for all that it has',
    'LOG_LEVEL must be debug, info, warn or error',
    'REGISTRATION_BY_WHATSAPP must be on or off',
  ]);
});

test('the key may be left out only where nothing can stand between', () => {
  const isKeyless = (env: NodeJS.ProcessEnv) => readConfig(env).isKeylessHere;
  for (const env of [{}, { HOST: '::1' }, { HOST: 'localhost' }])
    assert.equal(isKeyless(env), true);
  const others = [
    { WEBHOOK_BASE_URL: 'https://shop.example.com' },
    { HOST: '0.0.0.0' },
    { HOST: '192.168.1.5' },
    { TRUST_PROXY: '1' },
    TWILIO,
  ];
  for (const env of others) assert.equal(isKeyless(env), false, JSON.stringify(env));
});

test('what was set for the command that started the server is said before the next ones', () => {
  assert.equal(givenByCommand({ PATH: '/bin' }), '');
  const env = { PORT: '4100', DATA_DIR: "/tmp/Ann's data", HOST: ' ' };
  assert.equal(givenByCommand(env), "PORT=4100 DATA_DIR='/tmp/Ann'\\''s data' ");
});

test('no secret is repeated in a complaint about it', () => {
  const faults = faultsOf({ ADMIN_API_KEY: 'hush', ENCRYPTION_KEY: 'hushhush' });
  assert.equal(faults.length, 2);
  assert.doesNotMatch(faults.join('\n'), /hush/);
});

for (const role of ['web', 'worker', 'release'] as Process[]) {
  test(`${role} alone does not start on the embedded database, which serves one process`, () => {
    assert.match(faultsOf({}, role)[0] ?? '', new RegExp(`^DATABASE_URL is needed by the ${role}`));
    assert.deepEqual(faultsOf({ DATABASE_URL: 'postgres://x' }, role), []);
  });
}

test('.env.example is what "npm run env-example" writes', async () => {
  const written = await readFile(join(import.meta.dirname, '../.env.example'), 'utf8');
  assert.equal(written, envExample(), 'It is stale: run "npm run env-example".');
});

test('.env.example names each variable once with its default, and sets nothing as it stands', () => {
  assert.deepEqual(parseEnv(envExample()), {});
  const set = parseEnv(envExample().replaceAll(/^# (?=[A-Z_]+=)/gm, ''));
  assert.deepEqual(Object.keys(set).toSorted(), Object.keys(variables).toSorted());
  assert.equal(envExample().match(/^# PORT=3000$/gm)?.length, 1);
  assert.deepEqual(readConfig(set), readConfig({}));
  assert.doesNotMatch(envExample(), /undefined/);
});

/** Judged by the configuration itself, which refuses a project without its connection string. */
const JUDGED = ['SUPABASE_URL'];

/** With these the vendors are set, so that their other variables show. */
const VENDORS = {
  ...TWILIO,
  OPENAI_API_KEY: 'sk',
  PINECONE_API_KEY: 'pc',
  DATABASE_URL: 'postgres://x',
  SUPABASE_URL: 'https://x.supabase.co',
};
const OTHER_VALUES: Record<string, string> = {
  NODE_ENV: 'production',
  LOG_LEVEL: 'debug',
  REGISTRATION_BY_WHATSAPP: 'on',
  DATABASE_URL: 'postgresql://other',
  HOST: '0.0.0.0',
  TRUST_PROXY: '1',
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_OWNER_QUESTION_CONTENT_SID: `HX${'1'.repeat(32)}`,
  ADMIN_API_KEY: 'k'.repeat(16),
  ENCRYPTION_KEY: KEY,
  ENCRYPTION_KEYS_OLD: KEY,
  SUPPRESSION_KEY: KEY,
};

test('each variable is read somewhere in the product', async () => {
  let source = '';
  for await (const path of glob(join(import.meta.dirname, '../src/**/*.ts'))) {
    if (!path.endsWith('src/config.ts')) source += await readFile(path, 'utf8');
  }
  for (const name of Object.keys(variables).filter((one) => !JUDGED.includes(one))) {
    const other = OTHER_VALUES[name] ?? (/URL|HOST/.test(name) ? 'https://other.example' : '4711');
    const given = name === 'NODE_ENV' ? OTHER_VALUES : {};
    const [usual, changed] = [{}, { [name]: other }].map((more) =>
      leaves(readConfig({ ...VENDORS, ...given, NODE_ENV: 'test', ...more })),
    );
    const own = [...(changed ?? [])].filter(([path, value]) => usual?.get(path) !== value);
    assert.ok(own.length > 0, `${name} changes nothing`);
    const isRead = own.some(([path]) => new RegExp(`\\b${path.split('.').at(-1)}\\b`).test(source));
    assert.ok(isRead, `${name} is read nowhere`);
  }
});

/** Each value of the configuration by its path. */
function leaves(value: object, at = ''): Map<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([name, inner]): [string, unknown][] =>
      typeof inner === 'object' && inner !== null
        ? [...leaves(inner as object, `${at}${name}.`)]
        : [[at + name, inner]],
    ),
  );
}

function faultsOf(env: NodeJS.ProcessEnv, role: Process = 'main'): string[] {
  try {
    readConfig(env, role);
    return [];
  } catch (error) {
    assert.ok(error instanceof BadConfiguration);
    const [head, ...lines] = error.message.split('\n');
    assert.equal(head, 'The configuration is not usable:');
    return lines.map((line) => line.replace(/^- /, ''));
  }
}
