import type { App } from '#app.ts';
import { invalid } from '#errors.ts';
import type { Business, Place } from './queries.ts';
import { businessesAfter } from './queries.ts';

export type Page = { businesses: Business[]; nextCursor: string | null };

/** A page of all businesses, the oldest first; `nextCursor` leads to the next one. */
export async function listBusinesses(
  { db }: Pick<App, 'db'>,
  { limit, cursor }: { limit: number; cursor: string | undefined },
): Promise<Page> {
  const after = cursor === undefined ? null : readCursor(cursor);
  const found = await db.asSystem((tx) => businessesAfter(tx, { after, limit: limit + 1 }));
  const businesses = found.slice(0, limit);
  const last = businesses.at(-1);
  return { businesses, nextCursor: found.length > limit && last ? cursorOf(last) : null };
}

const cursorOf = ({ createdAt, businessId }: Place) =>
  Buffer.from(`${createdAt.toISOString()} ${businessId}`).toString('base64url');

function readCursor(cursor: string): Place {
  const [time = '', businessId = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const createdAt = new Date(time);
  if (!Number.isNaN(createdAt.getTime()) && /^[a-z0-9_]+$/.test(businessId)) {
    return { createdAt, businessId };
  }
  throw invalid('invalid_cursor', 'cursor must be the nextCursor of the page before.', [
    { field: 'cursor', message: 'cursor must be the nextCursor of the page before.' },
  ]);
}
