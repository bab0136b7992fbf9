import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { replaces } from '#features/plain-words/replaces.ts';

const after = (statement: string, ...entries: string[]) =>
  replaces(
    statement,
    entries.map((text, i) => ({ id: `${i}`, text })),
  ).map((found) => ({ [found.id]: found.after }));

describe('what an owner states replaces the entry about the same thing', () => {
  for (const [statement, entry] of [
    ['Haircut is now 400.', 'Haircut costs 300 rupees'],
    ['Haircut is 400 rupees from today on', 'A haircut costs ₹300.'],
    ['haircut ab 400 ka hai', 'Haircut costs 300 rupees'],
    ['हेयरकट अब 400 रुपये का है', 'हेयरकट 300 रुपये का है'],
    ['हेयरकट अब ४५० रुपये का है', 'हेयरकट 400 रुपये का है'],
    ['హెయిర్‌కట్ ఇప్పుడు 400 రూపాయలు', 'హెయిర్‌కట్ ధర 300 రూపాయలు'],
    ['El corte ahora cuesta 20 euros', 'El corte cuesta 15 euros'],
    ['O corte agora custa 40 reais', 'O corte custa R$ 30'],
    ['Delivery is free now', 'Delivery costs 5 dollars'],
    ['We no longer take cards', 'We take cards'],
    ["We don't deliver", 'We deliver'],
    ['We now accept American Express', "We don't accept American Express"],
    ['We open at 10 AM now', 'We open at 9 AM'],
    ['We are open 10 AM to 8 PM', 'We are open 9 AM to 9 PM'],
    ['Check-in is from 3 PM', 'Check-in is from 2 PM'],
    ['The yoga class is on Thursday', 'The yoga class is on Tuesday'],
    ['Parking costs 3 euros a day', 'Parking is free'],
    ['We are open on Sunday', 'We are closed on Sunday'],
    ['Our new number is +1 415 555 0199', 'Our phone number is +1 415 555 0100'],
    ['We dont deliver anymore', 'We deliver within 5 km for $3'],
    ['Kids under 5 get 30% off', 'Kids under 5 get 50% off'],
  ] as const) {
    test(`${statement} ← ${entry}`, () => {
      assert.deepEqual(after(statement, entry), [{ 0: statement }]);
    });
  }
});

describe('what it leaves alone', () => {
  for (const [statement, entry] of [
    ['Haircut is now 400.', 'Beard trim costs 150 rupees'],
    ['Haircut is now 400.', 'Haircut costs 400 rupees'],
    ['Haircut is 200 on Mondays', 'Haircut costs 300 rupees'],
    ['Haircut is 200 today', 'Haircut costs 300 rupees'],
    ['We are closed on Mondays', 'We are open 9 AM to 9 PM every day'],
    ['We are closed on Mondays', 'We are open Monday to Friday 9-18'],
    ['Sunday 10 AM to 12 PM', 'Saturday 10 AM to 2 PM'],
    ['We are open Sunday 10-12', 'We are open Saturday 10-14'],
    ['Delivery takes 40 minutes', 'We sell 12 kinds of pizza'],
    ['The kitchen closes at 10 PM', 'We are open 9 AM to 11 PM'],
    ['We have a swimming pool', 'We have parking'],
    ['We open at 10 now', 'हम रविवार को बंद रहते हैं'],
    ['We open at 8 on weekdays', 'We are open 9 AM to 9 PM every day'],
    ['We will be closed on 25 December', 'We are open 9 AM to 9 PM every day'],
    ['We are closed this weekend', 'We are open 9 AM to 9 PM every day'],
    ['A facial is 900', 'Manicure 400, pedicure 500'],
    ['Parking is behind the shop', 'We have free parking'],
    ['No dogs on the terrace', 'Breakfast is from 7 to 10'],
  ] as const) {
    test(`${statement} ≠ ${entry}`, () => {
      assert.deepEqual(after(statement, entry), []);
    });
  }
});

describe('an entry that says more keeps the rest', () => {
  for (const [statement, entry, then] of [
    [
      'Haircut is now 400.',
      'Haircut 300, beard trim 150, colour 900',
      'Haircut 400, beard trim 150, colour 900',
    ],
    [
      'Pedicure is now 550',
      'Manicure 400, pedicure 500, facial 800',
      'Manicure 400, pedicure 550, facial 800',
    ],
    ['Delivery now costs $4', 'We deliver within 5 km for $3', 'We deliver within 5 km for $4'],
    [
      'We open at 10 now',
      'We are open 9 AM to 9 PM every day',
      'We are open 10 AM to 9 PM every day',
    ],
    [
      'We close at 10 pm now',
      'We are open 9 AM to 9 PM every day',
      'We are open 9 AM to 10 pm every day',
    ],
    ['Beard trim is 200', 'Haircut ₹300, beard trim ₹150', 'Haircut ₹300, beard trim ₹200'],
    [
      'Check-out is until 11 AM.',
      'Check-in is from 2 PM. Check-out is until 10 AM. Luggage can stay.',
      'Check-in is from 2 PM. Check-out is until 11 AM. Luggage can stay.',
    ],
    [
      'Espresso is 2.50',
      'Espresso 2.20 €\nCappuccino 3.10 €',
      'Espresso 2.50 €\nCappuccino 3.10 €',
    ],
  ] as const) {
    test(`${statement} in ${entry}`, () => {
      assert.deepEqual(after(statement, entry), [{ 0: then }]);
    });
  }
});

test('of several that could be meant, all are given, the likeliest first', () => {
  const several = after(
    'Haircut is now 400.',
    "Men's haircut costs 300",
    'Beard trim 150',
    "Women's haircut costs 500",
  );
  assert.deepEqual(several.map(Object.keys).flat().toSorted(), ['0', '2']);
  assert.deepEqual(
    after('Haircut is now 400.', 'Haircut for children costs 200', 'Haircut costs 300'),
    [{ 1: 'Haircut is now 400.' }],
  );
});
