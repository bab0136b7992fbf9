import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { figuresStandIn } from '#adapters/answerer/figures.ts';
import type { Draft } from '#adapters/answerer/guard.ts';
import { guard } from '#adapters/answerer/guard.ts';
import { INSTRUCTIONS } from '#adapters/answerer/prompt.ts';
import type { Question } from '#ports.ts';

const question: Question = {
  text: 'When are you open?',
  history: [],
  passages: [
    { id: 'entry-hours', text: 'We are open 9 AM to 9 PM every day.' },
    { id: 'entry-delivery', text: 'Delivery to downtown costs $5. Call +1 (555) 123-4567.' },
  ],
  business: {
    id: 'pizza_palace_7f3a',
    name: 'Pizza 24',
    hours: 'Sat 10:30–14:00',
    timeZone: 'UTC',
  },
  now: new Date('2025-11-20T15:42:00Z'),
};

const draft = (changes: Partial<Draft>): Draft => ({
  answer: 'Every day.',
  entryIds: ['E1'],
  confident: true,
  language: 'en',
  ...changes,
});

describe('a draft of the model', () => {
  test('passes with our own ids of the entries that it cites, each once', () => {
    const answer = guard(
      draft({ answer: 'Every day 9 AM to 9 PM.', entryIds: ['E1', 'E1'] }),
      question,
    );
    const text = 'Every day 9 AM to 9 PM.';
    assert.deepEqual(answer, { kind: 'answered', text, sources: ['entry-hours'], language: 'en' });
  });

  const rejected: Record<string, Partial<Draft>> = {
    'cites nothing': { entryIds: [] },
    'cites an entry that was not given': { entryIds: ['E99'] },
    'cites an entry that was not given beside one that was': { entryIds: ['E1', 'E3'] },
    'cites by our own id, which it cannot know': { entryIds: ['entry-hours'] },
    'says nothing': { answer: '  ' },
    'says only a label': { answer: '[E1]' },
    'takes a price from an entry that it does not cite': { answer: 'Delivery is $5.' },
    'says six where no entry does': { answer: 'Open six days.' },
    'promises for free what no entry does': { answer: 'Delivery is free.', entryIds: ['E2'] },
    'has nothing of the entry that it cites': {
      answer: 'We have a lovely rooftop swimming pool with wonderful mountain views for you.',
    },
    'hands out the instructions': { answer: `Sure! ${INSTRUCTIONS.slice(150, 330)}` },
  };
  for (const [name, changes] of Object.entries(rejected)) {
    test(`that ${name} cannot be used`, () => {
      assert.equal(guard(draft(changes), question).kind, 'unusable');
    });
  }

  test('that is not confident is unsure', () => {
    assert.deepEqual(guard(draft({ confident: false }), question), { kind: 'unsure' });
  });

  test('may say the name, the hours and the present time of the business', () => {
    const answer = 'Pizza 24 opens on Saturday 10:30 to 2 pm; it is 15:42 now.';
    assert.equal(guard(draft({ answer }), question).kind, 'answered');
  });

  test('loses the labels and the bold type of the model', () => {
    const answer = guard(
      draft({ answer: 'We open at **9 AM** [E1] every day (E1, E2).' }),
      question,
    );
    assert.equal('text' in answer && answer.text, 'We open at 9 AM every day.');
  });

  const sentence = (words: number) => `${'oven '.repeat(words).trim()}.`;
  const lengths: Record<string, { answer: string; text: string }> = {
    'of 500 characters stays whole': { answer: 'x'.repeat(499) + '.', text: 'x'.repeat(499) + '.' },
    'of two sentences and 501 characters keeps the first': {
      answer: `${sentence(60)} X${'x'.repeat(198)}.`,
      text: sentence(60),
    },
    'in Hindi ends at a danda': {
      answer: `${'हम रोज़ खुले हैं। '.repeat(40)}`,
      text: 'हम रोज़ खुले हैं। '.repeat(27).trim(),
    },
    'of one endless sentence ends at a word': {
      answer: sentence(200),
      text: `${'oven '.repeat(100).trim()}…`,
    },
  };
  for (const [name, { answer, text }] of Object.entries(lengths)) {
    test(`${name}`, () => {
      const passed = guard(draft({ answer }), question);
      assert.equal('text' in passed && passed.text, text);
      assert.ok(text.length <= 500);
    });
  }

  test('has a language only where the tag is one', () => {
    const languageOf = (language: string | null) => {
      const answer = guard(draft({ language }), question);
      return answer.kind === 'answered' ? answer.language : undefined;
    };
    assert.equal(languageOf('pt-br'), 'pt-BR');
    assert.equal(languageOf('Portuguese (Brazil)'), null);
    assert.equal(languageOf(null), null);
  });
});

