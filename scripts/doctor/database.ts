import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrations } from '#foundation.ts';
import { pendingMigrations } from '#platform/db/migrate.ts';
import { faultOfServer, serverFacts } from '#platform/db/server.ts';
import type { Finding } from './finding.ts';
import { aside, fine, PATIENCE_MS, wrong } from './finding.ts';
import type { OurNumber } from './twilio.ts';

const ABOUT = 'Database';
const KEY = 'ENCRYPTION_KEY';
const TRANSACTION_POOLER = '6543';
const ROLES = ['frontdesk_business', 'frontdesk_system'];

const otherKey = wrong(
  KEY,
  'It is not the key that this database was made with.',
  'Set the former one again: phones, names and opt-outs belong to it.',
);

/** The embedded database belongs to the key that was made beside it; another one that is set is another one. */
export const checkEmbeddedKey = (dataDir: string, given: string | undefined): Finding[] => {
  const made = madeKey(dataDir);
  const isOther = existsSync(join(dataDir, 'database')) && made && given && made !== given;
  return isOther ? [otherKey] : [];
};

/** The key that a first start has made in its folder; undefined where it has not. */
export function madeKey(dataDir: string): string | undefined {
  const file = join(dataDir, 'encryption.key');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** The folder of the embedded database. */
export function checkEmbedded(dataDir: string): Finding {
  const home = resolve(dataDir);
  const nearest = existsSync(home) ? home : dirname(home);
  try {
    accessSync(nearest, constants.W_OK);
  } catch {
    const remedy = 'Set DATA_DIR to a folder of this user.';
    return wrong(ABOUT, `${nearest} cannot be written to.`, remedy);
  }
  return existsSync(join(home, 'database'))
    ? fine(ABOUT, `embedded, in ${home}`)
    : aside(ABOUT, `Embedded; the first start makes it in ${home}.`);
}

export type DatabaseReport = { findings: Finding[]; numbers: OurNumber[] };

/** The server of `DATABASE_URL`: reachable, new enough, up to date, and with the rights that isolation needs. */
export async function checkPostgres(
  connectionString: string,
  keyId?: string,
): Promise<DatabaseReport> {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS / 2,
    query_timeout: PATIENCE_MS / 2,
  });
  pool.on('error', () => {});
  try {
    return await examineServer(pool, connectionString, keyId);
  } catch (error) {
    return { findings: [unreachable(error)], numbers: [] };
  } finally {
    await pool.end();
  }
}

async function examineServer(
  pool: pg.Pool,
  connectionString: string,
  keyId?: string,
): Promise<DatabaseReport> {
  const dialect = new PostgresDialect({ pool });
  const facts = await serverFacts(dialect);
  const fault = faultOfServer(facts);
  const findings = [
    fault ? wrong(ABOUT, fault.what, fault.remedy) : fine(ABOUT, `PostgreSQL ${facts.version}`),
    ...checkPooler(connectionString),
  ];

  const pending = await pendingMigrations(dialect, migrations);
  findings.push(
    pending.length === 0
      ? fine('Migrations', 'up to date')
      : wrong('Migrations', `Missing: ${pending.join(', ')}.`, 'Run "npm run release".'),
  );
  if (pending.length > 0) return { findings, numbers: [] };
  const roles = await checkRoles(pool);
  if (roles.kind !== 'fine') return { findings: [...findings, roles], numbers: [] };
  const key = keyId ? await checkKey(pool, keyId) : [];
  return { findings: [...findings, roles, ...key], numbers: await numbersIn(pool) };
}

/** Nothing is kept of the key before the first start. */
async function checkKey(pool: pg.Pool, keyId: string): Promise<Finding[]> {
  const kept = `select value as id from installation where name = 'key'`;
  const [known] = (await asRole<{ id: string }>(pool, 'frontdesk_system', kept)).rows;
  if (!known) return [];
  return [known.id === keyId ? fine(KEY, 'is that of the database') : otherKey];
}

function checkPooler(connectionString: string): Finding[] {
  if (new URL(connectionString).port !== TRANSACTION_POOLER) return [];
  const fault = `Port ${TRANSACTION_POOLER} is a transaction pooler, over which LISTEN does not work.`;
  return [wrong(ABOUT, fault, 'Use the session pooler or the direct connection (port 5432).')];
}

/** Every transaction takes one of these roles on; without the right to, nothing works. */
async function checkRoles(pool: pg.Pool): Promise<Finding> {
  for (const role of ROLES) {
    try {
      await asRole(pool, role, 'select 1');
    } catch {
      const { rows } = await pool.query<{ name: string }>(
        'select quote_ident(current_user) as name',
      );
      const remedy = `As an administrator run: grant ${ROLES.join(', ')} to ${rows[0]?.name};`;
      return wrong('Roles', `The user of DATABASE_URL may not act as ${role}.`, remedy);
    }
  }
  return fine('Roles', `may act as ${ROLES.join(' and ')}`);
}

async function numbersIn(pool: pg.Pool): Promise<OurNumber[]> {
  const numbers = 'select distinct channel, address from business_numbers order by 1, 2';
  return (await asRole<OurNumber>(pool, 'frontdesk_system', numbers)).rows;
}

async function asRole<Row extends pg.QueryResultRow>(pool: pg.Pool, role: string, query: string) {
  const client = await pool.connect();
  try {
    await client.query('begin read only');
    await client.query(`select set_config('role', $1, true)`, [role]);
    return await client.query<Row>(query);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const REMEDIES: Record<string, string> = {
  '28P01': 'Correct user or password.',
  '28000': 'Correct user or password.',
  '3D000': 'Create that database, or correct its name.',
  ENOTFOUND: 'Correct the host.',
  ECONNREFUSED: 'Start PostgreSQL there, or correct host and port.',
};

function unreachable(error: unknown): Finding {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const fault = `DATABASE_URL cannot be used: ${message || code}.`;
  return wrong(ABOUT, fault, REMEDIES[code] ?? 'Check host, port, user and password in it.');
}
