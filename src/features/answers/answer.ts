import type { App } from '#app.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { hoursForModel } from '#features/hours/coming.ts';
import type { HoursOfBusiness } from '#features/hours/known.ts';
import { sensitiveIn } from '#features/knowledge/sensitive.ts';
import { localMoment } from '#platform/local-moment.ts';
import type { Answerer, Passage, Spent } from '#ports.ts';
import type { Found, Hit } from './engine/engine.ts';
import { isConfident, search } from './engine/engine.ts';
import { extract } from './engine/extract.ts';
import type { Said } from './follow-up.ts';
import { restored } from './follow-up.ts';
import { replyFromHours, withComingDays } from './hours-reply.ts';
import type { Asking, KeptAnswer } from './kept-answers.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { HOURS_ID, underLabel } from './knowledge-index.ts';
import { detectLanguage } from './language.ts';
import { passagesFor } from './passages.ts';
import type { Sought } from './seek.ts';
import { withoutName } from './own-name.ts';
import { seek } from './seek.ts';
import type { WholeQuestion } from './whole-question.ts';
import { wholeQuestion } from './whole-question.ts';

export type AnswerUses = Pick<
  App,
  | 'answerer'
  | 'embedder'
  | 'vectors'
  | 'formerIndex'
  | 'indexOf'
  | 'keptAnswers'
  | 'ledger'
  | 'clock'
  | 'log'
>;
type Uses = AnswerUses;

export type Asked = HoursOfBusiness & {
  businessId: string;
  knowledgeVersion?: string;
  name: string;
  question: string;
  /** In which the product's own words around an entry are said; that of the question where it is not given. */
  language?: string | null;
  /** What was said before; it matters only for a question that leans on it. */
  history: readonly Said[];
};

/** `by` tells who wrote it; `sources` are entries of this business; `question` is the unknown one, with what it left out. */
export type Reply =
  | {
      kind: 'answered';
      text: string;
      sources: Passage[];
      confidence: number;
      by: 'model' | 'engine';
      language: string | null;
    }
  | { kind: 'unknown'; confidence: number; nearest: Passage[]; question: string };

const PATIENCE_MS = 10_000;
const PASSAGES = 8;

/** Answers from what the business has told us; what must be told to nobody, whoever wrote it there, is not known. */
export async function answerQuestion(app: Uses, asked: Asked): Promise<Reply> {
  const reply = await answerFreely(app, asked);
  if (reply.kind !== 'answered' || sensitiveIn(reply.text) === null) return reply;
  app.log.warn('an answer was held back: it holds what must be told to nobody', {
    business: asked.businessId,
  });
  const question = restored(asked.question, asked.history) ?? asked.question;
  return { kind: 'unknown', confidence: 0, nearest: [], question };
}

/**
 * From its hours where it is asked when it is open, else by the model where
 * there is one and it is up, else by the built-in engine.
 */
async function answerFreely(app: Uses, asked: Asked): Promise<Reply> {
  const knowledge = await app.indexOf(asked.businessId, asked.knowledgeVersion);
  const now = app.clock.now();
  const sought = seekFor(asked, knowledge);
  const question = restored(asked.question, asked.history) ?? asked.question;
  const fromHours = replyFromHours({ ...asked, question }, sought.found, now);
  if (fromHours) return fromHours;
  const engine = () => withComingDays(byEngine(asked, sought), asked, now);
  const { answerer } = app;
  if (!answerer || knowledge.textOf.size === 0) return engine();

  const signal = AbortSignal.timeout(PATIENCE_MS);
  const told = { ...asked, ...hoursForModel(asked, now) };
  try {
    return await byModel({ ...app, answerer }, told, knowledge, signal);
  } catch (error) {
    app.log.warn('the model did not answer; the built-in engine does', { reason: String(error) });
    return engine();
  }
}

