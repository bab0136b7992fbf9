import type { App } from '#app.ts';
import type { GivenMedium, HeardMedia, Turn, TurnMessage } from '#features/conversations/turn.ts';
import { storable } from '#platform/reading/blocks.ts';
import { readFile } from '#platform/reading/read-file.ts';
import { fewAtOnce } from './few-at-once.ts';
import { fileIdOf } from './file-id.ts';
import { MOST_FILES } from './given.ts';
import { rememberHeard, wasToldToType } from './queries.ts';

type Uses = Pick<App, 'db' | 'clock' | 'log' | 'media' | 'files' | 'hearing' | 'seeing' | 'ledger'>;

const PATIENCE_MS = 90_000;
const TOLD_FOR_MS = 24 * 3_600_000;
/** After that a customer is asked to type instead of waiting for a model that is down. */
const MOST_TRIES = 2;

/**
 * The turn with the words of these messages' voice notes and pictures in place of them, or why there are none. The words
 * are kept with the message, so that nothing is listened to twice. Throws when the carrier or the model is down: the turn is
 * taken again.
 */
export async function hearMedia(
  app: Uses,
  turn: Turn,
  messages: readonly TurnMessage[],
): Promise<Turn> {
  const heard = new Map<string, TurnMessage>();
  for (const message of messages) heard.set(message.id, await hearMessage(app, turn, message));
  return { ...turn, messages: turn.messages.map((message) => heard.get(message.id) ?? message) };
}

async function hearMessage(app: Uses, turn: Turn, message: TurnMessage): Promise<TurnMessage> {
  const heard = await wordsOrWhy(app, turn, message);
  const details = { ...message.details, heard };
  if (!('words' in heard)) return { ...message, details };
  const body = [message.body, heard.words].filter((part) => part !== '').join('\n');
  await app.db.asBusiness(turn.businessId, (tx) =>
    rememberHeard(tx, message.id, { body, words: heard.words }),
  );
  return { ...message, body, details };
}

async function wordsOrWhy(app: Uses, turn: Turn, message: TurnMessage): Promise<HeardMedia> {
  if (!app.hearing && !app.seeing) return { because: await noModel(app, turn, message) };
  try {
    return await listen(app, turn, message);
  } catch (error) {
    if (turn.attempts < MOST_TRIES) throw error;
    app.log.warn('what came with a message cannot be listened to', { reason: String(error) });
    return { because: 'no-model' };
  }
}

/** Who has been asked to type lately is not asked again. */
async function noModel(
  { db, clock }: Uses,
  { businessId, conversationId }: Turn,
  { body }: TurnMessage,
): Promise<'no-model' | 'told-before'> {
  if (body !== '') return 'no-model';
  const since = new Date(clock.now().getTime() - TOLD_FOR_MS);
  const wasTold = await db.asBusiness(businessId, (tx) => wasToldToType(tx, conversationId, since));
  return wasTold ? 'told-before' : 'no-model';
}

async function listen(app: Uses, turn: Turn, message: TurnMessage): Promise<HeardMedia> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const all: HeardMedia[] = [];
  for (const [at, medium] of (message.details?.media ?? []).slice(0, MOST_FILES).entries()) {
    const id = fileIdOf(message, at);
    const one = { businessId: turn.businessId, id, medium, message };
    all.push(await fewAtOnce(() => listenTo(app, one, signal)));
  }
  const words = all.flatMap((one) => ('words' in one ? [one.words] : []));
  return words.length > 0 ? { words: words.join('\n') } : (all[0] ?? { because: 'cannot-open' });
}

type One = { businessId: string; id: string; medium: GivenMedium; message: TurnMessage };

async function listenTo(
  app: Uses,
  { businessId, id, medium, message }: One,
  signal: AbortSignal,
): Promise<HeardMedia> {
  const fetched = await app.media.fetch(medium.url, signal);
  if (fetched.kind === 'refused') {
    return { because: fetched.because === 'too-large' ? 'cannot-open' : 'not-made-out' };
  }
  const { file } = fetched;
  const read = await readFile(file, { signal });
  const sense = senseFor(app, read);
  if (!sense) return { because: 'cannot-open' };
  // Before the model is paid: when the store is down, the turn is taken again.
  await app.files.put(businessId, id, file);
  const made = await sense({ businessId, bytes: file.bytes, question: message.body }, signal);
  const words = storable(made).trim();
  return words === '' ? { because: 'not-made-out' } : { words };
}

type Given = { businessId: string; bytes: Uint8Array; question: string };
type Sense = (given: Given, signal: AbortSignal) => Promise<string>;

/** What makes words of it; null where nobody here can make anything of it. */
function senseFor(
  { hearing, seeing, ledger }: Uses,
  read: Awaited<ReturnType<typeof readFile>>,
): Sense | null {
  if (read.kind === 'recording' && hearing) {
    return ({ businessId, bytes }, signal) => {
      const spent = ledger.spentOn(businessId, 'transcribe');
      return hearing.transcribe({ bytes, mime: read.mime }, signal, spent);
    };
  }
  if (read.kind === 'picture' && seeing) {
    return ({ businessId, bytes, question }, signal) => {
      const spent = ledger.spentOn(businessId, 'read');
      return seeing.describe({ bytes, mime: read.mime }, question, signal, spent);
    };
  }
  return null;
}
