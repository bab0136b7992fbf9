import { sql } from 'kysely';
import type { Money } from '#platform/money.ts';

/** What a business set on spending: its budget, whom it may write to, and when it wants to hear of costs. */
export type Rules = {
  budget: { currency: string; dayMicros: number | null; monthMicros: number | null } | null;
  /** ISO 3166; null: its own country, and those from which somebody wrote first. */
  countries: string[] | null;
  marketingPerDay: number;
  marketingPerWeek: number;
  /** Above it a conversation is too costly; null: the default. */
  costPerConversation: Money | null;
};

export const DEFAULT_RULES: Rules = {
  budget: null,
  countries: null,
  marketingPerDay: 1,
  marketingPerWeek: 4,
  costPerConversation: null,
};

/** As the database gives it. */
export type SpendingJson = {
  currency: string | null;
  dayLimit: number | null;
  monthLimit: number | null;
  countries: string[] | null;
  marketingPerDay: number;
  marketingPerWeek: number;
  conversationCurrency: string | null;
  conversationLimit: number | null;
};

/** The rules of the business `b`, for `rulesOf`. */
export const spendingColumns = sql`(select json_build_object('currency', p.currency,
  'dayLimit', p.day_limit_micros, 'monthLimit', p.month_limit_micros, 'countries', p.countries,
  'marketingPerDay', p.marketing_per_day, 'marketingPerWeek', p.marketing_per_week,
  'conversationCurrency', p.conversation_currency, 'conversationLimit', p.conversation_limit_micros)
  from spending p where p.business_id = b.id)`;

/** What holds where nothing, or not all, was set. */
export function rulesOf(row: SpendingJson | null): Rules {
  if (!row) return DEFAULT_RULES;
  const { currency, dayLimit, monthLimit, conversationCurrency, conversationLimit } = row;
  return {
    budget: currency === null ? null : { currency, dayMicros: dayLimit, monthMicros: monthLimit },
    countries: row.countries,
    marketingPerDay: row.marketingPerDay,
    marketingPerWeek: row.marketingPerWeek,
    costPerConversation:
      conversationCurrency === null || conversationLimit === null
        ? null
        : { currency: conversationCurrency, micros: conversationLimit },
  };
}

/** The columns of what is given; what is absent stays. */
export const rulesRow = (given: Partial<Rules>) => ({
  ...amountsRow(given),
  // Whoever sets the countries has looked at them: what the product stopped by itself is free again.
  ...(given.countries !== undefined && { countries: given.countries, stopped_until: null }),
  ...(given.marketingPerDay !== undefined && { marketing_per_day: given.marketingPerDay }),
  ...(given.marketingPerWeek !== undefined && { marketing_per_week: given.marketingPerWeek }),
});

const amountsRow = ({ budget, costPerConversation: most }: Partial<Rules>) => ({
  ...(budget !== undefined && {
    currency: budget?.currency ?? null,
    day_limit_micros: textOf(budget?.dayMicros),
    month_limit_micros: textOf(budget?.monthMicros),
  }),
  ...(most !== undefined && {
    conversation_currency: most?.currency ?? null,
    conversation_limit_micros: textOf(most?.micros),
  }),
});

const textOf = (micros: number | null | undefined) => (micros == null ? null : String(micros));