function seekFor({ question, name, history }: Asked, { index }: KnowledgeIndex): Sought {
  const nameless = withoutName(question, name);
  const sought = seek(index, nameless, history, PASSAGES);
  return sought.question === nameless ? { ...sought, question } : sought;
}

function byEngine(asked: Asked, sought: Sought): Reply {
  const { confidence, hits, together } = sought.found;
  if (!isConfident(sought.found)) {
    return { kind: 'unknown', confidence, nearest: hits.slice(0, 3), question: sought.question };
  }
  return {
    kind: 'answered',
    text: extract(sought.question, withOwnLabel(asked, sought)),
    sources: (together ?? hits.slice(0, 1)).map(({ id, text }) => ({ id, text })),
    confidence,
    by: 'engine',
    language: null,
  };
}

/** The label before the opening hours is ours, and said in the language of the customer. */
function withOwnLabel({ question, language }: Asked, { found }: Sought): Found {
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

type ModelUses = Uses & { answerer: Answerer };
type Told = Asked & { hoursNow: string | null };

/** What the model has told before is told again; what it wrote from the talk is kept for nobody. */
async function byModel(
  app: ModelUses,
  asked: Told,
  knowledge: KnowledgeIndex,
  signal: AbortSignal,
): Promise<Reply> {
  const whole = await wholeQuestion(app, asked, signal);
  const asking = askingOf(app, asked, whole, knowledge);
  const kept = app.keptAnswers.find(asking);
  if (kept) return toldAgain(app, asked, kept, knowledge);

  const found = search(knowledge.index, whole.question, PASSAGES);
  const sought = { businessId: asked.businessId, question: whole.question };
  const passages = await passagesFor(app, sought, knowledge, found, signal);
  const { answer, model } = await ask(app, asked, whole, passages, signal);
  if (answer.kind === 'unusable') throw new Error(answer.because);
  if (answer.kind === 'unsure') {
    const { confidence } = found;
    const nearest = passages.slice(0, 3);
    return { kind: 'unknown', confidence, nearest, question: whole.question };
  }
  if (whole.history.length === 0) app.keptAnswers.keep(asking, { ...answer, model });
  return answered(answer, knowledge);
}

async function ask(
  { answerer, clock, ledger }: ModelUses,
  { businessId: id, name, hours, hoursNow, timeZone, language = null }: Told,
  { question, history }: WholeQuestion,
  passages: readonly Passage[],
  signal: AbortSignal,
) {
  let model = '';
  const note = ledger.spentOn(id, 'answer');
  const spent: Spent = (tokens) => {
    model = tokens.model;
    note(tokens);
  };
  const business = { id, name, hours, timeZone };
  const asking = {
    text: question,
    history,
    passages,
    business,
    language,
    hoursNow,
    now: clock.now(),
  };
  const answer = await answerer.answer(asking, signal, spent);
  return { answer, model };
}

const askingOf = (
  { clock }: Uses,
  { businessId, name, hours, hoursNow, timeZone, language = null }: Told,
  { question }: WholeQuestion,
  knowledge: KnowledgeIndex,
): Asking => ({
  businessId,
  name,
  hours,
  hoursNow,
  language,
  question,
  knowledge,
  ...localMoment(clock.now(), timeZone),
});

function toldAgain(
  { ledger }: Uses,
  { businessId }: Asked,
  kept: KeptAnswer,
  knowledge: KnowledgeIndex,
): Reply {
  const nothing = { input: 0, cached: 0, output: 0 };
  const { model } = kept;
  ledger.recordUsage({ ...nothing, businessId, model, purpose: 'answer', isRepeated: true });
  return answered(kept, knowledge);
}

function answered(
  { text, sources, language }: Omit<KeptAnswer, 'model'>,
  { textOf }: KnowledgeIndex,
): Reply {
  const told = sources.map((id) => ({ id, text: textOf.get(id) ?? '' }));
  return { kind: 'answered', text, sources: told, confidence: 1, by: 'model', language };
}
