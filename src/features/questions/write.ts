import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { ChannelKind, Template } from '#ports.ts';

/** Something to say outside a turn of that conversation. */
export type ToWrite = {
  conversationId: string;
  channel: ChannelKind;
  ourAddress: string;
  theirSealed: string;
  kind: string;
  text: string;
  /** Numbers of the questions that it tells an owner of: a reply that quotes it answers them. */
  questions?: readonly number[];
  /** The conversation of the owner whose words these are. */
  by?: string;
  template?: Template;
  /** What a customer wrote to a person, which is passed on with it. */
  words?: string | undefined;
  /** Put in for `WHO` when it is sent: names and numbers are stored encrypted. */
  whoSealed?: string;
};

const VALID_MS = 12 * 3_600_000;

/** Queues a message to be sent and gives its id; null when they have opted out, and get none. */
export async function writeMessage(
  tx: OneBusiness,
  message: ToWrite,
  now: Date,
): Promise<string | null> {
  const { conversationId, channel, ourAddress, theirSealed, kind, text } = message;
  const { questions, by, template, words, whoSealed } = message;
  const given = JSON.stringify({ questions, by, template, words, whoSealed });
  const details = given === '{}' ? null : given;
  const { rows } = await sql<{ id: string }>`
    insert into messages (conversation_id, direction, channel, our_address, their_sealed, body, kind,
      details, state, due_at, valid_until, created_at)
    select id, 'out', ${channel}, ${ourAddress}, ${theirSealed}, ${text}, ${kind}, ${details}::jsonb,
      'queued', ${now}, ${new Date(now.getTime() + VALID_MS)}, ${now}
    from conversations c where id = ${conversationId} and not exists (select from opt_outs o
      where o.contact_id = c.contact_id and o.channel = ${channel} and o.scope = 'everything')
    returning id::text`.execute(tx);
  return rows[0]?.id ?? null;
}
