/** What owners hear about the message templates that WhatsApp has to approve. */
export const templates = {
  heading: (shop: string) => `News of the message templates of ${shop}:`,
  approved: (names: string) => `WhatsApp has approved: ${names}. I use it from now on.`,
  rejected: (names: string, reason: string) =>
    `WhatsApp has rejected: ${names}. Its reason: ${reason}. Nothing is sent with it. Have the text changed and submitted again.`,
  paused: (names: string) =>
    `WhatsApp has paused, because customers complained or did not read it: ${names}. Nothing is sent with it for now. Write to fewer people and only to those who want it; WhatsApp usually lifts the pause in a few hours.`,
  disabled: (names: string) =>
    `WhatsApp has switched off for good: ${names}. Nothing is sent with it any more. Have another text made and submitted.`,
  stopped: (names: string, status: string) =>
    `WhatsApp does not let me use at present: ${names}. It says: ${status}. Nothing is sent with it. I ask again and tell you.`,
  refused: (names: string, reason: string) =>
    `I could not submit: ${names}. ${reason} Have the text changed and submitted again.`,
  gone: (names: string) =>
    `Twilio no longer has: ${names}. Nothing is sent with it. Have it submitted again if you need it.`,
  recategorised: (names: string, category: string) =>
    `WhatsApp has changed the category to ${category}: ${names}. Messages with it may cost more, and those for MARKETING go only to customers who want offers. Have the text changed if that is not right.`,
  list: 'Message templates, and what WhatsApp says of them:',
  none: 'There are no message templates yet. Whoever runs this service can submit some to WhatsApp.',
  isUnsubmitted: 'not submitted yet',
  isPending: 'WhatsApp is looking at it',
  isApproved: 'approved',
  isRejected: 'rejected',
  isPaused: 'paused by WhatsApp',
  isDisabled: 'switched off by WhatsApp',
};
