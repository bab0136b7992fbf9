import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import { registerByWhatsapp } from '#features/commands/register.ts';
import { LOBBY } from '#features/inbound/lobby.ts';
import { bare } from '#features/inbound/keywords.ts';
import type { Place } from '#features/inbound/people.system.ts';
import { conversationsOf, keyOf, runIn } from '#features/inbound/people.system.ts';
import type { Shop } from '#features/inbound/route.ts';
import { asksToRegister, isMenuWord } from '#features/inbound/route.ts';
import { whoIs } from '#features/inbound/who.ts';
import { chosenFromMenu, named } from './choose-shop.ts';
import { phrasesIn } from './phrases.ts';
import { settleInside } from './settle.ts';
import type { Ending, ReplyKind, Turn } from './turn.ts';

type Uses = Pick<App, 'config' | 'db' | 'clock' | 'vault' | 'suppressor' | 'wakeups' | 'channel'>;
type Told = { outcome: string; text: string };
type At = { sendToken: string; now: Date };

const LONGEST_MENU = 1_200;
const CHOICE_VALID_MS = 24 * 3_600_000;

/** On a shared number: asks which business is meant, and once that is said, hands over what was asked. */
export async function takeLobbyTurn(app: Uses, turn: Turn, sendToken: string) {
  const at = { sendToken, now: app.clock.now() };
  const registration = await registering(app, turn);
  const settled = await app.db.asSystem(async (tx) => {
    if (registration) return tell(tx, turn, registration, at);
    const shops = await shopsOnNumber(tx, turn);
    if (shops.length === 0) return tell(tx, turn, nobodyHere(turn), at);
    const chosen = chosenIn(turn, shops, at.now);
    return chosen ? handOverTo(app, tx, turn, { ...chosen, at }) : ask(tx, turn, shops, at);
  });
  app.wakeups.wake('attention_due');
  return settled;
}

/** A stranger who registers a business: the sentence to answer with. */
async function registering(app: Uses, turn: Turn): Promise<Told | null> {
  const wish = turn.messages.findLast(({ body }) => asksToRegister(body));
  if (!wish) return null;
  const name = wish.body
    .normalize('NFKC')
    .replace(/^\s*!\s*register/iu, '')
    .trim();
  const { ourAddress: number, theirSealed: ownerSealed, business } = turn;
  const language = turn.language ?? business.language;
  const text = await registerByWhatsapp(app, { name, number, ownerSealed, language });
  return { outcome: 'registered', text };
}

/** Only where strangers may register do messages come here without any business. */
const nobodyHere = (turn: Turn): Told => ({
  outcome: 'nobody-here',
  text: phrasesIn(turn.language ?? turn.business.language).noShopYet,
});

async function tell(tx: AllBusinesses, turn: Turn, { outcome, text }: Told, at: At) {
  const end = ending(turn, outcome, { kind: 'command', text });
  const settled = await settleInside(tx, { turn, ending: end, sendToken: at.sendToken }, at.now);
  return { ...settled, replies: end.replies };
}

type Chosen = { shop: Shop; choiceId: string; isQuestion: boolean };

/** The latest message that chooses: any answer once we have asked, a whole name even before. */
function chosenIn(turn: Turn, shops: readonly Shop[], now: Date): Chosen | null {
  const choose = hasBeenAsked(turn, now) ? chosenFromMenu : named;
  const choices = turn.messages.flatMap(({ id, body }) => {
    const choice = choose(body, shops);
    return choice ? [{ ...choice, choiceId: id }] : [];
  });
  return choices.at(-1) ?? null;
}

const hasBeenAsked = ({ pending }: Turn, now: Date) =>
  pending?.kind === 'which-business' && new Date(pending.expiresAt) > now;

async function shopsOnNumber(tx: AllBusinesses, { channel, ourAddress }: Turn): Promise<Shop[]> {
  const { rows } = await sql<Shop>`
    select b.id, b.name from business_numbers n join businesses b on b.id = n.business_id
    where n.channel = ${channel} and n.address = ${ourAddress} and b.kind = 'shop'
    order by b.created_at, b.id`.execute(tx);
  return rows;
}

/** The question stays open; what was asked before the choice is kept for the business chosen. */
async function ask(tx: AllBusinesses, turn: Turn, shops: readonly Shop[], at: At) {
  const say = phrasesIn(turn.language ?? turn.business.language);
  const numbered = menuOf(shops, say.moreShops);
  const isAsked = hasBeenAsked(turn, at.now);
  const expires = new Date(at.now.getTime() + CHOICE_VALID_MS);
  await sql`insert into pending_questions (business_id, conversation_id, kind, choices, asked_at, expires_at)
    values (${turn.businessId}, ${turn.conversationId}, 'which-business',
      ${JSON.stringify(shops.map(({ id }) => id))}::jsonb, ${at.now}, ${expires})
    on conflict (business_id, conversation_id) do update
    set kind = excluded.kind, choices = excluded.choices, asked_at = excluded.asked_at,
      expires_at = excluded.expires_at`.execute(tx);
  const text = isAsked ? say.notAChoice(numbered) : say.chooseShop(numbered);
  const isMenu = turn.messages.every(({ body }) => isMenuWord(body) || bare(body) === '');
  const end = ending(turn, isMenu ? 'menu' : 'asked-which', { kind: 'menu', text });
  return {
    ...(await settleInside(tx, { turn, ending: end, sendToken: at.sendToken }, at.now)),
    replies: end.replies,
  };
}