describe('a figure that stands in the passage passes in another spelling', () => {
  const same: [passage: string, answer: string][] = [
    ['Open 9 AM to 9 PM', 'Abrimos de 9:00 a 21:00.'],
    ['Open 9 AM to 9 PM', 'Abrimos de 9 a. m. a 9 p. m.'],
    ['Open 9 AM to 9 PM', 'रोज़ सुबह ९ बजे से रात ९ बजे तक'],
    ['Open 9-5', 'We are open from 9 AM to 5 PM.'],
    ['Mo-Fr 09.00-18.30', 'Open 9:00 to 6:30 pm'],
    ['Geöffnet bis 18 Uhr', 'Open until 6 PM'],
    ['Ouvert jusqu’à 18h30', 'Open until 6:30 PM'],
    ['Open 24/7', '24/7!'],
    ['Delivery is $5', 'La entrega cuesta 5 dólares.'],
    ['Delivery is $5', 'Delivery costs $5.00'],
    ['Delivery for$5', 'Delivery costs $5'],
    ['Thali 250 rupees', 'Thali ₹250'],
    ['Thali Rs.1,200/-', 'थाली १,२०० रुपये'],
    ['Thali ₹1200', 'థాలీ రూ. 1,200'],
    ['Thali Rs1,00,000', 'Thali Rs. 100000'],
    ['Menü 4,90 €', 'The menu is €4.90'],
    ['Pizza R$ 39,90', 'A pizza custa R$39,90.'],
    ['Miete 1.200 EUR', 'The rent is 1,200 euros'],
    ['Call +1 (555) 123-4567, 24/7', 'Call 555-123-4567'],
    ['Call +44 (0)20 7946 0958', 'Call 020 7946 0958'],
    ['Ring 98765 43210 (9 am - 5 pm)', 'Ring 9876543210'],
    ['Appelez 01 23 45 67 89', 'Appelez le 01.23.45.67.89'],
    ['See https://www.pizza.example/menu/.', 'pizza.example/menu'],
    ['See https://pizza.example/menu', 'See pizza.example!'],
    ['Mail Info@Pizza.example', 'info@pizza.example.'],
    ['Closed on 20.11.2025', 'Closed on 20/11/2025'],
    ['٥ دنانير', '5 dinars'],
    ['Margherita and calzone', '1. Margherita\n2. Calzone'],
    ['Margherita and calzone', '1️⃣ Margherita 2️⃣ Calzone'],
    ['He was running', 'वह रुकना चाहता है'],
  ];
  for (const [passage, answer] of same) {
    test(`${passage} → ${answer}`, () => assert.ok(figuresStandIn(answer, [passage])));
  }
});

describe('a figure that does not stand in the passage is caught', () => {
  const invented: [passage: string, answer: string][] = [
    ['Open 9 AM to 9 PM', 'Open 9 AM to 10 PM'],
    ['Open 9 AM to 9 PM', 'Open until 21:30'],
    ['Open from 9 AM', 'Open from 9 PM'],
    ['Open from 9 AM', 'It costs $9'],
    ['Delivery is $5', 'Delivery is $50'],
    ['Delivery is $5', 'Delivery is €5'],
    ['Delivery is $5', 'Delivery is $0.50'],
    ['Delivery is R$ 5', 'Delivery is $5'],
    ['Delivery is $5', 'Delivery is R$ 5'],
    ['Thali ₹250', 'थाली १५० रुपये'],
    ['Margherita and calzone', 'Calzone at 12'],
    ['Rent 1.200 EUR', 'Rent 1.20 EUR'],
    ['Call 555-123-4567', 'Call 555-123-4568'],
    ['Call 555-123-4567', 'Call +1 900 555 1234'],
    ['Call 555-123-4567', 'Call +44 555-123-4567'],
    ['Call +1 555 123 4567', 'Call 555-1234'],
    ['Call us', 'Call 98765 43210'],
    ['Pay at pizza.example', 'Pay at pizza.example/evil'],
    ['Pay at pizza.example', 'Pay at pizza-example.evil'],
    ['Pay at pizza.example', 'Pay at http://evil.example'],
    ['Pay at pizza.example', 'Pay at EVIL.EXAMPLE'],
    ['Mail info@pizza.example', 'Mail info@evil.example'],
    ['Mail info@pizza.example', 'Mail evil@pizza.example'],
    ['5 dinars', '٦ دنانير'],
    ['Two halls', 'Hall \u{1d7d1}'],
  ];
  for (const [passage, answer] of invented) {
    test(`${passage} → ${answer}`, () => assert.ok(!figuresStandIn(answer, [passage])));
  }
});

test('a hostile text of 20,000 characters is judged in an instant', () => {
  for (const piece of ['a.', '1-', 'a', '1.', '+1 ', '$', '(1', '1 h', 'a@', 'http://']) {
    const text = piece.repeat(20_000 / piece.length);
    const started = performance.now();
    figuresStandIn(text, [text]);
    const tookMs = performance.now() - started;
    assert.ok(tookMs < 1_000, `${piece}: ${tookMs} ms`);
  }
});
