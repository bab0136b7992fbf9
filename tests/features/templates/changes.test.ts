import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Before, News } from '#features/templates/changes.ts';
import { newsDueAt, newsOf, nextAskAt } from '#features/templates/changes.ts';
import { fallbackFor, gateStatusOf } from '#features/templates/fallback.ts';
import { languageName } from '#features/templates/news-lines.ts';
import { languagesFor } from '#features/templates/pick.ts';
import { submittedName, whatsappLanguage } from '#features/templates/submission.ts';

const was = (status: string, givenCategory: string | null = null): Before => ({
  ...{ status, givenCategory, category: 'UTILITY' },
});
const now = new Date('2026-11-22T10:00:00Z');
const minutesAfter = (at: Date) => (at.getTime() - now.getTime()) / 60_000;

describe('what WhatsApp says of a template', () => {
  for (const [before, status, category, news] of [
    [was('unsubmitted'), 'received', 'UTILITY', []],
    [was('received'), 'pending', 'UTILITY', []],
    [was('received'), 'approved', 'UTILITY', ['approved']],
    [was('approved'), 'approved', 'UTILITY', []],
    [was('approved'), 'approved', null, []],
    [was('pending'), 'rejected', 'UTILITY', ['rejected']],
    [was('rejected'), 'rejected', 'UTILITY', []],
    [was('rejected'), 'approved', 'UTILITY', ['approved']],
    [was('approved'), 'paused', 'UTILITY', ['paused']],
    [was('paused'), 'approved', 'UTILITY', ['approved']],
    [was('paused'), 'disabled', 'UTILITY', ['disabled']],
    [was('approved'), 'in_appeal', 'UTILITY', ['stopped']],
    [was('approved'), 'pending', 'UTILITY', ['stopped']],
    [was('pending'), 'in_appeal', 'UTILITY', []],
    [was('pending'), 'approved', 'MARKETING', ['approved', 'recategorised']],
    [was('approved', 'MARKETING'), 'approved', 'MARKETING', []],
    [was('approved', 'MARKETING'), 'approved', 'UTILITY', ['recategorised']],
  ] as const satisfies readonly (readonly [Before, string, string | null, readonly News[]])[]) {
    test(`${before.status}, then ${status} as ${category}: ${news.join() || 'nothing to tell'}`, () => {
      assert.deepEqual(newsOf(before, { status, category, rejectionReason: null }), news);
    });
  }

  test('good news waits for more of it, bad news does not', () => {
    assert.equal(newsDueAt([], now), null);
    const wait = (news: News[]) => minutesAfter(newsDueAt(news, now) ?? now);
    assert.ok(wait(['approved']) > wait(['paused']));
    assert.ok(wait(['approved', 'recategorised']) < wait(['approved']));
  });

  test('is asked for soon at first, then ever more seldom, and of approved ones at one moment', () => {
    const submitted = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const waits = [0, 3, 60, 48 * 60].map((ago) =>
      minutesAfter(nextAskAt('pending', submitted(ago), now)),
    );
    assert.deepEqual(waits, [0.5, 1, 20, 180]);
    const approved = ['10:00', '12:00', '16:59'].map((time) =>
      nextAskAt('approved', now, new Date(`2026-11-22T${time}:00Z`))
        .toISOString()
        .slice(11, 16),
    );
    assert.deepEqual(approved, ['12:00', '18:00', '18:00']);
    assert.ok(nextAskAt('rejected', now, now) > nextAskAt('approved', now, now));
    assert.equal(minutesAfter(nextAskAt('paused', now, now)), 60);
  });

  test('lets the gate send what is approved and nothing else', () => {
    const words = ['approved', 'rejected', 'disabled', 'paused', 'pending', 'unsubmitted', 'new'];
    assert.deepEqual(words.map(gateStatusOf), [
      ...['approved', 'rejected', 'rejected', 'paused', 'pending', 'pending', 'pending'],
    ]);
  });
});

describe('the language of a template', () => {
  for (const [wanted, business, there, order] of [
    ['hi', 'es', ['en', 'es', 'hi'], ['hi', 'es', 'en']],
    ['hi-Latn', 'es', ['en', 'es', 'hi'], ['hi', 'es', 'en']],
    ['hi-Latn', 'es', ['en', 'hi', 'hi-Latn'], ['hi-Latn', 'hi', 'en']],
    ['pt-BR', 'en', ['en', 'pt'], ['pt', 'en']],
    ['pt', 'en', ['en', 'pt-PT'], ['pt-PT', 'en']],
    ['fr', 'te', ['en', 'te'], ['te', 'en']],
    [null, 'te-Latn', ['en', 'te'], ['te', 'en']],
    ['fr', 'de', ['es'], []],
  ] as const) {
    test(`${wanted} in a business that speaks ${business}: ${order.join(', ') || 'none'}`, () => {
      assert.deepEqual(languagesFor(wanted, business, there), order);
    });
  }

  test('is written as WhatsApp writes it, and named to an owner in hers', () => {
    const tags = ['en', 'pt', 'pt-PT', 'hi-Latn', 'es-MX'];
    assert.deepEqual(tags.map(whatsappLanguage), ['en', 'pt_BR', 'pt_PT', 'hi', 'es_MX']);
    assert.deepEqual(
      ['en', 'es', 'te', 'te-Latn'].map((language) => languageName('hi', language)),
      ['Hindi', 'hindi', 'హిందీ', 'Hindi'],
    );
  });

  test('a name of a submission is never used twice', () => {
    const of = { name: 'order_ready', businessId: 'pizza_palace_7f3a', language: 'en' };
    const [one, two] = ['1a2b3c4d-5', '9a2b3c4d-5'].map((id) => submittedName({ ...of, id }));
    assert.equal(one, 'order_ready_pizza_palace_7f3a_1a2b3c4d');
    assert.notEqual(one, two);
  });
});

test('what may no longer be said freely has a template that says the same, if there is one', () => {
  const of = (kind: string, purpose: 'reply' | 'transactional' | 'marketing') =>
    fallbackFor({ kind, purpose });
  assert.equal(of('order_status', 'transactional'), 'order_status');
  assert.equal(of('owner-question', 'reply'), 'owner_question');
  assert.equal(of('notice', 'marketing'), 'promotional_offer');
  assert.equal(of('notice', 'transactional'), null);
  assert.equal(of('answer', 'reply'), null);
});
