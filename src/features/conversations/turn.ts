import type { SpecialDay } from '#features/hours/hours.ts';
import type { OptInForm } from '#features/consent/opt-in-form.ts';
import type { ChannelKind } from '#ports.ts';

export type TurnMessage = {
  id: string;
  body: string;
  kind: string;
  details: {
    media?: GivenMedium[];
    /** What became of its pictures and recordings; the words stand in `body` too. */
    heard?: HeardMedia;
    optOutType?: string;
    repliedTo?: string;
    isForwarded?: boolean;
    /** Of an owner's answer at a number that several of her shops share: those that it could be for, where that is not clear. */
    amongShops?: string[];
  } | null;
  at: string;
};

/** Where the carrier keeps what came with a message, and what it says that it is. */
export type GivenMedium = { url: string; contentType: string };

export type HeardMedia =
  { words: string } | { because: 'no-model' | 'told-before' | 'cannot-open' | 'not-made-out' };

/** Everything that the next move in a conversation is decided from, read in one statement. */
export type Turn = {
  conversationId: string;
  businessId: string;
  contactId: string;
  token: string;
  channel: ChannelKind;
  ourAddress: string;
  theirSealed: string;
  nameSealed: string | null;
  /** How many messages had come in when this was read. */
  inboundCount: string;
  attempts: number;
  business: {
    name: string;
    kind: 'shop' | 'lobby';
    status: 'active' | 'suspended';
    timeZone: string;
    country: string;
    language: string;
    hours: string | null;
    /** Days that differ from the hours, set one by one. */
    specialDays: readonly SpecialDay[];
    greeting: string | null;
    contactPhone: string | null;
    isPaused: boolean;
    optIn: OptInForm;
    knowledgeVersion: string;
  };
  language: string | null;
  /** What is spoken now is not to be remembered as the customer's language. */
  keepsLanguage?: boolean;
  isGreeted: boolean;
  isOwner: boolean;
  isOptedOut: boolean;
  /** Since when the bot is quiet here because a person of the business has taken over; null: it answers. */
  withPersonSince: Date | null;
  /** They have been told so since: another STOP is met with silence. */
  isOptOutConfirmed: boolean;
  /** The carrier told us that they block us, and now they write again. */
  isBlockOver: boolean;
  window: {
    startedAt: Date | null;
    counted: number;
    replies: number;
    media: number;
    isTold: boolean;
  };
  pending: { kind: string; choices: unknown; expiresAt: string } | null;
  /** What came in and has no outcome yet, oldest first. */
  messages: TurnMessage[];
  history: { from: 'customer' | 'bot'; text: string }[];
};

/** One message to be sent as part of a turn. `kind` says what it is; `opt-out` is sent even to who opted out. */
export type Reply = { kind: ReplyKind; text: string };

export type ReplyKind =
  | 'answer'
  | 'unknown'
  | 'greeting'
  | 'small-talk'
  | 'help'
  | 'opt-out'
  | 'opt-in'
  | 'opt-in-asked'
  | 'limit'
  | 'paused'
  | 'cannot-read'
  | 'menu'
  | 'command'
  | 'sorry';

/** How a turn ends: what is said, and why nothing is when nothing is. */
export type Ending = {
  /** Recorded with the messages of the turn. */
  outcome: string;
  replies: Reply[];
  /** Last message that this ending settles. */
  throughId: string;
  /** False: it stands whatever was said meanwhile. */
  isVoidWhenMoreWasSaid: boolean;
  /** Counts against the hourly limit of the customer or owner. */
  isCounted: boolean;
  /** The limit was told; it is told once. */
  tellsLimit?: boolean;
  language?: string | null;
};

export const HOUR_MS = 3_600_000;

/** The counted messages of the present hour, and when that hour ends. */
export function windowNow({ window }: Turn, now: Date) {
  const endsAt = (window.startedAt?.getTime() ?? 0) + HOUR_MS;
  return endsAt > now.getTime()
    ? { ...window, endsAt: new Date(endsAt) }
    : {
        startedAt: null,
        counted: 0,
        replies: 0,
        media: 0,
        isTold: false,
        endsAt: new Date(now.getTime() + HOUR_MS),
      };
}
