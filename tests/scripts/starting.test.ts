import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { vendorOf } from '../adapters/loopback.ts';
import { putDatabaseInto } from '../support/prepared.ts';
import { run } from './script.ts';

async function dataFolder(t: TestContext): Promise<string> {
  const folder = await emptyFolder(t);
  await putDatabaseInto(join(folder, 'data'));
  return folder;
}

async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'frontdesk-start-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');

test('"npm run release" reads .env, and says without a stack trace what is wrong', async (t) => {
  const cwd = await emptyFolder(t);
  const without = await run('migrate.ts', [], { cwd });
  assert.equal(without.code, 1);
  assert.match(without.err, /DATABASE_URL is needed by the release process/);
  await writeFile(join(cwd, '.env'), 'DATABASE_URL=postgres://me@127.0.0.1:9/shop\n');
  const { code, err } = await run('migrate.ts', [], { cwd });
  assert.equal(code, 1);
  assert.match(err, /^The database of DATABASE_URL cannot be used: .*ECONNREFUSED/);
  assert.doesNotMatch(without.err + err, /^ +at /m);
});

test('a start with another key than that of the database says so and ends, and so does a reindexing', async (t) => {
  const cwd = await dataFolder(t);
  const env = { DATA_DIR: join(cwd, 'data'), LOG_LEVEL: 'error' };
  const first = await run('reindex.ts', [], { cwd, env: { ...env, ENCRYPTION_KEY: keyOf(1) } });
  assert.match(first.err, /^There is no vector store to rebuild/);
  for (const program of ['reindex.ts', '../src/main.ts']) {
    const { code, err } = await run(program, [], {
      cwd,
      env: { ...env, ENCRYPTION_KEY: keyOf(2) },
    });
    assert.equal(code, 1);
    assert.match(err, /^ENCRYPTION_KEY is not the key that this database was made with/);
    assert.doesNotMatch(err, /^ +at /m);
  }
});

test('a reindexing that Pinecone does not answer ends with 1 and a sentence', async (t) => {
  const cwd = await dataFolder(t);
  const pinecone = await vendorOf(t, () => ({ status: 401 }));
  const { code, out, err } = await run('reindex.ts', [], {
    cwd,
    env: {
      DATA_DIR: join(cwd, 'data'),
      LOG_LEVEL: 'error',
      OPENAI_API_KEY: 'sk-x',
      PINECONE_API_KEY: 'pc-x',
      PINECONE_CONTROLLER_HOST: pinecone.url,
    },
  });
  assert.deepEqual([code, out], [1, '']);
  assert.equal(err, 'Nothing was indexed: Pinecone does not accept PINECONE_API_KEY.\n');
});
