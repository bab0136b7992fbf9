const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`;
const READABLE = 'PDF, Word (DOCX), text and CSV files work';

/** What owners hear about their files. */
export const documents = {
  /** What a file without a name is called. */
  yourPicture: 'your picture',
  yourVoiceNote: 'your voice note',
  yourFile: 'your file',
  theFile: 'The file',
  noModelForPicture: `I can't read pictures or listen to voice notes here, because no AI model is set up. Please type what the picture says: !add and the text. ${READABLE} too.`,
  noModelForRecording: `I can't read pictures or listen to voice notes here, because no AI model is set up. Please type what you said: !add and the text. ${READABLE} too.`,
  nothingSeen:
    'I could not make out any text in that picture. Please send a sharper one, or type it.',
  nothingHeard: 'I could not make out what was said. Please record it again, or type it.',
  tooLarge: (name: string) => `${name} is larger than 16 MB, which is the most that I take.`,
  gone: 'I could not get that file. Please send it again.',
  tooManyEntries: (name: string, count: number, most: number) =>
    `${name} makes ${count} entries, and one file can make ${most}. Please send it in parts.`,

  found: (count: number, name: string) => `I found ${entries(count)} in ${name}:`,
  moreFound: (count: number) => `... and ${count} more (!sources shows all)`,
  moreKnown: (count: number) => `(${entries(count)} more I know already.)`,
  saveFound: (count: number, number: number) =>
    `Save ${count === 1 ? 'it' : 'them'}? Reply yes or no. (Also later: !approve ${number})`,
  howToChoose: 'Only some of them: reply with their numbers, such as 1-5, 8 or all but 3.',
  savedSome: (count: number, name: string, number: number, left: number) =>
    `Saved ${entries(count)} from ${name}, which is source ${number}, and left out ${left}.`,
  noneChosen: (most: number) =>
    `I saved nothing: the entries have the numbers 1 to ${most}. Reply yes for all, no for none, or the numbers that you want, such as 1-5, 8 or all but 3.`,
  earlierWaits: (number: number) => `(Source ${number} still waits for you: !approve ${number})`,
  allKnown: (name: string, count: number) =>
    count === 1
      ? `What ${name} says I know already.`
      : `All ${count} things in ${name} I know already.`,
  saved: (count: number, name: string, number: number) =>
    `Saved ${entries(count)} from ${name}, which is source ${number}.`,
  knew: (count: number) => `${entries(count)} I knew already.`,
  howToRemove: (number: number) =>
    `!sources shows your files; !delete source ${number} removes all of this one again.`,
  dropped: (name: string) => `All right, I saved nothing from ${name}.`,
  savedBefore: (number: number) =>
    `Source ${number} is saved already. !sources ${number} shows what is in it.`,
  nothingWaits: 'No file waits for your approval. !sources shows those that you sent me.',
  whichWaits: (list: string) => `Which one? These wait: ${list}`,
  tooLate: (number: number) =>
    `That question is no longer open, so I saved nothing. What I found is still here: !approve ${number}`,
  noSource: (number: number) => `There is no source ${number}. !sources lists them.`,
  noSources:
    'You have sent me no files yet. Send me a menu or a price list as PDF, Word (DOCX), text or CSV, and I learn from it.',
  sources: 'What I learned from files:',
  sourceWaits: (name: string, count: number, number: number) =>
    `${name}: ${entries(count)} found, waiting for you: !approve ${number}`,
  source: (name: string, count: number, day: string) => `${name}: ${entries(count)}, ${day}`,
  olderOnes: (count: number) => `... and ${count} older ones`,
  howToSeeOne: 'To see one: !sources and its number. To remove one: !delete source and its number.',
  inside: (name: string, number: number, count: number) =>
    `${name} (source ${number}): ${entries(count)}`,
  /** Follows that, after a comma. */
  page: (page: number, pages: number) => `page ${page} of ${pages}`,
  next: (command: string) => `Next: ${command}`,
  saveWaiting: (count: number, number: number) =>
    `Save ${count === 1 ? 'it' : 'them'}: !approve ${number}`,
  nothingInside: (name: string) => `Nothing of ${name} is left.`,
  howToSource: 'Write the number, for example: !sources 2. Send !sources alone to see them all.',
  howToApprove: 'Write the number of the file, for example: !approve 2. !sources lists them.',
  howToDelete: 'Write the number of the file, for example: !delete source 2. !sources lists them.',
  deleted: (number: number, name: string, count: number) =>
    `Removed source ${number}, ${name}, with ${entries(count)}. To bring it back, send !undo`,
  restored: (number: number, name: string, count: number) =>
    `Source ${number}, ${name}, is back with ${entries(count)}.`,
  /** Stands above the command that saves the text beside a file. */
  useText: 'To save your text without it, send:',
};

/** What keeps a file from being read, said to who sent it. */
export const unreadable = {
  empty: (name: string) => `There is no text in ${name}: it is empty.`,
  broken: (name: string) =>
    `${name} is damaged, and I cannot open it. Please save it anew and send it again.`,
  encrypted: (name: string) =>
    `${name} is locked with a password. Please send it without the password.`,
  'too-many-pages': (name: string, pages: number, most: number) =>
    `${name} has ${pages} pages, and I read up to ${most}. Please send only the pages that customers ask about.`,
  'too-much': (name: string) =>
    `${name} holds far more than I can take in at once. Please send the part that customers ask about.`,
  'no-text': (name: string) =>
    `${name} has only pictures on its pages and no text, as a scan has. Please send photos of the pages or a file with text.`,
  unsupported: (name: string) => `${name} is of a kind that I cannot read.`,
  unsupportedKind: (name: string, kind: string) =>
    `${name} is a file of the kind ${kind}, and I cannot read that.`,
  /** What may be sent instead of what cannot be read. */
  readable: `${READABLE}.`,
  insteadOfSheet: 'Please save the sheet as CSV and send that.',
  insteadOfOldOffice:
    'That is an older Office file, or one with a password: please save it as DOCX or PDF without one, and send that.',
};
