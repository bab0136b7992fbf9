import { z } from 'zod';
import type { App } from '#app.ts';
import { hoursOfBusiness } from '#features/businesses/hours-of.ts';
import type { Business } from '#features/businesses/queries.ts';
import { withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { aboutMachine } from '#features/conversations/who-is-writing.ts';
import { withAfterHours } from '#features/hours/after-hours.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { endpoint, ok } from '#platform/http/api.ts';
import { text } from '#platform/http/reading.ts';
import type { AnswerUses } from './answer.ts';
import { answerQuestion } from './answer.ts';
import { search } from './engine/engine.ts';
import { HOURS_ID } from './knowledge-index.ts';
import { detectLanguage } from './language.ts';

type Uses = AnswerUses & Pick<App, 'db' | 'means'>;

const LONGEST_QUESTION = 2_000;
const MOST_FOUND = 50;
const tag = 'Answers';

export const answerEndpoints = (app: Uses): Endpoint[] => [searching(app), answering(app)];

const searching = (app: Uses) =>
  endpoint({
    method: 'post',
    path: '/api/businesses/:businessId/knowledge/search',
    tag,
    summary: 'Entries that fit a query, the best first.',
    params: ofBusiness,
    body: z.strictObject({
      query: text(LONGEST_QUESTION),
      limit: z.number().int().min(1).max(MOST_FOUND).default(5),
    }),
    response: z.object({
      entries: z.array(
        z.object({
          entryId: z.string(),
          text: z.string(),
          score: z.number().describe('Higher is better; to be compared within one answer.'),
        }),
      ),
      confidence: z.number().describe('That the best one answers the query.'),
    }),
  })(async ({ params: { businessId }, body: { query, limit } }) => {
    const { knowledgeVersion } = await withBusiness(app, businessId, async (_tx, known) => known);
    const { index } = await app.indexOf(businessId, knowledgeVersion);
    // One more, for the opening hours: they are searched beside the entries, but are none.
    const { hits, confidence } = search(index, query, limit + 1);
    const entries = hits
      .filter(({ id }) => id !== HOURS_ID)
      .slice(0, limit)
      .map(({ id, text: found, score }) => ({ entryId: id, text: found, score }));
    return ok({ entries, confidence });
  });

const answering = (app: Uses) =>
  endpoint({
    method: 'post',
    path: '/api/businesses/:businessId/answer',
    tag,
    summary: 'What a customer would be told, and why.',
    params: ofBusiness,
    body: z.strictObject({ question: text(LONGEST_QUESTION) }),
    response: z.object({
      answered: z.boolean(),
      answer: z.string().describe('What would be said, whether or not the answer is known.'),
      sources: z.array(z.object({ entryId: z.string(), text: z.string() })),
      confidence: z.number(),
      by: z.enum(['model', 'engine']).nullable().describe('Who wrote it; null when unanswered.'),
    }),
  })(async ({ params: { businessId }, body: { question } }) => {
    const known = await withBusiness(app, businessId, async (_tx, business) => business);
    const language = detectLanguage(question, known.defaultLanguage);
    const aboutUs = aboutMachine(question, known, language);
    if (aboutUs) return ok(withoutEntries(aboutUs));
    const reply = await answerQuestion(await app.means.within(app, businessId), {
      businessId,
      question,
      language,
      knowledgeVersion: known.knowledgeVersion,
      name: known.name,
      ...hoursOfBusiness(known),
      history: [],
    });
    const { confidence } = reply;
    if (reply.kind === 'unknown') {
      const answer = unknownTo(known, language, app.clock.now());
      return ok({ answered: false, answer, sources: [], confidence, by: null });
    }
    const sources = reply.sources.map(({ id, text: told }) => ({ entryId: id, text: told }));
    return ok({ answered: true, answer: reply.text, sources, confidence, by: reply.by });
  });

const withoutEntries = ({
  about,
  text: answer,
}: {
  about: 'identity' | 'person';
  text: string;
}) => {
  const answered = about === 'identity';
  return {
    answered,
    answer,
    sources: [],
    confidence: 1,
    by: answered ? ('engine' as const) : null,
  };
};

function unknownTo(known: Business, language: string, now: Date): string {
  const sentence = phrasesIn(language).unknown(known.contactPhone);
  return withAfterHours(sentence, hoursOfBusiness(known), { language, now });
}
