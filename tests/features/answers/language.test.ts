import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectLanguage, isOtherLanguage } from '#features/answers/language.ts';
import { loadDevset } from '../../fixtures/answers/devset.ts';

test('a message in each language is told for what it is', () => {
  for (const [text, language] of [
    ['What time do you open on Sunday?', 'en'],
    ['u guys open 2day?', 'en'],
    ['क्या आप डिलीवरी करते हैं?', 'hi'],
    ['kya aap ghar pe delivery karte ho', 'hi-Latn'],
    ['check in kitne baje hai', 'hi-Latn'],
    ['మీ షాపు ఎక్కడ ఉంది', 'te'],
    ['mee shop ekkada undi', 'te-Latn'],
    ['¿A qué hora abren los domingos?', 'es'],
    ['tienen mesas para cuatro', 'es'],
    ['vocês aceitam cartão de crédito?', 'pt'],
    ['qual o horario de funcionamento', 'pt'],
  ] as const) {
    assert.equal(detectLanguage(text), language, text);
  }
});

test('who switches language in a whole sentence is followed', () => {
  assert.equal(detectLanguage('¿Cuánto cuesta el envío a mi casa?', 'en'), 'es');
  assert.equal(detectLanguage('how much is the delivery to my house', 'es'), 'en');
});

test('one or two words never change the language, but for their script', () => {
  assert.equal(detectLanguage('ok gracias', 'en'), 'en');
  assert.equal(detectLanguage('menu please', 'es'), 'es');
  assert.equal(detectLanguage('hi', 'pt'), 'pt');
  assert.equal(detectLanguage('हाँ', 'en'), 'hi');
  assert.equal(detectLanguage('సరే', 'hi-Latn'), 'te');
});

test('a sentence that could be either of two languages does not change the one that is known', () => {
  assert.equal(detectLanguage('quería reservar mesa para dos esta noche', 'es'), 'es');
  assert.equal(detectLanguage('airport transfer cost', 'te-Latn'), 'te-Latn');
});

test('a name, a number or an emoji leaves the language as it is', () => {
  assert.equal(detectLanguage('Margherita Quattro Formaggi', 'es'), 'es');
  assert.equal(detectLanguage('+1 555 010 9999', 'pt'), 'pt');
  assert.equal(detectLanguage('👍👍👍', 'te-Latn'), 'te-Latn');
  assert.equal(detectLanguage('', 'hi'), 'hi');
});

test('what nobody can tell is English, unless something is known', () => {
  assert.equal(detectLanguage(''), 'en');
  assert.equal(detectLanguage('كم السعر من فضلك؟'), 'en');
  assert.equal(detectLanguage('كم السعر من فضلك؟', 'es'), 'es');
  assert.equal(detectLanguage('👍', 'fr'), 'en');
});

test('other languages are noticed, and none of ours is taken for one', () => {
  for (const text of [
    'Bonjour',
    "C'est combien la pizza ?",
    'Quanto costano le mele?',
    'Was kostet eine Pizza?',
    'Wat zijn jullie openingstijden?',
    'Ile kosztuje pizza?',
    'Berapa harga pizza ini?',
    '你们几点开门？',
  ]) {
    assert.ok(isOtherLanguage(text), text);
    assert.equal(detectLanguage(text, 'hi-Latn'), 'hi-Latn', text);
  }
  const ours = loadDevset().flatMap(({ questions }) => questions.map(({ text }) => text));
  assert.deepEqual(ours.filter(isOtherLanguage), []);
  assert.ok(!isOtherLanguage('Margherita Quattro Formaggi'));
  assert.ok(!isOtherLanguage('👍'));
});

test('one word that could be of any language makes no sentence Hinglish or Tenglish', () => {
  for (const text of ['is pizza bad', 'Is pears bad', 'OWNER: reply undo'])
    assert.equal(detectLanguage(text, 'en'), 'en', text);
});

test('English loans do not make Hinglish English, nor a Hindi word English Hinglish', () => {
  assert.equal(detectLanguage('mera order cancel karna hai please', 'en'), 'hi-Latn');
  assert.equal(detectLanguage('is the kurta pure cotton', 'en'), 'en');
});

test('of the customers of the development set, 98 in 100 are understood to speak what they speak', () => {
  const questions = loadDevset().flatMap((business) => business.questions);
  const long = questions.filter(({ text }) => text.split(/\s+/).length >= 3);
  const right = long.filter(({ text, language }) => detectLanguage(text, 'en') === language);
  assert.ok(right.length / long.length >= 0.98, `${right.length} of ${long.length}`);
});
