import type { OneBusiness } from '#db/tables.ts';

/** A message of this conversation by the carrier's id for it; undefined where there is none. */
export const messageQuoted = (tx: OneBusiness, conversationId: string, messageSid: string) =>
  tx
    .selectFrom('messages')
    .select(['direction', 'body', 'details'])
    .where('conversation_id', '=', conversationId)
    .where('message_sid', '=', messageSid)
    .executeTakeFirst();
