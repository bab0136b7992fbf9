import { LONGEST_MESSAGE, preview } from '#features/commands/entry-text.ts';
import { MOST_PAGES } from '#platform/reading/read.ts';
import type { Why } from '#platform/reading/read.ts';

const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`;
const READABLE = 'PDF, Word (DOCX), text and CSV files work';
const them = (count: number) => (count === 1 ? 'it' : 'them');

export type Unread = { name: string; what?: string | undefined; pages?: number | undefined };
export type Source = {
  number: number;
  name: string;
  count: number;
  day: string;
  isWaiting: boolean;
};

const alternatives: Readonly<Record<string, string>> = {
  XLSX: 'Please save the sheet as CSV and send that.',
  XLS: 'Please save the sheet as CSV and send that.',
  CFB: 'That is an older Office file, or one with a password: please save it as DOCX or PDF without one, and send that.',
};

/** What keeps a file from being read, said to who sent it. */
const unreadable: Record<Why, (unread: Unread) => string> = {
  empty: ({ name }) => `There is no text in ${name}: it is empty.`,
  broken: ({ name }) =>
    `${name} is damaged, and I cannot open it. Please save it anew and send it again.`,
  encrypted: ({ name }) =>
    `${name} is locked with a password. Please send it without the password.`,
  'too-many-pages': ({ name, pages = 0 }) =>
    `${name} has ${pages} pages, and I read up to ${MOST_PAGES}. Please send only the pages that customers ask about.`,
  'too-much': ({ name }) =>
    `${name} holds far more than I can take in at once. Please send the part that customers ask about.`,
  'no-text': ({ name }) =>
    `${name} has only pictures on its pages and no text, as a scan has. Please send photos of the pages or a file with text.`,
  unsupported: ({ name, what = '' }) =>
    [
      what === ''
        ? `${name} is of a kind that I cannot read.`
        : `${name} is a file of the kind ${what}, and I cannot read that.`,
      alternatives[what] ?? `${READABLE}.`,
    ].join(' '),
};

/** Every sentence about files that an owner, or who uploads by the API, may hear. */
export const documentSentences = {
  unreadable: (because: Why, unread: Unread) => unreadable[because](unread),
  noModel: (what: 'picture' | 'recording') =>
    `I can't read pictures or listen to voice notes here, because no AI model is set up. Please type what ${
      what === 'picture' ? 'the picture says' : 'you said'
    }: !add and the text. ${READABLE} too.`,
  nothingSeen:
    'I could not make out any text in that picture. Please send a sharper one, or type it.',
  nothingHeard: 'I could not make out what was said. Please record it again, or type it.',
  tooLarge: (name: string) => `${name} is larger than 16 MB, which is the most that I take.`,
  gone: 'I could not get that file. Please send it again.',
  tooManyEntries: (name: string, count: number, most: number) =>
    `${name} makes ${count} entries, and one file can make ${most}. Please send it in parts.`,
  lost: 'The file was lost before it could be read. Please upload it again.',
  failed:
    'The file could not be read at the moment, although it was tried several times. Please upload it again later.',

  found: ({ name, number, texts, known }: Found) =>
    [
      `I found ${entries(texts.length)} in ${name}:`,
      ...numbered(texts),
      ...(known > 0 ? [`(${entries(known)} more I know already.)`] : []),
      `Save ${them(texts.length)}? Reply yes or no. (Also later: !approve ${number})`,
    ].join('\n'),
  howToChoose: 'Only some of them: reply with their numbers, such as 1-5, 8 or all but 3.',
  earlierWaits: (number: number) => `(Source ${number} still waits for you: !approve ${number})`,
  allKnown: (name: string, count: number) =>
    count === 1
      ? `What ${name} says I know already.`
      : `All ${count} things in ${name} I know already.`,
  saved: ({
    name,
    number,
    count,
    known,
  }: {
    name: string;
    number: number;
    count: number;
    known: number;
  }) =>
    `Saved ${entries(count)} from ${name}, which is source ${number}.${known > 0 ? ` ${entries(known)} I knew already.` : ''} !sources shows your files; !delete source ${number} removes all of this one again.`,
  savedSome: ({ name, number, count, known, left }: Some) =>
    `Saved ${entries(count)} from ${name}, which is source ${number}, and left out ${left}.${known > 0 ? ` ${entries(known)} I knew already.` : ''} !sources shows your files; !delete source ${number} removes all of this one again.`,
  noneChosen: (most: number) =>
    `I saved nothing: the entries have the numbers 1 to ${most}. Reply yes for all, no for none, or the numbers that you want, such as 1-5, 8 or all but 3.`,
  dropped: (name: string) => `All right, I saved nothing from ${name}.`,
  savedBefore: (number: number) =>
    `Source ${number} is saved already. !sources ${number} shows what is in it.`,
  nothingWaits: 'No file waits for your approval. !sources shows those that you sent me.',
  whichWaits: (numbers: readonly number[]) =>
    `Which one? These wait: ${numbers.map((number) => `!approve ${number}`).join(', ')}`,
  tooLate: (number: number) =>
    `That question is no longer open, so I saved nothing. What I found is still here: !approve ${number}`,
  noSource: (number: number) => `There is no source ${number}. !sources lists them.`,
  noSources:
    'You have sent me no files yet. Send me a menu or a price list as PDF, Word (DOCX), text or CSV, and I learn from it.',
  sources: (sources: readonly Source[], more: number) =>
    [
      'What I learned from files:',
      ...sources.map(({ number, name, count, day, isWaiting }) =>
        isWaiting
          ? `${number}. ${name}: ${entries(count)} found, waiting for you: !approve ${number}`
          : `${number}. ${name}: ${entries(count)}, ${day}`,
      ),
      ...(more > 0 ? [`... and ${more} older ones`] : []),
      'To see one: !sources and its number. To remove one: !delete source and its number.',
    ].join('\n'),
  inside: ({ number, name, texts, page, pages, total, isWaiting }: Inside) =>
    [
      `${name} (source ${number}): ${entries(total)}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
      ...texts.map(({ place, text }) => `${place}. ${preview(text, 120)}`),
      ...(page < pages ? [`Next: !sources ${number} ${page + 1}`] : []),
      ...(isWaiting ? [`Save ${them(total)}: !approve ${number}`] : []),
    ].join('\n'),
  nothingInside: (name: string) => `Nothing of ${name} is left.`,
  howToSource: 'Write the number, for example: !sources 2. Send !sources alone to see them all.',
  howToApprove: 'Write the number of the file, for example: !approve 2. !sources lists them.',
  howToDelete: 'Write the number of the file, for example: !delete source 2. !sources lists them.',
  deleted: (name: string, number: number, count: number) =>
    `Removed source ${number}, ${name}, with ${entries(count)}. To bring it back, send !undo`,
  restored: (name: string, number: number, count: number) =>
    `Source ${number}, ${name}, is back with ${entries(count)}.`,
  useText: (text: string) => `To save your text without it, send:\n!add ${preview(text, 500)}`,
} as const;

type Found = { name: string; number: number; texts: readonly string[]; known: number };
type Some = { name: string; number: number; count: number; known: number; left: number };
type Inside = {
  number: number;
  name: string;
  texts: readonly { place: number; text: string }[];
  page: number;
  pages: number;
  total: number;
  isWaiting: boolean;
};

const MOST_SHOWN = 8;

/** The first few, and how many there are besides. */
function numbered(texts: readonly string[]): string[] {
  const shown = texts.length > MOST_SHOWN + 1 ? texts.slice(0, MOST_SHOWN) : texts;
  const lines: string[] = [];
  for (const [i, text] of shown.entries()) {
    const line = `${i + 1}. ${preview(text, 110)}`;
    if (lines.join('\n').length + line.length > LONGEST_MESSAGE - 350) break;
    lines.push(line);
  }
  const rest = texts.length - lines.length;
  return rest > 0 ? [...lines, `... and ${rest} more (!sources shows all)`] : lines;
}
