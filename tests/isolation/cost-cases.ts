import { measuresOf, noteAlert, raisedAlerts } from '#features/billing/measures.ts';
import * as billing from '#features/billing/queries.ts';
import { costDays, costsBy, guessesIn, longTexts } from '#features/billing/report.ts';
import type { Case } from './case.ts';
import { refused } from './case.ts';

const now = new Date();
const ever = { from: '2020-01-01', to: '2100-01-01', limit: 100 };

/** The same for what things cost. */
export const costCases: Record<string, Case> = {
  'billing/measures.ts measuresOf': async (tx) => {
    const measures = await measuresOf(tx, { since: new Date(0), now, currency: 'USD' });
    return Object.values(measures).filter(({ count }) => count > 0);
  },
  'billing/measures.ts raisedAlerts': (tx) => raisedAlerts(tx),
  'billing/measures.ts noteAlert': (tx) =>
    noteAlert(tx, { name: 'slow', isRaised: false, value: 9 }, now).then(() => []),
  'billing/queries.ts recountBudgets': (tx) => billing.recountBudgets(tx, now),
  'billing/queries.ts spendingFacts': async (tx) => {
    const { budget, seenCountries } = await billing.spendingFacts(tx, now);
    return [...seenCountries, ...(budget ? [budget] : [])];
  },
  'billing/queries.ts budgetState': async (tx) =>
    [await billing.budgetState(tx, now)].filter((state) => state !== 'within'),
  'billing/queries.ts setRules': (tx, { businessId }) =>
    refused(billing.setRules(tx, businessId, { marketingPerDay: 9 }, now)),
  'billing/queries.ts noteTold': (tx) =>
    billing.noteTold(tx, { span: 'day', level: 100 }, '2026-01-01').then(() => []),
  'billing/report.ts costDays': (tx) => costDays(tx, ever),
  'billing/report.ts guessesIn': (tx) => guessesIn(tx, ever),
  'billing/report.ts costsBy': (tx) => costsBy(tx, { ...ever, by: 'campaign' }),
  'billing/report.ts longTexts': (tx) => longTexts(tx, ever),
};
