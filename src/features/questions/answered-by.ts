import type { App } from '#app.ts';
import { buildIndex, isConfident, search } from '#features/answers/engine/engine.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { later } from './deadline.ts';
import type { Question } from './queries.ts';
import { openQuestions } from './queries.ts';

const LOOKED_BACK_MS = 30 * 24 * 3_600_000;
const MOST = 10;
const NEW = 'new';

/** The open questions of customers to which the engine would answer with this, were it known. */
export async function questionsAnsweredBy(
  { db, clock, indexOf }: Pick<App, 'db' | 'clock' | 'indexOf'>,
  { businessId, business }: Turn,
  text: string,
): Promise<Question[]> {
  const since = later(clock.now(), -LOOKED_BACK_MS);
  const open = await db.asBusiness(businessId, (tx) => openQuestions(tx, { since, limit: MOST }));
  const asked = open.questions.filter(({ kind }) => kind === 'question');
  if (asked.length === 0) return [];
  const { index } = await indexOf(businessId, business.knowledgeVersion);
  const withText = buildIndex([...index.entries, { id: NEW, text }]);
  return asked.filter((question) => {
    const found = search(withText, question.text);
    return isConfident(found) && found.hits[0]?.id === NEW;
  });
}
