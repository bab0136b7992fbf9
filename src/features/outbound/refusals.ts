/** Why a message does not leave, or waits. */
export type Reason = keyof typeof sentences;

const sentences = {
  'opted-out': 'The customer opted out before it was sent.',
  'no-offers':
    'The customer wants no offers. Messages about their own orders and bookings still reach them.',
  'no-consent':
    'The customer has not agreed to get such messages. Ask them first, and record that they agreed.',
  'consent-withdrawn': 'The customer has taken back that they agreed to such messages.',
  'too-old': 'It could not be sent while it still mattered.',
  'window-closed':
    'WhatsApp allows free text only within 24 hours of the last message of the customer. A template that WhatsApp has approved may be sent at any time.',
  'template-not-approved':
    'WhatsApp has not approved the template yet. It is sent as soon as it is.',
  'template-rejected': 'WhatsApp has rejected the template. Change its text and submit it again.',
  'template-paused':
    'WhatsApp has paused the template because customers complained or did not read it. Change its text, or send fewer.',
  'quiet-hours': 'It is night where the customer lives. It is sent in the morning.',
  'too-often': 'The customer has got as many offers lately as you allow.',
  'hourly-limit': 'As many messages as are allowed in an hour have been sent. It follows later.',
  'budget-spent':
    'The budget for messages is spent. Offers wait until it starts anew, or until you raise it.',
  'country-not-allowed':
    'Messages to this country are not allowed for your business. Add the country to its list first.',
  'not-delivered-in-country':
    'WhatsApp delivers no offers to numbers of the United States. Send an SMS.',
  'sender-not-registered':
    'Your number is not registered for messages to the United States yet. They are held back until it is.',
  'sender-offline': 'Your number cannot send at present. Messages wait until it can.',
  'no-sender': 'Your business has no number for this channel.',
  rate: 'Your number sends as fast as it may. It follows in a moment.',
  loop: 'Two machines seem to be writing to each other. The exchange was stopped.',
  flood:
    'Unusually many messages went to new numbers at once. Sending was stopped until you have looked at it.',
} as const;

/** The reason in a sentence that an owner understands. */
export const sentenceOf = (reason: Reason): string => sentences[reason];

export const REASONS = Object.keys(sentences) as Reason[];
