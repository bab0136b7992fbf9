import type { ChannelKind } from '#ports.ts';
import type { Leaving, Purpose } from './message.ts';
import type { Reason } from './refusals.ts';
import { sentenceOf } from './refusals.ts';

export type Verdict =
  | { kind: 'send' }
  /** In place of the text, which says the same. */
  | { kind: 'send-template'; template: FallbackTemplate['template'] }
  | { kind: 'other-channel'; channel: ChannelKind; reason: Reason }
  | { kind: 'wait'; until: Date; reason: Reason }
  | { kind: 'refuse'; state: Refusal; reason: Reason; sentence: string };

export type Refusal = 'cancelled' | 'expired' | 'failed';

/** Granted, or implied by what they asked of the business; withdrawn counts for good. */
export type Consent = 'granted' | 'implied' | 'unknown' | 'withdrawn';
export type TemplateStatus = 'approved' | 'pending' | 'rejected' | 'paused';
export type FallbackTemplate = {
  status: TemplateStatus;
  template: NonNullable<Leaving['template']>;
};

/** Another way to reach the same person, with nothing in its way but what stands here. */
export type OtherChannel = { channel: ChannelKind; consent: Consent; isOptedOut: boolean };

/** What is known of everything around a message; for a reply to somebody who has just written most of it is nothing. */
export type Circumstances = {
  consent: Consent;
  wantsNoOffers: boolean;
  /** ISO code of the recipient's country; null where the address tells none. */
  country: string | null;
  isCountryAllowed: boolean;
  /** Of the template that the message carries. */
  templateStatus: TemplateStatus;
  /** What says the same where free text may not leave; null where there is none. */
  fallback: FallbackTemplate | null;
  /** When the night ends where the recipient lives; null by day. */
  quietUntil: Date | null;
  /** When the budget starts anew; null while there is some left. */
  budgetSpentUntil: Date | null;
  /** When the recipient may get an offer again; null now. */
  cappedUntil: Date | null;
  /** When the business may begin conversations again; null now. */
  hourlyLimitUntil: Date | null;
  sender: 'ready' | 'offline' | 'not-registered' | 'none';
  /** When the sender is free; null now. */
  rateUntil: Date | null;
  breaker: 'loop' | 'flood' | null;
  /** The best one first. */
  others: readonly OtherChannel[];
};

/** Nothing is in the way. */
export const CLEAR: Circumstances = {
  consent: 'granted',
  wantsNoOffers: false,
  country: null,
  isCountryAllowed: true,
  templateStatus: 'approved',
  fallback: null,
  quietUntil: null,
  budgetSpentUntil: null,
  cappedUntil: null,
  hourlyLimitUntil: null,
  sender: 'ready',
  rateUntil: null,
  breaker: null,
  others: [],
};

/** What the gate reads of a message. */
export type Asking = Pick<
  Leaving,
  'kind' | 'purpose' | 'channel' | 'validUntil' | 'isOptedOut' | 'lastInboundAt' | 'template'
>;

const WINDOW_MS = 24 * 3_600_000 - 2 * 60_000;
/** How long a message that must wait for something without a known end waits before it is looked at again. */
const LOOK_AGAIN_MS = 15 * 60_000;

/** Whether WhatsApp still takes free text to somebody whose last message came then. */
export const isWindowOpen = (lastInboundAt: Date | null, now: Date): boolean =>
  (lastInboundAt?.getTime() ?? 0) + WINDOW_MS > now.getTime();

/** Said even to who opted out: the one confirmation of it, and what they agree to who want to opt in again. */
const saidRegardless = new Set(['opt-out', 'opt-in-asked']);

/**
 * Whether a message may leave, decided when it is written and again at the very hand-off: as it is, as a template, on
 * another channel, later, or not at all. Free text on WhatsApp leaves only within 24 hours of the customer's last message
 * (rule of WhatsApp, error 63016); two minutes are kept for the way. Pure.
 */
export function gate(message: Asking, now: Date, around: Circumstances = CLEAR): Verdict {
  const at = { message, now, around };
  return (
    barred(at) ??
    unwanted(at) ??
    unsendable(at) ??
    unaffordable(at) ??
    untimely(at) ??
    outsideWindow(at) ??
    tooFast(at) ?? { kind: 'send' }
  );
}

type At = { message: Asking; now: Date; around: Circumstances };

/** What no circumstance changes: the wish to hear nothing, age, and what would harm. */
function barred({ message, now, around }: At): Verdict | null {
  const isSaidRegardless = saidRegardless.has(message.kind);
  if (message.isOptedOut && !isSaidRegardless) return refuse('cancelled', 'opted-out');
  if (message.validUntil <= now) return refuse('expired', 'too-old');
  if (around.breaker === 'loop' && !isSaidRegardless) return refuse('cancelled', 'loop');
  if (around.breaker === 'flood' && message.purpose !== 'reply') return refuse('failed', 'flood');
  return null;
}

