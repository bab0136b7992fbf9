import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import { keyIdIn } from '#platform/key.ts';
import { parseAddress } from '#platform/phones.ts';
import type { Rotation } from './state.system.ts';

type Uses = Pick<App, 'db' | 'vault'>;
type Change = Pick<Rotation, 'from' | 'to'>;

const AT_ONCE = 500;

type Alias = {
  businessId: string;
  personIndex: string;
  contactId: string;
  addressSealed: string | null;
};

/** Gives everybody a name under the new key beside the one under the former. Done again, it adds only what is missing. */
export async function nameAnew(app: Uses, change: Change): Promise<void> {
  for (let after = { businessId: '', personIndex: '' }; ;) {
    const batch = await aliasesAfter(app, after);
    const fresh = [];
    for (const alias of batch) {
      const sealed = alias.addressSealed ?? (await addressOf(app, alias, change));
      if (sealed !== null && keyIdIn(sealed) !== change.to) fresh.push({ alias, sealed });
    }
    await addNames(
      app,
      fresh.flatMap(({ alias, sealed }) => {
        const name = renamed(app, sealed, change);
        return name ? [{ ...alias, ...name }] : [];
      }),
    );
    const last = batch.at(-1);
    if (!last || batch.length < AT_ONCE) return;
    after = last;
  }
}

function renamed({ vault }: Uses, sealed: string, { to }: Change) {
  const address = vault.decrypt(sealed);
  const person = parseAddress(address)?.person;
  return person === undefined ? null : vault.nameBy(to, person, address);
}

const aliasesAfter = ({ db }: Uses, after: Pick<Alias, 'businessId' | 'personIndex'>) =>
  db.runAsSystem(sql<Alias>`
    select business_id as "businessId", person_index as "personIndex", contact_id as "contactId",
      address_sealed as "addressSealed"
    from contact_aliases where (business_id, person_index) > (${after.businessId}, ${after.personIndex})
    order by business_id, person_index limit ${AT_ONCE}`);

const addNames = ({ db }: Uses, names: readonly Alias[]) =>
  db.runAsSystem(sql`
    insert into contact_aliases (business_id, person_index, contact_id, address_sealed)
    select x."businessId", x."personIndex", x."contactId", x."addressSealed"
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb)
      as x("businessId" text, "personIndex" text, "contactId" uuid, "addressSealed" text)
    join contacts p on p.business_id = x."businessId" and p.id = x."contactId"
    order by 1, 2 on conflict do nothing`);

/** A name that was stored without its address: it is that of one of the messages, if of any. */
async function addressOf(
  { db, vault }: Uses,
  { businessId, contactId, personIndex }: Alias,
  { from }: Change,
): Promise<string | null> {
  const known = await db.runAsSystem(sql<{ sealed: string }>`
    select c.their_sealed as sealed from conversations c
      where c.business_id = ${businessId} and c.contact_id = ${contactId}
    union select m.their_sealed from messages m join conversations c on c.id = m.conversation_id
      where c.business_id = ${businessId} and c.contact_id = ${contactId}
    union select phone_sealed from owners where business_id = ${businessId} and person_index = ${personIndex}`);
  for (const { sealed } of known) {
    const address = vault.decrypt(sealed);
    const person = parseAddress(address)?.person;
    if (person !== undefined && vault.nameBy(from, person, '').personIndex === personIndex) {
      await db.runAsSystem(sql`update contact_aliases set address_sealed = ${vault.nameBy(from, person, address).addressSealed}
        where business_id = ${businessId} and person_index = ${personIndex}`);
      return sealed;
    }
  }
  return null;
}

/** Owners stand under one name, which is that of the new key from now on. */
export async function renameOwners(app: Uses, change: Change): Promise<void> {
  await app.db.asSystem(async (tx) => {
    const { rows } = await sql<{ businessId: string; id: string; sealed: string }>`
      select business_id as "businessId", id, phone_sealed as sealed from owners
      where split_part(phone_sealed, '.', 2) <> ${change.to} for no key update`.execute(tx);
    for (const { businessId, id, sealed } of rows) {
      const name = renamed(app, sealed, change);
      if (name) await renameOwner(tx, { businessId, id, ...name });
    }
  });
}

const renameOwner = (
  tx: AllBusinesses,
  owner: { businessId: string; id: string; personIndex: string; addressSealed: string },
) =>
  sql`update owners set person_index = ${owner.personIndex}, phone_sealed = ${owner.addressSealed}
    where business_id = ${owner.businessId} and id = ${owner.id}::uuid`.execute(tx);

/** Which business somebody chose at a shared number stands under the new key, too. */
export async function renameChoices(app: Uses, change: Change): Promise<void> {
  const old = await app.db.runAsSystem(sql<{ personIndex: string; sealed: string }>`
    select n.person_index as "personIndex", min(a.address_sealed) as sealed from number_choices n
    join contact_aliases a on a.person_index = n.person_index
    where split_part(a.address_sealed, '.', 2) <> ${change.to} group by 1`);
  for (const { personIndex, sealed } of old) {
    const name = renamed(app, sealed, change);
    if (!name) continue;
    await app.db.runAsSystem(sql`
      insert into number_choices (channel, our_address, person_index, business_id, chosen_at)
      select channel, our_address, ${name.personIndex}, business_id, chosen_at from number_choices
      where person_index = ${personIndex}
      on conflict (channel, our_address, person_index) do update
      set business_id = excluded.business_id, chosen_at = excluded.chosen_at
      where number_choices.chosen_at < excluded.chosen_at`);
  }
}

/** Removes the names under the former key, and gives how many people nothing but such a name was known of. */
export async function dropFormerNames({ db }: Uses, { to }: Change): Promise<number> {
  await db.runAsSystem(sql`
    delete from contact_aliases a where split_part(a.address_sealed, '.', 2) is distinct from ${to}
      and exists (select from contact_aliases b where b.business_id = a.business_id
        and b.contact_id = a.contact_id and split_part(b.address_sealed, '.', 2) = ${to})`);
  await db.runAsSystem(sql`
    delete from number_choices n where not exists
      (select from contact_aliases a where a.person_index = n.person_index)`);
  const [left] = await db.runAsSystem(sql<{ count: number }>`
    select count(*)::int as count from contact_aliases
    where split_part(address_sealed, '.', 2) is distinct from ${to}`);
  return left?.count ?? 0;
}
