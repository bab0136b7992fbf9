import type { CommandName } from '#features/commands/parse.ts';

/** How each command is written, and what it does. */
export const help: Record<CommandName, string> = {
  help: '!help: this list',
  add: '!add <text>: teach me something',
  list: '!list [page]: what I know, numbered',
  show: '!show <number>: one entry in full',
  edit: '!edit <number> <text>: replace it',
  delete: '!delete <number>: remove it',
  undo: '!undo: bring back what you deleted or changed last',
  sources: '!sources [number]: files that I learned from',
  approve: '!approve <number>: save what I found in a file',
  search: '!search <words>: find entries',
  ask: '!ask <question>: see what a customer would be told',
  unanswered: '!unanswered [number]: what I could not answer',
  answer: '!answer <number> <text>: answer a customer',
  skip: '!skip <number>: drop a question',
  learn: '!learn on: save your answers without asking (or off)',
  bot: '!bot: let me answer a customer again',
  stats: '!stats: numbers of today and 7 days',
  hours: '!hours [text]: show or set your opening hours',
  closed: '!closed <day>: close on a day',
  open: '!open <day>: take that back',
  pause: '!pause: stop answering customers',
  resume: '!resume: answer them again',
  templates: '!templates: your message templates and what WhatsApp says of them',
  register: '!register <name>: add a business on this number',
};

