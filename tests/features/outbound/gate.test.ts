import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Asking, Circumstances, Verdict } from '#features/outbound/gate.ts';
import { CLEAR, gate } from '#features/outbound/gate.ts';
import { REASONS, sentenceOf } from '#features/outbound/refusals.ts';
const HOUR = 60;
const NOW = new Date('2026-05-04T12:00:00Z');
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const template = { contentSid: `HX${'0'.repeat(32)}`, variables: { 1: 'a' } };
const bySms = (consent: Circumstances['consent'], isOptedOut = false): Partial<Circumstances> => ({
  others: [{ channel: 'sms', consent, isOptedOut }],
});
const twin = (status: Circumstances['templateStatus']): Partial<Circumstances> => ({
  fallback: { status, template },
});

const messages: Record<string, Partial<Asking>> = {
  SMS: { channel: 'sms' },
  'opted out': { isOptedOut: true },
  goodbye: { kind: 'opt-out' },
  'asked to agree': { kind: 'opt-in-asked' },
  template: { template },
  'two days later': { lastInboundAt: after(-48 * HOUR) },
  'never wrote': { lastInboundAt: null },
  '23:57 later': { lastInboundAt: after(-24 * HOUR + 3) },
  '23:58 later': { lastInboundAt: after(-24 * HOUR + 2) },
  over: { validUntil: NOW },
  'over in 1 min': { validUntil: after(1) },
  'over in 1 h': { validUntil: after(HOUR) },
  'over in 9 h': { validUntil: after(9 * HOUR) },
};

const circumstances: Record<string, Partial<Circumstances>> = {
  'asked for something': { consent: 'implied' },
  'never agreed': { consent: 'unknown' },
  'has withdrawn': { consent: 'withdrawn' },
  'agreed to SMS': bySms('granted'),
  'asked by SMS': bySms('implied'),
  'has a phone': bySms('unknown'),
  'opted out of SMS': bySms('granted', true),
  'wants no offers': { wantsNoOffers: true },
  'in the US': { country: 'US' },
  'in India': { country: 'IN' },
  'country not allowed': { country: 'KE', isCountryAllowed: false },
  'template looked at': { templateStatus: 'pending' },
  'template rejected': { templateStatus: 'rejected' },
  'template paused': { templateStatus: 'paused' },
  'twin approved': twin('approved'),
  'twin looked at': twin('pending'),
  'twin rejected': twin('rejected'),
  'twin paused': twin('paused'),
  'night for 1 h': { quietUntil: after(HOUR) },
  'night for 9 h': { quietUntil: after(9 * HOUR) },
  'no budget for 12 h': { budgetSpentUntil: after(12 * HOUR) },
  'no budget for days': { budgetSpentUntil: after(200 * HOUR) },
  'capped for 5 h': { cappedUntil: after(5 * HOUR) },
  'capped for days': { cappedUntil: after(72 * HOUR) },
  'hour full for 1 h': { hourlyLimitUntil: after(HOUR) },
  'hour full for days': { hourlyLimitUntil: after(48 * HOUR) },
  'sender offline': { sender: 'offline' },
  'sender not registered': { sender: 'not-registered' },
  'no sender': { sender: 'none' },
  'sender busy for 2 min': { rateUntil: after(2) },
  'sender busy for days': { rateUntil: after(48 * HOUR) },
  loop: { breaker: 'loop' },
  flood: { breaker: 'flood' },
};

const base: Asking = {
  channel: 'whatsapp',
  kind: 'any',
  purpose: 'reply',
  validUntil: after(24 * HOUR),
  isOptedOut: false,
  lastInboundAt: NOW,
  template: null,
};

