import type { Turn } from '#features/conversations/turn.ts';
import { answerGiven, answerToQuoted, takeForwarded } from '#features/plain-words/forwarded.ts';
import { takeAgreement, takeQuestion, takeStatement } from '#features/plain-words/plainly.ts';
import { askedAbout } from '#features/documents/ask-to-save.ts';
import { takeFiles } from '#features/documents/owner-file.ts';
import { answerToSave, approve, sources } from '#features/documents/sources.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import type { Act, CarryOut, Uses } from './act.ts';
import { answer, answerNumber, askWhetherAnswer, reply, sendKnown } from './answer.ts';
import { say } from './act.ts';
import { preview } from './entry-text.ts';
import type { Heard, NoRequest } from './hear.ts';
import { ask, list, search, show } from './look-up.ts';
import { closed, hours, open } from './opening-hours.ts';
import { help, pause, resume, stats, unanswered } from './manage.ts';
import type { CommandName } from './parse.ts';
import { meantByKeyword, nearestCommand, readNumber } from './parse.ts';
import type { Older, Says, SendAnswer, WhichQuestion } from './pending.ts';
import { registerFurther } from './register.ts';
import { learn, saveAnswer } from './save-answer.ts';
import { bot, skip } from './skip.ts';
import { meantText, suggest } from './suggest.ts';
import { add, edit, remove, saveList, undo } from './teach.ts';
import { templates } from './templates.ts';

const acts: Record<CommandName, Act> = {
  ...{ help, add, list, show, edit, delete: remove, undo, search, ask },
  ...{ sources, approve },
  ...{ unanswered, answer, skip, learn, bot, stats },
  ...{ hours, closed, open, pause, resume, templates, register: registerFurther },
};

/** Does the slow part of what an owner wants; what is left belongs into the transaction that settles the turn. */
export async function prepare(app: Uses, turn: Turn, heard: Heard): Promise<CarryOut> {
  const shops = turn.messages[0]?.details?.amongShops ?? [];
  const { or, whichShop } = sentencesTo(turn).questions;
  if (shops.length > 0) return say(whichShop(shops.join(` ${or} `)));
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
    : suggest(turn, { name, text }, meantText(turn, name, text));

const replies: Record<NoRequest, (turn: Turn) => string> = {
  'late-answer': (turn) => {
    const { documents, commands } = sentencesTo(turn);
    const file = askedAbout(turn);
    return file ? documents.tooLate(file.number) : commands.tooLate;
  },
  greeting: (turn) => sentencesTo(turn).commands.hello(turn.business.name),
  thanks: (turn) => sentencesTo(turn).commands.allRight,
  'answer-to-nothing': (turn) => sentencesTo(turn).commands.nothingAsked,
  location: (turn) => sentencesTo(turn).commands.location,
  empty: (turn) => sentencesTo(turn).commands.empty,
};

function answered(app: Uses, turn: Turn, { open, says }: Older): CarryOut | Promise<CarryOut> {
  const sentences = sentencesTo(turn).commands;
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
  says === 'yes' ? sendKnown(app, turn, open) : say(sentencesTo(turn).questions.sentToNobody);

function toThatQuestion(
  app: Uses,
  turn: Turn,
  { open, says }: { open: WhichQuestion; says: Says },
): CarryOut | Promise<CarryOut> {
  if (says === 'no') {
    if (open.older) return answered(app, turn, open.older);
    return open.isStatement
      ? takeStatement(app, turn, open.text)
      : say(sentencesTo(turn).commands.neverMind);
  }
  const number = readNumber(turn.messages[0]?.body ?? '') ?? open.numbers[0] ?? 0;
  return answerNumber(app, turn, { number, text: open.text });
}

function suggestNearest(turn: Turn, { word, text }: { word: string; text: string }): CarryOut {
  const { meantPause, meantResume, unknownCommand, didYouMean } = sentencesTo(turn).commands;
  const meant = meantByKeyword(word);
  if (meant) {
    const sentence = meant === 'pause' ? meantPause : meantResume;
    return suggest(turn, { name: meant, text: '' }, sentence);
  }
  const name = nearestCommand(word);
  const short = preview(word, 40);
  return name ? suggest(turn, { name, text }, didYouMean(short, name)) : say(unknownCommand(short));
}
