import type { Turn } from '#features/conversations/turn.ts';
import type { Act, CarryOut, Uses } from './act.ts';
import { say } from './act.ts';
import type { Heard, NoRequest } from './hear.ts';
import { ask, list, search, show } from './look-up.ts';
import { help, hours, pause, resume, stats, unanswered } from './manage.ts';
import type { CommandName } from './parse.ts';
import { nearestCommand } from './parse.ts';
import { askOwner, openIn } from './pending.ts';
import { registerFurther } from './register.ts';
import { sentences } from './sentences.ts';
import { add, edit, remove, saveList, undo } from './teach.ts';

const acts: Record<CommandName, Act> = {
  ...{ help, add, list, show, edit, delete: remove, undo, search, ask },
  ...{ unanswered, stats, hours, pause, resume, register: registerFurther },
};

/** Does the slow part of what an owner wants; what is left belongs into the transaction that settles the turn. */
export async function prepare(app: Uses, turn: Turn, heard: Heard): Promise<CarryOut> {
  switch (heard.kind) {
    case 'command':
      return acts[heard.name](app, turn, heard.text);
    case 'question':
      return ask(app, turn, heard.text);
    case 'answer':
      return answered(app, turn, heard);
    case 'unknown':
      return suggestNearest(turn, heard);
    case 'unmarked':
      return suggest(turn, { name: heard.name, text: '' }, sentences.meantCommand(heard.name));
    case 'statement':
      return offerToTeach(turn, heard.text);
    case 'no-request':
      return say(replies[heard.what](turn));
  }
}

const replies: Record<NoRequest, (turn: Turn) => string> = {
  'late-answer': () => sentences.tooLate,
  greeting: ({ business }) => sentences.hello(business.name),
  thanks: () => sentences.allRight,
  'answer-to-nothing': () => sentences.nothingAsked,
  media: () => sentences.cannotRead,
  location: () => sentences.location,
  empty: () => sentences.empty,
};

function answered(
  app: Uses,
  turn: Turn,
  { open, says }: Extract<Heard, { kind: 'answer' }>,
): CarryOut | Promise<CarryOut> {
  if (open.kind === 'save-list') {
    return says === 'unclear' ? say(sentences.oneOrSeparate) : saveList(turn, open, says);
  }
  return says === 'yes' ? acts[open.name](app, turn, open.text) : say(sentences.neverMind);
}

function suggestNearest(turn: Turn, { word, text }: { word: string; text: string }): CarryOut {
  const name = nearestCommand(word);
  if (!name) return say(sentences.unknownCommand(word));
  return suggest(turn, { name, text }, sentences.didYouMean(word, name));
}

const offerToTeach = (turn: Turn, text: string) =>
  suggest(turn, { name: 'add', text }, sentences.toTeach(text), sentences.orYesToTeach);

/** A list that waits for its answer is not pushed aside: then the suggestion cannot be answered with yes. */
function suggest(
  turn: Turn,
  command: { name: CommandName; text: string },
  sentence: string,
  howToAgree: string = sentences.orSayYes,
): CarryOut {
  return async (tx, now) => {
    const asked = openIn(turn, now);
    if (asked && !asked.isExpired && asked.open.kind === 'save-list') return sentence;
    await askOwner(tx, turn, { kind: 'did-you-mean', ...command }, now);
    return `${sentence}${howToAgree}`;
  };
}
