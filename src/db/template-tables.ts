import type { Generated, JSONColumnType } from 'kysely';
import type { TemplateCategory } from '#ports.ts';
import type { OfBusiness } from './tables.ts';

/** What WhatsApp approves. */
export type TemplateTables = {
  templates: OfBusiness & {
    id: Generated<string>;
    name: string;
    language: string;
    version: number;
    category: TemplateCategory;
    content: JSONColumnType<object>;
    body_hash: string;
    stage: Generated<'draft' | 'submitting' | 'watched' | 'leaving'>;
    status: Generated<string>;
    content_sid: string | null;
    given_category: string | null;
    rejection_reason: string | null;
    submitted_at: Date | null;
    asked_at: Date | null;
    due_at: Date | null;
    attempts: Generated<number>;
    claim_token: string | null;
    news: Generated<string[]>;
    news_due_at: Date | null;
    created_at: Date;
    updated_at: Date;
  };
};
