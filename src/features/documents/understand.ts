import type { App } from '#app.ts';
import { readFile } from '#platform/reading/read-file.ts';
import type { Read } from '#platform/reading/read.ts';
import { linesAsBlocks } from '#platform/reading/plain-text.ts';
import type { Block } from '#platform/reading/blocks.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import type { GivenFile, Sensed } from '#ports.ts';
import { entriesOf } from './chunk.ts';
import { unreadableText } from './found-lines.ts';

type Uses = Pick<App, 'hearing' | 'seeing' | 'ledger'>;

/** What a file tells, or a sentence on why it tells nothing. `said` is the whole of a voice note. */
export type Understood =
  | { kind: 'entries'; texts: string[]; pages: number | null; said: string | null }
  | { kind: 'refused'; sentence: string };

const MOST_ENTRIES = 500;
const LONGEST_NAME = 60;

/** `say` are the sentences in which a refusal is told. */
type Given = { businessId: string; file: GivenFile; say: OwnerSentences; heading?: string };
type Told = { name: string; say: OwnerSentences };

/** Takes the entries out of a file; `heading` stands before what has no heading of its own. Throws when a model that is needed is down. */
export async function understand(
  app: Uses,
  { businessId, file, say, heading = '' }: Given,
  signal: AbortSignal,
): Promise<Understood> {
  const name = file.name ?? say.documents.theFile;
  const told = { name, say };
  const read = await readFile(file, { signal });
  switch (read.kind) {
    case 'text':
      return entriesIn(told, under(heading, read.blocks), read.pages);
    case 'unreadable':
      return refuse(unreadableText(say, read.because, { ...read, name }));
    case 'picture':
      return seen(app, { businessId, told, heading, picture: sensed(file, read) }, signal);
    case 'recording':
      return heard(app, { businessId, told, heading, recording: sensed(file, read) }, signal);
  }
}

const refuse = (sentence: string): Understood => ({ kind: 'refused', sentence });

const sensed = ({ bytes }: GivenFile, { mime }: Extract<Read, { mime: string }>): Sensed => ({
  bytes,
  mime,
});

const under = (heading: string, blocks: readonly Block[]): Block[] =>
  heading === '' ? [...blocks] : [{ kind: 'heading', text: heading }, ...blocks];

function entriesIn(
  { name, say }: Told,
  blocks: readonly Block[],
  pages: number | null,
  said: string | null = null,
): Understood {
  const texts = entriesOf(blocks);
  if (texts.length > MOST_ENTRIES) {
    return refuse(say.documents.tooManyEntries(name, texts.length, MOST_ENTRIES));
  }
  if (texts.length === 0) return refuse(say.unreadable.empty(name));
  return { kind: 'entries', texts, pages, said };
}

type Picture = { businessId: string; told: Told; heading: string; picture: Sensed };

async function seen(
  { seeing, ledger }: Uses,
  { businessId, told, heading, picture }: Picture,
  signal: AbortSignal,
) {
  const say = told.say.documents;
  if (!seeing) return refuse(say.noModelForPicture);
  const text = await seeing.read(picture, signal, ledger.spentOn(businessId, 'read'));
  if (text === '') return refuse(say.nothingSeen);
  return entriesIn(told, under(heading, linesAsBlocks(text)), null);
}

type Recording = { businessId: string; told: Told; heading: string; recording: Sensed };

async function heard(
  { hearing, ledger }: Uses,
  { businessId, told, heading, recording }: Recording,
  signal: AbortSignal,
) {
  const say = told.say.documents;
  if (!hearing) return refuse(say.noModelForRecording);
  const spent = ledger.spentOn(businessId, 'transcribe');
  const said = await hearing.transcribe(recording, signal, spent);
  if (said === '') return refuse(say.nothingHeard);
  const blocks = under(heading, [{ kind: 'paragraph', text: said.replace(/\s+/gu, ' ') }]);
  return entriesIn(told, blocks, null, said);
}

/** How a file is called to people: as its sender calls it, in one line and without a path, else by what it is. */
export function nameOf(
  given: string | null,
  contentType: string | null,
  { documents: say }: OwnerSentences,
): string {
  const [name] = (given ?? '').split(/[\\/]/).slice(-1);
  const line = (name ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  if (line !== '') return shortened(line);
  if (contentType?.startsWith('image/')) return say.yourPicture;
  return contentType?.startsWith('audio/') ? say.yourVoiceNote : say.yourFile;
}

const shortened = (name: string) =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 3).toWellFormed()}...`;
