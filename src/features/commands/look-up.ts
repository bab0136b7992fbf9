import type { OneBusiness } from '#db/tables.ts';
import { answerQuestion } from '#features/answers/answer.ts';
import type { Reply } from '#features/answers/answer.ts';
import { search as searchIndex } from '#features/answers/engine/engine.ts';
import type { KnowledgeIndex } from '#features/answers/knowledge-index.ts';
import { HOURS_ID } from '#features/answers/knowledge-index.ts';
import { detectLanguage } from '#features/answers/language.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { aboutMachine } from '#features/conversations/who-is-writing.ts';
import { withAfterHours } from '#features/hours/after-hours.ts';
import { entryIds, findEntries } from '#features/knowledge/queries.ts';
import type { Act, CarryOut, Uses } from './act.ts';
import { say } from './act.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { foundText, pageText, shownText } from './entry-lines.ts';
import { preview } from './entry-text.ts';
import { numberedEntry } from './facts.ts';
import { currentView, numberFor, pick } from './numbers.ts';
import { readNumber, unquoted } from './parse.ts';
import { findView, saveView } from './queries.ts';

const PAGE = 10;
const MOST_FOUND = 50;

export const list: Act = (_app, turn, text) => {
  const { conversationId } = turn;
  const sentences = sentencesTo(turn).commands;
  const page = text === '' ? 1 : readNumber(text);
  if (page === null) return say(sentences.howToList(preview(text, 60)));
  return async (tx, now) => {
    const ids = await entryIds(tx);
    const pages = Math.ceil(ids.length / PAGE);
    if (pages === 0) return sentences.nothingYet;
    if (page < 1 || page > pages) {
      return pages === 1 ? sentences.onlyOnePage : sentences.noSuchPage(pages);
    }
    const { deleted } = await findView(tx, conversationId);
    await saveView(tx, conversationId, { listed: ids, deleted });
    const from = (page - 1) * PAGE;
    const shown = await findEntries(tx, ids.slice(from, from + PAGE));
    const entries = shown.map((entry) =>
      numberedEntry(turn, entry, { number: ids.indexOf(entry.id) + 1, now }),
    );
    return pageText(sentences, { entries, total: ids.length, page, pages });
  };
};

export const show: Act = (_app, turn, text) => {
  const sentences = sentencesTo(turn).commands;
  const number = readNumber(text);
  if (number === null) return say(sentences.howToPick('show'));
  return async (tx, now) => {
    const picked = await pick(tx, turn, number);
    if (picked.kind === 'none') return picked.sentence;
    await saveView(tx, turn.conversationId, picked.view);
    return shownText(sentences, numberedEntry(turn, picked.entry, { number, now }));
  };
};

/** Shows the numbers that the whole list has. */
export const search: Act = async (app, turn, text) => {
  const sentences = sentencesTo(turn).commands;
  const words = unquoted(text);
  if (words === '') return say(sentences.howToSearch);
  const knowledge = await app.indexOf(turn.businessId, turn.business.knowledgeVersion);
  const ids = findWords(knowledge, words);
  return async (tx, now) => {
    const found = await findEntries(tx, ids);
    if (found.length === 0) return sentences.notFound(preview(words));
    const view = await currentView(tx, turn.conversationId);
    const entries = found
      .slice(0, PAGE)
      .map((entry) => numberedEntry(turn, entry, { number: numberFor(view, entry.id), now }));
    await saveView(tx, turn.conversationId, view);
    return foundText(sentences, entries, found.length);
  };
};

/** Entries that contain every word, best first; where there is none, those that the engine finds near. */
function findWords({ index, textOf }: KnowledgeIndex, words: string): string[] {
  const wanted = plain(words).split(' ');
  const near = searchIndex(index, words, MOST_FOUND).hits.map(({ id }) => id);
  const exact = [...textOf]
    .map(([id, text]) => ({ id, said: plain(text) }))
    .filter(({ said }) => wanted.every((word) => said.includes(word)))
    .map(({ id }) => id);
  const ranked = [...near.filter((id) => exact.includes(id)), ...exact];
  const found = exact.length > 0 ? [...new Set(ranked)] : near;
  return found.filter((id) => id !== HOURS_ID);
}

/** In lower case and without Latin accents. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();

export const ask: Act = (app, turn, text) => {
  const question = unquoted(text);
  return question === ''
    ? say(sentencesTo(turn).commands.howToAsk)
    : askAsCustomer(app, turn, question);
};

async function askAsCustomer(app: Uses, turn: Turn, question: string): Promise<CarryOut> {
  const { told, whereFrom: source } = await answerFor(app, turn, question);
  const sentences = sentencesTo(turn).commands;
  return async (tx) => {
    const parts = [
      `${sentences.toldCustomer}\n${told ?? unknownTo(turn, question, app.clock.now())}`,
      await source(tx),
      ...(told === null ? [sentences.teachAnswer] : []),
      ...(turn.business.isPaused ? [sentences.whilePaused] : []),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
  };
}

export type AnswerFor = {
  /** Null where we do not know. */
  told: string | null;
  /** The sentences that say which entries it comes from, or is nearest to. */
  whereFrom: (tx: OneBusiness) => Promise<string>;
};

/** What a customer would be told. */
export async function answerFor(app: Uses, turn: Turn, question: string): Promise<AnswerFor> {
  const { businessId, business } = turn;
  const { name, hours, specialDays, country, timeZone, knowledgeVersion } = business;
  const about = { businessId, name, hours, specialDays, country, timeZone, knowledgeVersion };
  const language = detectLanguage(question, business.language);
  const aboutUs = aboutMachine(question, business, language);
  if (aboutUs) return { told: aboutUs.text, whereFrom: () => Promise.resolve('') };
  const reply = await answerQuestion(app, { ...about, question, language, history: [] });
  return {
    told: reply.kind === 'answered' ? reply.text : null,
    whereFrom: (tx) => whereFrom(tx, turn, reply),
  };
}

function unknownTo({ business }: Turn, question: string, now: Date) {
  const language = detectLanguage(question, business.language);
  const sentence = phrasesIn(language).unknown(business.contactPhone);
  return withAfterHours(sentence, business, { language, now });
}

async function whereFrom(tx: OneBusiness, turn: Turn, reply: Reply): Promise<string> {
  const { conversationId } = turn;
  const sentences = sentencesTo(turn).commands;
  const passages = reply.kind === 'answered' ? reply.sources : reply.nearest.slice(0, 1);
  const view = await currentView(tx, conversationId);
  const found = await findEntries(
    tx,
    passages.map(({ id }) => id).filter((id) => id !== HOURS_ID),
  );
  const tell = reply.kind === 'unknown' ? sentences.nearest : sentences.fromEntry;
  const entries = found.map(({ id, text }) => tell(numberFor(view, id), preview(text)));
  if (entries.length > 0) await saveView(tx, conversationId, view);
  const isFromHours = reply.kind !== 'unknown' && passages.some(({ id }) => id === HOURS_ID);
  return [...entries, ...(isFromHours ? [sentences.fromHours] : [])].join('\n');
}
