import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkClock } from '../../scripts/doctor/clock.ts';
import { checkDisk, checkFiles } from '../../scripts/doctor/files.ts';
import type { Finding } from '../../scripts/doctor/finding.ts';
import { examine, lineOf } from '../../scripts/doctor/finding.ts';
import { checkModels } from '../../scripts/doctor/model.ts';
import { checkPublicAddress, checkSpelling } from '../../scripts/doctor/public-address.ts';
import { checkIndex } from '../../scripts/doctor/vectors.ts';
import { vendorOf } from '../adapters/loopback.ts';
import type { Reply } from '../adapters/loopback.ts';
import { run } from './script.ts';
import { account, BASE, numbers, sender, senders, SID } from './twilio-answers.ts';

test('a first try, with nothing set, is well', async () => {
  const { code, out, err } = await run('doctor.ts', []);
  assert.deepEqual([code, err], [0, '']);
  assert.match(
    out,
    /✓ Configuration .*– Database .*– Twilio .*– OpenAI .*✓ Files .*All is well\.\n$/s,
  );
  assert.doesNotMatch(out, /✗/);
});

test('a configuration that cannot be used is told variable by variable', async () => {
  const env = { PORT: 'eighty', TWILIO_ACCOUNT_SID: `OR${'0'.repeat(32)}` };
  const { code, out, err } = await run('doctor.ts', [], { env });
  assert.deepEqual([code, err], [1, '']);
  assert.match(out, /^✗ PORT .*\n✗ TWILIO_ACCOUNT_SID is an organisation SID/);
});

test('each fault of a live set-up has its line with what to do, and the doctor ends with 1', async (t) => {
  const vendor = await vendorOf(t, ({ path }) => {
    if (path.includes('/Accounts/') && !path.includes('Incoming')) return account('active');
    if (path.includes('IncomingPhoneNumbers')) return numbers([]);
    if (path.includes('/Senders')) return senders([sender('ONLINE', 'https://old.example.com/')]);
    if (path.startsWith('/v1/models/')) return { status: 401, json: { error: {} } };
    return index(768);
  });
  const env = {
    TWILIO_ACCOUNT_SID: SID,
    TWILIO_AUTH_TOKEN: 'secret-token',
    TWILIO_WHATSAPP_NUMBER: 'whatsapp:+14155550100',
    TWILIO_PHONE_NUMBER: '+14155550101',
    TWILIO_API_BASE_URL: vendor.url,
    WEBHOOK_BASE_URL: vendor.url,
    OPENAI_API_KEY: 'sk-secret',
    OPENAI_BASE_URL: `${vendor.url}/v1`,
    PINECONE_API_KEY: 'pc-secret',
    PINECONE_CONTROLLER_HOST: vendor.url,
    DATABASE_URL: 'postgres://me:db-secret@127.0.0.1:9/shop',
  };
  const { code, out, err } = await run('doctor.ts', [], { env });
  assert.deepEqual([code, err], [1, '']);
  for (const line of [
    /^✗ Database .*ECONNREFUSED.* Start PostgreSQL there/m,
    /^✗ WEBHOOK_BASE_URL .*cannot reach 127\.0\.0\.1 from outside.* public address/m,
    /^✓ Twilio account .*active/m,
    /^✗ WhatsApp \+14155550100 .*old\.example\.com.* Set it to .*#rc=5&rp=all, POST/m,
    /^✗ SMS \+14155550101 .*no such phone number.* Console/m,
    /^✗ Answering model .*does not accept OPENAI_API_KEY/m,
    /^✗ Pinecone .*768 numbers.*1536/m,
    /^✓ Clock/m,
    /^To put right: \d+\.$/m,
  ]) {
    assert.match(out, line);
  }
  assert.doesNotMatch(out, /secret/);
});

const addresses: [string, RegExp | null][] = [
  [BASE, null],
  ['http://shop.example.com', /not HTTPS/],
  ['https://my_shop.example.com', /underscore/],
  ['https://localhost', /cannot reach localhost/],
  ['http://192.168.1.7:3000', /cannot reach 192\.168\.1\.7/],
  ['https://172.20.0.2', /cannot reach/],
  ['https://172.40.0.2', null],
  ['https://[::1]:3000', /cannot reach/],
  ['https://shop.local', /cannot reach/],
];

test('an address that Twilio cannot or should not call is called one', () => {
  for (const [address, fault] of addresses) {
    const lines = checkSpelling(address).map(lineOf);
    assert.equal(lines.length, fault ? 1 : 0, address);
    if (fault) assert.match(lines[0] ?? '', fault);
  }
});

test('at the public address this very server has to answer, with these settings', async (t) => {
  const ours = { status: 'ok', timestamp: new Date(), areSigned: true };
  const cases: [(url: string) => Reply, RegExp][] = [
    [() => ({ status: 502, json: 'Bad gateway' }), /✗ .*Something else answers.*502/],
    [() => ({ status: 200, json: { status: 'ok' } }), /✗ .*Something else answers/],
    [() => ({ status: 308, headers: { location: BASE } }), /✗ .*leads on to https:\/\/shop/],
    [() => ({ status: 200, json: { ...ours, webhooks: hooks(BASE) } }), /✗ Running server .*shop/],
    [
      (url) => ({ status: 200, json: { ...ours, webhooks: hooks(url), areSigned: false } }),
      /✗ Running server .*simulates.*Restart/,
    ],
    [
      (url) => ({ status: 200, json: { ...ours, webhooks: hooks(url) } }),
      /✓ Running server .*\n✓ Status callbacks .*\/webhooks\/twilio\/status/,
    ],
  ];
  for (const [reply, line] of cases) {
    const vendor = await vendorOf(t, ({ headers }) => reply(`http://${headers.host}`));
    const found = await checkPublicAddress(vendor.url, { isLive: true });
    assert.match(found.map(lineOf).join('\n'), line);
  }
  const [, nobody] = await checkPublicAddress('http://127.0.0.1:9', { isLive: true });
  assert.match(told(nobody), /cannot be reached \(.*\).*npm start/);
  assert.match(told((await checkPublicAddress(undefined, { isLive: false }))[0]), /^– .*Not set/);
});

