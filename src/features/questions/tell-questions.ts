import type { OneBusiness } from '#db/tables.ts';
import type { Phrases } from '#features/conversations/phrases.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { preview } from '#features/commands/entry-text.ts';
import { WHO } from '#features/outbound/message.ts';
import { later } from './deadline.ts';
import type { Shop } from './owners.ts';
import { sentencesFor } from './owners.ts';
import type { Due, Question } from './queries.ts';
import { askersOf, moveQuestions, questionsIn, setWithPerson } from './queries.ts';
import { LOOK_MS } from './raise.ts';
import type { FailedWay, Way } from './reach.ts';
import { tellAskers } from './tell-askers.ts';
import type { TellUses, Telling } from './tell-owner.ts';
import { tellOwner, wayTo } from './tell-owner.ts';
import { failedWays, hasJustHeard } from './told.ts';
import { LONGEST_TOLD, questionsText } from './told-lines.ts';
import { callerOf } from './who.ts';

export type At = { app: TellUses; tx: OneBusiness; shop: Shop; now: Date };
type On = At & { way: Way | null };

export const MOST_IN_A_LIST = 10;

/** One message for all questions that wait, also for those that came just now; one more for each other wish. */
export async function tellWaiting(at: At, due: readonly Due[]): Promise<void> {
  const waiting = await questionsIn(at.tx, ['waiting']);
  const isAsked = due.some(({ kind }) => kind === 'question');
  const wishes = due.filter(({ kind }) => kind !== 'question');
  await tellOwners(at, [...(isAsked ? waiting.filter(isQuestion) : []), ...wishes]);
}

/** Tells an owner of these, each on the best way on which it has not been tried in vain; where there is none, it is kept and who asked is told. */
export async function tellOwners(at: At, questions: readonly Question[]): Promise<void> {
  if (questions.length === 0) return;
  const { app, tx, shop, now } = at;
  const numbers = questions.map(({ number }) => number);
  const failed = await failedWays(tx, numbers, now);
  const onWays = new Map<string, On & { questions: Question[] }>();
  for (const question of questions) {
    const way = shop.isActive ? wayTo(app, shop, now, failedFor(failed, question)) : null;
    const key = isQuestion(question) ? keyOf(way) : question.id;
    const on = onWays.get(key) ?? { ...at, way, questions: [] };
    on.questions.push(question);
    onWays.set(key, on);
  }
  for (const { questions: together, ...on } of onWays.values()) {
    const [only] = together;
    const telling =
      only && !isQuestion(only) ? await wishOf(on, only) : tellingOf(on, together, on.way);
    await tell(on, together, telling);
  }
}

const isQuestion = ({ kind }: Question) => kind === 'question';

const failedFor = (
  failed: readonly (FailedWay & { number: number })[],
  { number }: Question,
): FailedWay[] => failed.filter((way) => way.number === number);

const keyOf = (way: Way | null) =>
  way ? `${way.owner.personIndex} ${way.channel} ${way.by}` : 'none';

/** No reply to an SMS says which message it answers. */
const canQuote = (way: Way | null) => way?.channel !== 'sms';

/** What an owner is told of these questions on that way. */
export function tellingOf({ shop }: At, questions: readonly Question[], way: Way | null): Telling {
  const shown = questions.slice(0, MOST_IN_A_LIST);
  const more = questions.length - shown.length;
  const asked = { shop: shop.name, shown, more, canQuote: canQuote(way) };
  const text = questionsText(sentencesFor(shop, way).questions, asked);
  const brief = shown.map(({ number, text: asked }) => `${number}. ${asked}`).join('; ');
  return { text, brief, questions: shown.map(({ number }) => number) };
}

async function wishOf({ app, tx, shop, way }: On, wish: Question): Promise<Telling> {
  const [asker] = await askersOf(tx, wish.id);
  const say = sentencesFor(shop, way);
  const who = asker ? callerOf(app.vault, asker, say) : say.questions.aCustomer;
  const { callBack, person, wantedPerson } = say.questions;
  const sentence = wish.kind === 'call-back' ? callBack : wish.isWithPerson ? person : wantedPerson;
  const text = sentence(
    shop.name,
    WHO,
    wish.number,
    preview(wish.text, LONGEST_TOLD),
    canQuote(way),
  );
  return { text, brief: text, questions: [wish.number], who };
}

async function tell(on: On, questions: readonly Question[], telling: Telling): Promise<void> {
  const { app, tx, shop, way, now } = on;
  const ids = questions.map(({ id }) => id);
  const messageId = way ? await tellOwner(app, tx, { shop, way, telling, now }) : null;
  if (messageId === null) return couldNotAsk(on, questions);
  await moveQuestions(tx, ids, { stage: 'telling', dueAt: later(now, LOOK_MS), messageId });
}

/** No owner was reached: customers were told that she is being asked, and must know that she was not; once, however often it is tried. */
async function couldNotAsk(at: At, questions: readonly Question[]): Promise<void> {
  const { tx } = at;
  for (const question of questions) {
    await moveQuestions(tx, [question.id], { stage: 'kept', dueAt: null });
    if (question.isWithPerson) await handBack(at, question, (say) => say.nobodyFree);
    else await tellNotAsked(at, question);
  }
}

async function tellNotAsked({ tx, shop, now }: At, question: Question): Promise<void> {
  const sentence = (say: Phrases) => say.couldNotAsk(shop.name, shop.contactPhone);
  for (const asker of await askersOf(tx, question.id)) {
    const text = sentence(phrasesIn(asker.language));
    if (await hasJustHeard(tx, asker.conversationId, text)) continue;
    await tellAskers({ tx, now }, [asker], sentence);
  }
}

/** To an owner who has not been told of these in vain. */
export async function wayOf({ app, tx, shop, now }: At, questions: readonly Question[]) {
  if (!shop.isActive) return null;
  const numbers = questions.map(({ number }) => number);
  return wayTo(app, shop, now, await failedWays(tx, numbers, now));
}

/** Gives who was with a person back to the bot, and tells them. */
export async function handBack(
  at: At,
  question: Question,
  sentence: (say: Phrases) => Phrases['nobodyFree'],
): Promise<void> {
  const { tx, shop } = at;
  const askers = await askersOf(tx, question.id);
  for (const { conversationId } of askers) await setWithPerson(tx, conversationId, null);
  await tellAskers(at, askers, (say) =>
    shop.isActive ? sentence(say)(shop.name, shop.contactPhone) : say.suspended(shop.name),
  );
}
