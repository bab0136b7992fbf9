import type { Dialect } from 'kysely';
import { Kysely, sql } from 'kysely';

export type ServerFacts = { version: string; versionNumber: number; encoding: string };

const OLDEST = 150_000;

/** What a PostgreSQL says of itself and of the database in it. */
export async function serverFacts(dialect: Dialect): Promise<ServerFacts> {
  const { rows } = await sql<ServerFacts>`select current_setting('server_version') as version,
    current_setting('server_version_num')::int as "versionNumber",
    current_setting('server_encoding') as encoding`.execute(new Kysely({ dialect }));
  const [facts] = rows;
  if (!facts) throw new Error('PostgreSQL says nothing of itself');
  return facts;
}

/** Why such a server cannot be used, and what to do about it; null when it can. */
export function faultOfServer({
  version,
  versionNumber,
  encoding,
}: ServerFacts): { what: string; remedy: string } | null {
  if (versionNumber < OLDEST) {
    return { what: `PostgreSQL ${version} is too old.`, remedy: 'Use 15 or later.' };
  }
  if (encoding !== 'UTF8') {
    const what = `The database keeps texts as ${encoding}, which cannot hold every language.`;
    return {
      what,
      remedy: `Make one with: create database frontdesk template template0 encoding 'UTF8';`,
    };
  }
  return null;
}
