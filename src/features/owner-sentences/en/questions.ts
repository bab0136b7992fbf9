const orSkip = (number: number) => `!skip ${number} drops it.`;
const orReply = (canQuote: boolean) => (canQuote ? 'Reply to this message, or send' : 'Send');

/** What owners hear about the questions of their customers. `canQuote`: a reply may quote the message. */
export const questions = {
  one: (shop: string, question: string, number: number, canQuote: boolean) =>
    `${shop}: a customer asks what I don't know.\n${question}\n${canQuote ? 'Reply to this message with the answer, or send' : 'Send'} !answer ${number} and the answer. ${orSkip(number)}`,
  several: (shop: string, list: string, number: number) =>
    `${shop}: customers ask what I don't know.\n${list}\nSend !answer, the number and the answer, for example: !answer ${number} Yes, we do. !skip and the number drops one.`,
  moreUnanswered: (count: number) => `... and ${count} more: send !unanswered`,
  customers: (count: number) => `(${count} customers)`,
  /** After a question of which only the beginning is shown. */
  shortened: (number: number) => `(!unanswered ${number} shows all of it)`,
  reminder: (shop: string, list: string) =>
    `${shop}: still without an answer:\n${list}\nSend !answer, the number and the answer, or !skip and the number.`,
  /** `who` stands before the customer's own words. */
  person: (shop: string, who: string, number: number, text: string, canQuote: boolean) =>
    `${shop}: ${who} asks for a person (number ${number}): "${text}"\n${orReply(canQuote)} !answer ${number} and your words: I forward them. Meanwhile I stay quiet with this customer; !bot ${number} lets me answer again.`,
  wantedPerson: (shop: string, who: string, number: number, text: string, canQuote: boolean) =>
    `${shop}: ${who} asked for a person while I could not reach you (number ${number}): "${text}"\n${orReply(canQuote)} !answer ${number} and your words: I forward them.`,
  callBack: (shop: string, who: string, number: number, text: string) =>
    `${shop}: please call ${who} back (number ${number}) about "${text}". !skip ${number} when you have.`,
  /** Of whom neither name nor number is known. */
  aCustomer: 'a customer',
  wrotePicture: '(a picture or file that I cannot forward)',
  wroteOther: '(something that I cannot forward)',
  quiet: (number: number) =>
    `Customer ${number} and you have been quiet for a while, so I answer them again. !answer ${number} still reaches them.`,
  nobodyCame: (number: number, minutes: number) =>
    `Customer ${number} has waited ${minutes} minutes for a person. I told them that nobody is free and answer again. !answer ${number} still reaches them.`,
  tookBack: (number: number) => `Customer ${number} has asked for me, the bot, again.`,

  howToAnswer: (number: number) =>
    `Write the number of the question and the answer, for example: !answer ${number} Yes, we do.`,
  noSuchQuestion: (number: number) =>
    `There is no question ${number}. !unanswered lists the open ones.`,
  noneOpen: 'No question is waiting for you. !unanswered lists what I could not answer.',
  whichOne: (list: string) =>
    `Which question is that the answer to? Reply with its number, or no.\n${list}`,
  /** Stands between the shops of which one is meant. */
  or: 'or',
  whichShop: (shops: string) =>
    `That could be for ${shops}, so I did nothing. Please reply to the message with the question itself, or send menu, choose the business, and then send it again.`,
  isThatTheAnswer: (words: string, number: number, question: string) =>
    `Is "${words}" the answer to number ${number} ("${question}")? Reply yes, and I pass it on, or no.`,
  forCustomer: (number: number) =>
    `I passed that on to customer ${number}. If it was meant for me, reply to my question itself.`,
  answeredAlready: (number: number, text: string) =>
    `Number ${number} ("${text}") is answered already, so I sent nothing.`,
  droppedAlready: (number: number) => `Number ${number} was dropped, so I sent nothing.`,
  sent: 'I pass it on.',
  sentToSeveral: (count: number) => `I pass it on to ${count} customers.`,
  notSent: (count: number) =>
    `${count === 1 ? 'One customer' : `${count} customers`} cannot be written to any more: WhatsApp allows it only within 24 hours of their last message, and never after STOP.`,
  offer: (text: string) =>
    `Shall I know it from now on? I would save: "${text}"\nReply yes, edit and your own words, or no. (!learn on: I always save.)`,
  answersOpen: (count: number, list: string, people: number) =>
    `${count === 1 ? 'That answers an open question' : `That answers ${count} open questions`}:\n${list}\nShall I send it to ${people === 1 ? 'the customer' : `the ${people} customers`} who asked? Reply yes or no.`,
  toldAlready: (number: number) => `Who asked number ${number} has been told meanwhile.`,
  sentToNobody: 'All right, I send it to nobody.',
  editHow: 'Write it as I should know it, or no.',
  learnsNow: 'From now on I save your answers to customers without asking. !learn off ends that.',
  learnsNoMore: 'From now on I ask before I save an answer.',
  learns: 'I save your answers to customers without asking. !learn off ends that.',
  learnsNot: 'I ask before I save an answer. !learn on: I always save.',
  tooLongToSend: (length: number, most: number) =>
    `That is too long to pass on: it has ${length} characters, and an answer can have ${most}. I sent nothing.`,
  skipped: (number: number, text: string) =>
    `Dropped number ${number}: "${text}". The customer is not told.`,
  skippedTold: (number: number, text: string, count: number) =>
    `Dropped number ${number}: "${text}". I tell ${count === 1 ? 'the customer' : `${count} customers`} that you cannot answer it.`,
  howToSkip: 'Say which one: !skip and its number. !unanswered lists them.',
  notOpen: (number: number) => `Number ${number} is not open any more.`,
  inSession: (number: number) =>
    `I pass on to customer ${number} whatever you write here, but no !command, until you send !bot or it is quiet for a while.`,
  botAgain: (number: number) => `I answer customer ${number} again, and they are told.`,
  noSession: 'No customer is with a person at present: I answer them all.',
  whoIsBack: (list: string) =>
    `Several customers are with a person. Send !bot and the number:\n${list}`,
  unanswered: 'These I could not answer:',
  latestUnanswered: (shown: number, total: number) =>
    `The latest ${shown} of ${total} I could not answer:`,
  /** Follows each question in that list; `when` is "today 14:05". */
  askedWhen: (count: number, when: string) =>
    count === 1 ? `(${when})` : `(${count} customers, last ${when})`,
  howToAnswerOne: 'To answer one: !answer, its number and the answer. !skip drops it.',
};
