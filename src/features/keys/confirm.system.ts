import { sql } from 'kysely';
import type { App } from '#app.ts';
import { CannotStart } from '#errors.ts';
import { keysIn, readState } from './state.system.ts';

/**
 * Keeps the id of the key at the first start, turns the vault to the key that is in use, and throws where that is not
 * known here: owners would be strangers, and opt-outs would no longer be found. A database of before is known by an
 * owner's sealed phone.
 */
export async function confirmKey({ db, vault }: Pick<App, 'db' | 'vault'>): Promise<void> {
  await db.runAsSystem(sql`
    insert into installation (name, value) values ('key', coalesce(
      (select split_part(phone_sealed, '.', 2) from owners limit 1), ${vault.keyId}))
    on conflict do nothing`);
  const state = await readState({ db });
  const needed = [state.key, ...(state.rotation ? [state.rotation.from, state.rotation.to] : [])];
  const missing = needed.find((id) => !vault.keyIds.includes(id));
  if (missing === undefined) return vault.turnTo(keysIn(state));
  throw new CannotStart(
    `ENCRYPTION_KEY is not the key that this database was made with (its id is ${missing}, that of the given one ` +
      `${vault.keyId}): phones and names could not be read, and opt-outs would not be found. ` +
      'Set the former key again (where none is set, it is the file encryption.key in DATA_DIR); ' +
      'to change to a new one, set the former one as ENCRYPTION_KEYS_OLD beside it.',
  );
}

/** Keeps the id of the suppression key at the first start, and throws at every later one with another. */
export async function confirmSuppressionKey({
  db,
  suppressor,
}: Pick<App, 'db' | 'suppressor'>): Promise<void> {
  await db.runAsSystem(sql`insert into installation (name, value)
    values ('suppression_key', ${suppressor.keyId}) on conflict do nothing`);
  const [kept] = await db.runAsSystem(
    sql<{ id: string }>`select value as id from installation where name = 'suppression_key'`,
  );
  if (kept?.id === suppressor.keyId) return;
  throw new CannotStart(
    `SUPPRESSION_KEY is not the key that this database was made with (its id is ${kept?.id}, that of the given one ` +
      `${suppressor.keyId}): erased people who must not be written to would not be known again. ` +
      'Set the former key again (where none is set, it is the file suppression.key in DATA_DIR); it never changes.',
  );
}
