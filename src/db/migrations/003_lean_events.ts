import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** An event is found by its message's id at the carrier; a second way cost an index and a check of each of them. */
const leanEvents = `
alter table message_events drop column message_id;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, leanEvents);
}