/** As many as one message holds; the others can be chosen by name. */
function menuOf(shops: readonly Shop[], more: (count: number) => string): string {
  const lines = shops.map(({ name }, i) => `${i + 1} ${name}`);
  let end = 0;
  for (let length = 0; end < lines.length; end++) {
    length += (lines[end]?.length ?? 0) + 1;
    if (length > LONGEST_MENU) break;
  }
  const rest = lines.length - end;
  return [...lines.slice(0, end), ...(rest > 0 ? [more(rest)] : [])].join('\n');
}

async function handOverTo(
  app: Uses,
  tx: AllBusinesses,
  turn: Turn,
  { shop, choiceId, isQuestion, at }: Chosen & { at: At },
) {
  const place = await placeAt(app, tx, turn, shop.id, at.now);
  if (!place) throw new Error('A conversation could not be opened');
  const say = phrasesIn(turn.language ?? turn.business.language);
  const isOptedOut = await hasOptedOut(tx, turn, shop.id, place);
  const moved = isOptedOut
    ? 0
    : await moveQuestions(tx, turn, {
        shopId: shop.id,
        place,
        answerId: isQuestion ? null : choiceId,
        now: at.now,
      });
  await sql`delete from pending_questions where business_id = ${LOBBY}
    and conversation_id = ${turn.conversationId}`.execute(tx);
  const text = isOptedOut ? say.optedOutBefore(shop.name) : say.chosen(shop.name);
  const end = ending(turn, `chose:${shop.id}`, moved > 0 ? null : { kind: 'menu', text });
  return {
    ...(await settleInside(tx, { turn, ending: end, sendToken: at.sendToken }, at.now)),
    replies: end.replies,
  };
}

/** Nothing would be answered there; it is said once here, since they asked for it by choosing. */
async function hasOptedOut(
  tx: AllBusinesses,
  { channel }: Turn,
  shopId: string,
  { contactId }: Place,
): Promise<boolean> {
  const { rows } = await sql`select from opt_outs where business_id = ${shopId}
    and contact_id = ${contactId} and channel = ${channel} and scope = 'everything'`.execute(tx);
  return rows.length > 0;
}

async function placeAt(
  app: Uses,
  tx: AllBusinesses,
  turn: Turn,
  shopId: string,
  now: Date,
): Promise<Place | undefined> {
  const { rows } = await sql<NameRow>`
    select a.person_index as "personIndex", a.address_sealed as "addressSealed", p.name_sealed as "nameSealed"
    from contact_aliases a
    join contacts p on p.business_id = a.business_id and p.id = a.contact_id
    where a.business_id = ${LOBBY} and a.contact_id = ${turn.contactId}`.execute(tx);
  const who = whoIs(app, shopId, rows);
  const person = {
    businessId: shopId,
    personIndex: who.names[0]?.personIndex ?? '',
    otherIndex: who.names[1]?.personIndex ?? null,
    who: () => who,
    nameSealed: rows[0]?.nameSealed ?? null,
    channel: turn.channel,
    ourAddress: turn.ourAddress,
    theirSealed: turn.theirSealed,
  };
  for (const { personIndex } of who.names) {
    await sql`insert into number_choices (channel, our_address, person_index, business_id, chosen_at)
      values (${turn.channel}, ${turn.ourAddress}, ${personIndex}, ${shopId}, ${now})
      on conflict (channel, our_address, person_index)
      do update set business_id = excluded.business_id, chosen_at = excluded.chosen_at`.execute(tx);
  }
  return (await conversationsOf(runIn(tx), [person], now)).get(keyOf(person));
}

type NameRow = { personIndex: string; addressSealed: string | null; nameSealed: string | null };

/** Moves what was asked around the choice into the business's conversation, as if just received there. */
async function moveQuestions(
  tx: AllBusinesses,
  turn: Turn,
  to: { shopId: string; place: Place; answerId: string | null; now: Date },
): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    with moved as (
      update messages set business_id = ${to.shopId}, conversation_id = ${to.place.conversationId},
        outcome = null
      where conversation_id = ${turn.conversationId} and direction = 'in'
        and id is distinct from ${to.answerId}::bigint
        and (outcome = 'asked-which' or (outcome is null and body <> ''))
        and created_at > ${new Date(to.now.getTime() - CHOICE_VALID_MS)}
      returning id),
    woken as (
      update conversations set channel = ${turn.channel}, our_address = ${turn.ourAddress},
        their_sealed = ${turn.theirSealed}, last_inbound_at = ${to.now},
        inbound_count = inbound_count + (select count(*) from moved),
        attention_due_at = case when exists (select from moved) then ${to.now}::timestamptz
          else attention_due_at end
      where id = ${to.place.conversationId})
    select count(*)::int as moved from moved`.execute(tx);
  return rows[0]?.moved ?? 0;
}

const ending = (
  turn: Turn,
  outcome: string,
  reply: { kind: ReplyKind; text: string } | null,
): Ending => ({
  outcome,
  replies: reply ? [reply] : [],
  throughId: turn.messages.at(-1)?.id ?? '0',
  isVoidWhenMoreWasSaid: false,
  isCounted: false,
});
