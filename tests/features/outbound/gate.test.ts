import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gate } from '#features/outbound/gate.ts';
import type { Leaving } from '#features/outbound/message.ts';

const NOW = new Date('2026-05-04T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const message = (change: Partial<Leaving>): Leaving => ({
  id: '1',
  token: 't',
  businessId: 'b',
  conversationId: 'c',
  channel: 'whatsapp',
  ourAddress: '+14155550100',
  theirSealed: 's',
  body: 'hi',
  kind: 'answer',
  attempts: 1,
  createdAt: NOW,
  validUntil: new Date(NOW.getTime() + 1),
  isOptedOut: false,
  lastInboundAt: NOW,
  template: null,
  whoSealed: null,
  ...change,
});

const template = { contentSid: `HX${'0'.repeat(32)}`, variables: { 1: 'a' } };

const cases: [name: string, change: Partial<Leaving>, expected: string][] = [
  ['an answer to somebody who has just written', {}, 'send'],
  ['an answer to somebody who opted out', { isOptedOut: true }, 'cancelled: opted-out'],
  [
    'a command’s reply to an owner who opted out',
    { isOptedOut: true, kind: 'command' },
    'cancelled: opted-out',
  ],
  ['the confirmation of opting out', { isOptedOut: true, kind: 'opt-out' }, 'send'],
  ['an approved template two days later', { lastInboundAt: ago(48 * 60), template }, 'send'],
  ['an approved template to who opted out', { isOptedOut: true, template }, 'cancelled: opted-out'],
  ['an answer that is too old', { validUntil: NOW }, 'expired: too-old'],
  [
    'one 23 hours and 57 minutes after the last message',
    { lastInboundAt: ago(23 * 60 + 57) },
    'send',
  ],
  [
    'one 23 hours and 58 minutes after the last message',
    { lastInboundAt: ago(23 * 60 + 58) },
    'failed: window-closed',
  ],
  ['one on WhatsApp to somebody who never wrote', { lastInboundAt: null }, 'failed: window-closed'],
  ['one by SMS, which knows no window', { channel: 'sms', lastInboundAt: null }, 'send'],
  [
    'one by SMS to somebody who opted out',
    { channel: 'sms', isOptedOut: true },
    'cancelled: opted-out',
  ],
];

describe('the gate decides at the hand-off', () => {
  for (const [name, change, expected] of cases) {
    test(`${name}: ${expected}`, () => {
      const verdict = gate(message(change), NOW);
      assert.equal(
        verdict.kind === 'send' ? 'send' : `${verdict.state}: ${verdict.reason}`,
        expected,
      );
      if (verdict.kind === 'refuse') assert.match(verdict.sentence, /^[A-Z].*\.$/);
    });
  }
});
