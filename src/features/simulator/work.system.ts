import { sql } from 'kysely';
import type { App } from '#app.ts';
import { carrierAddress } from '#features/outbound/message.ts';
import type { ChannelKind } from '#ports.ts';

/** A message to a person that the carrier never took, with the reason. */
export type Unsent = {
  id: string;
  channel: ChannelKind;
  from: string;
  body: string;
  errorCode: number | null;
  sentence: string;
  at: Date;
};

export type Work = {
  /** Something that the person can soon expect is being thought about or on its way to the carrier. */
  isWaiting: boolean;
  unsent: Unsent[];
};

type Row = { isWaiting: boolean; unsent: (Omit<Unsent, 'at'> & { at: string })[] };

const SOON_MS = 10_000;
const MOST = 50;

/** What the product has in hand for one person, over all businesses. */
export async function workFor(
  { db, clock, vault }: Pick<App, 'db' | 'clock' | 'vault'>,
  person: string,
): Promise<Work> {
  const now = clock.now();
  const soon = new Date(now.getTime() + SOON_MS);
  const [row] = await db.runAsSystem(sql<Row>`
    with theirs as (
      select distinct c.id, c.attention_due_at, c.thinking_until from contact_aliases a
      join conversations c on c.business_id = a.business_id and c.contact_id = a.contact_id
      where a.person_index = any(${vault.blindIndexes(person)})),
    unsent as (
      select m.id::text, m.channel, m.our_address as "from", m.body, m.error_code as "errorCode",
        m.error_sentence as sentence, m.created_at as at
      from messages m join theirs t on m.conversation_id = t.id
      where m.direction = 'out' and m.message_sid is null and m.error_sentence is not null
      and m.state in ('failed', 'cancelled', 'expired') order by m.id desc limit ${MOST})
    select exists (select from theirs where attention_due_at <= ${soon} or thinking_until > ${now})
      or exists (select from messages m join theirs t on m.conversation_id = t.id
        where m.state in ('sending', 'unknown') or (m.state = 'queued' and m.due_at <= ${soon}))
      as "isWaiting",
      (select coalesce(json_agg(unsent), '[]') from unsent) as unsent`);
  const { isWaiting = false, unsent = [] } = row ?? {};
  return { isWaiting, unsent: unsent.map(toUnsent) };
}

const toUnsent = (row: Row['unsent'][number]): Unsent => ({
  ...row,
  id: `unsent-${row.id}`,
  from: carrierAddress(row.channel, row.from),
  at: new Date(row.at),
});
