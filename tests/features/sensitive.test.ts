import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sensitiveIn } from '#features/knowledge/sensitive.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const CASES = {
  card: [
    'My card is 4111 1111 1111 1111',
    '4111-1111-1111-1111',
    'Pay with 5555555555554444 please',
    'amex 378282246310005',
    'कार्ड ४१११ ११११ ११११ ११११',
    'కార్డ్ ౪౧౧౧౧౧౧౧౧౧౧౧౧౧౧౧',
    '４１１１１１１１１１１１１１１１',
    '6011111111111117 exp 12/29',
  ],
  account: [
    'IBAN DE89 3704 0044 0532 0130 00',
    'Transfer to GB82WEST12345698765432 today',
    'es9121000418450200051332',
  ],
  identity: [
    'His SSN is 123-45-6789',
    'ssn 123456789',
    'social security: 123 45 6789',
    'Aadhaar 2341 2341 2346',
    'आधार २३४१ २३४१ २३४६',
    'aadhar no 234123412346',
  ],
  secret: [
    "Maria's password is hunter22",
    'The password for the till: 9f2kk1',
    'Your OTP is 482913',
    'one-time code 48 29 13',
    'Tu código de verificación es 123456',
    'La contraseña es gatito99',
    'A senha é segredo1',
    'पासवर्ड है gupt123',
    'CVV 123',
    'ATM PIN: 4821',
    'ओटीपी 482913 है',
  ],
  none: [
    'We open at 9 and close at 21',
    'Call us at +1 415 555 0100',
    'WhatsApp 919876543210 or +91 98765 43210',
    'Our Wi-Fi password is pizza1234',
    'Guest password: welcome22',
    'The code for 10% off is SUMMER2026',
    'PIN code 560001, Bengaluru',
    'Order number 4111 1111 1111 1112',
    'Tracking 1234567890123456',
    'We accept Visa, Mastercard and UPI',
    'We never ask for your password or OTP',
    'Open 2024-12-24 to 2025-01-02',
    'A haircut is 400, a shave 200, both 550',
    'GST 29ABCDE1234F1Z5',
    'Model A12 3456 7890 fits 12V 1234',
    '0000 0000 0000 0000',
    'ISBN 9780306406157',
    'Call (415) 555-0100, fax 415-55-01000',
  ],
};

describe('what must be told to nobody', () => {
  for (const [kind, texts] of Object.entries(CASES)) {
    for (const text of texts) {
      test(`${kind}: ${text}`, () => assert.equal(sensitiveIn(text) ?? 'none', kind));
    }
  }
});

test('an owner who teaches it hears why it is not saved, and nobody is told it who asks', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['The boss pays with card 4111 1111 1111 1111'] });
  const [owner, ana] = [world.phone(OWNER), world.phone(ANA)];
  await owner.says(SHOP, '!add Our card is 5555 5555 5555 4444');
  assert.match(owner.heard().at(-1) ?? '', /card number, a bank account/);
  await owner.says(SHOP, '!add We open at 9');
  await owner.says(SHOP, '!edit 1 The OTP is 482913');
  assert.match(owner.heard().at(-1) ?? '', /card number, a bank account/);
  const path = `/api/businesses/${shop}/knowledge`;
  const refused = await world.api('POST', path, { text: 'SSN 123-45-6789' });
  assert.deepEqual([refused.status, refused.json.error.code], [400, 'sensitive_text']);
  const entries = await world.sql<{ text: string }>`select text from entries order by seq`;
  assert.deepEqual(
    entries.map(({ text }) => text),
    ['The boss pays with card 4111 1111 1111 1111', 'We open at 9'],
  );
  await ana.says(SHOP, 'Which card does the boss pay with?');
  const heard = ana.heard().join('\n');
  assert.doesNotMatch(heard, /4111/);
  assert.match(heard, /asking Pizza Palace/);
  await ana.says(SHOP, 'When do you open?');
  assert.match(ana.heard().at(-1) ?? '', /We open at 9/);
});
