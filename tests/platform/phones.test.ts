import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical, parseAddress, parsePhone } from '#platform/phones.ts';

test('a phone is read as people write it, taken as one of the business’s country', () => {
  const cases: [string, string, string][] = [
    ['+14155550100', 'US', '+14155550100'],
    ['whatsapp:+14155238886', 'US', '+14155238886'],
    ['WhatsApp:+1 (415) 523-8886', 'US', '+14155238886'],
    ['(415) 555-0100', 'US', '+14155550100'],
    ['1-415-555-0100', 'US', '+14155550100'],
    ['0044 20 7946 0958', 'US', '+442079460958'],
    ['+44 (0)20 7946 0958', 'US', '+442079460958'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['09876543210', 'IN', '+919876543210'],
    ['11 15 2345-6789', 'AR', '+5491123456789'],
    ['11 98765-4321', 'BR', '+5511987654321'],
    ['55 1234 5678', 'MX', '+525512345678'],
    [' 14155238886', 'US', '+14155238886'],
    ['whatsapp: 442079460958', 'US', '+442079460958'],
    ['＋１４１５５５５０１００', 'US', '+14155550100'],
    ['+٩١٩٨٧٦٥٤٣٢١٠', 'US', '+919876543210'],
  ];
  for (const [text, country, e164] of cases) {
    assert.equal(parsePhone(text, country)?.e164, e164, text);
    assert.equal(parsePhone(text, country)?.isLikely, true, text);
  }
});

test('numbers that nobody is known to have are taken, and called unlikely', () => {
  const cases: [string, string][] = [
    ['+1234567890', '+1234567890'],
    ['1987654321', '+11987654321'],
    ['+1987654321', '+1987654321'],
    ['1234567890', '+11234567890'],
    ['(123) 456-7890', '+11234567890'],
    ['123-456-7890', '+11234567890'],
    ['+999123456789', '+999123456789'],
  ];
  for (const [text, e164] of cases) {
    const phone = parsePhone(text);
    assert.equal(phone?.e164, e164, text);
    assert.equal(phone?.isLikely, false, text);
  }
});

test('the forms in which WhatsApp writes numbers are likely ones', () => {
  for (const e164 of ['+5215512345678', '+551187654321', '+5491123456789', '+541123456789']) {
    assert.deepEqual([parsePhone(e164)?.e164, parsePhone(e164)?.isLikely], [e164, true], e164);
  }
});

test('what is no phone is none', () => {
  const texts = ['', '911', '123456', 'call me', '1-800-FLOWERS', '+1 415 555 0100 ext 5'];
  for (const text of [
    ...texts,
    'US.13491208655302741918',
    '+0123456789',
    '+1234567890123456',
    '+',
  ]) {
    assert.equal(parsePhone(text), null, text);
  }
});

test('an unknown country does not matter to a number with its code', () => {
  assert.equal(parsePhone('+14155550100', 'XX')?.e164, '+14155550100');
  assert.equal(parsePhone('4155550100', 'XX'), null);
});

test('the carrier’s addresses are read with and without their plus', () => {
  const cases: [string, string][] = [
    ['whatsapp:+14155550122', '+14155550122'],
    ['whatsapp: 14155550122', '+14155550122'],
    [' 14155550122', '+14155550122'],
    ['+14155550122', '+14155550122'],
    ['whatsapp:US.13491208655302741918', 'US.13491208655302741918'],
    ['IN.AbC123', 'IN.AbC123'],
  ];
  for (const [text, address] of cases) {
    assert.equal(parseAddress(text)?.address, address, text);
  }
  for (const text of ['', 'whatsapp:', 'nobody', 'us.123', 'US.', 'US.12-3', '+1 415 555 0122']) {
    assert.equal(parseAddress(text), null, text);
  }
});

test('one person is recognised however their number is written', () => {
  const same: [string, string][] = [
    ['whatsapp:+5215512345678', 'whatsapp:+525512345678'],
    ['whatsapp:+5491123456789', 'whatsapp:+541123456789'],
    ['whatsapp:+551187654321', 'whatsapp:+5511987654321'],
    ['whatsapp:+14155550122', ' 14155550122'],
  ];
  for (const [one, other] of same) {
    assert.equal(parseAddress(one)?.person, parseAddress(other)?.person, one);
  }
});

test('two people are not taken for one', () => {
  const different: [string, string][] = [
    ['+551131234567', '+5511931234567'],
    ['+14155550122', '+14155550123'],
    ['+525512345678', '+5255123456781'],
  ];
  for (const [one, other] of different) assert.notEqual(canonical(one), canonical(other), one);
  assert.notEqual(parseAddress('US.14155550122')?.person, parseAddress('+14155550122')?.person);
});
