import { askToSave } from '#features/documents/ask-to-save.ts';
import * as documents from '#features/documents/queries.ts';
import { undoSource } from '#features/documents/sources.ts';
import { lasting } from '#features/knowledge/fact.ts';
import type { Case } from './case.ts';
import { refused } from './case.ts';

const now = new Date();
const newDocument = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'x',
  contentType: null,
  pages: null,
  source: 'api',
  state: 'found',
  found: ['x'],
} as const;

/** The same for files and what was learned from them. */
export const documentCases: Record<string, Case> = {
  'documents/queries.ts addDocument': (tx) =>
    documents
      .addDocument(tx, { ...newDocument, now })
      .then((added) => (added?.number === 1 ? [] : [added])),
  'documents/queries.ts findDocument': (tx, { documentId }) =>
    documents.findDocument(tx, { id: documentId }),
  'documents/queries.ts listDocuments': async (tx) =>
    (await documents.listDocuments(tx, { limit: 100 })).documents,
  'documents/queries.ts entriesOfDocument': (tx, { documentId }) =>
    documents.entriesOfDocument(tx, documentId),
  'documents/queries.ts saveDocument': (tx, { documentId: id }) =>
    documents.saveDocument(
      tx,
      { id, name: 'x' },
      { facts: [lasting('stolen')], from: 'found', now },
    ),
  'documents/queries.ts dropDocument': async (tx, { documentId }) =>
    (await documents.dropDocument(tx, documentId, now)) ? ['dropped'] : [],
  'documents/queries.ts deleteDocument': (tx, { documentId }) =>
    documents.deleteDocument(tx, documentId, now),
  'documents/queries.ts restoreDocument': (tx, { deletedDocumentId }) =>
    documents.restoreDocument(tx, deletedDocumentId, now),
  'documents/queries.ts rememberHeard': (tx, { messageId }) =>
    documents.rememberHeard(tx, messageId, { body: 'stolen', words: 'stolen' }),
  'documents/queries.ts wasToldToType': async (tx, { conversationId }) =>
    (await documents.wasToldToType(tx, conversationId, new Date(0))) ? ['told'] : [],
  'documents/ask-to-save.ts askToSave': (tx, { conversationId, documentId: id }) =>
    refused(askToSave(tx, { conversationId }, { kind: 'save-document', id, number: 1 }, now)),
  'documents/sources.ts undoSource': (tx, { turn, deletedDocumentId }) =>
    undoSource(tx, turn, `source:${deletedDocumentId}`, now),
};
