import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { ConsentEvent, ConsentState } from '#features/consent/events.ts';
import { consentState } from '#features/consent/events.ts';

const NOW = new Date('2026-06-15T12:00:00Z');
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

/** On which day before now, what, how, and until when. */
const said = (
  daysAgo: number,
  status: ConsentEvent['status'],
  method: ConsentEvent['method'],
  expiresInDays: number | null = null,
): ConsentEvent => ({
  status,
  method,
  at: day(-daysAgo),
  expiresAt: expiresInDays === null ? null : day(expiresInDays),
});

const cases: [
  who: string,
  events: ConsentEvent[],
  status: ConsentState['status'],
  since: number | null,
][] = [
  ['who never said anything', [], 'none', null],
  ['who joined by a word', [said(3, 'granted', 'keyword')], 'granted', -3],
  ['who was imported', [said(3, 'granted', 'import')], 'granted', -3],
  ['who said no', [said(3, 'denied', 'api')], 'denied', -3],
  [
    'who stopped after joining',
    [said(3, 'granted', 'keyword'), said(1, 'withdrawn', 'keyword')],
    'withdrawn',
    -1,
  ],
  [
    'who stopped and started again',
    [said(3, 'granted', 'api'), said(2, 'withdrawn', 'message'), said(1, 'granted', 'keyword')],
    'granted',
    -1,
  ],
  [
    'whom an import would opt in after they stopped',
    [said(3, 'withdrawn', 'keyword'), said(1, 'granted', 'import')],
    'withdrawn',
    -3,
  ],
  [
    'whom the API would opt in after they stopped',
    [said(3, 'withdrawn', 'message'), said(1, 'granted', 'api')],
    'withdrawn',
    -3,
  ],
  [
    'whom the dashboard would opt in after the carrier told that they stopped',
    [said(3, 'withdrawn', 'carrier'), said(1, 'granted', 'dashboard')],
    'withdrawn',
    -3,
  ],
  [
    'whom an import would opt in after they said no',
    [said(3, 'denied', 'api'), said(1, 'granted', 'import')],
    'denied',
    -3,
  ],
  [
    'who came back by their page after an import tried',
    [
      said(4, 'withdrawn', 'keyword'),
      said(3, 'granted', 'import'),
      said(1, 'granted', 'preference-page'),
    ],
    'granted',
    -1,
  ],
  [
    'who confirmed after stopping',
    [said(3, 'withdrawn', 'keyword'), said(1, 'granted', 'double-opt-in')],
    'granted',
    -1,
  ],
  ['whose consent still runs', [said(3, 'granted', 'api', 1)], 'granted', -3],
  ['whose consent ends at this moment', [said(3, 'granted', 'api', 0)], 'expired', 0],
  ['whose consent ended yesterday', [said(3, 'granted', 'api', -1)], 'expired', -1],
  [
    'whose consent ended and was given again',
    [said(9, 'granted', 'api', -5), said(1, 'granted', 'api')],
    'granted',
    -1,
  ],
  [
    'who stopped after their consent had ended',
    [said(9, 'granted', 'api', -5), said(1, 'withdrawn', 'keyword')],
    'withdrawn',
    -1,
  ],
  ['whose consent is dated tomorrow', [said(-1, 'granted', 'api')], 'none', null],
  [
    'who stopped twice',
    [said(3, 'withdrawn', 'keyword'), said(1, 'withdrawn', 'carrier')],
    'withdrawn',
    -1,
  ],
  [
    'whom the business itself takes off',
    [said(3, 'granted', 'keyword'), said(1, 'withdrawn', 'api')],
    'withdrawn',
    -1,
  ],
];

describe('what holds', () => {
  for (const [who, events, status, since] of cases) {
    test(`${who}: ${status}`, () => {
      const state = consentState(events, NOW);
      assert.equal(state.status, status);
      assert.deepEqual(state.since, since === null ? null : day(since));
    });
  }
});
