import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { KeysInUse } from '#platform/crypto.ts';

/**
 * How far a change of keys is. `both`: written with the former key, names stand under both. `switched`: written with the
 * new one, names still stand under both. `leaving`: nothing is written or looked for under the former one any more.
 */
export type Phase = 'both' | 'switched' | 'leaving';
export type Rotation = { from: string; to: string; phase: Phase };
export type KeyState = { key: string; rotation: Rotation | null };

type Row = { name: string; value: string };

const toState = (rows: readonly Row[]): KeyState => {
  const valueOf = (wanted: string) => rows.find(({ name }) => name === wanted)?.value;
  const rotation = valueOf('key_rotation');
  return {
    key: valueOf('key') ?? '',
    rotation: rotation === undefined ? null : (JSON.parse(rotation) as Rotation),
  };
};

/** What every process must do at such a state. */
export function keysIn({ key, rotation }: KeyState): KeysInUse {
  if (!rotation) return { inUse: key, also: null };
  const { from, to, phase } = rotation;
  if (phase === 'both') return { inUse: from, also: to };
  return { inUse: to, also: phase === 'switched' ? from : null };
}

export async function readState({ db }: Pick<App, 'db'>): Promise<KeyState> {
  return toState(
    await db.runAsSystem(
      sql<Row>`select name, value from installation where name in ('key', 'key_rotation')`,
    ),
  );
}

/** Sets how far it is, with the key in use, in one transaction; null ends it. */
export async function writeState({ db }: Pick<App, 'db'>, state: KeyState): Promise<void> {
  await db.asSystem(async (tx) => {
    await sql`update installation set value = ${state.key} where name = 'key'`.execute(tx);
    await (
      state.rotation
        ? sql`insert into installation (name, value) values ('key_rotation', ${JSON.stringify(state.rotation)})
          on conflict (name) do update set value = excluded.value`
        : sql`delete from installation where name = 'key_rotation'`
    ).execute(tx);
  });
}

/** What a process has said of itself lately: the keys that it knows, and the state that it acts by. */
export type Present = { keys: string[]; phase: Phase | null };

const GONE_AFTER = '30 seconds';
const PROCESS = 'process ';

/** Says that this process lives and what it acts by, and reads the state. Times are the database's: processes may differ. */
export async function report(
  { db, vault }: Pick<App, 'db' | 'vault'>,
  processId: string,
  phase: Phase | null,
): Promise<KeyState> {
  const present: Present = { keys: [...vault.keyIds], phase };
  return toState(
    await db.runAsSystem(sql<Row>`
      with said as (insert into installation (name, value)
        values (${PROCESS + processId}, (${JSON.stringify(present)}::jsonb || jsonb_build_object('at', now()))::text)
        on conflict (name) do update set value = excluded.value)
      select name, value from installation where name in ('key', 'key_rotation')`),
  );
}

export const leave = ({ db }: Pick<App, 'db'>, processId: string) =>
  db.runAsSystem(sql`delete from installation where name = ${PROCESS + processId}`);

/** The processes that have said something lately. */
export async function presentProcesses({ db }: Pick<App, 'db'>): Promise<Present[]> {
  const rows = await db.runAsSystem(sql<{ value: string }>`
    with gone as (delete from installation where starts_with(name, ${PROCESS})
      and (value::jsonb->>'at')::timestamptz <= now() - ${GONE_AFTER}::interval)
    select value from installation where starts_with(name, ${PROCESS})
      and (value::jsonb->>'at')::timestamptz > now() - ${GONE_AFTER}::interval`);
  return rows.map(({ value }) => JSON.parse(value) as Present);
}
