import * as privacy from '#features/privacy/queries.ts';
import type { Case } from './case.ts';

const all = { indexes: null, after: null, limit: 100 };

/** The queries on what is kept of customers. An erasure has the id of who is erased here. */
export const privacyCases: Record<string, Case> = {
  'privacy/queries.ts retentionOf': (tx) => privacy.retentionOf(tx).then(() => []),
  'privacy/queries.ts setRetention': (tx) =>
    privacy.setRetention(tx, { contentDays: 1 }).then(() => []),
  'privacy/queries.ts listCustomers': (tx) => privacy.listCustomers(tx, all),
  'privacy/queries.ts everyMessage': (tx, { contactId }) => privacy.everyMessage(tx, contactId),
  'privacy/queries.ts everyQuestion': (tx, { contactId }) => privacy.everyQuestion(tx, contactId),
  'privacy/queries.ts everyOptOut': (tx, { contactId }) => privacy.everyOptOut(tx, contactId),
  'privacy/queries.ts everyAddress': (tx, { contactId }) => privacy.everyAddress(tx, contactId),
  'privacy/queries.ts findErasure': (tx, { contactId }) => privacy.findErasure(tx, contactId),
};
