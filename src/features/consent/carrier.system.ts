import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { ChannelKind } from '#ports.ts';
import { meansOptedOut, sourceOf } from './carrier-codes.ts';

import type { OptingOut } from './opt-outs.ts';
import { cancelUnwanted, optOut } from './opt-outs.ts';

/** What the carrier reported of a message of ours. */
export type Report = {
  conversationId: string;
  channel: ChannelKind;
  errorCode?: number | null | undefined;
};

/** Keeps as opted out whom the carrier reports as such, many in one transaction; of all else nothing is read or written. */
export async function noteOptedOut(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  reports: readonly Report[],
): Promise<void> {
  const codes = new Map(
    reports.flatMap(({ conversationId, channel, errorCode }) =>
      meansOptedOut(errorCode) ? [[`${conversationId} ${channel}`, errorCode] as const] : [],
    ),
  );
  if (codes.size === 0) return;
  const ids = [...codes.keys()].map((key) => key.split(' ')[0]);
  const now = clock.now();
  await db.asSystem(async (tx) => {
    const { rows } = await sql<{ id: string; contactId: string; businessId: string }>`
      select id, contact_id as "contactId", business_id as "businessId" from conversations
      where id = any(${ids}::uuid[]) order by id`.execute(tx);
    const people = rows.flatMap(({ id, ...person }) =>
      CHANNELS.flatMap((channel) => {
        const code = codes.get(`${id} ${channel}`);
        return code === undefined ? [] : [optedOut({ ...person, channel }, code)];
      }),
    );
    const news = await optOut(tx, people, now);
    if (news.length > 0) await cancelUnwanted(tx, people, now);
  });
}

const CHANNELS: readonly ChannelKind[] = ['whatsapp', 'sms'];

const optedOut = (
  person: Pick<OptingOut, 'businessId' | 'contactId' | 'channel'>,
  code: number,
): OptingOut => ({
  ...person,
  scope: 'everything',
  method: 'carrier',
  source: sourceOf(code),
  actor: 'carrier',
});
