import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startOfDay } from '#platform/days.ts';
import { statsOf } from '#features/analytics/queries.ts';
import { NOTHING } from '#features/usage/queries.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const DAY_MS = 24 * 3_600_000;
const knows = ['We are open 9 AM to 9 PM every day', 'We deliver to downtown for $5'];

test('a business sees what its customers asked and how fast they were answered', async () => {
  await using world = await createWorld();
  const id = await world.shop({ knows });
  const empty = await world.api('GET', `/api/businesses/${id}/metrics`);
  const none = { questions: 0, answered: 0, unanswered: 0, medianResponseMs: null };
  assert.deepEqual(empty.json, {
    success: true,
    businessId: id,
    metrics: {
      totalQueries: 0,
      responseTime: null,
      customerSatisfaction: null,
      knowledgeBaseSize: 2,
      today: none,
      last7Days: none,
      model: { today: NOTHING, last30Days: NOTHING },
    },
  });

  const [ana, ben, owner] = [ANA, BEN, OWNER].map((phone) => world.phone(phone));
  await ana?.says(SHOP, 'Do you deliver to downtown?');
  await ana?.says(SHOP, 'thanks');
  await ben?.says(SHOP, 'Do you have a swimming pool?');
  await owner?.says(SHOP, '!ask Do you deliver to downtown?');

  const { json } = await world.api('GET', `/api/businesses/${id}/metrics`);
  const { today, last7Days, totalQueries, responseTime } = json.metrics;
  assert.equal(totalQueries, 2);
  assert.deepEqual([last7Days.questions, last7Days.answered, last7Days.unanswered], [2, 1, 1]);
  assert.ok(last7Days.medianResponseMs >= 2_000 && last7Days.medianResponseMs < 30_000);
  assert.equal(responseTime, `${(last7Days.medianResponseMs / 1000).toFixed(1)}s`);
  assert.deepEqual(today, last7Days);
});

test('what was asked a week ago counts for ever, but not for these seven days', async () => {
  await using world = await createWorld();
  const id = await world.shop({ knows });
  await world.phone(ANA).says(SHOP, 'Do you deliver to downtown?');
  world.clock.advance(7 * DAY_MS);
  const { json } = await world.api('GET', `/api/businesses/${id}/metrics`);
  assert.equal(json.metrics.totalQueries, 1);
  assert.equal(json.metrics.last7Days.questions, 0);
  assert.equal(json.metrics.today.questions, 0);
});

test('a question counts when it was asked in the span, and belongs to its own business only', async () => {
  await using world = await createWorld();
  const id = await world.shop({ knows });
  const other = await world.shop({ number: '+14155550150', knows });
  const before = world.clock.now();
  await world.phone(ANA).says(SHOP, 'Do you deliver to downtown?');
  const afterwards = world.clock.now();
  await world.phone(BEN).says(SHOP, 'When are you open?');

  const stats = (businessId: string, since: Date, now: Date) =>
    world.app.db.asBusiness(businessId, (tx) => statsOf(tx, { since, now }));
  assert.equal((await stats(id, before, afterwards)).questions, 1);
  assert.equal((await stats(id, before, world.clock.now())).questions, 2);
  assert.equal((await stats(id, afterwards, world.clock.now())).questions, 1);
  assert.equal((await stats(other, before, world.clock.now())).questions, 0);
});

test('who owns a business is no customer of it', async () => {
  await using world = await createWorld();
  const id = await world.shop({ knows });
  await world.phone(BEN).says(SHOP, 'When are you open?');
  await world.api('PATCH', `/api/businesses/${id}`, { owners: [OWNER, BEN] });
  const { json } = await world.api('GET', `/api/businesses/${id}/metrics`);
  assert.equal(json.metrics.totalQueries, 0);
});

test('each question is measured to its own answer', async () => {
  await using world = await createWorld();
  const id = await world.shop({ knows });
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'When are you open?');
  world.clock.advance(DAY_MS);
  await ana.says(SHOP, 'Do you deliver to downtown?');
  const { json } = await world.api('GET', `/api/businesses/${id}/metrics`);
  const { medianResponseMs, questions } = json.metrics.last7Days;
  assert.equal(questions, 2);
  assert.ok(medianResponseMs > 0 && medianResponseMs < 60_000, medianResponseMs);
});

test('an answer that never left has no response time', async () => {
  await using world = await createWorld();
  const id = await world.shop({ knows });
  world.carrier.nextOutcomes([{ kind: 'rejected', code: 63024 }]);
  await world.phone(ANA).says(SHOP, 'When are you open?');
  const { json } = await world.api('GET', `/api/businesses/${id}/metrics`);
  assert.equal(json.metrics.totalQueries, 1);
  assert.equal(json.metrics.responseTime, null);
});

test('a day begins at midnight where the business is, whatever the clocks do that night', () => {
  const cases = [
    ['2026-11-20T12:00:00Z', 'UTC', '2026-11-20T00:00:00Z'],
    ['2026-11-20T03:00:00Z', 'America/New_York', '2026-11-19T05:00:00Z'],
    ['2026-11-20T20:00:00Z', 'Asia/Kolkata', '2026-11-20T18:30:00Z'],
    ['2026-11-20T18:29:59.999Z', 'Asia/Kolkata', '2026-11-19T18:30:00Z'],
    ['2026-03-29T10:00:00Z', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
    ['2026-10-25T10:00:00Z', 'Europe/Berlin', '2026-10-24T22:00:00Z'],
    ['2026-11-01T20:00:00Z', 'America/New_York', '2026-11-01T04:00:00Z'],
    ['2026-04-24T10:00:00Z', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['2026-01-01T00:30:00Z', 'Pacific/Kiritimati', '2025-12-31T10:00:00Z'],
  ] as const;
  for (const [now, zone, start] of cases) {
    const began = startOfDay(new Date(now), zone).toISOString();
    assert.equal(began, new Date(start).toISOString(), `${now} in ${zone}`);
  }
});
