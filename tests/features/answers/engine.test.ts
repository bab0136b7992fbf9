import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex, isConfident, search } from '#features/answers/engine/engine.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';
const DELIVERY = 'We deliver to downtown for $5';
const MENU = "Today's menu: margherita and calzone";
const PIZZERIA = [HOURS, DELIVERY, MENU];

const SALON = [
  'Monday to Saturday 10 am to 8 pm, Sunday closed.',
  'Haircut ₹400, beard trim ₹150, hair colour from ₹1,200.',
  'Book an appointment by WhatsApp on 98480 12345.',
  'There is free parking behind the shop.',
  'Gift cards are sold at the counter from ₹500.',
  'Visa, Mastercard and UPI are accepted.',
];

/** What a business with these entries tells who asks this; null when it keeps silent. */
function told(entries: readonly string[], question: string): string | null {
  const index = buildIndex(entries.map((text, at) => ({ id: String(at), text })));
  const found = search(index, question);
  return isConfident(found) ? (found.hits[0]?.text ?? null) : null;
}

const cases = (
  entries: readonly string[],
  table: readonly (readonly [string, string | null])[],
) => {
  for (const [question, answer] of table) assert.equal(told(entries, question), answer, question);
};

test('a customer who asks in plain words hears the entry that answers', () => {
  cases(PIZZERIA, [
    ['Hello, what are your hours?', HOURS],
    ['When do you close?', HOURS],
    ['Do you deliver to downtown?', DELIVERY],
    ["What's on the menu today?", MENU],
    ['Are you open on Sunday?', HOURS],
  ]);
});

test('what the business has said nothing about stays unanswered', () => {
  cases(PIZZERIA, [
    ['Do you have a swimming pool?', null],
    ['Is there parking?', null],
    ['Do you do tattoos?', null],
    ['What is the capital of France?', null],
  ]);
});

test('one thing is not taken for another that only sounds near', () => {
  cases(SALON, [
    ['Do you do manicures?', null],
    ['Do you have a sauna?', null],
    ['Can I rent a car from you?', null],
    ['Do you give massages at home?', null],
  ]);
  cases(['Gift cards are sold at the counter.'], [['Can I pay by card?', null]]);
  cases(['We accept cards and cash.'], [['Do you sell gift cards?', null]]);
});

test('someone who asks for gift cards does not hear how to pay by card', () => {
  cases(SALON, [
    ['do you sell gift cards', SALON[4] ?? null],
    ['can I pay by credit card', SALON[5] ?? null],
  ]);
});

test('who would pay with bitcoin hears what is accepted', () => {
  cases(SALON, [['Can I pay with bitcoin?', SALON[5] ?? null]]);
});

test('greetings, generic words and thanks are answered by nothing', () => {
  cases(
    [...PIZZERIA, ...SALON],
    [
      ['hello', null],
      ['good morning', null],
      ['time?', null],
      ['when', null],
      ['place', null],
      ['today', null],
      ['ok thanks', null],
    ],
  );
});

test('words misspelt or shortened as on a phone are understood', () => {
  cases(PIZZERIA, [
    ['wat r ur hrs', HOURS],
    ['u dlvr 2 downtwn?', DELIVERY],
    ['do you have a delivry', DELIVERY],
    ['shw me the mneu plz', MENU],
  ]);
  cases(SALON, [
    ['is der parkng', SALON[3] ?? null],
    ['hw much 4 a haircutt', SALON[1] ?? null],
    ['can i book an apointment', SALON[2] ?? null],
  ]);
});

test('one poor guess at a misspelt word is not enough for an answer', () => {
  cases(['We sell boots and coats.'], [['Do you sell boats?', null]]);
});

test('Hindi in Latin letters is understood', () => {
  cases(SALON, [
    ['dukaan kitne baje khulti hai', SALON[0] ?? null],
    ['baal katwane ka kitna lagega', SALON[1] ?? null],
    ['gaadi khadi karne ki jagah hai kya', SALON[3] ?? null],
    ['swimming pool hai kya', null],
  ]);
});

test('a question in one language finds what the owner wrote in another', () => {
  cases(SALON, [
    ['क्या पार्किंग है?', SALON[3] ?? null],
    ['పార్కింగ్ ఉందా', SALON[3] ?? null],
    ['parking unda', SALON[3] ?? null],
    ['¿tienen estacionamiento?', SALON[3] ?? null],
    ['vocês aceitam cartão?', SALON[5] ?? null],
  ]);
  const hindi = ['दुकान सुबह 8 बजे से रात 10 बजे तक खुली रहती है।', 'होम डिलीवरी ₹40 में होती है।'];
  cases(hindi, [
    ['what time do you open?', hindi[0] ?? null],
    ['do you deliver?', hindi[1] ?? null],
    ['ghar pe delivery karte ho?', hindi[1] ?? null],
  ]);
});