/** Nobody is written to first who does not want it; who answers needs no leave. */
function unwanted(at: At): Verdict | null {
  const { message, around } = at;
  if (message.purpose === 'reply') return null;
  if (message.purpose === 'marketing' && around.wantsNoOffers)
    return refuse('cancelled', 'no-offers');
  if (around.consent === 'withdrawn') return refuse('cancelled', 'consent-withdrawn');
  return isAgreed(message.purpose, around.consent) ? null : elsewhere(at, 'no-consent');
}

const isAgreed = (purpose: Purpose, consent: Consent): boolean =>
  purpose === 'reply' ||
  consent === 'granted' ||
  (consent === 'implied' && purpose === 'transactional');

/** What cannot reach them from here. */
function unsendable(at: At): Verdict | null {
  const { message, around } = at;
  if (around.sender === 'none') return elsewhere(at, 'no-sender');
  if (around.sender === 'offline') return elsewhereOrWait(at, 'sender-offline');
  if (around.sender === 'not-registered') return elsewhereOrWait(at, 'sender-not-registered');
  if (message.purpose === 'reply') return null;
  if (!around.isCountryAllowed) return refuse('failed', 'country-not-allowed');
  const isOffer = message.purpose === 'marketing' && message.channel === 'whatsapp';
  return isOffer && around.country === 'US' ? elsewhere(at, 'not-delivered-in-country') : null;
}

function unaffordable(at: At): Verdict | null {
  const { message, around } = at;
  if (message.purpose !== 'marketing' || !around.budgetSpentUntil) return null;
  return waitOr(at, around.budgetSpentUntil, 'budget-spent');
}

/** What would come too often, or at night. */
function untimely(at: At): Verdict | null {
  const { message, around } = at;
  if (message.purpose === 'reply') return null;
  if (around.hourlyLimitUntil) return waitOr(at, around.hourlyLimitUntil, 'hourly-limit');
  if (message.purpose !== 'marketing') return null;
  if (around.cappedUntil) return waitOr(at, around.cappedUntil, 'too-often');
  return around.quietUntil ? waitOr(at, around.quietUntil, 'quiet-hours') : null;
}

const templateReasons = {
  pending: 'template-not-approved',
  rejected: 'template-rejected',
  paused: 'template-paused',
} as const;

function outsideWindow(at: At): Verdict | null {
  const { message, now, around } = at;
  if (message.channel !== 'whatsapp') return null;
  if (message.template) return unapproved(at, around.templateStatus);
  if (isWindowOpen(message.lastInboundAt, now)) return null;
  if (!around.fallback) return elsewhere(at, 'window-closed');
  return (
    unapproved(at, around.fallback.status) ?? {
      kind: 'send-template',
      template: around.fallback.template,
    }
  );
}

function unapproved(at: At, status: TemplateStatus): Verdict | null {
  if (status === 'approved') return null;
  const reason = templateReasons[status];
  return status === 'pending' ? elsewhereOrWait(at, reason) : elsewhere(at, reason);
}

const tooFast = (at: At): Verdict | null =>
  at.around.rateUntil ? waitOr(at, at.around.rateUntil, 'rate') : null;

/** A way on which they have agreed to it too. A reply stays where it was asked for. */
const otherWay = ({ message, around }: At): OtherChannel | undefined =>
  message.purpose === 'reply'
    ? undefined
    : around.others.find(
        ({ consent, isOptedOut }) => !isOptedOut && isAgreed(message.purpose, consent),
      );

function elsewhere(at: At, reason: Reason): Verdict {
  const other = otherWay(at);
  return other
    ? { kind: 'other-channel', channel: other.channel, reason }
    : refuse(reason === 'no-consent' ? 'cancelled' : 'failed', reason);
}

function elsewhereOrWait(at: At, reason: Reason): Verdict {
  const verdict = elsewhere(at, reason);
  return verdict.kind === 'other-channel'
    ? verdict
    : waitOr(at, new Date(at.now.getTime() + LOOK_AGAIN_MS), reason);
}

/** Waiting helps only while the message still matters. */
const waitOr = ({ message }: At, until: Date, reason: Reason): Verdict =>
  until < message.validUntil ? { kind: 'wait', until, reason } : refuse('expired', reason);

const refuse = (state: Refusal, reason: Reason): Verdict => ({
  kind: 'refuse',
  state,
  reason,
  sentence: sentenceOf(reason),
});
