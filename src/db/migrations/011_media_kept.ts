import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** Finds messages whose pictures and voice notes have been kept long enough; most messages have none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(
    db,
    `create index messages_with_media on messages (created_at, id)
      where direction = 'in' and details->'media' is not null;`,
  );
}
