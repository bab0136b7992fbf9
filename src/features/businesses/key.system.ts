import { sql } from 'kysely';
import type { App } from '#app.ts';
import { CannotStart } from '#errors.ts';

/**
 * Keeps the id of the key at the first start, and throws at every later one with another key: with it owners would be
 * strangers, and opt-outs would no longer be found. A database of before is known by an owner's sealed phone.
 */
export async function confirmKey({ db, vault }: Pick<App, 'db' | 'vault'>): Promise<void> {
  await db.runAsSystem(sql`
    insert into installation (name, value) values ('key', coalesce(
      (select split_part(phone_sealed, '.', 2) from owners limit 1), ${vault.keyId}))
    on conflict do nothing`);
  const [kept] = await db.runAsSystem(
    sql<{ id: string }>`select value as id from installation where name = 'key'`,
  );
  if (kept?.id === vault.keyId) return;
  throw new CannotStart(
    `ENCRYPTION_KEY is not the key that this database was made with (its id is ${kept?.id}, that of the given one ` +
      `${vault.keyId}): phones and names could not be read, and opt-outs would not be found. ` +
      'Set the former key again (where none is set, it is the file encryption.key in DATA_DIR).',
  );
}
