import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { diskFiles } from '#adapters/files/disk.ts';
import { supabaseFiles } from '#adapters/files/supabase.ts';
import { vendorOf } from './loopback.ts';
import type { Call, Reply } from './loopback.ts';
import { filesContract } from './files.contract.ts';

async function folderFor(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'frontdesk-files-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

filesContract('files on the disk', async (t) => diskFiles(await folderFor(t)));
filesContract('files in Supabase Storage', async (t) => {
  const { url } = await vendorOf(t, storage());
  return supabaseFiles({ url, secretKey: 'sb_secret_1' });
});

/** As much of Supabase Storage as we ask of it. */
function storage() {
  const kept = new Map<string, Buffer>();
  const answers: [RegExp, (call: Call, path: string) => Reply][] = [
    [/^POST \/storage\/v1\/bucket$/, () => ({ status: 200, json: { name: 'frontdesk' } })],
    [/^POST \/storage\/v1\/object\/list\/frontdesk$/, ({ body }) => listed(kept, body)],
    [/^DELETE \/storage\/v1\/object\/frontdesk$/, ({ body }) => removed(kept, body)],
    [
      /^POST \/storage\/v1\/object\/frontdesk\/(.+)$/,
      ({ body, headers }, path) => {
        assert.equal(headers['x-upsert'], 'true');
        assert.equal(headers['content-type'], 'text/plain');
        kept.set(path, Buffer.from(body));
        return { status: 200, json: { Id: '1', Key: path } };
      },
    ],
    [
      /^GET \/storage\/v1\/object\/frontdesk\/(.+)$/,
      (_call, path) => {
        const found = kept.get(path);
        return found
          ? { status: 200, json: undefined, raw: found.toString() }
          : {
              status: 400,
              json: { statusCode: '404', error: 'not_found', message: 'Object not found' },
            };
      },
    ],
  ];
  return (call: Call): Reply => {
    assert.equal(call.headers.authorization, 'Bearer sb_secret_1');
    for (const [pattern, answer] of answers) {
      const found = pattern.exec(`${call.method} ${call.path}`);
      if (found) return answer(call, found[1] ?? '');
    }
    return { status: 404, json: { message: `${call.method} ${call.path}` } };
  };
}

function listed(kept: Map<string, Buffer>, body: string): Reply {
  const { prefix, limit } = JSON.parse(body) as { prefix: string; limit: number };
  const names = [...kept.keys()].filter((path) => path.startsWith(`${prefix}/`));
  const json = names.slice(0, limit).map((path) => ({ name: path.slice(prefix.length + 1) }));
  return { status: 200, json };
}

function removed(kept: Map<string, Buffer>, body: string): Reply {
  const { prefixes } = JSON.parse(body) as { prefixes: string[] };
  const gone = prefixes.filter((path) => kept.delete(path));
  return { status: 200, json: gone.map((name) => ({ name })) };
}

test('files on the disk are for this user only, and no path comes from outside', async (t) => {
  const folder = await folderFor(t);
  const files = diskFiles(folder);
  const id = '00000000-0000-4000-8000-000000000001';
  const given = { bytes: Buffer.from('x'), contentType: null, name: '../../x' };
  await files.put('pizza_1', id, given);
  assert.deepEqual(await readdir(join(folder, 'pizza_1')), [id]);
  assert.equal((await stat(join(folder, 'pizza_1', id))).mode & 0o777, 0o600);
  assert.equal((await stat(join(folder, 'pizza_1'))).mode & 0o777, 0o700);
  for (const [business, name] of [
    ['..', id],
    ['a/../../b', id],
    ['pizza_1', '../x'],
    ['', id],
  ] as const) {
    await assert.rejects(files.put(business, name, given), /ids of ours/);
    await assert.rejects(files.get(business, name), /ids of ours/);
  }
  await assert.rejects(async () => files.removeBusiness('..'), /ids of ours/);
});

test('Supabase Storage: a bucket that is there is used, one that cannot be made is tried again', async (t) => {
  const replies: Reply[] = [
    { status: 500, json: { statusCode: '500', message: 'down' } },
    {
      status: 400,
      json: { statusCode: '409', error: 'Duplicate', message: 'The resource already exists' },
    },
    { status: 200, json: { Key: 'x' } },
  ];
  const { url, calls } = await vendorOf(t, () => replies.shift() ?? { status: 200, json: {} });
  const files = supabaseFiles({ url, secretKey: 'sb_secret_1' });
  const given = { bytes: Buffer.from('x'), contentType: null, name: null };
  await assert.rejects(files.put('pizza_1', '1', given));
  await files.put('pizza_1', '1', given);
  assert.equal(JSON.parse(calls[1]?.body ?? '{}').public, false);
});