/** Who agreed to it has written just now and lives nowhere in particular, unless something else is said. */
const tables: Record<Asking['purpose'], string> = {
  reply: `
    | send
    opted out | cancelled: opted-out
    opted out, goodbye | send
    opted out, asked to agree | send
    opted out, goodbye, two days later | failed: window-closed
    opted out, template | cancelled: opted-out
    opted out, SMS | cancelled: opted-out
    over | expired: too-old
    over in 1 min | send
    23:57 later | send
    23:58 later | failed: window-closed
    never wrote | failed: window-closed
    never wrote, SMS | send
    two days later, SMS | send
    two days later, template | send
    two days later, agreed to SMS | failed: window-closed
    two days later, twin approved | send-template
    two days later, twin rejected | failed: template-rejected
    twin approved | send
    never agreed | send
    has withdrawn | send
    wants no offers | send
    night for 9 h | send
    no budget for days | send
    hour full for 1 h | send
    capped for days | send
    country not allowed | send
    in the US | send
    flood | send
    loop | cancelled: loop
    loop, goodbye | send
    sender busy for 2 min | wait 2: rate
    sender busy for days | expired: rate
    sender offline | wait 15: sender-offline
    sender offline, over in 1 min | expired: sender-offline
    sender not registered, SMS | wait 15: sender-not-registered
    no sender | failed: no-sender
    no sender, agreed to SMS | failed: no-sender`,
  transactional: `
    | send
    asked for something | send
    never agreed | cancelled: no-consent
    has withdrawn | cancelled: consent-withdrawn
    has withdrawn, agreed to SMS | cancelled: consent-withdrawn
    never agreed, agreed to SMS | sms: no-consent
    never agreed, asked by SMS | sms: no-consent
    never agreed, opted out of SMS | cancelled: no-consent
    never agreed, has a phone | cancelled: no-consent
    opted out | cancelled: opted-out
    opted out, agreed to SMS | cancelled: opted-out
    wants no offers | send
    night for 9 h | send
    no budget for days | send
    capped for days | send
    hour full for 1 h | wait 60: hourly-limit
    hour full for days | expired: hourly-limit
    country not allowed | failed: country-not-allowed
    in the US | send
    over | expired: too-old
    two days later | failed: window-closed
    never wrote | failed: window-closed
    two days later, agreed to SMS | sms: window-closed
    two days later, twin approved | send-template
    two days later, twin approved, agreed to SMS | send-template
    two days later, twin looked at | wait 15: template-not-approved
    two days later, twin looked at, over in 1 min | expired: template-not-approved
    two days later, twin looked at, agreed to SMS | sms: template-not-approved
    two days later, twin paused | failed: template-paused
    two days later, twin paused, agreed to SMS | sms: template-paused
    never wrote, template | send
    template, template looked at | wait 15: template-not-approved
    template, template rejected | failed: template-rejected
    template, template paused | failed: template-paused
    template, template paused, asked by SMS | sms: template-paused
    template, template paused, SMS | send
    never wrote, SMS | send
    SMS, in the US, sender not registered | wait 15: sender-not-registered
    sender offline | wait 15: sender-offline
    sender offline, agreed to SMS | sms: sender-offline
    no sender, agreed to SMS | sms: no-sender
    no sender | failed: no-sender
    loop | cancelled: loop
    flood | failed: flood
    sender busy for 2 min | wait 2: rate`,
  marketing: `
    | send
    asked for something | cancelled: no-consent
    never agreed | cancelled: no-consent
    asked for something, agreed to SMS | sms: no-consent
    asked for something, asked by SMS | cancelled: no-consent
    has withdrawn | cancelled: consent-withdrawn
    wants no offers | cancelled: no-offers
    wants no offers, agreed to SMS | cancelled: no-offers
    wants no offers, never agreed | cancelled: no-offers
    opted out | cancelled: opted-out
    opted out, wants no offers | cancelled: opted-out
    night for 9 h | wait 540: quiet-hours
    night for 9 h, over in 1 h | expired: quiet-hours
    night for 9 h, over in 9 h | expired: quiet-hours
    night for 1 h, SMS | wait 60: quiet-hours
    capped for 5 h | wait 300: too-often
    capped for days | expired: too-often
    no budget for 12 h | wait 720: budget-spent
    no budget for days | expired: budget-spent
    hour full for 1 h | wait 60: hourly-limit
    no budget for 12 h, night for 1 h | wait 720: budget-spent
    country not allowed | failed: country-not-allowed
    in the US, template | failed: not-delivered-in-country
    in the US, template, agreed to SMS | sms: not-delivered-in-country
    in the US, SMS | send
    in India, template | send
    in India, template, night for 1 h | wait 60: quiet-hours
    SMS, sender not registered | wait 15: sender-not-registered
    two days later | failed: window-closed
    two days later, twin approved | send-template
    two days later, twin approved, night for 1 h | wait 60: quiet-hours
    template, template paused | failed: template-paused
    template, template rejected, agreed to SMS | sms: template-rejected
    over | expired: too-old
    loop | cancelled: loop
    flood | failed: flood
    sender busy for 2 min | wait 2: rate`,
};

const shown = (verdict: Verdict): string => {
  if (verdict.kind === 'refuse') return `${verdict.state}: ${verdict.reason}`;
  if (verdict.kind === 'other-channel') return `${verdict.channel}: ${verdict.reason}`;
  if (verdict.kind !== 'wait') return verdict.kind;
  return `wait ${(verdict.until.getTime() - NOW.getTime()) / 60_000}: ${verdict.reason}`;
};

function situation(words: string) {
  const said = words.split(', ').filter((word) => word !== '');
  for (const word of said) assert.ok(word in messages || word in circumstances, word);
  return {
    message: Object.assign({}, ...said.map((word) => messages[word])) as Partial<Asking>,
    around: Object.assign({}, ...said.map((word) => circumstances[word])) as Partial<Circumstances>,
  };
}

const casesOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

for (const [purpose, table] of Object.entries(tables)) {
  describe(`the gate, for a ${purpose} message`, () => {
    for (const [words = '', expected] of casesOf(table)) {
      test(`${words || 'nothing in the way'}: ${expected}`, () => {
        const { message, around } = situation(words);
        const asking = { ...base, purpose: purpose as Asking['purpose'], ...message };
        assert.equal(shown(gate(asking, NOW, { ...CLEAR, ...around })), expected);
      });
    }
  });
}

test('each reason of the gate has a case, and a sentence that an owner understands', () => {
  const met = Object.values(tables).flatMap((table) =>
    casesOf(table).map(([, expected]) => expected?.split(': ')[1]),
  );
  for (const reason of REASONS) {
    assert.ok(met.includes(reason), reason);
    assert.match(sentenceOf(reason), /^[A-Z].{15,}\.$/s);
    assert.doesNotMatch(sentenceOf(reason), /null|undefined|[{}_]|error/i);
  }
});
