import type { App } from '#app.ts';
import { readFile } from '#platform/reading/read-file.ts';
import type { Read } from '#platform/reading/read.ts';
import { linesAsBlocks } from '#platform/reading/plain-text.ts';
import type { Block } from '#platform/reading/blocks.ts';
import type { GivenFile, Sensed } from '#ports.ts';
import { entriesOf } from './chunk.ts';
import { documentSentences } from './sentences.ts';

type Uses = Pick<App, 'hearing' | 'seeing' | 'ledger'>;

/** What a file tells, or a sentence on why it tells nothing. `said` is the whole of a voice note. */
export type Understood =
  | { kind: 'entries'; texts: string[]; pages: number | null; said: string | null }
  | { kind: 'refused'; sentence: string };

const MOST_ENTRIES = 500;
const LONGEST_NAME = 60;

/** Takes the entries out of a file; `heading` stands before what has no heading of its own. Throws when a model that is needed is down. */
export async function understand(
  app: Uses,
  { businessId, file, heading = '' }: { businessId: string; file: GivenFile; heading?: string },
  signal: AbortSignal,
): Promise<Understood> {
  const name = file.name ?? 'The file';
  const read = await readFile(file, { signal });
  switch (read.kind) {
    case 'text':
      return entriesIn(name, under(heading, read.blocks), read.pages);
    case 'unreadable':
      return refuse(documentSentences.unreadable(read.because, { ...read, name }));
    case 'picture':
      return seen(app, { businessId, name, heading, picture: sensed(file, read) }, signal);
    case 'recording':
      return heard(app, { businessId, name, heading, recording: sensed(file, read) }, signal);
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
  name: string,
  blocks: readonly Block[],
  pages: number | null,
  said: string | null = null,
): Understood {
  const texts = entriesOf(blocks);
  if (texts.length > MOST_ENTRIES) {
    return refuse(documentSentences.tooManyEntries(name, texts.length, MOST_ENTRIES));
  }
  if (texts.length === 0) return refuse(documentSentences.unreadable('empty', { name }));
  return { kind: 'entries', texts, pages, said };
}

type Picture = { businessId: string; name: string; heading: string; picture: Sensed };

async function seen(
  { seeing, ledger }: Uses,
  { businessId, name, heading, picture }: Picture,
  signal: AbortSignal,
) {
  if (!seeing) return refuse(documentSentences.noModel('picture'));
  const text = await seeing.read(picture, signal, ledger.spentOn(businessId, 'read'));
  if (text === '') return refuse(documentSentences.nothingSeen);
  return entriesIn(name, under(heading, linesAsBlocks(text)), null);
}

type Recording = { businessId: string; name: string; heading: string; recording: Sensed };

async function heard(
  { hearing, ledger }: Uses,
  { businessId, name, heading, recording }: Recording,
  signal: AbortSignal,
) {
  if (!hearing) return refuse(documentSentences.noModel('recording'));
  const spent = ledger.spentOn(businessId, 'transcribe');
  const said = await hearing.transcribe(recording, signal, spent);
  if (said === '') return refuse(documentSentences.nothingHeard);
  const blocks = under(heading, [{ kind: 'paragraph', text: said.replace(/\s+/gu, ' ') }]);
  return entriesIn(name, blocks, null, said);
}

/** How a file is called to people: as its sender calls it, in one line and without a path, else by what it is. */
export function nameOf(given: string | null, contentType: string | null): string {
  const [name] = (given ?? '').split(/[\\/]/).slice(-1);
  const line = (name ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  if (line !== '') return shortened(line);
  if (contentType?.startsWith('image/')) return 'your picture';
  return contentType?.startsWith('audio/') ? 'your voice note' : 'your file';
}

const shortened = (name: string) =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 3).toWellFormed()}...`;
