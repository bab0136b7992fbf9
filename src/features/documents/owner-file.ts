import type { OneBusiness } from '#db/tables.ts';
import type { CarryOut, Uses } from '#features/commands/act.ts';
import { isQuestion } from '#features/plain-words/question.ts';
import { ask } from '#features/commands/look-up.ts';
import { add } from '#features/commands/teach.ts';
import { LostTurn } from '#features/conversations/settle.ts';
import type { Turn, TurnMessage } from '#features/conversations/turn.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { preview } from '#features/commands/entry-text.ts';
import { findSame } from '#features/knowledge/queries.ts';
import type { GivenFile } from '#ports.ts';
import { askedAbout, askToSave } from './ask-to-save.ts';
import { fewAtOnce } from './few-at-once.ts';
import { fileIdOf } from './file-id.ts';
import type { GivenFiles } from './given.ts';
import { MOST_FILES } from './given.ts';
import { addDocument } from './queries.ts';
import { foundText } from './found-lines.ts';
import { nameOf, understand } from './understand.ts';

/** What became of one file. */
type Taken =
  | { kind: 'refused'; sentence: string }
  | { kind: 'question'; said: string }
  | ({ kind: 'found' } & Finding);
type Finding = {
  id: string;
  name: string;
  contentType: string | null;
  texts: string[];
  pages: number | null;
};

const PATIENCE_MS = 90_000;

/**
 * Fetches and reads an owner's files; what is left for the transaction offers what was found in them. A spoken question is
 * answered. Throws when the carrier, the store or a model that is needed is down: the turn is taken again.
 */
export async function takeFiles(
  app: Uses,
  turn: Turn,
  message: Pick<TurnMessage, 'id'>,
  given: GivenFiles,
): Promise<CarryOut> {
  const taken: Taken[] = [];
  for (const at of given.media.slice(0, MOST_FILES).keys()) {
    const one = { id: fileIdOf(message, at), at, ...given };
    taken.push(await fewAtOnce(() => take(app, turn, one)));
  }
  const [first] = taken;
  if (first?.kind === 'question') return ask(app, turn, first.said);
  const reasons = taken.flatMap((one) => (one.kind === 'refused' ? [one.sentence] : []));
  if (reasons.length === taken.length) return withoutFiles(app, turn, given, reasons);
  return async (tx, now) => {
    const said = [...reasons];
    for (const one of taken) if (one.kind === 'found') said.push(await offer(tx, turn, one, now));
    return said.join('\n\n');
  };
}

const refused = (sentence: string): Taken => ({ kind: 'refused', sentence });

type One = GivenFiles & { id: string; at: number };

async function take(app: Uses, turn: Turn, one: One): Promise<Taken> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const medium = one.media[one.at];
  const fetched = await app.media.fetch(medium?.url ?? '', signal);
  if (fetched.kind === 'fetched') return readOne(app, turn, { ...one, file: fetched.file }, signal);
  const say = sentencesTo(turn);
  if (fetched.because !== 'too-large') return refused(say.documents.gone);
  const name = nameOf(null, medium?.contentType ?? null, say);
  return refused(say.documents.tooLarge(name));
}

async function readOne(
  app: Uses,
  turn: Turn,
  { id, caption, file }: One & { file: GivenFile },
  signal: AbortSignal,
): Promise<Taken> {
  const { businessId } = turn;
  const { contentType } = file;
  const say = sentencesTo(turn);
  const isName = isFileName(caption);
  const name = nameOf(isName ? caption : file.name, contentType, say);
  const given = { businessId, file: { ...file, name }, say, heading: isName ? '' : caption };
  const understood = await understand(app, given, signal);
  if (understood.kind === 'refused') return understood;
  const { texts, pages, said } = understood;
  if (said !== null && isQuestion(said)) return { kind: 'question', said };
  await app.files.put(businessId, id, file);
  return { kind: 'found', id, name, contentType, texts, pages };
}

/** WhatsApp writes the name of a document where it has no caption. */
const isFileName = (caption: string) =>
  /^[^\n]{1,120}\.(?:pdf|docx?|txt|csv|tsv|xlsx?|pptx?|rtf|odt|ods|md|html?|json|xml|zip|rar|7z|exe|jpe?g|png|webp|gif|heic|ogg|opus|mp3|mp4|m4a|wav)$/i.test(
    caption,
  );

/** The text beside a file that tells nothing is not lost with it. */
async function withoutFiles(
  app: Uses,
  turn: Turn,
  { caption, isAdd }: GivenFiles,
  reasons: readonly string[],
): Promise<CarryOut> {
  const why = reasons.join('\n\n');
  const { commands, documents } = sentencesTo(turn);
  if (caption === '' || isFileName(caption)) return async () => why;
  if (!isAdd) return async () => `${why}\n\n${documents.useText}\n!add ${preview(caption, 500)}`;
  const save = await add(app, turn, caption);
  return async (tx, now) => `${await save(tx, now)}\n\n${commands.onlyTheText} ${why}`;
}

async function offer(
  tx: OneBusiness,
  turn: Turn,
  { id, name, contentType, texts, pages }: Finding,
  now: Date,
): Promise<string> {
  const same = await findSame(tx, texts, now);
  const say = sentencesTo(turn).documents;
  const found = texts.filter((_text, i) => !same[i]);
  if (found.length === 0) return say.allKnown(name, texts.length);
  const document = {
    id,
    name,
    source: 'owner',
    contentType,
    pages,
    found,
    state: 'found',
  } as const;
  const added = await addDocument(tx, { ...document, now });
  // Whoever has taken the turn meanwhile has added it.
  if (!added) throw new LostTurn();
  const { number } = added;
  const known = texts.length - found.length;
  const earlier = askedAbout(turn);
  await askToSave(tx, turn, { kind: 'save-document', id, number }, now);
  const offered = foundText(say, { name, number, texts: found, known });
  return [
    offered,
    ...(found.length > 1 ? [say.howToChoose] : []),
    ...(earlier ? [say.earlierWaits(earlier.number)] : []),
  ].join('\n');
}
