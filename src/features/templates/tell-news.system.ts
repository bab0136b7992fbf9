import { sql } from 'kysely';
import type { App } from '#app.ts';
import { readShop } from '#features/questions/owners.ts';
import { sentencesFor } from '#features/questions/owners.ts';
import { tellOwner, wayTo } from '#features/questions/tell-owner.ts';
import { newsText } from './news-lines.ts';
import { findNews, setNewsDue } from './queries.ts';

type Uses = Pick<App, 'db' | 'clock' | 'config' | 'vault' | 'wakeups'>;

const LEASE_MS = 60_000;
const AGAIN_MS = 3_600_000;

/** The businesses whose owners are to be told of a change now; whoever claims them has a minute for it. */
export async function claimTellings({ db, clock }: Uses) {
  const now = clock.now();
  const rows = await db.runAsSystem(sql<{ businessId: string }>`
    update templates set news_due_at = ${new Date(now.getTime() + LEASE_MS)}
    where news_due_at <= ${now} returning business_id as "businessId"`);
  const businesses = new Set(rows.map(({ businessId }) => businessId));
  return [...businesses].map((businessId) => ({ kind: 'tell' as const, businessId }));
}

/** Tells an owner in one message of all that has changed, once; where none can be reached it waits until one can. */
export async function tellNews(app: Uses, businessId: string): Promise<void> {
  const now = app.clock.now();
  const isTold = await app.db.asBusiness(businessId, async (tx) => {
    const news = await findNews(tx);
    const shop = await readShop(tx);
    const way = shop.isActive && news.length > 0 ? wayTo(app, shop, now) : null;
    if (!way) {
      const again = new Date(now.getTime() + AGAIN_MS);
      await setNewsDue(tx, news.length > 0 ? again : null);
      return false;
    }
    const language = way.owner.language ?? shop.language;
    const text = newsText(sentencesFor(shop, way).templates, { shop: shop.name, language, news });
    const telling = { text, brief: text, questions: [], kind: 'owner-news' };
    await tellOwner(app, tx, { shop, way, telling, now });
    await setNewsDue(tx, null);
    return true;
  });
  if (isTold) app.wakeups.wake('outbound_due');
}
