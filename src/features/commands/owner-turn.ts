import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { answerQuestion } from '#features/answers/answer.ts';
import type { Settled } from '#features/conversations/settle.ts';
import { settleInside } from '#features/conversations/settle.ts';
import type { Ending, Reply, Turn } from '#features/conversations/turn.ts';
import { windowNow } from '#features/conversations/turn.ts';
import { addEntries, listEntries } from '#features/knowledge/queries.ts';
import type { Command } from './parse.ts';
import { commands, readCommand } from './parse.ts';

type Uses = Pick<
  App,
  'config' | 'db' | 'clock' | 'log' | 'answerer' | 'embedder' | 'vectors' | 'indexOf' | 'wakeups'
>;

/** What a command says once it is carried out, inside the transaction that also settles the turn. */
type CarryOut = (tx: OneBusiness) => Promise<string>;

/** Carries out the owner's oldest unsettled message: command, effect and reply in one transaction. */
export async function takeOwnerTurn(
  app: Uses,
  turn: Turn,
  sendToken: string,
): Promise<Settled & { replies: Reply[] }> {
  const [message] = turn.messages;
  const command = readCommand(message?.body ?? '');
  const window = windowNow(turn, app.clock.now());
  const most = app.config.limits.ownerPerHour;
  const isLimited = most > 0 && window.counted >= most;
  const carryOut = isLimited
    ? async () => limitText(window.endsAt, turn)
    : await prepare(app, turn, command);

  const settled = await app.db.asBusiness(turn.businessId, async (tx) => {
    const isSilent = isLimited && window.isTold;
    const replies: Reply[] = isSilent ? [] : [{ kind: 'command', text: await carryOut(tx) }];
    const ending: Ending = {
      outcome: isLimited ? 'limited' : 'command',
      replies,
      throughId: message?.id ?? '0',
      isVoidWhenMoreWasSaid: false,
      isCounted: !isLimited && command.kind === 'command',
      tellsLimit: isLimited,
    };
    const ended = await settleInside(tx, { turn, ending, sendToken }, app.clock.now());
    return { ...ended, replies };
  });
  app.wakeups.wake('attention_due');
  app.wakeups.wake('indexing_due');
  return settled;
}

const limitText = (endsAt: Date, { business }: Turn) =>
  `That is the limit of commands for this hour. You can go on at ${endsAt.toLocaleTimeString(
    'en-GB',
    {
      timeZone: business.timeZone,
      hour: '2-digit',
      minute: '2-digit',
    },
  )}.`;

async function prepare(app: Uses, turn: Turn, command: Command): Promise<CarryOut> {
  if (command.kind === 'unknown') return async () => `I don't know !${command.word}. Send !help.`;
  if (command.kind === 'plain' || command.name === 'ask') return asked(app, turn, command.text);
  if (command.name === 'help') return async () => helpText();
  if (command.name === 'list') return list;
  return async (tx) => {
    await addEntries(tx, [command.text], { source: 'owner', now: app.clock.now() });
    return `Saved: ${command.text}`;
  };
}

const helpText = () =>
  Object.values(commands)
    .map(({ usage, does }) => `${usage}: ${does}`)
    .join('\n');

async function asked(app: Uses, turn: Turn, question: string): Promise<CarryOut> {
  const { name, hours, timeZone, knowledgeVersion } = turn.business;
  const { businessId } = turn;
  const reply = await answerQuestion(app, {
    businessId,
    name,
    hours,
    timeZone,
    knowledgeVersion,
    question,
    history: [],
  });
  const text = reply.kind === 'answered' ? reply.text : "I don't know that yet.";
  return async () => text;
}

const list: CarryOut = async (tx) => {
  const entries = await listEntries(tx, { limit: 10, offset: 0 });
  return entries.map(({ text }, i) => `${i + 1}. ${text}`).join('\n') || 'I know nothing yet.';
};
