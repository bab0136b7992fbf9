import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formKey,
  isFormKey,
  preferenceLink,
  readToken,
} from '#features/consent/preference-link.ts';
import { openVault } from '#platform/crypto.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const NOW = new Date('2026-06-15T12:00:00Z');
const vault = openVault(key(1));
const ana = { businessId: 'pizza_palace_7f3a', contactId: '0b0e1a52-7a51-4c2e-9f5b-3a1f0d8c9e77' };
const tokenOf = (url: string) => url.replace('https://front.example/p/', '');
const token = tokenOf(preferenceLink(vault, 'https://front.example', ana, NOW));

test('a preference link opens the page of whom it was made for, for a week', () => {
  const opened = readToken(vault, token, NOW);
  assert.deepEqual([opened?.businessId, opened?.contactId], [ana.businessId, ana.contactId]);
  assert.notEqual(readToken(vault, token, new Date(NOW.getTime() + 6.9 * 86_400_000)), null);
  assert.equal(readToken(vault, token, new Date(NOW.getTime() + 7 * 86_400_000)), null);
});

test('it opens that of no other person, at no other business, and no longer than it says', () => {
  const [businessId, contact, expires, signature] = token.split('.');
  const [, other] = tokenOf(
    preferenceLink(
      vault,
      'https://front.example',
      { ...ana, contactId: ana.contactId.replace('0', '1') },
      NOW,
    ),
  ).split('.');
  for (const changed of [
    [`taco_town_1b2c`, contact, expires, signature],
    [businessId, other, expires, signature],
    [businessId, contact, 'zzzzzz', signature],
    [businessId, contact, expires, 'A'.repeat(22)],
    [businessId, contact, expires, ''],
  ]) {
    assert.equal(readToken(vault, changed.join('.'), NOW), null, changed.join('.'));
  }
  assert.equal(readToken(openVault(key(2)), token, NOW), null, 'a link of another installation');
});

test('it opens while keys are being changed, and after that as long as the old key is known', () => {
  const changed = openVault(key(2), [key(1)]);
  assert.notEqual(readToken(changed, token, NOW), null);
  assert.ok(isFormKey(changed, token, formKey(vault, token)));
  assert.ok(!isFormKey(changed, `${token}x`, formKey(vault, token)));
});
