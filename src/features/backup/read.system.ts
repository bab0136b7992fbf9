import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import type { Head } from './lines.ts';
import { linesOf, NoBackup } from './lines.ts';
import { continueNumbers, tablesInOrder } from './tables.system.ts';

const AT_ONCE = 200;

/** Throws a sentence unless the keys are those that the backup was made with. */
export function confirmKeysOf(
  { keyIds, suppressionKeyId }: Head,
  { vault, suppressor }: Pick<App, 'vault' | 'suppressor'>,
): void {
  const missing = keyIds.find((id) => !vault.keyIds.includes(id));
  if (missing !== undefined) {
    throw new NoBackup(
      `The backup needs the encryption key ${missing}: put the copy of it that you have kept into DATA_DIR as ` +
        'encryption.key, or set it as ENCRYPTION_KEY. Without it names and numbers cannot be read.',
    );
  }
  if (suppressionKeyId === suppressor.keyId) return;
  throw new NoBackup(
    `The backup needs the suppression key ${suppressionKeyId}: put the copy of it that you have kept into DATA_DIR as ` +
      'suppression.key, or set it as SUPPRESSION_KEY. Without it people who must not be written to would be.',
  );
}

/** Throws a sentence unless nothing is in the database yet. */
export async function confirmEmpty({ db }: Pick<App, 'db'>): Promise<void> {
  const [row] = await db.runAsSystem(sql<{ isUsed: boolean }>`
    select exists (select from businesses where kind = 'shop') or exists (select from contacts) as "isUsed"`);
  if (!row?.isUsed) return;
  throw new NoBackup(
    'The database is not empty: restore into an empty one (another DATABASE_URL, or another DATA_DIR), so that nothing is lost.',
  );
}

/** Puts every row of a backup into an empty database of the same form, all or nothing, and then its files. */
export async function readBackup(
  app: Pick<App, 'db' | 'files'>,
  path: string,
): Promise<{ rows: number; files: number }> {
  const rows = await app.db.asSystem(async (tx) => {
    for (const table of (await tablesInOrder(tx)).toReversed()) {
      await sql`delete from ${sql.table(table)}`.execute(tx);
    }
    const count = await readRows(tx, path);
    await continueNumbers(tx);
    return count;
  });
  let files = 0;
  for await (const line of linesOf(path)) {
    if (line[0] !== 'file') continue;
    const [, businessId, id, base64] = line;
    const bytes = Buffer.from(base64, 'base64');
    await app.files.put(businessId, id, { bytes, contentType: null, name: null });
    files++;
  }
  return { rows, files };
}

async function readRows(tx: AllBusinesses, path: string): Promise<number> {
  let count = 0;
  let table = '';
  let batch: Record<string, unknown>[] = [];
  const flush = async () => {
    if (batch.length > 0) await insert(tx, table, batch);
    count += batch.length;
    batch = [];
  };
  for await (const line of linesOf(path)) {
    if (line[0] !== 'row') continue;
    if (line[1] !== table || batch.length === AT_ONCE) await flush();
    table = line[1];
    batch.push(line[2]);
  }
  await flush();
  return count;
}

const insert = (tx: AllBusinesses, table: string, rows: readonly Record<string, unknown>[]) => {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
  return sql`insert into ${sql.table(table)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
};
