/**
 * What the businesses know and what customers ask. A customer asks each question once, and each entry has a word that is
 * in no other, so a reply shows by itself which question it answers.
 */
export const topics = [
  {
    entry: 'Our opening hours are 9 AM to 9 PM every day, also on Veteransday.',
    question: 'What are your opening hours?',
    mark: 'Veteransday',
  },
  {
    entry: 'We deliver to downtown for $5 within Fortyminutes.',
    question: 'Do you deliver to downtown?',
    mark: 'Fortyminutes',
  },
  {
    entry: 'Parking is free in the yard behind the house, entrance at Mulberrygate.',
    question: 'Where can I park my car?',
    mark: 'Mulberrygate',
  },
  {
    entry: 'Our vegan dish is the lentil curry called Greenlotus.',
    question: 'Which vegan dish do you have?',
    mark: 'Greenlotus',
  },
  {
    entry: 'Payment is by cash, card or Quickwallet.',
    question: 'Can I make a payment by card?',
    mark: 'Quickwallet',
  },
  {
    entry: 'Refunds are given within Fourteendays when you show the receipt.',
    question: 'Do you give refunds?',
    mark: 'Fourteendays',
  },
] as const;

/** The indexes of the topics which a reply speaks about: by the entry's mark, or by the question itself (an echo). */
export const topicsIn = (reply: string): number[] =>
  topics.flatMap(({ mark, question }, index) =>
    reply.includes(mark) || reply.includes(question) ? [index] : [],
  );
