import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correct } from '#features/answers/engine/spelling.ts';
import { buildIndex, isConfident, search } from '#features/answers/engine/engine.ts';
import { extract } from '#features/answers/engine/extract.ts';
import { loadDevset } from '../../fixtures/answers/devset.ts';

const CUT = 'Haircut $30, kids $20.';
const SHAVE = 'Hot towel shave $25.';
const OFFER = 'On Tuesdays you get 20 % off.';
const HOURS = 'Tuesday to Saturday from nine till six.';
const PLACE = 'We are at 88 Grove Lane, behind the fire station.';
const CASH = 'Cash or Venmo only.';
const PARKING = 'Free spaces for cars in the yard.';
const WIFI = 'Wi-Fi is free for guests.';
const BARBER = [CUT, SHAVE, OFFER, HOURS, PLACE, CASH, PARKING, WIFI];

/** What a business with these entries replies to who asks this; null when it keeps silent. */
function reply(entries: readonly string[], question: string): string | null {
  const index = buildIndex(entries.map((text, at) => ({ id: String(at), text })));
  const found = search(index, question);
  return isConfident(found) ? extract(question, found) : null;
}

test('a customer who asks for a discount hears of what costs less, in words or in figures', () => {
  for (const question of [
    'Is there any discount?',
    'any deals?',
    '¿hay descuento?',
    'koi offer hai kya',
  ])
    assert.equal(reply(BARBER, question), OFFER, question);
  const half = ['Haircut ₹300.', 'Students pay half price with ID.', 'We close at 8 pm.'];
  assert.equal(reply(half, 'do you have any offers'), half[1]);
  const two = ['Lavado $120.', 'Los lunes al 2x1.', 'Cerramos a las 8.'];
  assert.equal(reply(two, '¿tienen promociones?'), two[1]);
});

test('an interest rate is no discount', () => {
  const bank = ['Deposits earn 7.5 % a year.', 'We open at 9 am on weekdays.', 'Lockers cost $40.'];
  assert.equal(reply(bank, 'do you give any discount?'), null);
});

test('who asks what two things cost hears both prices, wherever the verb stands', () => {
  const both = `${CUT}\n\n${SHAVE}`;
  assert.equal(reply(BARBER, 'how much is a haircut and a shave?'), both);
  assert.equal(reply(BARBER, 'haircut aur shave kitne ka hai'), both);
  assert.equal(reply(BARBER, 'do you have parking and wifi?'), `${PARKING}\n\n${WIFI}`);
});

test('what one entry answers is not cut in two', () => {
  const inn = ['Bed and breakfast costs $90.', 'An extra bed is $20.', 'Breakfast ends at 10 am.'];
  assert.equal(reply(inn, 'how much is bed and breakfast?'), inn[0]);
});

test('a price that the owner gave without a currency is the price', () => {
  const salon = ['Haircut is now 35.', 'Kids under 12 get a haircut for $20.', 'We open at 9 am.'];
  assert.equal(reply(salon, 'How much is a haircut?'), salon[0]);
  assert.equal(reply(salon, 'how much is a haircut for kids?'), salon[1]);
  const peluqueria = ['El corte cuesta ahora 400.', 'Corte para niños por $200.'];
  assert.equal(reply(peluqueria, '¿cuánto cuesta un corte?'), peluqueria[0]);
});

test('a door that opens is not asked about opening hours, nor a cost without a price about what it costs', () => {
  const rooms = [
    'A green button opens the door at any time.',
    'First game at 11 am, Tuesdays off.',
  ];
  assert.equal(reply(rooms, 'when do you open?'), rooms[1]);
  const school = ['The cost of bad air is high.', 'B.Com is ₹48,000 a year, BBA ₹72,000.'];
  assert.equal(reply(school, 'what does it cost?'), school[1]);
});

test('hours are hours in words too', () => {
  assert.equal(reply(BARBER, 'what are your hours?'), HOURS);
  assert.equal(reply(BARBER, 'are you open on friday'), HOURS);
});

test('an address is known by its street, without the word', () => {
  assert.equal(reply(BARBER, 'where are you?'), PLACE);
  const hindi = ['दुकान सुबह 10 से रात 8 तक खुली है।', 'सुभाष मार्केट, हनुमान मंदिर के पीछे।'];
  assert.equal(reply(hindi, 'दुकान कहाँ पर है'), hindi[1]);
});

test('English words are understood in Hindi and Telugu letters, without standing in their lists', () => {
  const school = ['Our teachers are certified.', 'The kitchen is closed on Sunday.'];
  assert.equal(reply(school, 'इंस्ट्रक्टर कौन है'), school[0]);
  assert.equal(reply(school, 'ఇన్‌స్ట్రక్టర్ ఎవరు'), school[0]);
});

test('a vowel left out of a short word does not matter', () => {
  assert.equal(reply(BARBER, 'any offr?'), OFFER);
});

test('who asks for more than is told of a thing hears nothing of the thing instead', () => {
  const entries = [
    'We have a pool for adults and a shallow one for children, open till 7 pm.',
    'Coffee, tea and fruit are on us.',
    'Printing: 100 pages a month included, then 5 cents each.',
  ];
  assert.equal(reply(entries, 'is the pool heated'), null);
  assert.equal(reply(entries, 'do you have a heated pool'), null);
  assert.equal(reply(entries, 'is the coffee organic'), null);
  assert.equal(reply(entries, 'do you have a pool'), entries[0]);
  assert.equal(reply(entries, 'do you have tea'), entries[1]);
});

test('a word is known by its sound, or by its consonants alone', () => {
  const taqueria = ['Tacos al pastor $22, de bistec $26.', 'Pida su mesa con cita previa.'];
  assert.equal(reply(taqueria, 'kiero una sita'), taqueria[1]);
  const florist = ['Visa, Mastercard and cash are fine. No cheques.', 'Bouquets start at $35.'];
  assert.equal(reply(florist, 'u take crdt cards?'), florist[0]);
});

test('what is spoken at length is answered by what a stretch of it asks', () => {
  const chosen = loadDevset().filter(({ name }) => ['pest-in', 'studio-hi'].includes(name));
  assert.equal(chosen.length, 2);
  for (const business of chosen) {
    const asked = business.questions.find(({ text }) => /insects return|पेन ड्राइव/.test(text));
    const right = business.entries.find(({ id }) => asked?.expected.includes(id));
    const entries = business.entries.map(({ text }) => text);
    assert.equal(reply(entries, asked?.text ?? ''), right?.text ?? '');
  }
});

test('a word that is known in phrases only is not taken for a misspelt one', () => {
  const bases = buildIndex([{ id: '1', text: 'We sell curd and herbs.' }]).inverted;
  assert.equal(correct('curb', ['en'], bases), null);
  assert.equal(correct('crud', ['en'], bases)?.word, 'curd');
});

test('what is above an age or an amount is no place', () => {
  const insurer = [
    'Family plan ₹16,500 a year. Parents above 60 need a separate plan.',
    'Third party for scooters starts at ₹714.',
  ];
  assert.equal(reply(insurer, 'where is your office located'), null);
});
