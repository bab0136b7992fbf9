import { sql } from 'kysely';
import type { App } from '#app.ts';
import { hashesOf, suppressAsOptedOut } from './suppression.system.ts';

type Uses = Pick<App, 'db' | 'vault' | 'suppressor'>;

const AT_ONCE = 200;

/** Lets go who has not been heard of for long enough; who has opted out stays so by a hash. Owners stay, and who agreed to something, while that has to be proved. */
export async function forgetAbsent(
  app: Uses,
  { businessId, before, consentBefore }: { businessId: string; before: Date; consentBefore: Date },
): Promise<void> {
  for (;;) {
    const gone = await app.db.asSystem(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select p.id from contacts p join conversations c on c.business_id = p.business_id and c.contact_id = p.id
        where p.business_id = ${businessId} and p.created_at < ${before}
          and coalesce(c.last_inbound_at, p.created_at) < ${before}
          and not exists (select from messages m where m.conversation_id = c.id)
          and not exists (select from consent_events e where e.business_id = p.business_id
            and e.contact_id = p.id and e.status = 'granted' and e.at >= ${consentBefore})
          and not exists (select from contact_aliases a join owners o
            on o.business_id = a.business_id and o.person_index = a.person_index
            where a.business_id = p.business_id and a.contact_id = p.id)
        order by p.id limit ${AT_ONCE} for update of p skip locked`.execute(tx);
      for (const { id } of rows) {
        const hashes = await hashesOf(app, tx, { businessId, contactId: id });
        await suppressAsOptedOut(tx, { businessId, contactId: id, hashes });
        await sql`delete from contacts where business_id = ${businessId} and id = ${id}::uuid`.execute(
          tx,
        );
      }
      return rows.length;
    });
    if (gone < AT_ONCE) return;
  }
}