test('a model that the key may not use, or that is unknown, is named', async (t) => {
  const vendor = await vendorOf(t, ({ path }) =>
    path.endsWith('/good') ? { status: 200, json: { id: 'good' } } : { status: 404, json: {} },
  );
  const found = await checkModels({
    apiKey: 'sk',
    baseUrl: `${vendor.url}/v1`,
    modelTriage: 'gpt-5.6-luna',
    modelReply: 'good',
    modelEmbed: 'misspelt',
    modelTranscribe: 'good',
  });
  const [reply = '', embed = ''] = found.map(lineOf);
  assert.match(reply, /^✓ Answering model +good/);
  assert.match(embed, /^✗ Embedding model +OpenAI knows no model misspelt\./);
});

test('an index of other dimensions, a wrong key and a missing index are told apart', async (t) => {
  const cases: [Reply, RegExp][] = [
    [index(1536), /^✓ Pinecone .*1536 numbers/],
    [index(1024), /^✗ .*vectors of 1024 numbers, but the embedding model gives 1536/],
    [{ status: 404, json: {} }, /^– .*"shop" is missing; the next start makes it/],
    [{ status: 401, json: {} }, /^✗ .*does not accept PINECONE_API_KEY/],
  ];
  for (const [reply, line] of cases) {
    const { url } = await vendorOf(t, () => reply);
    const pinecone = { apiKey: 'pc', index: 'shop', controllerHost: url };
    assert.match(told((await checkIndex(pinecone, 1536))[0]), line);
  }
  assert.match(told((await checkIndex(undefined, 1536))[0]), /^– .*Not used/);
});

test('Supabase Storage is asked whether files can be kept in it, a disk whether it has room', async (t) => {
  const cases: [Reply, RegExp][] = [
    [bucket({ public: false }), /^✓ Files .*the private bucket "frontdesk"$/],
    [bucket({ public: true }), /^✗ .*Everybody can read.* Make it private/],
    [fault(404, 'Bucket not found'), /^– .*"frontdesk" is missing; the first file makes it/],
    [fault(403, 'Invalid Compact JWS'), /^✗ .*does not accept the key: Invalid.* Copy the secret/],
    [
      { status: 404, raw: '<h1>Not Found</h1>' },
      /^✗ .*cannot be asked: Not Found\. Check SUPABASE/,
    ],
    [{ status: 200, isCut: true }, /^✗ .*cannot be asked: .*project is not paused/],
  ];
  for (const [reply, line] of cases) {
    const { url, calls } = await vendorOf(t, () => reply);
    const supabase = { url, secretKey: 'sb_secret_1' };
    assert.match(told((await checkFiles({ supabase, dataDir: '/' }))[0]), line);
    assert.deepEqual(new Set(calls.map(({ method }) => method)), new Set(['GET']));
  }
  assert.match(told(checkDisk('/nowhere/of/these', 5e10)), /^✓ .*these\/files; 46\.6 GB are free$/);
  assert.match(told(checkDisk('/tmp', 2e8)), /^✗ .*only 0\.2 GB left\. Make room/);
  assert.match(told(checkDisk('/proc/self/data')), /^✗ .*cannot be written to.*DATA_DIR/);
});

const bucket = (more: object): Reply => ({
  status: 200,
  json: { id: 'frontdesk', name: 'frontdesk', ...more },
});
const fault = (statusCode: number, message: string): Reply => ({
  status: 400,
  json: { statusCode: `${statusCode}`, error: message, message },
});

test('a clock that is a minute off is wrong', () => {
  const theirs = 'Fri, 20 Nov 2026 12:00:00 GMT';
  const after = (seconds: number) => new Date(Date.parse(theirs) + seconds * 1000);
  assert.match(lineOf(checkClock(theirs, after(3))), /^✓ Clock/);
  assert.match(lineOf(checkClock(theirs, after(90))), /^✗ .*90 s ahead.*NTP/);
  assert.match(lineOf(checkClock(theirs, after(-7200))), /^✗ .*7200 s behind/);
  assert.match(lineOf(checkClock(undefined, after(0))), /^– /);
});

test('a check that hangs or breaks has found a fault', { timeout: 5_000 }, async () => {
  const never = new Promise<Finding[]>(() => {});
  const [late] = await examine('Twilio', () => never, 20);
  assert.match(told(late), /^✗ Twilio +No answer within 0\.02 seconds/);
  const broken = await examine('Twilio', () => Promise.reject(new Error('It broke')));
  assert.match(told(broken[0]), /^✗ Twilio +It broke\. /);
});

const told = (finding: Finding | undefined) => (finding ? lineOf(finding) : '');

const index = (dimension: number): Reply => ({
  status: 200,
  json: {
    name: 'shop',
    host: 'http://127.0.0.1:9',
    status: { ready: true, state: 'Ready' },
    deployment: { deployment_type: 'managed', cloud: 'aws', region: 'us-east-1' },
    schema: { fields: { _values: { type: 'dense_vector', dimension, metric: 'cosine' } } },
    deletion_protection: 'disabled',
  },
});

const hooks = (base: string) => ({
  whatsapp: `${base}/webhooks/twilio/whatsapp`,
  sms: `${base}/webhooks/twilio/sms`,
  status: `${base}/webhooks/twilio/status`,
});
