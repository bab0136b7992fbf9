import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { Said } from './breakers.ts';

/** What was lately between us and a customer: what `isWithinFrequency` and `isLoop` judge by. */
export type Recent = {
  /** Marketing of a week that left, or is leaving. */
  marketingAt: Date[];
  /** The last messages of some minutes, oldest first. */
  talk: Said[];
};

const WEEK_MS = 7 * 24 * 3_600_000;
const TALK_MS = 5 * 60_000;
const MOST_SAID = 12;

type Row = {
  id: string;
  marketing: string[] | null;
  talk: { from: Said['from']; text: string; at: string }[] | null;
};

/** Of many conversations in one statement, by their ids; those of which there is nothing are not among them. */
export async function recentOf(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  conversationIds: readonly string[],
): Promise<Map<string, Recent>> {
  const now = clock.now().getTime();
  const rows = await db.runAsSystem(sql<Row>`
    select c.id,
      (select json_agg(coalesce(m.handed_over_at, m.created_at)) from messages m
        where m.conversation_id = c.id and m.direction = 'out' and m.created_at > ${new Date(now - WEEK_MS)}
          and m.state in ('sending', 'unknown', 'handed-over')
          and 'marketing' in (m.purpose, m.kind)) as marketing,
      (select json_agg(json_build_object('from', case t.direction when 'in' then 'them' else 'us' end,
          'text', t.body, 'at', t.created_at) order by t.id)
        from (select id, direction, body, created_at from messages
          where conversation_id = c.id and created_at > ${new Date(now - TALK_MS)}
          order by id desc limit ${MOST_SAID}) t) as talk
    from conversations c where c.id = any(${conversationIds}::uuid[])`);
  return new Map(
    rows.map(({ id, marketing, talk }) => [
      id,
      {
        marketingAt: (marketing ?? []).map((at) => new Date(at)),
        talk: (talk ?? []).map((said) => ({ ...said, at: new Date(said.at) })),
      },
    ]),
  );
}
