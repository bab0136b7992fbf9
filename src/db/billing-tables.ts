import type { Generated } from 'kysely';

type OfBusiness = { business_id: Generated<string> };

/** What messages and models cost, and what may be spent. */
export type BillingTables = {
  message_costs: OfBusiness & {
    message_id: string;
    fee: 'carrier' | 'meta';
    conversation_id: string;
    campaign_id: string | null;
    channel: string;
    direction: 'in' | 'out';
    purpose: string;
    category: string;
    country: string | null;
    segments: number;
    currency: string;
    estimated_micros: string;
    is_guess: boolean;
    billed_currency: string | null;
    billed_micros: string | null;
    bill_due_at: Date | null;
    at: Date;
    day: string;
  };
  cost_days: OfBusiness & {
    day: string;
    channel: string;
    purpose: string;
    currency: string;
    messages: number;
    segments: number;
    estimated_micros: string;
    billed_micros: string;
  };
  spending: OfBusiness & SpendingTable;
  cost_alerts: OfBusiness & {
    name: string;
    raised_at: Date;
    cleared_at: Date | null;
    value: number;
  };
  cost_marks: { name: string; last_id: string };
  costs_waiting: { message_id: string; look_at: Date };
  reply_counts: { our_address: string; month: string; replies: number };
};

type SpendingTable = {
  currency: string | null;
  day_limit_micros: string | null;
  month_limit_micros: string | null;
  countries: string[] | null;
  marketing_per_day: Generated<number>;
  marketing_per_week: Generated<number>;
  conversation_currency: string | null;
  conversation_limit_micros: string | null;
  seen_countries: Generated<string[]>;
  stopped_countries: Generated<string[]>;
  stopped_until: Date | null;
  day: string | null;
  day_micros: Generated<string>;
  month_micros: Generated<string>;
  told_day: string | null;
  told_day_level: Generated<number>;
  told_month: string | null;
  told_month_level: Generated<number>;
  is_stale: Generated<boolean>;
};
