import type { CommandName } from './parse.ts';
import { commands } from './parse.ts';
import { LONGEST_MESSAGE, preview } from './entry-text.ts';

/** `end` is the last day on which it is told. */
export type Numbered = { number: number; text: string; end?: string | null; hasEnded?: boolean };

const note = ({ end, hasEnded }: Numbered) =>
  end ? ` (${hasEnded ? 'ended' : 'until'} ${end})` : '';
const line = (entry: Numbered) => `${entry.number}. ${preview(entry.text)}${note(entry)}`;
const toldUntil = (end: string) => `I tell it until the end of ${end}.`;
const lines = (entries: readonly Numbered[]) => entries.map(line).join('\n');
const things = (count: number) => `${count} ${count === 1 ? 'thing' : 'things'}`;

/** Every fixed sentence that an owner may hear. */
export const sentences = {
  help: (names: readonly CommandName[]) =>
    `Send me:\n${names.map((name) => `${commands[name].usage}: ${commands[name].does}`).join('\n')}`,
  hello: (shop: string) =>
    `Hi! I'm the assistant of ${shop}, and you run it. Ask me what a customer would ask, or send !help to see what else I can do.`,
  suspended: (shop: string) =>
    `${shop} is suspended here, so I answer nobody and carry out no commands. Please ask whoever runs this service.`,
  allRight: 'All right! Send !help to see what I can do.',
  unknownCommand: (word: string) => `I don't know !${preview(word, 40)}. Send !help for the list.`,
  didYouMean: (word: string, name: CommandName) =>
    `I don't know !${preview(word, 40)}. Did you mean !${name}?`,
  meantCommand: (name: CommandName, text: string) =>
    `Did you mean !${name}${text === '' ? '' : ` ${preview(text, 700)}`}?`,
  insteadOfKeyword: (name: 'pause' | 'resume') =>
    name === 'pause'
      ? 'Did you mean !pause, so that I stop answering customers?'
      : 'Did you mean !resume, so that I answer customers again?',
  oneCommandAtATime: 'Please send one command in a message. I did nothing.',
  orSayYes: ' Reply yes, or send it again.',
  neverMind: 'All right, I did nothing.',
  tooLate: 'That question is no longer open, so I did nothing. Please send the command again.',
  nothingAsked: 'I have no open question for you. Send !help to see what I can do.',
  onlyTheText: '(I used only your text, not the file.)',
  location: 'I got a place on the map, but I need words: !add Our address is ...',
  empty: 'That message came without any text. Send !help to see what I can do.',
  limit: (most: number, time: string, minutes: number) =>
    `That makes ${most} commands in an hour, which is the limit. I did not carry out this one. Please send it again at ${time} (in ${minutes} min).`,

  howToAdd: 'Write it after the command, for example: !add We are open 9 AM to 9 PM every day',
  saved: ({ number, text, end }: Numbered) =>
    `Saved as number ${number}: "${preview(text, 300)}"${end ? `\n${toldUntil(end)}` : ''}`,
  howToEndToday:
    'If it holds only today, write that into it ("today only"), and I stop telling it tonight. "until Sunday" works too.',
  noSuchDay: (words: string) =>
    `There is no such day as in "${words}", so it has no end. !edit and its number changes it.`,
  savedSeveral: (entries: readonly Numbered[]) =>
    `Saved ${entries.length} entries:\n${first(entries)}`,
  knownAlready: (numbers: readonly number[]) =>
    numbers.length === 1
      ? `I know that already: it is number ${numbers[0]}.`
      : `I know ${numbers.length} of these already: numbers ${numbers.slice(0, 20).join(', ')}${numbers.length > 20 ? ' and so on' : ''}.`,
  tooLong: (length: number, most: number) =>
    `That is too long: it has ${length} characters, and an entry can have ${most}. Please send it in parts.`,
  saveHow: (items: readonly string[]) =>
    `Save this as one entry or as ${items.length}?\n1: one entry\n2: ${items.length} separate entries, such as "${preview(items[0] ?? '', 80)}" and "${preview(items[1] ?? '', 80)}"\nReply 1 or 2, or no to drop it.`,
  saveSeparately: (items: readonly string[], length: number, most: number) =>
    `That has ${length} characters, and an entry can have ${most}. Save it as ${items.length} separate entries? Reply yes or no.`,
  oneOrSeparate: 'Please reply 1 (one entry) or 2 (separate entries), or no to drop it.',
  notSaved: 'All right, I did not save it.',
  earlierNotSaved: '(Your earlier list is not saved.)',

  howToPick: (name: 'show' | 'delete') =>
    `Say which one: !${name} and its number in the list, for example !${name} 2. Send !list to see the numbers.`,
  howToEdit: 'Write the number and the new text, for example: !edit 2 We close at 10 PM on Fridays',
  editWhat: ({ number, text }: Numbered) =>
    `Number ${number} says: "${preview(text, 900)}"\nTo change it, send !edit ${number} and the new text.`,
  noSuchNumber: (number: number, last: number) =>
    last === 0
      ? `There is no number ${number}: I know nothing yet. Teach me with !add.`
      : `There is no number ${number}. ${last === 1 ? 'The only one is 1' : `They go from 1 to ${last}`}; send !list to see them.`,
  isDeleted: (number: number) =>
    `Number ${number} is deleted. !undo brings back what you deleted last; !list shows what there is.`,
  edited: (changed: {
    number: number;
    before: string;
    after: string;
    end?: string | null | undefined;
    hadEnd: boolean;
  }) => {
    const { number, before, after, end, hadEnd } = changed;
    const ending = end ? `\n${toldUntil(end)}` : hadEnd ? '\nIt has no end any more.' : '';
    return `Number ${number} is changed.\nBefore: ${before}\nNow: ${after}${ending}\n!undo brings the former text back.`;
  },
  sameAsBefore: (number: number) => `Number ${number} says exactly that already.`,
  deleted: ({ number, text }: Numbered) =>
    `Deleted number ${number}: "${preview(text, 900)}"\n!undo brings it back.`,
  nothingToUndo: 'There is nothing to bring back. !undo works after !delete and after a change.',
  changedBack: ({ number, text }: Numbered) =>
    `Number ${number} is as it was: "${preview(text, 900)}"`,
  restored: ({ number, text }: Numbered) => `Number ${number} is back: "${preview(text, 900)}"`,
  restoredNot: ({ number, text }: Numbered) =>
    `What you deleted last is there already, as number ${number}: "${preview(text, 900)}"`,

  nothingYet: 'I know nothing yet. Teach me: !add We are open 9 AM to 9 PM every day',
  page: (page: { entries: readonly Numbered[]; total: number; page: number; pages: number }) => {
    const where = page.pages > 1 ? ` (page ${page.page} of ${page.pages})` : '';
    const more = page.page < page.pages ? `\n\nMore: !list ${page.page + 1}` : '';
    return `I know ${things(page.total)}${where}:\n${lines(page.entries)}${more}`;
  },
  noSuchPage: (pages: number) =>
    pages === 1 ? 'There is only one page: send !list' : `The pages go from 1 to ${pages}.`,
  howToList: (text: string) =>
    `Send !list, or !list 2 for the second page. To find something: !search ${preview(text, 60)}`,
  shown: (entry: Numbered) => `Number ${entry.number}${note(entry)}:\n${entry.text}`,
  howToSearch: 'Write what to look for, for example: !search delivery',
  notFound: (words: string) => `I found nothing about "${preview(words)}". Send !list to see all.`,
  found: (entries: readonly Numbered[], total: number) =>
    total > entries.length
      ? `Found ${total}; the best ${entries.length}:\n${lines(entries)}`
      : `Found ${total}:\n${lines(entries)}`,

  howToAsk: 'Write the question after the command, for example: !ask Do you deliver?',
  toldCustomer: (text: string) => `A customer would be told:\n${text}`,
  fromEntry: (entry: Numbered) => `From number ${entry.number}: "${preview(entry.text)}"`,
  fromHours: 'From your opening hours (!hours).',
  nearest: (entry: Numbered) =>
    `The nearest I know is number ${entry.number}: "${preview(entry.text)}"`,
  teachAnswer: 'To teach me something, send !add and what I should know.',
  whilePaused: '(Answers are paused now: customers are told that. !resume lets me answer.)',

  paused: 'I stopped answering customers. They are told so. !resume lets me go on.',
  pausedAlready: 'I am paused already. !resume lets me go on.',
  resumed: 'I answer customers again.',
  notPaused: 'I was not paused: I am answering customers.',
  stats: (today: string, week: string, known: number) =>
    `Today: ${today}\nLast 7 days: ${week}\nI know ${things(known)}.`,
  noQuestions: 'no questions.',
  counts: (questions: number, answered: number, unanswered: number, took: string | null) =>
    `${questions} ${questions === 1 ? 'question' : 'questions'}, ${answered} answered, ${unanswered} unanswered${took ? `, typical response time ${took}` : ''}.`,
  allAnswered: 'There are no unanswered questions of the last 30 days.',

  noRegistration:
    'A business cannot be registered by message here. Please ask whoever runs this service.',
  howToRegister: 'Write its name after the command, for example: !register Coffee Corner',
  nameTooLong: (most: number) => `That name is too long; it can have ${most} characters.`,
  noName: (name: string) =>
    `"${preview(name, 60)}" cannot be the name of a business: it needs letters, and must not be a command or a word such as menu or stop. For example: !register Coffee Corner`,
  nameTaken: (name: string) =>
    `Another business on this number is called "${name}" already, and customers could not tell you apart. Please register with another name, for example with your street: !register ${name}, Main Street`,
  needsPhone: 'I cannot see your phone number, so I cannot register a business for you.',
  needsWhatsapp: 'Please send !register from WhatsApp.',
  registered: (name: string, link: string) =>
    `"${name}" is registered on this number. Its customers can start here: ${link}\nWho writes without that link is asked which business they mean, and so are you: send menu to choose.`,
  registeredBefore: (name: string, link: string) =>
    `You have "${name}" on this number already. Its customers can start here: ${link}\nSend menu to choose which business you mean.`,
} as const;

/** As many as fit into one message, and how many more there are. */
function first(entries: readonly Numbered[]): string {
  const shown: string[] = [];
  for (const entry of entries) {
    if (shown.join('\n').length > LONGEST_MESSAGE - 300) break;
    shown.push(line(entry));
  }
  const rest = entries.length - shown.length;
  return `${shown.join('\n')}${rest > 0 ? `\n... and ${rest} more` : ''}`;
}
