import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import { noticeOwner } from '#features/questions/notice.ts';
import type { Money } from '#platform/money.ts';
import type { Alert, AlertName, Measured } from './alerts.ts';
import { alertsFor, crossingOf } from './alerts.ts';
import { measuresOf, noteAlert, raisedAlerts } from './measures.ts';
import { billingMeters } from './meters.ts';
import { moneyText } from './money-text.ts';
import { spendingFacts } from './queries.ts';
import { aboutIn } from './rates.ts';

type Uses = Pick<App, 'db' | 'clock' | 'config' | 'vault' | 'wakeups' | 'log'>;

const DAY_MS = 24 * 3_600_000;
const COST_PER_CONVERSATION: Money = { currency: 'INR', micros: 3_000_000 };

/** Compares the last 24 hours of each business that was active with what is watched; owner and operator hear of each crossing once. */
export async function watchAlerts(app: Uses): Promise<void> {
  const since = new Date(app.clock.now().getTime() - DAY_MS);
  const active = await app.db.runAsSystem(sql<{ id: string }>`
    select distinct c.business_id as id from cost_days c join businesses b on b.id = c.business_id
    where c.day >= (${since}::timestamptz at time zone b.time_zone)::date and b.kind = 'shop'`);
  for (const { id } of active) {
    const crossed = await app.db.asBusiness(id, (tx) => watchBusiness(app, tx));
    for (const { name, isRaised, value, isTold } of crossed) {
      const note = { business: id, alert: name, value, isTold };
      if (isRaised) app.log.warn('an alert was raised', note);
      else app.log.info('an alert is over', note);
      billingMeters.alert(name, isRaised);
    }
    if (crossed.length > 0) app.wakeups.wake('outbound_due');
  }
}

type Crossed = { name: AlertName; isRaised: boolean; value: number; isTold: boolean };

async function watchBusiness(app: Uses, tx: OneBusiness): Promise<Crossed[]> {
  const now = app.clock.now();
  const { rules, ownCountry } = await spendingFacts(tx, now);
  const limit = rules.costPerConversation ?? defaultLimit(ownCountry);
  const since = new Date(now.getTime() - DAY_MS);
  const measures = await measuresOf(tx, { since, now, currency: limit.currency });
  const raised = await raisedAlerts(tx);
  const crossed: Crossed[] = [];
  for (const [name, alert] of Object.entries(alertsFor(limit.micros)) as [AlertName, Alert][]) {
    const measured = measures[name];
    const crossing = crossingOf(alert, measured, raised.includes(name));
    if (!crossing) continue;
    const isRaised = crossing === 'raise';
    const { value } = measured;
    await noteAlert(tx, { name, isRaised, value }, now);
    const sentence = sentenceFor(name, alert, measured, limit.currency);
    const isTold = isRaised && (await noticeOwner(app, tx, sentence, now));
    crossed.push({ name, isRaised, value, isTold });
  }
  return crossed;
}

/** About as much in dollars where nobody thinks in rupees. */
const defaultLimit = (country: string): Money =>
  country === COST_PER_CONVERSATION.currency.slice(0, 2)
    ? COST_PER_CONVERSATION
    : { currency: 'USD', micros: aboutIn('USD', COST_PER_CONVERSATION) ?? 0 };

const sentenceFor =
  (name: AlertName, { threshold }: Alert, { value }: Measured, currency: string) =>
  ({ costs }: OwnerSentences, shop: string): string => {
    switch (name) {
      case 'costly':
        return costs.costly(
          shop,
          moneyText({ currency, micros: value }),
          moneyText({ currency, micros: threshold }),
        );
      case 'undelivered':
        return costs.undelivered(shop, String(Math.floor(value)), String(threshold));
      case 'slow':
        return costs.slow(shop, String(Math.ceil(value)), String(threshold));
      case 'longTexts':
        return costs.longTexts(shop, value.toFixed(1), String(threshold));
    }
  };