export const commands = {
  /** Stands above the list of commands. */
  sendMe: 'Send me:',
  hello: (shop: string) =>
    `Hi! I'm the assistant of ${shop}, and you run it. Ask me what a customer would ask, or send !help to see what else I can do.`,
  suspended: (shop: string) =>
    `${shop} is suspended here, so I answer nobody and carry out no commands. Please ask whoever runs this service.`,
  allRight: 'All right! Send !help to see what I can do.',
  unknownCommand: (word: string) => `I don't know !${word}. Send !help for the list.`,
  didYouMean: (word: string, name: CommandName) => `I don't know !${word}. Did you mean !${name}?`,
  meantCommand: (command: string) => `Did you mean ${command}?`,
  meantPause: 'Did you mean !pause, so that I stop answering customers?',
  meantResume: 'Did you mean !resume, so that I answer customers again?',
  /** Follows what she may have meant. */
  orSayYes: 'Reply yes, or send it again.',
  oneCommandAtATime: 'Please send one command in a message. I did nothing.',
  neverMind: 'All right, I did nothing.',
  tooLate: 'That question is no longer open, so I did nothing. Please send the command again.',
  nothingAsked: 'I have no open question for you. Send !help to see what I can do.',
  onlyTheText: '(I used only your text, not the file.)',
  location: 'I got a place on the map, but I need words: !add Our address is ...',
  empty: 'That message came without any text. Send !help to see what I can do.',
  limit: (most: number, time: string, minutes: number) =>
    `That makes ${most} commands in an hour, which is the limit. I did not carry out this one. Please send it again at ${time} (in ${minutes} min).`,

  howToAdd: 'Write it after the command, for example: !add We are open 9 AM to 9 PM every day',
  saved: (number: number, text: string) => `Saved as number ${number}: "${text}"`,
  savedSeveral: (count: number) => `Saved ${count} entries:`,
  /** Of the last day on which something is told, "Sunday 22 November"; short, after an entry, and as a sentence. */
  until: (day: string) => `until ${day}`,
  ended: (day: string) => `ended ${day}`,
  toldUntil: (day: string) => `I tell it until the end of ${day}.`,
  howToEndToday:
    'If it holds only today, write that into it ("today only"), and I stop telling it tonight. "until Sunday" works too.',
  noSuchDay: (words: string) =>
    `There is no such day as in "${words}", so it has no end. !edit and its number changes it.`,
  knownAlready: (number: number) => `I know that already: it is number ${number}.`,
  severalKnown: (count: number, numbers: string) =>
    `I know ${count} of these already: numbers ${numbers}.`,
  notForCustomers:
    "That looks like a card number, a bank account, an identity number or a password. Customers are told what I know, so I don't save it. Please send it without that.",
  tooLong: (length: number, most: number) =>
    `That is too long: it has ${length} characters, and an entry can have ${most}. Please send it in parts.`,
  saveHow: (count: number, first: string, second: string) =>
    `Save this as one entry or as ${count}?\n1: one entry\n2: ${count} separate entries, such as "${first}" and "${second}"\nReply 1 or 2, or no to drop it.`,
  saveSeparately: (length: number, most: number, count: number) =>
    `That has ${length} characters, and an entry can have ${most}. Save it as ${count} separate entries? Reply yes or no.`,
  oneOrSeparate: 'Please reply 1 (one entry) or 2 (separate entries), or no to drop it.',
  notSaved: 'All right, I did not save it.',
  earlierNotSaved: '(Your earlier list is not saved.)',

  howToPick: (name: 'show' | 'delete') =>
    `Say which one: !${name} and its number in the list, for example !${name} 2. Send !list to see the numbers.`,
  howToEdit: 'Write the number and the new text, for example: !edit 2 We close at 10 PM on Fridays',
  editWhat: (number: number, text: string) =>
    `Number ${number} says: "${text}"\nTo change it, send !edit ${number} and the new text.`,
  noNumberYet: (number: number) =>
    `There is no number ${number}: I know nothing yet. Teach me with !add.`,
  onlyNumberOne: (number: number) =>
    `There is no number ${number}. The only one is 1; send !list to see them.`,
  noSuchNumber: (number: number, last: number) =>
    `There is no number ${number}. They go from 1 to ${last}; send !list to see them.`,
  isDeleted: (number: number) =>
    `Number ${number} is deleted. !undo brings back what you deleted last; !list shows what there is.`,
  changed: (number: number, before: string, now: string) =>
    `Number ${number} is changed.\nBefore: ${before}\nNow: ${now}`,
  noEndAnyMore: 'It has no end any more.',
  undoChange: '!undo brings the former text back.',
  sameAsBefore: (number: number) => `Number ${number} says exactly that already.`,
  deleted: (number: number, text: string) =>
    `Deleted number ${number}: "${text}"\n!undo brings it back.`,
  nothingToUndo: 'There is nothing to bring back. !undo works after !delete and after a change.',
  changedBack: (number: number, text: string) => `Number ${number} is as it was: "${text}"`,
  restored: (number: number, text: string) => `Number ${number} is back: "${text}"`,
  thereAlready: (number: number, text: string) =>
    `What you deleted last is there already, as number ${number}: "${text}"`,

  nothingYet: 'I know nothing yet. Teach me: !add We are open 9 AM to 9 PM every day',
  known: (count: number) => `I know ${things(count)}:`,
  knownOnPage: (count: number, page: number, pages: number) =>
    `I know ${things(count)} (page ${page} of ${pages}):`,
  nextPage: (page: number) => `More: !list ${page}`,
  andMore: (count: number) => `... and ${count} more`,
  onlyOnePage: 'There is only one page: send !list',
  noSuchPage: (pages: number) => `The pages go from 1 to ${pages}.`,
  howToList: (words: string) =>
    `Send !list, or !list 2 for the second page. To find something: !search ${words}`,
  /** Stands above an entry; `note` says until when it is told. */
  number: (number: number, note: string) => `Number ${number}${note}:`,
  howToSearch: 'Write what to look for, for example: !search delivery',
  notFound: (words: string) => `I found nothing about "${words}". Send !list to see all.`,
  found: (count: number) => `Found ${count}:`,
  foundBest: (count: number, shown: number) => `Found ${count}; the best ${shown}:`,

  howToAsk: 'Write the question after the command, for example: !ask Do you deliver?',
  toldCustomer: 'A customer would be told:',
  fromEntry: (number: number, text: string) => `From number ${number}: "${text}"`,
  fromHours: 'From your opening hours (!hours).',
  nearest: (number: number, text: string) => `The nearest I know is number ${number}: "${text}"`,
  teachAnswer: 'To teach me something, send !add and what I should know.',
  whilePaused: '(Answers are paused now: customers are told that. !resume lets me answer.)',

  paused: 'I stopped answering customers. They are told so. !resume lets me go on.',
  pausedAlready: 'I am paused already. !resume lets me go on.',
  resumed: 'I answer customers again.',
  notPaused: 'I was not paused: I am answering customers.',
  stats: (today: string, week: string, known: number) =>
    `Today: ${today}\nLast 7 days: ${week}\nI know ${things(known)}.`,
  noQuestions: 'no questions.',
  /** `took` is the typical time that an answer took, where there is one. */
  counts: (questions: number, answered: number, unanswered: number, took: string | null) =>
    `${questions} ${questions === 1 ? 'question' : 'questions'}, ${answered} answered, ${unanswered} unanswered${took ? `, typical response time ${took}` : ''}.`,
  seconds: (seconds: string) => `${seconds} s`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  allAnswered: 'There are no unanswered questions of the last 30 days.',

  noRegistration:
    'A business cannot be registered by message here. Please ask whoever runs this service.',
  howToRegister: 'Write its name after the command, for example: !register Coffee Corner',
  nameTooLong: (most: number) => `That name is too long; it can have ${most} characters.`,
  noName: (name: string) =>
    `"${name}" cannot be the name of a business: it needs letters, and must not be a command or a word such as menu or stop. For example: !register Coffee Corner`,
  nameTaken: (name: string) =>
    `Another business on this number is called "${name}" already, and customers could not tell you apart. Please register with another name, for example with your street: !register ${name}, Main Street`,
  needsPhone: 'I cannot see your phone number, so I cannot register a business for you.',
  needsWhatsapp: 'Please send !register from WhatsApp.',
  registered: (name: string, link: string) =>
    `"${name}" is registered on this number. Its customers can start here: ${link}\nWho writes without that link is asked which business they mean, and so are you: send menu to choose.`,
  registeredBefore: (name: string, link: string) =>
    `You have "${name}" on this number already. Its customers can start here: ${link}\nSend menu to choose which business you mean.`,
};

const things = (count: number) => `${count} ${count === 1 ? 'thing' : 'things'}`;
