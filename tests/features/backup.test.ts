import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { diskFiles } from '#adapters/files/disk.ts';
import { headOf } from '#features/backup/lines.ts';
import { confirmEmpty, confirmKeysOf, readBackup } from '#features/backup/read.system.ts';
import { writeBackup } from '#features/backup/write.system.ts';
import { openVault } from '#platform/crypto.ts';
import { openSuppressor } from '#platform/suppressor.ts';
import { everythingOf, tablesOfBusinesses } from '../isolation/two-businesses.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const home = await mkdtemp(join(tmpdir(), 'frontdesk-backup-'));
after(() => rm(home, { recursive: true, force: true }));
const path = join(home, 'everything.backup');
const DATA_DIR = join(home, 'data');
const FILE = '11111111-2222-4333-8444-555555555555';

test('what was backed up answers as before, elsewhere: opt-outs and suppressions hold, and numbers go on', async () => {
  let before: unknown;
  let shop = '';
  {
    await using world = await createWorld({ env: { DATA_DIR } });
    shop = await world.shop({ knows: ['We open at 9', 'Ünïcode “quotes” \\ and\nlines'] });
    await world.phone(OWNER).says(SHOP, '!list');
    await world.phone(ANA).says(SHOP, 'stop');
    await world.phone(BEN).says(SHOP, 'Do you have a pool?', { ProfileName: 'Ben' });
    await world.sql`insert into suppressions values (${shop}, 'h', 'sms', 'erasure', now())`;
    await world.sql`insert into entry_vectors select business_id, id, 'm 2', '{0.1,-3e-7}' from entries`;
    const bytes = Buffer.from('a menu');
    await diskFiles(join(DATA_DIR, 'files')).put(shop, FILE, {
      bytes,
      contentType: null,
      name: null,
    });
    const written = await writeBackup(world.app, path);
    assert.equal(written.files, 1);
    before = await everythingOf(world, shop);
    await assert.rejects(confirmEmpty(world.app), /not empty/);
  }
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.doesNotMatch(gunzipSync(await readFile(path)).toString(), /4155550122|4155550133/);

  await using world = await createWorld();
  await confirmEmpty(world.app);
  const head = await headOf(path);
  confirmKeysOf(head, world.app);
  assert.equal((await readBackup(world.app, path)).files, 1);
  assert.deepEqual(await everythingOf(world, shop), before);
  assert.ok((await tablesOfBusinesses(world)).length > 10);
  assert.equal(Buffer.from((await world.app.files.get(shop, FILE)) ?? []).toString(), 'a menu');

  await world.phone(BEN).says(SHOP, 'When do you open?');
  assert.match(world.phone(BEN).heard().at(-1) ?? '', /We open at 9/);
  await world.phone(ANA).says(SHOP, 'When do you open?');
  assert.deepEqual(world.phone(ANA).heard(), []);
  await world.phone(OWNER).says(SHOP, '!add We have a garden');
  assert.match(world.phone(OWNER).heard().at(-1) ?? '', /garden/);
  assert.equal((await world.sql`select from contacts`).length, 3);
});

test('a backup is refused with other keys, when it is cut off and when it is none', async () => {
  await using world = await createWorld({ env: { DATA_DIR } });
  await world.shop();
  await writeBackup(world.app, path);
  const head = await headOf(path);
  const other = Buffer.alloc(32, 1).toString('base64');
  assert.throws(
    () => confirmKeysOf(head, { ...world.app, vault: openVault(other) }),
    /encryption key/,
  );
  assert.throws(
    () => confirmKeysOf(head, { ...world.app, suppressor: openSuppressor(other) }),
    /suppression key/,
  );
  const bytes = await readFile(path);
  const lines = gunzipSync(bytes).toString().split('\n');
  const withoutOne = gzipSync(lines.toSpliced(2, 1).join('\n'));
  const cutOff = bytes.subarray(0, bytes.length - 40);
  for (const wrong of [withoutOne, cutOff, Buffer.from('hello')]) {
    await writeFile(path, wrong);
    await assert.rejects(headOf(path), /no whole backup/);
  }
  await assert.rejects(headOf(join(home, 'nothing')), /There is no file/);
});
