import type { App } from '#app.ts';
import { hoursForModel } from '#features/hours/coming.ts';
import type { HoursOfBusiness } from '#features/hours/known.ts';
import { within } from '#platform/http/deadline.ts';
import type { Passage, VectorHit } from '#ports.ts';
import type { Found, Hit } from './engine/engine.ts';
import { isConfident, search } from './engine/engine.ts';
import { extract } from './engine/extract.ts';
import { replyFromHours, withComingDays } from './hours-reply.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { HOURS_ID, underLabel } from './knowledge-index.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { detectLanguage } from './language.ts';

type Uses = Pick<App, 'answerer' | 'embedder' | 'vectors' | 'indexOf' | 'clock' | 'log'>;

export type Asked = HoursOfBusiness & {
  businessId: string;
  knowledgeVersion?: string;
  name: string;
  question: string;
  /** In which the product's own words around an entry are said; that of the question where it is not given. */
  language?: string | null;
  history: readonly { from: 'customer' | 'bot'; text: string }[];
};

/** `by` tells who wrote it; `sources` are entries of this business. */
export type Reply =
  | {
      kind: 'answered';
      text: string;
      sources: Passage[];
      confidence: number;
      by: 'model' | 'engine';
      language: string | null;
    }
  | { kind: 'unknown'; confidence: number; nearest: Passage[] };

const PATIENCE_MS = 10_000;
/** The vector store only lends a hand: a hanging one must leave the model most of the time. */
const RETRIEVAL_MS = 2_000;
const PASSAGES = 8;

/**
 * Answers from what the business has told us: from its hours where it is asked when it is open, else by the model where
 * there is one and it is up, else by the built-in engine.
 */
export async function answerQuestion(app: Uses, asked: Asked): Promise<Reply> {
  const knowledge = await app.indexOf(asked.businessId, asked.knowledgeVersion);
  const found = search(knowledge.index, asked.question, PASSAGES);
  const now = app.clock.now();
  const fromHours = replyFromHours(asked, found, now);
  if (fromHours) return fromHours;
  const engine = () => withComingDays(byEngine(asked, found), asked, now);
  if (!app.answerer || knowledge.textOf.size === 0) return engine();

  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const passages = await passagesFor(app, asked, knowledge, found, signal);
    return await byModel(app.answerer, now, asked, passages, found, signal);
  } catch (error) {
    app.log.warn('the model did not answer; the built-in engine does', { reason: String(error) });
    return engine();
  }
}

function byEngine(asked: Asked, found: Found): Reply {
  const { confidence, hits } = found;
  if (!isConfident(found)) return { kind: 'unknown', confidence, nearest: hits.slice(0, 3) };
  return {
    kind: 'answered',
    text: extract(asked.question, withOwnLabel(asked, found)),
    sources: (found.together ?? hits.slice(0, 1)).map(({ id, text }) => ({ id, text })),
    confidence,
    by: 'engine',
    language: null,
  };
}

/** The label before the opening hours is ours, and said in the language of the customer. */
function withOwnLabel({ question, language }: Asked, found: Found): Found {
  if (!found.hits.some(({ id }) => id === HOURS_ID)) return found;
  const label = phrasesIn(language ?? detectLanguage(question)).hoursLabel;
  const labelled = (hit: Hit) =>
    hit.id === HOURS_ID ? { ...hit, text: underLabel(hit.text, label) } : hit;
  const { together } = found;
  return {
    ...found,
    hits: found.hits.map(labelled),
    ...(together && { together: together.map(labelled) }),
  };
}

async function byModel(
  answerer: NonNullable<Uses['answerer']>,
  now: Date,
  asked: Asked,
  passages: readonly Passage[],
  { confidence }: Found,
  signal: AbortSignal,
): Promise<Reply> {
  const { businessId: id, name, timeZone } = asked;
  const hours = hoursForModel(asked, now);
  const answer = await answerer.answer(
    {
      text: asked.question,
      history: asked.history,
      passages,
      business: { id, name, hours, timeZone },
      now,
    },
    signal,
  );
  if (answer.kind === 'unusable') throw new Error(answer.because);
  if (answer.kind === 'unsure')
    return { kind: 'unknown', confidence, nearest: passages.slice(0, 3) };
  const sources = passages.filter((passage) => answer.sources.includes(passage.id));
  const { text, language } = answer;
  return { kind: 'answered', text, sources, confidence: 1, by: 'model', language };
}

/** The engine's hits and those of the vector store, if it gives some in time. */
async function passagesFor(
  { embedder, vectors, log }: Uses,
  { businessId, question }: Asked,
  { textOf }: KnowledgeIndex,
  { hits }: Found,
  signal: AbortSignal,
): Promise<Passage[]> {
  const ids = new Set(hits.map(({ id }) => id));
  const nearest = async (): Promise<readonly VectorHit[]> => {
    if (!embedder || !vectors) return [];
    const [values] = await embedder.embed([question], signal);
    return values ? vectors.query(businessId, values, PASSAGES) : [];
  };
  try {
    for (const { entryId } of await within(RETRIEVAL_MS, nearest())) ids.add(entryId);
  } catch (error) {
    log.warn('the vector store did not answer', { reason: String(error) });
  }
  return [...ids].flatMap((id) => {
    const text = textOf.get(id);
    return text === undefined ? [] : [{ id, text }];
  });
}
