import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { startProduct, startReady } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { run } from './script.ts';

/** An address at which other machines reach this one. */
const outside = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address;

const live = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
  TWILIO_PHONE_NUMBER: '+14155550101',
  WEBHOOK_BASE_URL: 'https://shop.example.com',
};

describe('while phones are simulated', () => {
  let product: Product;
  before(async () => {
    product = await startReady();
  });

  test('nobody reaches the server but this machine, and the banner says so', async () => {
    assert.match(product.said(), new RegExp(`listens on ${product.url}, for this machine only`));
    assert.equal((await fetch(`${product.url}/api/businesses`)).status, 200);
    assert.equal(await isReached('127.0.0.1', product.port), true);
    if (outside) assert.equal(await isReached(outside, product.port), false);
  });

  test('what is proposed in the banner works as it is printed', async () => {
    const [line = '', settings = ''] = /^ +(.*)npm run seed/m.exec(product.said()) ?? [];
    const env = Object.fromEntries(
      settings.split(' ').flatMap((part) => (part ? [part.split('=') as [string, string]] : [])),
    );
    const { code, out } = await run('seed.ts', [], { env });
    assert.equal(code, 0, line);
    assert.match(out, /Bella Napoli/);
    assert.match(product.said(), new RegExp(`^ +${settings}npm run chat`, 'm'));
  });

  test('a second server at the same port, or at an address that this machine does not have, says so', async () => {
    const taken = await startProduct({ env: { PORT: product.port } });
    assert.equal(await taken.ended, 1);
    assert.match(taken.said(), new RegExp(`^Port ${product.port} is in use`));
    const elsewhere = await startProduct({ env: { HOST: '192.0.2.1' } });
    assert.equal(await elsewhere.ended, 1);
    assert.match(elsewhere.said(), /^HOST is 192\.0\.2\.1, which is no address of this machine/);
  });

  test('vectors cannot be rebuilt beside the server that has the database open: that is said in a sentence', async () => {
    const { code, err } = await run('reindex.ts', [], { env: { DATA_DIR: product.dataDir } });
    assert.equal(code, 1);
    assert.match(err, /^Another Frontdesk is already running on the data in .*stop it first/);
    assert.doesNotMatch(err, /\n {4}at /);
  });

  test('a wish to stop that comes twice, as from a terminal and from npm, is one', async () => {
    product.child.kill('SIGINT');
    product.child.kill('SIGINT');
    assert.equal(await product.ended, 0);
    assert.match(product.said(), /stopped/);
  });
});

describe('a server that others can reach', () => {
  let product: Product;
  before(async () => {
    product = await startReady({ command: ['npm', 'start'], env: { HOST: '0.0.0.0' } });
  });

  test('asks this machine for the key too', async () => {
    assert.match(product.said(), new RegExp(`listens on port ${product.port} at 0\\.0\\.0\\.0`));
    if (outside) assert.equal(await isReached(outside, product.port), true);
    assert.equal((await fetch(`${product.url}/api/businesses`)).status, 401);
    assert.equal((await fetch(`${product.url}/simulator/clock`)).status, 401);
    const [, key = ''] = /admin key +(\S+)/.exec(product.said()) ?? [];
    const headers = { authorization: `Bearer ${key}` };
    assert.equal((await fetch(`${product.url}/api/businesses`, { headers })).status, 200);
  });

  test('SIGINT to npm start ends it cleanly', () => endsCleanly(product, 'SIGINT'));
});

describe('with Twilio', () => {
  let product: Product;
  before(async () => {
    product = await startReady({
      command: ['npm', 'start'],
      env: {
        ...live,
        TWILIO_WHATSAPP_NUMBER: '+14155550100',
        ADMIN_API_KEY: 'a-key-of-the-operator',
      },
    });
  });

  test('it listens at every address, and names the webhook of each channel', async () => {
    assert.match(product.said(), /listens on port \d+ at every address/);
    assert.match(product.said(), /shop\.example\.com\/webhooks\/twilio\/whatsapp#rc=5&rp=all/);
    assert.match(product.said(), /shop\.example\.com\/webhooks\/twilio\/sms#rc=5&rp=all/);
    if (outside) assert.equal(await isReached(outside, product.port), true);
  });

  test('an admin key that somebody set is not printed', () => {
    assert.match(product.said(), /admin key +ADMIN_API_KEY is set/);
    assert.doesNotMatch(product.said(), /a-key-of-the-operator/);
  });

  test('SIGTERM to npm start ends it cleanly', () => endsCleanly(product, 'SIGTERM'));
});

test('when the database breaks off the process ends with a sentence, so that it can be started again', async () => {
  const program = join(import.meta.dirname, 'fixtures/losing-its-disk.ts');
  const product = await startProduct({ command: [process.execPath, program] });
  assert.equal(await product.ended, 1);
  assert.match(product.said(), /^error The database has stopped: .*Restart Frontdesk\.$/m);
});

test('a release without a database is told which setting is missing', async () => {
  const none = await run('migrate.ts', []);
  assert.equal(none.code, 1);
  assert.match(none.err, /- DATABASE_URL is needed by the release process/);
  const away = await run('migrate.ts', [], {
    env: { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' },
  });
  assert.equal(away.code, 1);
  assert.match(away.err, /^The database of DATABASE_URL cannot be used: .*ECONNREFUSED/);
  assert.doesNotMatch(none.err + away.err, /\n {4}at /);
});

async function endsCleanly(product: Product, signal: NodeJS.Signals) {
  product.child.kill(signal);
  await product.ended;
  assert.match(product.said(), /stopped/);
  assert.equal(await isReached('127.0.0.1', product.port), false);
}

async function isReached(host: string, port: string): Promise<boolean> {
  const socket = connect(Number(port), host);
  const reached = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(
      () => false,
      () => false,
    ),
  ]).catch(() => false);
  socket.destroy();
  return reached;
}
