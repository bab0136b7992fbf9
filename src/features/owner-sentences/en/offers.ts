/** What owners hear of their plain words. */
export const offers = {
  understood: (text: string) => `I understood: "${text}"`,
  wouldTellUntil: (day: string) => `I would tell it until the end of ${day}.`,
  shallISave: 'Shall I save it? Reply yes or no.',
  /** `words` are how she says that it is so every week, "every Monday". */
  everyWeek: (words: string) => `If it is so every week, reply: ${words}`,
  replaces: (number: number, before: string) => `It would replace number ${number}: "${before}"`,
  changes: (number: number, before: string, after: string) =>
    `It would change number ${number}: "${before}"\nto: "${after}"`,
  replaceOrNew: 'Reply yes to replace it, new to keep both, or no.',
  replacesWhich: (list: string) =>
    `Which of these does it replace?\n${list}\nReply with the number, new to keep them all, or no.`,
  whichOne: (numbers: string) =>
    `Please reply with one of the numbers ${numbers}, or new to keep them all, or no.`,
  sendWhole: 'I cannot tell what to put there. Please send the whole sentence once more.',
  noStatement:
    'I did not take that as something to save. To teach me something, send !add and what I should know.',
  changedMeanwhile: (number: number) =>
    `Number ${number} has changed meanwhile, so I did nothing. Please send it again.`,
  /** By it the question is found again where this message is quoted. */
  customerAsked: (question: string) => `A customer asked: "${question}"`,
  wouldAnswer: (text: string) => `I would answer: ${text}`,
  replyWithAnswer: 'I do not know that yet. Reply with the answer, and I save it.',
  skipped: 'All right, I leave that question.',
};
