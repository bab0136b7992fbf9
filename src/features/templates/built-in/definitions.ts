import type { TemplateCategory } from '#ports.ts';
import type { Variable } from '../content.ts';

const customer = { about: 'name of the customer', sample: 'Ana' };
const business = { about: 'name of the business', sample: 'Pizza Palace' };
const service = { about: 'what is booked', sample: 'Haircut' };
const date = { about: 'day', sample: '25/11/2026' };
const time = { about: 'time of day', sample: '18:30' };
const order = { about: 'number of the order', sample: 'A-1024' };

export type Definition = {
  category: TemplateCategory;
  /** Of `{{1}}`, `{{2}}` and so on, in every language. */
  variables: readonly Variable[];
  /** Ids of buttons that answer; their words stand with the language. */
  replies: readonly string[];
};

/** What the built-in templates are for and what is put into them. */
export const definitions = {
  booking_confirmation: {
    category: 'UTILITY',
    variables: [customer, business, service, date, time],
    replies: [],
  },
  appointment_reminder: {
    category: 'UTILITY',
    variables: [customer, business, service, date, time],
    replies: [],
  },
  promotional_offer: {
    category: 'MARKETING',
    variables: [
      customer,
      business,
      { about: 'the offer', sample: '20 % on all pizzas' },
      { about: 'last day of the offer', sample: '30/11/2026' },
    ],
    replies: [],
  },
  feedback_request: {
    category: 'UTILITY',
    variables: [customer, business, { about: 'day of the visit', sample: '20/11/2026' }],
    replies: [],
  },
  order_confirmation: {
    category: 'UTILITY',
    variables: [customer, order, business, { about: 'what it costs', sample: '$24.50' }],
    replies: [],
  },
  order_status: {
    category: 'UTILITY',
    variables: [customer, order, business, { about: 'how it stands', sample: 'ready' }],
    replies: [],
  },
  slot_offer: {
    category: 'UTILITY',
    variables: [
      ...[customer, business, service, date, time],
      { about: 'with whom', sample: 'Maria' },
      { about: 'price', sample: '$30' },
      { about: 'minutes to answer', sample: '10' },
    ],
    replies: ['confirm', 'decline'],
  },
  owner_question: {
    category: 'UTILITY',
    variables: [business, { about: 'what the owner is asked', sample: '1. Do you deliver?' }],
    replies: [],
  },
} as const satisfies Record<string, Definition>;

export type BuiltInName = keyof typeof definitions;

export const BUILT_IN_NAMES = Object.keys(definitions) as BuiltInName[];

/** A built-in template in one language: for WhatsApp, and in plain text for SMS. */
export type Worded = {
  body: string;
  plainText: string;
  /** What stands on the buttons that answer. */
  replies?: readonly string[];
};

/** All of them in one language. */
export type WordedAll = Record<BuiltInName, Worded>;

/** In a script that WhatsApp has no language for: as plain text only. */
export type PlainAll = Record<BuiltInName, string>;
