import { preview } from '#features/commands/entry-text.ts';
import { WHO } from '#features/outbound/message.ts';

/** A question as it is named to the owner. */
export type Told = { number: number; text: string; count?: number };

const asked = ({ count = 1 }: Told) => (count > 1 ? ` (${count} customers)` : '');
const LONGEST_IN_A_LIST = 250;
const isCut = ({ text }: Told) => text.length > LONGEST_IN_A_LIST;
const whole = (told: Told) => `${told.number}. ${told.text}${asked(told)}`;
const line = (told: Told) =>
  isCut(told)
    ? `${told.number}. ${preview(told.text, LONGEST_IN_A_LIST)}${asked(told)} ${aboutQuestions.shortened(told.number)}`
    : whole(told);
const lines = (all: readonly Told[]) => all.map(line).join('\n');
const rest = (more: number) => (more > 0 ? `\n... and ${more} more: send !unanswered` : '');
const orSkip = (number: number) => `!skip ${number} drops it.`;

/** Of a customer's question, where it is named to them again. */
export const LONGEST_NAMED = 200;

const orReply = 'Reply to this message, or send';

/** What owners hear about the questions of their customers. */
export const aboutQuestions = {
  one: (shop: string, told: Told, canQuote: boolean) =>
    `${shop}: a customer asks what I don't know.\n${whole(told)}\n${canQuote ? 'Reply to this message with the answer, or send' : 'Send'} !answer ${told.number} and the answer. ${orSkip(told.number)}`,
  shortened: (number: number) => `(!unanswered ${number} shows all of it)`,
  whole: (told: Told & { when: string }) => `${whole(told)} (${told.when})`,
  several: (shop: string, all: readonly Told[], more: number) =>
    `${shop}: customers ask what I don't know.\n${lines(all)}${rest(more)}\nSend !answer, the number and the answer, for example: !answer ${all[0]?.number ?? 1} Yes, we do. !skip and the number drops one.`,
  kept: (all: readonly Told[], more: number) =>
    `While I could not reach you, customers asked what I don't know:\n${lines(all)}${rest(more)}\nSend !answer, the number and the answer. !skip and the number drops one.`,
  reminder: (shop: string, all: readonly Told[]) =>
    `${shop}: still without an answer:\n${lines(all)}\nSend !answer, the number and the answer, or !skip and the number.`,
  person: (shop: string, { number, text }: Told, canQuote: boolean) =>
    `${shop}: ${WHO} asks for a person (number ${number}): "${preview(text, 1_000)}"\n${canQuote ? orReply : 'Send'} !answer ${number} and your words: I forward them. Meanwhile I stay quiet with this customer; !bot ${number} lets me answer again.`,
  wantedPerson: (shop: string, { number, text }: Told, canQuote: boolean) =>
    `${shop}: ${WHO} asked for a person while I could not reach you (number ${number}): "${preview(text, 1_000)}"\n${canQuote ? orReply : 'Send'} !answer ${number} and your words: I forward them.`,
  callBack: (shop: string, { number, text }: Told) =>
    `${shop}: please call ${WHO} back (number ${number}) about "${preview(text, 1_000)}". !skip ${number} when you have.`,
  forwarded: ({ number }: Told, words: string) => `${number}, ${WHO}: ${words}`,
  wrotePicture: '(a picture or file that I cannot forward)',
  wroteOther: '(something that I cannot forward)',
  quiet: ({ number }: Told) =>
    `Customer ${number} and you have been quiet for a while, so I answer them again. !answer ${number} still reaches them.`,
  nobodyCame: ({ number }: Told, minutes: number) =>
    `Customer ${number} has waited ${minutes} minutes for a person. I told them that nobody is free and answer again. !answer ${number} still reaches them.`,
  tookBack: ({ number }: Told) => `Customer ${number} has asked for me, the bot, again.`,

  howToAnswer: (number: number) =>
    `Write the number of the question and the answer, for example: !answer ${number} Yes, we do.`,
  noSuchQuestion: (number: number) =>
    `There is no question ${number}. !unanswered lists the open ones.`,
  noneOpen: 'No question is waiting for you. !unanswered lists what I could not answer.',
  whichOne: (all: readonly Told[]) =>
    `Which question is that the answer to? Reply with its number, or no.\n${lines(all)}`,
  whichShop: (shops: readonly string[]) =>
    `That could be for ${shops.join(' or ')}, so I did nothing. Please reply to the message with the question itself, or send menu, choose the business, and then send it again.`,
  isThatTheAnswer: ({ number, text }: Told, words: string) =>
    `Is "${preview(words, 300)}" the answer to number ${number} ("${preview(text, 200)}")? Reply yes, and I pass it on, or no.`,
  forCustomer: ({ number }: Told) =>
    `I passed that on to customer ${number}. If it was meant for me, reply to my question itself.`,
  answeredAlready: ({ number, text }: Told) =>
    `Number ${number} ("${preview(text, 200)}") is answered already, so I sent nothing.`,
  droppedAlready: ({ number }: Told) => `Number ${number} was dropped, so I sent nothing.`,
  sent: (count: number) => (count === 1 ? 'I pass it on.' : `I pass it on to ${count} customers.`),
  notSent: (count: number) =>
    `${count === 1 ? 'One customer' : `${count} customers`} cannot be written to any more: WhatsApp allows it only within 24 hours of their last message, and never after STOP.`,
  offer: (text: string) =>
    `Shall I know it from now on? I would save: "${preview(text, 500)}"\nReply yes, edit and your own words, or no. (!learn on: I always save.)`,
  answersOpen: (all: readonly Told[]) =>
    `${all.length === 1 ? 'That answers an open question' : `That answers ${all.length} open questions`}:\n${lines(all)}\nShall I send it to ${people(all)} who asked? Reply yes or no.`,
  sentToNobody: 'All right, I send it to nobody.',
  editHow: 'Write it as I should know it, or no.',
  learned: (number: number, text: string) => `Saved as number ${number}: "${preview(text, 300)}"`,
  learnsNow: 'From now on I save your answers to customers without asking. !learn off ends that.',
  learnsNoMore: 'From now on I ask before I save an answer.',
  learning: (learns: boolean) =>
    learns
      ? 'I save your answers to customers without asking. !learn off ends that.'
      : 'I ask before I save an answer. !learn on: I always save.',
  tooLongToSend: (length: number, most: number) =>
    `That is too long to pass on: it has ${length} characters, and an answer can have ${most}. I sent nothing.`,
  skipped: ({ number, text }: Told) =>
    `Dropped number ${number}: "${preview(text, 200)}". The customer is not told.`,
  skippedTold: ({ number, text }: Told, count: number) =>
    `Dropped number ${number}: "${preview(text, 200)}". I tell ${count === 1 ? 'the customer' : `${count} customers`} that you cannot answer it.`,
  howToSkip: 'Say which one: !skip and its number. !unanswered lists them.',
  isAnsweredAlready: ({ number }: Told) => `Number ${number} is not open any more.`,
  inSession: ({ number }: Told) =>
    `I pass on to customer ${number} whatever you write here, but no !command, until you send !bot or it is quiet for a while.`,
  botAgain: ({ number }: Told) => `I answer customer ${number} again, and they are told.`,
  noSession: 'No customer is with a person at present: I answer them all.',
  whoIsBack: (all: readonly Told[]) =>
    `Several customers are with a person. Send !bot and the number:\n${lines(all)}`,
  list: (all: readonly (Told & { when: string })[], total: number) =>
    `${total > all.length ? `The latest ${all.length} of ${total}` : 'These'} I could not answer:\n${all
      .map((one) => `${line({ ...one, count: 1 })} (${times(one.count ?? 1)}${one.when})`)
      .join('\n')}\nTo answer one: !answer, its number and the answer. !skip drops it.`,
};

const people = (all: readonly Told[]) => {
  const sum = all.reduce((before, { count = 1 }) => before + count, 0);
  return sum === 1 ? 'the customer' : `the ${sum} customers`;
};

const times = (count: number) => (count === 1 ? '' : `${count} customers, last `);
