import { Counter } from 'prom-client';

const alerts = new Counter({
  name: 'frontdesk_alerts_total',
  help: 'Alerts of businesses that were raised, and that are over.',
  labelNames: ['alert', 'what'],
});
const budgets = new Counter({
  name: 'frontdesk_budgets_reached_total',
  help: 'Budgets of which 80 or 100 per cent have been reached.',
  labelNames: ['span', 'level'],
});
const stopped = new Counter({
  name: 'frontdesk_countries_stopped_total',
  help: 'Countries to which nothing is sent for a day, because it looked like fraud.',
});

/** What this process has seen of costs since it started. */
export const billingMeters = {
  alert: (alert: string, isRaised: boolean) =>
    alerts.inc({ alert, what: isRaised ? 'raised' : 'over' }),
  budget: (span: string, level: number) => budgets.inc({ span, level: String(level) }),
  countryStopped: () => stopped.inc(),
};
