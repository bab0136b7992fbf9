import { sql } from 'kysely';
import type { App } from '#app.ts';

type Uses = Pick<App, 'db' | 'vault'>;

/** Names and owners have a hash beside what is sealed: they are renamed, not only sealed anew. */
const ELSEWHERE = new Set(['contact_aliases', 'owners', 'installation', 'rate_limit_hits']);
const PAGES = 64;

type Place = { table: string; columns: { name: string; type: string }[] };

/**
 * Seals everything anew that the former key has sealed, in every column that holds text, whichever feature wrote it there.
 * Page by page; what is written meanwhile moves, so that it looks again until one statement finds nothing.
 */
export async function resealAll(app: Uses, { from }: { from: string }): Promise<number> {
  const places = await placesOfText(app);
  let count = 0;
  for (const place of places) {
    while (await holds(app, place, from)) count += await resealTable(app, place, from);
  }
  return count;
}

/** The tables of this database and their columns of text, which may hold what is sealed. */
async function placesOfText({ db }: Uses): Promise<Place[]> {
  const rows = await db.runAsSystem(sql<{ table: string; name: string; type: string }>`
    select c.table_name as table, c.column_name as name, c.udt_name as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%'
      and c.udt_name in ('text', 'varchar', 'json', 'jsonb', '_text') order by 1, c.ordinal_position`);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return [...byTable]
    .filter(([table]) => !ELSEWHERE.has(table))
    .map(([table, columns]) => ({ table, columns }));
}

const ofFormer = (from: string) => `%v1.${from}.%`;

const anyHolds = ({ columns }: Place, from: string) =>
  sql.join(
    columns.map(({ name }) => sql`${sql.ref(name)}::text like ${ofFormer(from)}`),
    sql` or `,
  );

async function holds({ db }: Uses, place: Place, from: string): Promise<boolean> {
  const rows = await db.runAsSystem(
    sql`select from ${sql.table(place.table)} where ${anyHolds(place, from)} limit 1`,
  );
  return rows.length > 0;
}

async function resealTable(app: Uses, place: Place, from: string): Promise<number> {
  const [size] = await app.db.runAsSystem(sql<{ pages: number }>`
    select (pg_relation_size(${place.table}::regclass) / current_setting('block_size')::int)::int as pages`);
  let count = 0;
  for (let page = 0; page < (size?.pages ?? 0); page += PAGES) {
    count += await resealPages(app, place, { from, page });
  }
  return count;
}

async function resealPages(
  { db, vault }: Uses,
  place: Place,
  { from, page }: { from: string; page: number },
): Promise<number> {
  const sealed = new RegExp(`v1\\.${from}\\.[\\w-]+`, 'g');
  const anew = (text: string) =>
    text.replace(sealed, (token) => vault.encrypt(vault.decrypt(token)));
  const table = sql.table(place.table);
  return db.asSystem(async (tx) => {
    const { rows } = await sql<{ at: string; values: (string | null)[] }>`
      select ctid::text as at, array[${sql.join(place.columns.map(({ name }) => sql`${sql.ref(name)}::text`))}] as values
      from ${table} where ctid >= ${`(${page},0)`}::tid and ctid < ${`(${page + PAGES},0)`}::tid
        and (${anyHolds(place, from)}) for no key update`.execute(tx);
    for (const { at, values } of rows) {
      const changes = place.columns.flatMap(({ name, type }, i) => {
        const value = values[i];
        if (!value || anew(value) === value) return [];
        return [sql`${sql.ref(name)} = ${anew(value)}::${sql.raw(type)}`];
      });
      if (changes.length === 0) continue;
      await sql`update ${table} set ${sql.join(changes)} where ctid = ${at}::tid`.execute(tx);
    }
    return rows.length;
  });
}
