import type { SendOutcome } from '#ports.ts';

/**
 * Twilio's codes that mean "not taken now, ask again later": too many requests at once, and a full
 * queue of this sender.
 */
export const BUSY_CODES: ReadonlySet<number> = new Set([20429, 21611]);

/** The message is still on its way: it can be removed later. */
export const STILL_UNDER_WAY = 20009;
export const NOT_FOUND = 20404;

/** It says nothing about the message: the account may not send until somebody has set that right. */
export const WRONG_CREDENTIALS = 20003;
const ACCOUNT_RETRY_MS = 30_000;

/** What a refusal with this code of Twilio's means for a message. */
export function refusalOf(code: number): SendOutcome {
  const refused = { code, sentence: sentenceFor(code) };
  return code === WRONG_CREDENTIALS
    ? { kind: 'not-processed', reason: 'account', retryAfterMs: ACCOUNT_RETRY_MS, ...refused }
    : { kind: 'rejected', ...refused };
}

const SENTENCES: Readonly<Record<number, string>> = {
  20003:
    'Twilio does not accept the account SID and auth token, or the account is suspended: nothing can be sent until that is set right.',
  20009: 'Twilio is still sending this message: it can be removed later.',
  20404: 'Twilio does not know this account or number.',
  20429: 'Twilio had too many requests at once.',
  21211: 'This is not a phone number that can be reached: please check it.',
  21266: 'A number cannot send a message to itself.',
  21408: 'Messages to this country are switched off in the Twilio account (Geo Permissions).',
  21603: 'The message has no sender number.',
  21606: 'The sender number cannot send this kind of message: check it in the Twilio Console.',
  21610: 'This person has opted out by texting STOP: nothing can be sent until they text START.',
  21611: 'Too many messages of this number are waiting at Twilio.',
  21612: 'Twilio has no route from the sender number to this phone.',
  21614: 'This number cannot receive text messages: it is not a mobile phone.',
  21617: 'The message is longer than the 1,600 characters that Twilio takes.',
  21619: 'The message has no text.',
  21655: 'Twilio does not know this template.',
  21656: 'The values for the template do not fit it.',
  21703: 'The messaging service has no number to send from.',
  21704: 'The messaging service has no number that can reach this phone.',
  21910: 'Sender and recipient are not both on WhatsApp or both on SMS.',
  30001: 'Too many messages were waiting at Twilio, so this one was dropped.',
  30002: 'The Twilio account is suspended.',
  30003: 'The phone cannot be reached: it may be switched off or without a signal.',
  30004: 'The person or their phone company blocks messages from this number.',
  30005: 'This phone number does not exist any more.',
  30006:
    'This number cannot receive text messages: it is a landline, or its company does not take them.',
  30007: 'The phone company filtered the message out as unwanted.',
  30008: 'The phone company did not deliver the message and gave no reason.',
  30029: 'The Twilio account may not use this setting for keeping message contents.',
  30032: 'The toll-free number is not verified yet.',
  30034: 'The number is not registered for business messages in the US (10DLC).',
  30036: 'The message waited too long and expired.',
  30410: 'The phone company did not answer in time; the message may or may not have arrived.',
  30450: 'Twilio held the message back as suspected SMS fraud.',
  30610: "It was outside the hours in which messages may be sent at the person's place.",
  30640: 'Twilio advises against writing to this number: its owner is known for lawsuits.',
  63001: 'WhatsApp does not accept the credentials of this sender: check it in the Twilio Console.',
  63003: 'This phone is not on WhatsApp.',
  63005: 'WhatsApp refused the content of the message.',
  63007: 'The sender is not a WhatsApp number of this Twilio account.',
  63008: 'The WhatsApp sender is not set up correctly: check it in the Twilio Console.',
  63010: 'Twilio had an internal error.',
  63012: 'WhatsApp had an internal error.',
  63013: "The message breaks one of WhatsApp's rules for its content.",
  63014: 'This person has blocked you or opted out on WhatsApp.',
  63015: 'This phone has not joined the WhatsApp sandbox: it must send the join code first.',
  63016:
    'More than 24 hours have passed since this person last wrote: WhatsApp now takes only approved templates.',
  63017: 'WhatsApp is getting messages too fast from this number.',
  63018: 'The WhatsApp number has reached its limit of messages for now.',
  63019: 'The attached file could not be fetched.',
  63020:
    'The WhatsApp business account needs attention: accept its invitation in the Meta Business Manager.',
  63021: 'WhatsApp found the content of the message invalid.',
  63024: 'This phone cannot be reached on WhatsApp.',
  63027: 'The template does not exist in this language.',
  63028: 'The template got more or fewer values than it has places for.',
  63030: 'The template got a value of a kind that it does not take.',
  63031: 'A number cannot send a message to itself.',
  63032: 'WhatsApp does not deliver this message to this person for now.',
  63036: 'This phone cannot receive RCS messages.',
  63038: 'The Twilio account has reached its daily limit of messages.',
  63040: 'WhatsApp has rejected this template.',
  63041: 'WhatsApp has paused this template.',
  63042: 'WhatsApp has switched this template off.',
  63049: 'WhatsApp chose not to deliver this marketing message.',
  63051: 'The WhatsApp number is locked: check it in the Twilio Console.',
  63062: 'The terms for marketing messages on WhatsApp have not been accepted for this account.',
  63119: 'WhatsApp is getting messages too fast from this account.',
};

/** What one of Twilio's codes means, for the owner; a code that is not in the table is named. */
export const sentenceFor = (code: number): string =>
  SENTENCES[code] ?? `Twilio refused the message with its error code ${code}.`;
