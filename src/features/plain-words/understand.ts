import type { App } from '#app.ts';
import type { Hit } from '#features/answers/engine/engine.ts';
import { search } from '#features/answers/engine/engine.ts';
import type { KnowledgeIndex } from '#features/answers/knowledge-index.ts';
import { HOURS_ID } from '#features/answers/knowledge-index.ts';
import type { CommandName } from '#features/commands/parse.ts';
import { commands } from '#features/commands/parse.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { dayAt, daysAfter, isDay, midnightOf } from '#platform/days.ts';
import { within } from '#platform/http/deadline.ts';
import type { Understood } from '#ports.ts';
import type { Meaning } from './meaning.ts';
import { plainMeaning } from './meaning.ts';
import type { Replaced } from './replaces.ts';
import { replaces } from './replaces.ts';

export type Understanding =
  Stated | { kind: 'question' | 'chat' } | { kind: 'command'; name: CommandName; text: string };

/** `said` are the owner's words, `changes` the entries that the statement may replace. */
export type Stated = { kind: 'statement'; said: string; meaning: Meaning; changes: Replaced[] };

type Uses = Pick<App, 'understander' | 'indexOf' | 'clock' | 'log' | 'ledger'>;

const NEAREST = 8;
const PATIENCE_MS = 8_000;
const commandNames = Object.keys(commands) as CommandName[];

/** Reads what an owner wrote without a command: by the model where there is one and it is up, else as a statement by rules. */
export async function understand(app: Uses, turn: Turn, text: string): Promise<Understanding> {
  const { knowledge, hits } = await nearest(app, turn, text);
  const byRules = stated(app, turn, text, knowledge, hits);
  if (!app.understander) return byRules;
  const { businessId: id, business } = turn;
  const said = {
    text,
    entries: hits,
    commands: commandNames,
    business: { id, name: business.name, timeZone: business.timeZone },
    now: app.clock.now(),
  };
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const spent = app.ledger.spentOn(id, 'understand');
    const reading = app.understander.understand(said, signal, spent);
    const understood = await within(PATIENCE_MS, reading);
    return byModel(app, turn, understood, byRules);
  } catch (error) {
    app.log.warn('the model did not read plain words; rules do', { reason: String(error) });
    return byRules;
  }
}

/** What a text states, by rules alone. */
export async function stateOf(app: Uses, turn: Turn, text: string): Promise<Stated> {
  const { knowledge, hits } = await nearest(app, turn, text);
  return stated(app, turn, text, knowledge, hits);
}

async function nearest(app: Uses, { businessId, business }: Turn, text: string) {
  const knowledge = await app.indexOf(businessId, business.knowledgeVersion);
  const { hits } = search(knowledge.index, text, NEAREST);
  return { knowledge, hits: hits.filter(({ id }) => id !== HOURS_ID) };
}

function stated(
  app: Uses,
  turn: Turn,
  said: string,
  { index }: KnowledgeIndex,
  hits: readonly Hit[],
): Stated {
  const { home } = index.inverted;
  const meaning = plainMeaning(said, { ...placeOf(app, turn), home });
  // What holds for a while leaves alone what holds after it.
  const changes = meaning.validUntil ? [] : replaces(meaning.text, hits, home);
  return { kind: 'statement', said, meaning, changes };
}

const placeOf = ({ clock }: Uses, { business, language }: Turn) => ({
  now: clock.now(),
  timeZone: business.timeZone,
  country: business.country,
  language: language ?? business.language,
});

function byModel(app: Uses, turn: Turn, understood: Understood, byRules: Stated): Understanding {
  switch (understood.kind) {
    case 'question':
    case 'chat':
      return understood;
    case 'command': {
      const name = commandNames.find((one) => one === understood.name);
      return name ? { kind: 'command', name, text: understood.text } : byRules;
    }
    case 'unusable':
      app.log.warn('what the model made of plain words is not used', {
        reason: understood.because,
      });
      return byRules;
    case 'statement':
      return statedByModel(app, turn, understood, byRules);
  }
}

function statedByModel(
  app: Uses,
  turn: Turn,
  { text, replaces: replaced, lastDay }: Extract<Understood, { kind: 'statement' }>,
  byRules: Stated,
): Stated {
  const where = placeOf(app, turn);
  const meaning = plainMeaning(text, { ...where, home: null });
  const validUntil = meaning.validUntil ?? endAfter(lastDay, where);
  const changes = replaced ? [{ id: replaced, after: meaning.text }] : byRules.changes;
  return { ...byRules, meaning: { ...meaning, validUntil }, changes };
}

const FARTHEST_DAYS = 400;

/** The end of a day that the model names; null where there is no such day, or it is past or too far to be meant. */
function endAfter(lastDay: string | null, { now, timeZone }: { now: Date; timeZone: string }) {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(lastDay ?? '') ?? [];
  const day = { year: Number(year), month: Number(month), day: Number(date) };
  if (year === undefined || !isDay(day)) return null;
  const at = midnightOf(daysAfter(day, 1), timeZone);
  const farthest = midnightOf(daysAfter(dayAt(now, timeZone), FARTHEST_DAYS), timeZone);
  return at > now && at < farthest ? at : null;
}
