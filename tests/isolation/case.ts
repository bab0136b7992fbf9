import type { settleInside } from '#features/conversations/settle.ts';
import type { OneBusiness } from '#db/tables.ts';
import type { World } from '../support/world.ts';

/** What belongs to somebody else: every id that a query could be given. */
export type Theirs = {
  businessId: string;
  entryId: string;
  deletedEntryId: string;
  documentId: string;
  deletedDocumentId: string;
  conversationId: string;
  contactId: string;
  messageId: string;
  questionId: string;
  /** Called `their_own`. */
  templateId: string;
  /** Of a message that told their owner of it. */
  ownerMessageSid: string;
  token: string;
  turn: Parameters<typeof settleInside>[1]['turn'];
};

export type Case = (tx: OneBusiness, theirs: Theirs, world: World) => Promise<unknown>;

/** A foreign key that is not satisfied, or a row that the policy does not let in. */
const REFUSALS = new Set(['23503', '42501']);

/** Writing next to another business's rows must fail; a failed statement ends the transaction, so it is told apart here. */
export const refused = (write: Promise<unknown>) =>
  write.then(
    () => ['written'],
    (error: unknown) => {
      if (!REFUSALS.has((error as { code?: string }).code ?? '')) throw error;
      throw new Refused();
    },
  );

/** The database refused to write; the transaction is void. */
export class Refused extends Error {}
