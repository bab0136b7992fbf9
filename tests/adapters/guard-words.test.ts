import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isFarFrom } from '#adapters/answerer/likeness.ts';
import { wordedFiguresStandIn } from '#adapters/answerer/worded-figures.ts';

describe('a number in words, or "free", that an entry says passes', () => {
  const same: [passage: string, answer: string][] = [
    ['Open 7 days a week', 'We are open seven days a week.'],
    ['Open seven days a week', 'Abrimos los siete días.'],
    ['Open until 20:00', 'Open until eight in the evening'],
    ['We have two halls', 'Tenemos 2 salones'],
    ['Delivery in 45 to 60 minutes', 'Within sixty minutes'],
    ['केवल तीन मेज़ें', 'We have three tables'],
    ['5 मिनट में', 'पाँच मिनट में'],
    ['Delivery is free above $30', 'La entrega es gratis desde $30'],
    ['Parking at no charge', 'Parking is free'],
    ['Delivery costs $0', 'Delivery is free'],
    ['डिलीवरी मुफ़्त है', 'Delivery is free'],
    ['ఉచిత డెలివరీ', 'Free delivery'],
    ['Call us', 'Feel free to call us'],
    ['Sugar is not used', 'Our cakes are sugar-free'],
    ['We have one hall', 'Yes, there is one'],
    ['Seniors discount', 'Only once'],
    ['Bolos e tortas', 'Temos doce de leite'],
    ['Shirts', 'We print tees'],
    ['Kids menu', 'You are free to bring a cake'],
  ];
  for (const [passage, answer] of same) {
    test(`${passage} → ${answer}`, () => assert.ok(wordedFiguresStandIn(answer, [passage])));
  }
});

describe('a number in words, or "free", that no entry says is caught', () => {
  const invented: [passage: string, answer: string][] = [
    ['Open every day', 'Open six days a week'],
    ['We have two halls', 'We have three halls'],
    ['Delivery in 45 minutes', 'Delivery in thirty minutes'],
    ['Entregamos en el centro', 'Entregamos en veinte minutos'],
    ['Entregamos no centro', 'Entregamos em trinta minutos'],
    ['रोज़ खुला है', 'तीन बजे तक खुला है'],
    ['రోజూ తెరిచి ఉంటుంది', 'మూడు గంటల వరకు'],
    ['Delivery to downtown costs $5', 'Delivery is free'],
    ['Delivery to downtown costs $10', 'Delivery is complimentary'],
    ['La entrega cuesta $5', 'La entrega es gratis'],
    ['A entrega custa R$ 5', 'A entrega é grátis'],
    ['डिलीवरी ₹50', 'डिलीवरी मुफ़्त है'],
    ['డెలివరీ ₹50', 'డెలివరీ ఉచితం'],
    ['Our cakes are gluten-free', 'Our cakes are free'],
  ];
  for (const [passage, answer] of invented) {
    test(`${passage} → ${answer}`, () => assert.ok(!wordedFiguresStandIn(answer, [passage])));
  }
});

describe('an answer that has nothing of the entries that it cites', () => {
  const HOURS = 'We are open from 9 AM to 9 PM every day and on holidays';
  const CARDS = 'You can pay with Visa, Mastercard or in cash at the counter';
  const CENTRO = 'La entrega en el centro cuesta cinco dólares y se hace por la tarde';
  const far: [passage: string, question: string, answer: string][] = [
    [HOURS, 'pool?', 'We have a lovely rooftop swimming pool with wonderful mountain views.'],
    [HOURS, 'vegan?', 'Our chef prepares delicious vegan burgers with truffle sauce for you.'],
    [
      CARDS,
      'warranty?',
      'Every laptop has the extended manufacturer warranty with accidental damage.',
    ],
    [CENTRO, '¿mascotas?', 'Los perros pequeños son bienvenidos en nuestra terraza con su correa.'],
  ];
  for (const [passage, question, answer] of far) {
    test(`is caught: ${answer}`, () => assert.ok(isFarFrom(answer, [passage], question)));
  }

  const near: [passage: string, question: string, answer: string][] = [
    [
      HOURS,
      'Are you open on Sunday?',
      'Yes, we are open every day, Sundays and holidays included.',
    ],
    [
      CARDS,
      'Do you take cards?',
      'Yes, Visa and Mastercard are accepted, and you can use cash too.',
    ],
    [CARDS, 'cards?', 'Sí, puede pagar con tarjeta o en efectivo en el mostrador de la tienda.'],
    [HOURS, 'ok?', 'Yes, of course, gladly!'],
    ['Bikes may be left in the yard', 'bicycles?', 'Yes, you can park the bicycle in our yard.'],
    [HOURS, 'kab?', 'Hum roz subah nau baje se raat nau baje tak khule rehte hain.'],
    [
      CENTRO,
      '¿envíos?',
      'Sí, entregamos en el centro por la tarde, y la entrega cuesta cinco dólares.',
    ],
  ];
  for (const [passage, question, answer] of near) {
    test(`is not seen in: ${answer}`, () => assert.ok(!isFarFrom(answer, [passage], question)));
  }
});
