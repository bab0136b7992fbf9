/** What a business shows of its spending where nothing was set. */
export const NOTHING_SET = {
  budget: null,
  countries: null,
  costPerConversation: null,
  marketingPerDay: 1,
  marketingPerWeek: 4,
};
