import type { Generated } from 'kysely';
import type { OfBusiness } from './tables.ts';

/** The tables of consent. */
export type ConsentTables = {
  /** The ledger: rows are added, and never changed. */
  consent_events: OfBusiness & {
    id: Generated<string>;
    /** Of a person who may be forgotten by now. */
    contact_id: string;
    channel: 'whatsapp' | 'sms' | 'email';
    purpose: 'transactional' | 'marketing';
    status: 'granted' | 'denied' | 'withdrawn';
    method: string;
    source: string;
    wording: string | null;
    wording_version: string | null;
    language: string | null;
    actor: string;
    at: Date;
    message_sid: string | null;
    file_hash: string | null;
    ip: string | null;
    expires_at: Date | null;
  };
  phone_codes: OfBusiness & {
    contact_id: string;
    /** Null once it has been used. */
    code_hash: string | null;
    expires_at: Date;
    tries: Generated<number>;
    window_at: Date;
    sent: Generated<number>;
  };
  scheduled_cancellations: OfBusiness & {
    message_id: string;
    message_sid: string;
    due_at: Date;
    attempts: Generated<number>;
  };
};
