import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { conversationsOf, keyOf } from '#features/inbound/people.system.ts';
import { whoHas } from '#features/inbound/who.ts';
import { confirmKey } from '#features/keys/confirm.system.ts';
import { nameAnew } from '#features/keys/names.system.ts';
import { rotateKeys } from '#features/keys/rotate.system.ts';
import { presentProcesses, readState } from '#features/keys/state.system.ts';
import { keyWatch } from '#features/keys/watch.system.ts';
import { openVault } from '#platform/crypto.ts';
import { until } from '../support/product.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const OLD = Buffer.alloc(32, 7).toString('base64');
const NEW = Buffer.alloc(32, 8).toString('base64');
const oldId = openVault(OLD).keyId;
const newId = openVault(NEW).keyId;

const worldWithBoth = async () => {
  const world = await createWorld({ vault: openVault(OLD) });
  await confirmKey(world.app);
  world.app.vault.learn(NEW);
  return world;
};

/** Every text of every table in which the key's id stands. */
async function sealedBy(world: World, id: string): Promise<string[]> {
  const tables = await world.sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'installation'`;
  const found = [];
  for (const { name } of tables) {
    const rows = await world.app.db.runAsSystem(sql`select * from ${sql.table(name)}`);
    if (JSON.stringify(rows).includes(`v1.${id}.`)) found.push(name);
  }
  return found;
}

const customers = Array.from({ length: 12 }, (_, i) => `+141555502${String(i).padStart(2, '0')}`);

describe('changing the key', () => {
  test('loses nobody who writes meanwhile, and afterwards nothing needs the former key', async () => {
    await using world = await worldWithBoth();
    await world.shop({ knows: ['We open at 9'] });
    await world.phone(OWNER).says(SHOP, '!list');
    await world.phone(ANA).says(SHOP, 'When do you open?', { ProfileName: 'Ana' });
    await world.phone(BEN).says(SHOP, 'stop');
    await world.phone(ANA).says(SHOP, 'Can I talk to a person?');
    await world.phone(ANA).says(SHOP, 'hello', { ExternalUserId: 'US.ana1' });

    let isOver = false;
    const rotating = rotateKeys(world.app, newId).finally(() => (isOver = true));
    for (let i = 0; !isOver || i < customers.length; i++) {
      const phone = customers[i % customers.length] ?? ANA;
      assert.equal(await world.phone(phone).sends(SHOP, 'When do you open?'), 200);
    }
    const rotated = await rotating;
    await world.settle();

    assert.deepEqual([rotated.from, rotated.to, rotated.unknown], [oldId, newId, 0]);
    assert.deepEqual(await sealedBy(world, oldId), []);
    world.app.vault.forget(oldId);
    const [people] = await world.sql<{ contacts: number; names: number }>`
      select (select count(*)::int from contacts) as contacts, (select count(*)::int from contact_aliases) as names`;
    assert.deepEqual(people, { contacts: customers.length + 3, names: customers.length + 4 });

    await world.phone(OWNER).says(SHOP, '!list');
    assert.match(world.phone(OWNER).heard().at(-1) ?? '', /We open at 9/);
    const told = world.phone(BEN).heard().length;
    await world.phone(BEN).says(SHOP, 'When do you open?');
    assert.equal(world.phone(BEN).heard().length, told);
    await world.phone('+14155550200').says(SHOP, 'When do you open?');
    assert.match(world.phone('+14155550200').heard().at(-1) ?? '', /We open at 9/);
    const [after] = await world.sql<{
      contacts: number;
    }>`select count(*)::int as contacts from contacts`;
    assert.equal(after?.contacts, customers.length + 3);
    await confirmKey({ ...world.app, vault: openVault(NEW) });
    await assert.rejects(confirmKey({ ...world.app, vault: openVault(OLD) }), /not the key/);
  });

  test('that was broken off is taken up again, and people are found in between', async () => {
    await using world = await worldWithBoth();
    await world.shop({ knows: ['We open at 9'] });
    await world.phone(ANA).says(SHOP, 'When do you open?');
    const broken = { ...world.app, db: failingAfter(world, 6) };
    await assert.rejects(rotateKeys(broken, newId), /broken off/);
    assert.ok((await readState(world.app)).rotation);
    await confirmKey({ ...world.app, vault: openVault(NEW, [OLD]) });
    await assert.rejects(confirmKey({ ...world.app, vault: openVault(NEW) }), /not the key/);
    await world.phone(ANA).says(SHOP, 'And tomorrow?');
    await rotateKeys(world.app, newId);
    assert.deepEqual(await sealedBy(world, oldId), []);
    const people = await world.sql`select from contacts`;
    assert.equal(people.length, 1);
  });

  test('waits for every process, and is refused while one of them does not know the new key', async () => {
    await using world = await worldWithBoth();
    await world.shop();
    const stale = keyWatch({ ...world.app, vault: openVault(OLD) }, { everyMs: 20 });
    stale.start();
    await until(async () => (await presentProcesses(world.app)).length === 1);
    await assert.rejects(rotateKeys(world.app, newId), /does not know the new key/);
    assert.equal((await readState(world.app)).rotation, null);
    await stale.stop();

    const other = openVault(NEW, [OLD]);
    await confirmKey({ ...world.app, vault: other });
    assert.equal(other.keyId, oldId);
    const phases: string[] = [];
    const watch = keyWatch({ ...world.app, vault: spied(other, phases) }, { everyMs: 250 });
    watch.start();
    await until(async () => (await presentProcesses(world.app)).length === 1);
    await rotateKeys(world.app, newId);
    await until(async () => other.keyId === newId && other.names('x', 'x').length === 1);
    await watch.stop();
    assert.deepEqual(phases, [`${oldId} ${newId}`, `${newId} ${oldId}`, `${newId} -`]);
    assert.deepEqual(await presentProcesses(world.app), []);
  });

  test('knows who was stored before addresses were kept beside names', async () => {
    await using world = await worldWithBoth();
    await world.shop({ knows: ['We open at 9'] });
    await world.phone(ANA).says(SHOP, 'hello');
    await world.sql`update contact_aliases set address_sealed = null`;
    await nameAnew(world.app, { from: oldId, to: newId });
    const { unknown } = await rotateKeys(world.app, newId);
    assert.equal(unknown, 0);
    await world.phone(ANA).says(SHOP, 'When do you open?');
    assert.equal((await world.sql`select from contacts`).length, 1);
  });

  test('makes one customer of who writes to processes in different phases at once', async () => {
    await using world = await worldWithBoth();
    const shop = await world.shop();
    const inPhase = (inUse: string, also: string | null) => {
      const vault = openVault(NEW, [OLD]);
      vault.turnTo({ inUse, also });
      return vault;
    };
    const phases = [
      inPhase(oldId, null),
      inPhase(oldId, newId),
      inPhase(newId, oldId),
      inPhase(oldId, newId),
      inPhase(newId, null),
    ];
    const open = async (phone: string, vault: ReturnType<typeof openVault>) => {
      const person = {
        ...{ businessId: shop, channel: 'sms' as const, ourAddress: SHOP, nameSealed: null },
        ...{ personIndex: vault.blindIndex(phone), otherIndex: null },
        theirSealed: vault.encrypt(phone),
        who: () => whoHas({ ...world.app, vault }, shop, phone),
      };
      const places = await conversationsOf(world.app.db.runAsSystem, [person], world.clock.now());
      return places.get(keyOf(person))?.contactId;
    };
    for (let i = 0; i + 1 < phases.length; i++) {
      for (const together of [phases.slice(i, i + 2), phases.slice(i, i + 2).toReversed()]) {
        const phone = `+1415555${3000 + i * 2 + (together[0] === phases[i] ? 0 : 1)}`;
        const places = await Promise.all(together.map((vault) => open(phone, vault)));
        assert.equal(new Set(places).size, 1, `phases ${i} and ${i + 1}`);
      }
    }
    assert.equal((await world.sql`select from contacts`).length, 2 * (phases.length - 1));
  });

  test('keeps the business that somebody chose at a shared number', async () => {
    await using world = await worldWithBoth();
    await world.shop({ name: 'Pizza Palace', shared: true, knows: ['We open at 9'] });
    await world.shop({
      name: 'Bike Barn',
      owner: '+14155550112',
      shared: true,
      knows: ['We open at 7'],
    });
    await world.phone(ANA).says(SHOP, 'Bike Barn');
    await rotateKeys(world.app, newId);
    await world.phone(ANA).says(SHOP, 'When do you open?');
    assert.match(world.phone(ANA).heard().at(-1) ?? '', /We open at 7/);
  });
});

/** Breaks off in the middle of everything, at its n-th statement. */
function failingAfter(world: World, statements: number): World['app']['db'] {
  let left = statements;
  const counted = <T>(work: () => Promise<T>): Promise<T> =>
    left-- > 0 ? work() : Promise.reject(new Error('broken off'));
  const { db } = world.app;
  return {
    ...db,
    runAsSystem: (statement) => counted(() => db.runAsSystem(statement)),
    asSystem: (work) => counted(() => db.asSystem(work)),
  };
}

/** Writes down each change of what is used. */
function spied(vault: ReturnType<typeof openVault>, phases: string[]) {
  return Object.assign(Object.create(vault) as typeof vault, {
    turnTo(keys: { inUse: string; also: string | null }) {
      const { epoch } = vault;
      vault.turnTo(keys);
      if (vault.epoch !== epoch) phases.push(`${keys.inUse} ${keys.also ?? '-'}`);
    },
  });
}
