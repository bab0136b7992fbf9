import { sql } from 'kysely';
import type { App } from '#app.ts';
import { AppError, notFound } from '#errors.ts';
import { findBusiness } from './queries.ts';

type Uses = Pick<App, 'db' | 'vectors' | 'formerIndex' | 'files' | 'wakeups' | 'log'>;

/**
 * Removes a business with everything that is kept of it. The rows go last, so that after a failure the same
 * call finds the business again and finishes the work.
 */
export async function removeBusiness(app: Uses, businessId: string): Promise<void> {
  const business = await app.db.asBusiness(businessId, (tx) => findBusiness(tx, businessId));
  if (!business) throw notFound('business');
  await removeVectors(app, businessId);
  await removeFiles(app, businessId);
  await app.db.asSystem(async (tx) => {
    await sql`delete from message_events e using messages m where m.business_id = ${businessId}
      and e.account_sid = m.account_sid and e.message_sid = m.message_sid`.execute(tx);
    await tx
      .deleteFrom('businesses')
      .where('id', '=', businessId)
      .where('kind', '=', 'shop')
      .execute();
  });
  app.wakeups.wake('numbers_changed');
  // What was being indexed while the rows went has come after the first removal.
  await removeVectors(app, businessId).catch(() => {});
  await removeFiles(app, businessId).catch(() => {});
}

async function removeFiles({ files, log }: Uses, businessId: string): Promise<void> {
  try {
    await files.removeBusiness(businessId);
  } catch (error) {
    log.warn('files could not be removed', { business: businessId, reason: String(error) });
    throw new AppError(
      'unavailable',
      'files_not_removed',
      'The store of files does not answer, so the business was not removed. Please try again.',
    );
  }
}

async function removeVectors(
  { vectors, formerIndex, log }: Uses,
  businessId: string,
): Promise<void> {
  try {
    await vectors?.removeBusiness(businessId);
    await formerIndex.held()?.vectors.removeBusiness(businessId);
  } catch (error) {
    log.warn('vectors could not be removed', { business: businessId, reason: String(error) });
    throw new AppError(
      'unavailable',
      'vectors_not_removed',
      'The vector store does not answer, so the business was not removed. Please try again.',
    );
  }
}
