/** What owners hear about what is spent, and about what goes wrong with messages. Amounts come with their currency. */
export const costs = {
  dayWarned: (shop: string, spent: string, limit: string) =>
    `${shop}: today's costs have reached 80 % of your budget: ${spent} of ${limit}. When it is used up, offers stop, and I answer customers without the language model.`,
  daySpent: (shop: string, spent: string, limit: string) =>
    `${shop}: today's budget is used up: ${spent} of ${limit}. Offers wait until tomorrow. I go on answering customers from what I know, without the language model.`,
  monthWarned: (shop: string, spent: string, limit: string) =>
    `${shop}: this month's costs have reached 80 % of your budget: ${spent} of ${limit}. When it is used up, offers stop, and I answer customers without the language model.`,
  monthSpent: (shop: string, spent: string, limit: string) =>
    `${shop}: this month's budget is used up: ${spent} of ${limit}. Offers wait until next month. I go on answering customers from what I know, without the language model.`,
  costly: (shop: string, cost: string, limit: string) =>
    `${shop}: since yesterday a conversation has cost ${cost} on average, more than ${limit}.`,
  undelivered: (shop: string, percent: string, limit: string) =>
    `${shop}: since yesterday only ${percent} % of your messages have arrived, less than ${limit} %. Please check the numbers you write to.`,
  slow: (shop: string, seconds: string, limit: string) =>
    `${shop}: since yesterday customers have waited ${seconds} s for an answer, more than ${limit} s.`,
  longTexts: (shop: string, segments: string, limit: string) =>
    `${shop}: since yesterday your SMS have had ${segments} segments on average, more than ${limit}, and each is paid for. Shorter texts without emoji cost less.`,
};
