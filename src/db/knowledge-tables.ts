import type { Generated, JSONColumnType } from 'kysely';
import type { OfBusiness } from './tables.ts';

/** What businesses have told, and the files that it was taken from. */
export type KnowledgeTables = {
  entries: OfBusiness & {
    id: Generated<string>;
    text: string;
    source: Generated<string>;
    version: Generated<number>;
    indexed_version: Generated<number>;
    index_due_at: Date | null;
    index_token: string | null;
    indexed_in: string | null;
    valid_until: Date | null;
    document_id: string | null;
    created_at: Date;
    updated_at: Date;
    deleted_at: Date | null;
    seq: Generated<string>;
  };
  documents: OfBusiness & {
    id: Generated<string>;
    number: number;
    name: string;
    source: 'owner' | 'api';
    content_type: string | null;
    state: 'waiting' | 'found' | 'added' | 'dropped' | 'failed';
    pages: number | null;
    found: JSONColumnType<string[]>;
    found_count: Generated<number>;
    added_count: Generated<number>;
    sentence: string | null;
    attempts: Generated<number>;
    due_at: Date | null;
    claim_token: string | null;
    created_at: Date;
    finished_at: Date | null;
    deleted_at: Date | null;
  };
  entry_vectors: OfBusiness & { entry_id: string; model: string; embedding: number[] };
};
