import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Priced } from '#features/billing/cost.ts';
import { categoryOf, costOf } from '#features/billing/cost.ts';
import { PRICES, readPrices } from '#features/billing/prices.ts';
import { aboutIn } from '#features/billing/rates.ts';
import { decimalOf, microsOf, totalsOf } from '#platform/money.ts';

const message = (more: Partial<Priced>): Priced => ({
  channel: 'sms',
  direction: 'out',
  category: 'utility',
  country: 'US',
  segments: 1,
  at: new Date('2026-11-22T10:00:00Z'),
  ...more,
});
const shown = (more: Partial<Priced>) =>
  costOf(message(more)).map(
    ({ fee, currency, micros, isGuess }) =>
      `${fee} ${decimalOf(micros)} ${currency}${isGuess ? ' guess' : ''}`,
  );

describe('what a message costs', () => {
  const onWhatsapp = { channel: 'whatsapp', category: 'service' } as const;
  const cases: [string, Partial<Priced>, string[]][] = [
    ['an SMS in the US', {}, ['carrier 0.0083 USD']],
    ['of three segments', { segments: 3 }, ['carrier 0.0249 USD']],
    ['before the price rose', { at: new Date('2026-06-30T23:59:00Z') }, ['carrier 0.0075 USD']],
    ['an SMS that came in', { direction: 'in' }, ['carrier 0.0083 USD']],
    ['an SMS in India stays in rupees', { country: 'IN', segments: 2 }, ['carrier 0.30 INR']],
    ['an SMS to a country without a price', { country: 'FR' }, ['carrier 0.159 USD guess']],
    ['an SMS to nobody knows where', { country: null }, ['carrier 0.159 USD guess']],
    ['a reply on WhatsApp', onWhatsapp, ['carrier 0.005 USD', 'meta 0.0034 USD']],
    [
      'a long one costs no more',
      { ...onWhatsapp, segments: 9 },
      ['carrier 0.005 USD', 'meta 0.0034 USD'],
    ],
    ['one of the first thousand', { ...onWhatsapp, isFreeReply: true }, ['carrier 0.005 USD']],
    [
      'a reply when replies were free',
      { ...onWhatsapp, at: new Date('2026-09-30T12:00:00Z') },
      ['carrier 0.005 USD'],
    ],
    [
      'a template in India',
      { ...onWhatsapp, category: 'marketing', country: 'IN' },
      ['carrier 0.40 INR', 'meta 0.8631 INR'],
    ],
    ['a reply in India', { ...onWhatsapp, country: 'IN' }, ['carrier 0.50 INR', 'meta 0.115 INR']],
    [
      'marketing to a country without a price',
      { ...onWhatsapp, category: 'marketing', country: 'FR' },
      ['carrier 0.005 USD', 'meta 0.1597 USD guess'],
    ],
    ['what came in on WhatsApp', { ...onWhatsapp, direction: 'in' }, ['carrier 0.005 USD']],
    ['an e-mail', { channel: 'email' }, ['carrier 0.00 USD']],
  ];
  for (const [name, more, expected] of cases) {
    test(name, () => assert.deepEqual(shown(more), expected));
  }

  test('nothing is charged for where no price was known yet', () => {
    assert.deepEqual(shown({ at: new Date('2019-01-01T00:00:00Z') }), []);
  });

  test('every price says where it was seen, and when; a line that is none is named', () => {
    for (const { source, seen, from } of PRICES) {
      assert.ok(source.length > 5 && seen >= from, `${from} ${source}`);
    }
    assert.throws(() => readPrices('2026-01-01 | US | sms | carrier'), /no price: 2026-01-01/);
  });

  test('the category follows from what is sent, and how', () => {
    const cases = [
      ['whatsapp', 'reply', false, 'service'],
      ['whatsapp', 'reply', true, 'utility'],
      ['whatsapp', 'transactional', true, 'utility'],
      ['whatsapp', 'marketing', true, 'marketing'],
      ['sms', 'reply', false, 'utility'],
      ['sms', 'marketing', false, 'marketing'],
    ] as const;
    for (const [channel, purpose, hasTemplate, category] of cases) {
      assert.equal(categoryOf({ channel, purpose, hasTemplate }), category);
    }
  });
});

describe('money', () => {
  test('is read and written digit by digit, in millionths', () => {
    const cases = [
      ['0.0075', 7_500, '0.0075'],
      ['-0.00750', -7_500, '-0.0075'],
      ['5', 5_000_000, '5.00'],
      ['1.5', 1_500_000, '1.50'],
      ['0.29', 290_000, '0.29'],
      ['0.0000001', 1, '0.000001'],
      ['123456789.123456', 123_456_789_123_456, '123456789.123456'],
    ] as const;
    for (const [written, micros, decimal] of cases) {
      assert.equal(microsOf(written), micros, written);
      assert.equal(decimalOf(micros), decimal);
    }
    for (const wrong of ['', '1,5', '1e3', 'NaN', '.5', '5.', '--1']) {
      assert.equal(microsOf(wrong), null, wrong);
    }
  });

  test('of two currencies is never added, and held against each other only at a known rate', () => {
    const amounts = [
      { currency: 'USD', micros: 5 },
      { currency: 'INR', micros: 7 },
      { currency: 'USD', micros: 6 },
    ];
    assert.deepEqual(totalsOf(amounts), [
      { currency: 'INR', micros: 7 },
      { currency: 'USD', micros: 11 },
    ]);
    assert.equal(aboutIn('INR', { currency: 'USD', micros: 1_000_000 }), 95_670_000);
    assert.equal(aboutIn('USD', { currency: 'USD', micros: 3 }), 3);
    assert.equal(aboutIn('USD', { currency: 'XXX', micros: 3 }), null);
  });
});
