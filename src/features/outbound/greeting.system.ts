import { sql } from 'kysely';

/**
 * Whoever has not got a single message of ours has not been told that a machine is writing: their first reply
 * will say so again.
 */
export const greetAgain = (conversationIds: readonly string[]) => sql`
  update contacts p set greeted_at = null from conversations c
  where c.id = any(${conversationIds}::uuid[]) and p.business_id = c.business_id
    and p.id = c.contact_id and p.greeted_at is not null and not exists (
      select from messages m where m.conversation_id = c.id and m.direction = 'out'
      and m.state in ('queued', 'sending', 'unknown', 'handed-over')
      and coalesce(m.carrier_status, '') not in ('failed', 'undelivered', 'canceled'))`;
