import { sql } from 'kysely';
import type { AllBusinesses } from '#db/tables.ts';

/** What lives for minutes only. */
const NOT_KEPT = new Set(['rate_limit_hits']);

/** Every table, those that others point at first. */
export async function tablesInOrder(tx: AllBusinesses): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' order by 1`.execute(tx);
  const { rows: links } = await sql<{ from: string; to: string }>`
    select distinct a.relname as from, b.relname as to from pg_constraint k
    join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
    where k.contype = 'f' and a.oid <> b.oid`.execute(tx);
  const ordered: string[] = [];
  const place = (name: string) => {
    if (ordered.includes(name)) return;
    for (const { to } of links.filter(({ from }) => from === name)) place(to);
    ordered.push(name);
  };
  for (const { name } of tables) place(name);
  return ordered.filter((name) => !NOT_KEPT.has(name));
}

/** The names of the migrations that the database has. */
export async function migrationsIn(tx: AllBusinesses): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select name from kysely_migration order by name`.execute(tx);
  return rows.map(({ name }) => name);
}

/** Numbers that the database gives go on after those that are there. */
export async function continueNumbers(tx: AllBusinesses): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`.execute(tx);
  for (const { table, column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      greatest((select max(${sql.ref(column)}) from ${sql.table(table)}), 1))`.execute(tx);
  }
}
