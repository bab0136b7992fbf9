import type { Generated, JSONColumnType } from 'kysely';
import type { BusinessTx, Database, SystemTx } from '#platform/db/database.ts';
import type { KnowledgeTables } from './knowledge-tables.ts';
import type { TemplateTables } from './template-tables.ts';
import type { ChannelKind } from '#ports.ts';
import type { BillingTables } from './billing-tables.ts';
import type { ConsentTables } from './consent-tables.ts';

export type OfBusiness = { business_id: Generated<string> };

export type BusinessesTable = {
  id: string;
  name: string;
  kind: Generated<'shop' | 'lobby'>;
  status: Generated<'active' | 'suspended'>;
  time_zone: string;
  default_country: string;
  default_language: Generated<string>;
  opening_hours: string | null;
  special_days: JSONColumnType<object[], string | undefined>;
  greeting: string | null;
  contact_phone: string | null;
  answers_paused_at: Date | null;
  owner_answer_minutes: Generated<number>;
  learns: Generated<boolean>;
  question_count: Generated<number>;
  knowledge_version: Generated<string>;
  content_days: Generated<number>;
  metadata_days: Generated<number>;
  consent_days: Generated<number>;
  content_swept_to: Date | null;
  /** How people opt in to offers. */
  opt_in: JSONColumnType<object, string | undefined>;
  created_at: Date;
};

export type MessagesTable = OfBusiness & {
  id: Generated<string>;
  conversation_id: string;
  direction: 'in' | 'out';
  channel: ChannelKind;
  our_address: string;
  their_sealed: string;
  body: string;
  kind: string;
  purpose: Generated<'reply' | 'transactional' | 'marketing'>;
  details: JSONColumnType<Record<string, unknown>> | null;
  account_sid: string | null;
  message_sid: string | null;
  outcome: string | null;
  /** Why it waits or was not sent. */
  reason: string | null;
  /** By which who had it sent knows it. */
  client_key: string | null;
  state: MessageState;
  due_at: Date | null;
  valid_until: Date | null;
  attempts: Generated<number>;
  claim_token: string | null;
  claimed_until: Date | null;
  uncertain_since: Date | null;
  carrier_status: string | null;
  carrier_rank: Generated<number>;
  error_code: number | null;
  error_sentence: string | null;
  handed_over_at: Date | null;
  created_at: Date;
};

export type MessageState =
  | 'received'
  | 'queued'
  | 'sending'
  | 'unknown'
  | 'handed-over'
  | 'failed'
  | 'cancelled'
  | 'expired';

type CoreTables = {
  businesses: BusinessesTable;
  business_numbers: {
    business_id: string;
    channel: ChannelKind;
    address: string;
    is_shared: Generated<boolean>;
    /** Null: as the number shows. */
    sender_type: string | null;
    /** Units a second; null: as the type has it. */
    sender_rate: number | null;
    sender_state: Generated<'ready' | 'offline' | 'not-registered'>;
  };
  owners: OfBusiness & {
    id: Generated<string>;
    person_index: string;
    phone_sealed: string;
    created_at: Date;
  };
  contacts: OfBusiness & {
    id: Generated<string>;
    name_sealed: string | null;
    language: string | null;
    greeted_at: Date | null;
    phone_verified_at: Date | null;
    created_at: Date;
  };
  contact_aliases: OfBusiness & {
    person_index: string;
    contact_id: string;
    address_sealed: string | null;
  };
  conversations: OfBusiness & {
    id: Generated<string>;
    contact_id: string;
    channel: ChannelKind;
    our_address: string;
    their_sealed: string;
    inbound_count: Generated<string>;
    last_inbound_at: Date | null;
    attention_due_at: Date | null;
    thinking_token: string | null;
    thinking_until: Date | null;
    thinking_attempts: Generated<number>;
    window_started_at: Date | null;
    window_counted: Generated<number>;
    window_replies: Generated<number>;
    window_media: Generated<number>;
    window_told: Generated<boolean>;
    with_person_since: Date | null;
    created_at: Date;
  };
  opt_outs: OfBusiness & {
    contact_id: string;
    channel: ChannelKind;
    /** No offers, or nothing at all. */
    scope: Generated<'offers' | 'everything'>;
    opted_out_at: Date;
    source: string;
  };
  pending_questions: OfBusiness & {
    conversation_id: string;
    kind: string;
    choices: JSONColumnType<object>;
    asked_at: Date;
    expires_at: Date;
  };
  questions: OfBusiness & {
    id: Generated<string>;
    number: number;
    kind: 'question' | 'person' | 'call-back';
    text: string;
    likeness: string;
    state: Generated<'open' | 'answered' | 'skipped'>;
    stage: 'waiting' | 'telling' | 'told' | 'reminded' | 'kept' | 'over';
    due_at: Date | null;
    message_id: string | null;
    asked_at: Date;
    last_asked_at: Date;
    told_at: Date | null;
    replied_at: Date | null;
    claim_token: string | null;
    attempts: Generated<number>;
  };
  question_askers: OfBusiness & {
    question_id: string;
    conversation_id: string;
    language: string | null;
    asked_at: Date;
  };
  messages: MessagesTable;
  message_events: {
    account_sid: string;
    message_sid: string;
    status: string;
    event_type: Generated<string>;
    error_code: number | null;
    received_at: Date;
  };
  number_choices: {
    channel: ChannelKind;
    our_address: string;
    person_index: string;
    business_id: string;
    chosen_at: Date;
  };
  intake_marks: { account_sid: string; caught_up_to: Date };
  installation: { name: string; value: string };
  rate_limit_hits: { key: string; hits: number; reset_at: Date };
  model_usage: OfBusiness & {
    id: Generated<string>;
    at: Date;
    kind: string;
    model: string;
    input_tokens: number;
    cached_tokens: number;
    output_tokens: number;
    seconds: number | null;
    cost_micro_usd: string | null;
    priced_on: string | null;
    is_repeated: boolean;
  };
  owner_views: OfBusiness & {
    conversation_id: string;
    listed: JSONColumnType<string[]>;
    deleted: JSONColumnType<string[]>;
  };
};

/** Every table, as the migrations leave it. Sealed columns hold encrypted text, indexes a keyed hash. */
export type Tables = CoreTables & KnowledgeTables & TemplateTables & BillingTables & ConsentTables;

export type Db = Database<Tables>;
export type OneBusiness = BusinessTx<Tables>;
export type AllBusinesses = SystemTx<Tables>;
/** Either kind of transaction: for statements that are correct under both. */
export type AnyTx = OneBusiness | AllBusinesses;