test('accents, nukta and hyphens make no difference', () => {
  const spanish = ['Abrimos los sábados.', 'La habitación tiene wi-fi gratis.'];
  cases(spanish, [
    ['HAY WIFI EN LA HABITACION', spanish[1] ?? null],
    ['¿abren el sabado?', spanish[0] ?? null],
  ]);
  const pizza = ['पिज़्ज़ा ₹200 का है।', 'दुकान सोमवार को बंद है।'];
  cases(pizza, [['पिज्जा कितने का है', pizza[0] ?? null]]);
  cases(['ज़ाफ़रान ₹300'], [['जाफरान मिलेगा?', 'ज़ाफ़रान ₹300']]);
});

test('nails are not lost for being spelt like some', () => {
  const salon = ['Corte de dama $350.', 'Uñas acrílicas $450.'];
  cases(salon, [['¿hacen uñas?', salon[1] ?? null]]);
});

test('an entry of one word is found', () => {
  cases(
    ['Parking', 'Wi-Fi: free'],
    [
      ['is there parking', 'Parking'],
      ['wifi?', 'Wi-Fi: free'],
    ],
  );
});

test('opening hours written as data answer for a day, for now and for tomorrow', () => {
  const hours = 'Opening hours: Mon-Fri 9-18, Sat 10-14';
  cases(
    [hours, 'Haircut ₹400.'],
    [
      ['are you open on saturday', hours],
      ['is it open now?', hours],
      ['when do you open tomorrow', hours],
    ],
  );
  const bare = 'Mon-Fri 9-18, Sat 10-14';
  cases([bare, 'Haircut ₹400.'], [['do you work on sundays?', bare]]);
});

test('a word that two languages share is read as the business would', () => {
  const entries = ['Abrimos às 8h e fechamos às 18h.', 'Temos pão fresco todo dia.'];
  cases(entries, [['que horas fecha', entries[0] ?? null]]);
});

test('a long message is answered by what it asks in the end', () => {
  const spoken =
    "hi so I'm coming over with my sister and her two boys next week and we'll be driving all " +
    'the way so I was wondering if there is somewhere we could leave the car';
  assert.equal(told(SALON, spoken), SALON[3]);
});

test('two questions in one message are answered together, in their order', () => {
  const index = buildIndex(PIZZERIA.map((text, at) => ({ id: String(at), text })));
  const found = search(index, 'do you deliver and what are your hours?');
  assert.ok(isConfident(found));
  assert.deepEqual(
    found.together?.map(({ text }) => text),
    [DELIVERY, HOURS],
  );
});

test('two things in one question are not two questions', () => {
  const index = buildIndex(SALON.map((text, at) => ({ id: String(at), text })));
  assert.equal(search(index, 'do you take visa and mastercard?').together, undefined);
  const pizzas = buildIndex(PIZZERIA.map((text, at) => ({ id: String(at), text })));
  const both = search(pizzas, 'do you deliver to downtown and calzone?');
  assert.equal(both.together, undefined);
});

test('two questions of which one has no answer are not glued', () => {
  const index = buildIndex(PIZZERIA.map((text, at) => ({ id: String(at), text })));
  const found = search(index, 'what are your hours and do you have a swimming pool?');
  assert.equal(found.together, undefined);
  const salon = buildIndex(SALON.map((text, at) => ({ id: String(at), text })));
  const unsure = search(salon, 'when do you open and do you take old gift wrap?');
  assert.equal(unsure.together, undefined);
});

test('the nearest entries come along, best first, no more than asked for', () => {
  const index = buildIndex([...PIZZERIA, ...SALON].map((text, at) => ({ id: String(at), text })));
  const { hits } = search(index, 'what are your opening hours on monday', 2);
  assert.equal(hits.length, 2);
  assert.ok((hits[0]?.score ?? 0) >= (hits[1]?.score ?? 0));
  assert.ok(hits.every(({ text }) => text === HOURS || text === SALON[0]));
});

test('messages without a question in them do no harm', () => {
  cases(PIZZERIA, [
    ['', null],
    ['   \n ', null],
    ['?!…', null],
    ['😀🎉👩‍👩‍👧', null],
    ['كم السعر؟', null],
    ['什么时候开门', null],
    ['\u202e\u200f', null],
    ['x'.repeat(1600), null],
    ['lorem ipsum dolor '.repeat(90), null],
    ['\ud83d', null],
  ]);
});

test('a business that has said nothing answers nothing', () => {
  cases(
    [],
    [
      ['what are your hours?', null],
      ['', null],
    ],
  );
  cases(['', '…'], [['what are your hours?', null]]);
});

test('one entry among five thousand is found', () => {
  const many = Array.from({ length: 5000 }, (_, at) => `Article ${at}: oak shelf, ${at} euros`);
  assert.equal(told([...many, DELIVERY], 'do you deliver to downtown?'), DELIVERY);
});
