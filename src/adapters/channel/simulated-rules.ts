import type { Clock, OutboundMessage } from '#ports.ts';
import { isWhatsApp } from './webhook-forms.ts';
import type { PhoneText } from './webhook-forms.ts';

const PHONE = /^(whatsapp:)?\+\d{5,15}$/;
const USERNAME = /^whatsapp:[A-Z]{2}\.[A-Za-z0-9]{1,128}$/;
const MAX_CHARACTERS = 1600;

/** Twilio's error code for a message that it would refuse at once; null when it would take it. */
export function codeOfRefusal(
  { from, to, body }: OutboundMessage,
  hasOptedOut: boolean,
): number | null {
  if (!PHONE.test(to) && !USERNAME.test(to)) return 21211;
  if (isWhatsApp(from) !== isWhatsApp(to)) return 21910;
  if (from === to) return 21266;
  if (hasOptedOut) return 21610;
  if (body === '') return 21619;
  return Array.from(body).length > MAX_CHARACTERS ? 21617 : null;
}

const KEYWORDS = {
  stop: ['stop', 'unsubscribe', 'end', 'quit', 'stopall', 'revoke', 'optout', 'cancel'],
  start: ['start', 'yes', 'unstop'],
  help: ['help', 'info'],
};

/** The keyword that Twilio hears in an SMS: only one that is the whole message, in English. */
export function keywordOf(body: string): keyof typeof KEYWORDS | null {
  const word = body.trim().toLowerCase();
  if (KEYWORDS.stop.includes(word)) return 'stop';
  if (KEYWORDS.start.includes(word)) return 'start';
  return KEYWORDS.help.includes(word) ? 'help' : null;
}

/** What the carrier itself answers on SMS. */
export const CARRIER_REPLIES = {
  stop: 'You are unsubscribed and get no more messages from this number. Text START to get them again.',
  start: 'You are subscribed again. Text STOP to get no more messages from this number.',
  help: 'Text STOP to get no more messages from this number, START to get them again.',
};

/**
 * Who has opted out of which SMS number, as Twilio keeps it; on WhatsApp Twilio keeps no such list.
 */
export function optOuts() {
  const pairs = new Set<string>();
  const pairOf = (number: string, phone: string) => `${number} ${phone}`;

  return {
    has: (number: string, phone: string) => pairs.has(pairOf(number, phone)),

    /** Heeds what a phone has texted to a number, and gives the carrier's own reply to it. */
    hear({ from, to, body }: PhoneText): string | null {
      const keyword = isWhatsApp(from) ? null : keywordOf(body);
      const pair = pairOf(to, from);
      switch (keyword) {
        case null:
          return null;
        case 'help':
          return CARRIER_REPLIES.help;
        case 'start':
          return pairs.delete(pair) ? CARRIER_REPLIES.start : null;
        case 'stop':
          if (pairs.has(pair)) return null;
          pairs.add(pair);
          return CARRIER_REPLIES.stop;
      }
    },
  };
}

const WINDOW_MS = 24 * 3_600_000;

/** Until when WhatsApp takes free text to whom. Of who has not written in this process nothing is known. */
export function windows(clock: Clock) {
  const heardAt = new Map<string, number>();
  return {
    hear: ({ from, to }: PhoneText) => void heardAt.set(`${to} ${from}`, clock.now().getTime()),
    /** Error 63016 for free text that comes too late; null when it may be sent. */
    errorOf({ from, to, template }: OutboundMessage): number | null {
      const at = heardAt.get(`${from} ${to}`);
      const isShut = at !== undefined && clock.now().getTime() - at > WINDOW_MS;
      return isShut && isWhatsApp(to) && !template ? 63016 : null;
    },
  };
}
