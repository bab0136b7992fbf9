import type { Turn } from '#features/conversations/turn.ts';
import { answerGiven, answerToQuoted, takeForwarded } from '#features/plain-words/forwarded.ts';
import { takeAgreement, takeQuestion, takeStatement } from '#features/plain-words/plainly.ts';
import { askedAbout } from '#features/documents/ask-to-save.ts';
import { takeFiles } from '#features/documents/owner-file.ts';
import { documentSentences } from '#features/documents/sentences.ts';
import { answerToSave, approve, sources } from '#features/documents/sources.ts';
import { aboutQuestions } from '#features/questions/sentences.ts';
import type { Act, CarryOut, Uses } from './act.ts';
import { answer, answerNumber, askWhetherAnswer, reply, sendKnown } from './answer.ts';
import { say } from './act.ts';
import type { Heard, NoRequest } from './hear.ts';
import { ask, list, search, show } from './look-up.ts';
import { closed, hours, open } from './opening-hours.ts';
import { help, pause, resume, stats, unanswered } from './manage.ts';
import type { CommandName } from './parse.ts';
import { meantByKeyword, nearestCommand, readNumber } from './parse.ts';
import type { Says, SendAnswer, WhichQuestion } from './pending.ts';
import { registerFurther } from './register.ts';
import { learn, saveAnswer } from './save-answer.ts';
import { sentences } from './sentences.ts';
import { bot, skip } from './skip.ts';
import { suggest } from './suggest.ts';
import { add, edit, remove, saveList, undo } from './teach.ts';

const acts: Record<CommandName, Act> = {
  ...{ help, add, list, show, edit, delete: remove, undo, search, ask },
  ...{ sources, approve },
  ...{ unanswered, answer, skip, learn, bot, stats },
  ...{ hours, closed, open, pause, resume, register: registerFurther },
};

/** Does the slow part of what an owner wants; what is left belongs into the transaction that settles the turn. */
export async function prepare(app: Uses, turn: Turn, heard: Heard): Promise<CarryOut> {
  const shops = turn.messages[0]?.details?.amongShops ?? [];
  if (shops.length > 0) return say(aboutQuestions.whichShop(shops));
  return (await answerToQuoted(app, turn, heard)) ?? carryOut(app, turn, heard);
}

async function carryOut(app: Uses, turn: Turn, heard: Heard): Promise<CarryOut> {
  switch (heard.kind) {
    case 'command':
      return acts[heard.name](app, turn, heard.text);
    case 'file':
      return takeFiles(app, turn, heard.message, heard.files);
    case 'question':
      return takeQuestion(app, turn, heard.text);
    case 'forwarded':
      return takeForwarded(app, turn, heard.text);
    case 'answer':
      return answered(app, turn, heard);
    case 'unknown':
      return suggestNearest(turn, heard);
    case 'unmarked':
      return takeUnmarked(app, turn, heard);
    case 'statement':
      return takeStatement(app, turn, heard.text);
    case 'reply':
      return reply(app, turn, heard);
    case 'may-answer':
      return askWhetherAnswer(turn, heard);
    case 'no-request':
      return say(replies[heard.what](turn));
  }
}

const takeUnmarked = (
  app: Uses,
  turn: Turn,
  { name, text }: Extract<Heard, { kind: 'unmarked' }>,
): CarryOut | Promise<CarryOut> =>
  name === 'add' && text !== ''
    ? takeStatement(app, turn, text)
    : suggest(turn, { name, text }, sentences.meantCommand(name, text));

const replies: Record<NoRequest, (turn: Turn) => string> = {
  'late-answer': (turn) => {
    const file = askedAbout(turn);
    return file ? documentSentences.tooLate(file.number) : sentences.tooLate;
  },
  greeting: ({ business }) => sentences.hello(business.name),
  thanks: () => sentences.allRight,
  'answer-to-nothing': () => sentences.nothingAsked,
  location: () => sentences.location,
  empty: () => sentences.empty,
};

function answered(
  app: Uses,
  turn: Turn,
  { open, says }: Extract<Heard, { kind: 'answer' }>,
): CarryOut | Promise<CarryOut> {
  if (open.kind === 'understood') return takeAgreement(app, turn, open, says);
  if (open.kind === 'customer-asked') return answerGiven(app, turn, open, says);
  if (open.kind === 'save-document') return answerToSave(app, turn, open, says);
  if (open.kind === 'save-list') {
    return says === 'unclear' ? say(sentences.oneOrSeparate) : saveList(turn, open, says);
  }
  if (open.kind === 'save-answer') {
    const said = turn.messages[0]?.body ?? '';
    return saveAnswer(turn, open, { says: says as 'yes' | 'no' | 'edit' | 'text', said });
  }
  if (open.kind === 'send-answer') return toWhoAsked(app, turn, { open, says });
  if (open.kind === 'which-question') return toThatQuestion(app, turn, { open, says });
  return says === 'yes' ? acts[open.name](app, turn, open.text) : say(sentences.neverMind);
}

const toWhoAsked = (
  app: Uses,
  turn: Turn,
  { open, says }: { open: SendAnswer; says: Says },
): CarryOut | Promise<CarryOut> =>
  says === 'yes' ? sendKnown(app, turn, open) : say(aboutQuestions.sentToNobody);

function toThatQuestion(
  app: Uses,
  turn: Turn,
  { open, says }: { open: WhichQuestion; says: Says },
): CarryOut | Promise<CarryOut> {
  if (says === 'no') {
    return open.isStatement ? takeStatement(app, turn, open.text) : say(sentences.neverMind);
  }
  const number = readNumber(turn.messages[0]?.body ?? '') ?? open.numbers[0] ?? 0;
  return answerNumber(app, turn, { number, text: open.text });
}

function suggestNearest(turn: Turn, { word, text }: { word: string; text: string }): CarryOut {
  const meant = meantByKeyword(word);
  if (meant) return suggest(turn, { name: meant, text: '' }, sentences.insteadOfKeyword(meant));
  const name = nearestCommand(word);
  if (!name) return say(sentences.unknownCommand(word));
  return suggest(turn, { name, text }, sentences.didYouMean(word, name));
}
