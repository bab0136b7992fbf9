import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainMeaning, tidied } from '#features/plain-words/meaning.ts';

/** A Saturday, late in the evening in New York. */
const where = {
  now: new Date('2026-03-08T01:00:00Z'),
  timeZone: 'America/New_York',
  country: 'US',
  language: 'en',
  home: null,
};

describe('what is closed on one day ends with that day', () => {
  for (const [statement, kind, text, end] of [
    ["we're closed on Monday", 'closed', "We're closed on Monday 9 March.", '2026-03-10T04:00:00Z'],
    ['closed tomorrow', 'closed', 'Closed on Sunday 8 March', '2026-03-09T04:00:00Z'],
    ['we are closed today', 'closed', 'We are closed today.', '2026-03-08T05:00:00Z'],
    ['we are closed until Friday', 'closed', 'We are closed until Friday.', '2026-03-13T04:00:00Z'],
    ['closed on 25 Dec', 'closed', 'Closed on 25 Dec.', '2026-12-26T05:00:00Z'],
    [
      'We do not open on Tuesday',
      'closed',
      'We do not open on Tuesday 10 March.',
      '2026-03-11T04:00:00Z',
    ],
    [
      'the kitchen is closed tomorrow',
      'fact',
      'The kitchen is closed on Sunday 8 March.',
      '2026-03-09T04:00:00Z',
    ],
    ['cerramos el lunes', 'closed', 'Cerramos el lunes 9 de marzo.', '2026-03-10T04:00:00Z'],
    [
      'mañana estamos cerrados',
      'closed',
      'el domingo 8 de marzo estamos cerrados.',
      '2026-03-09T04:00:00Z',
    ],
    [
      'não abrimos na segunda',
      'closed',
      'Não abrimos na segunda 9 de março.',
      '2026-03-10T04:00:00Z',
    ],
    ['amanhã não abrimos', 'closed', 'No domingo 8 de março não abrimos.', '2026-03-09T04:00:00Z'],
    ['closed this weekend', 'closed', 'Closed this weekend.', '2026-03-09T04:00:00Z'],
    ['हम कल बंद हैं', 'closed', 'हम रविवार 8 मार्च बंद हैं', '2026-03-09T04:00:00Z'],
    [
      'hum somvar ko band hain',
      'closed',
      'Hum somvar 9 March ko band hain.',
      '2026-03-10T04:00:00Z',
    ],
    ['రేపు మూసి ఉంటుంది', 'closed', 'ఆదివారం 8 మార్చి మూసి ఉంటుంది', '2026-03-09T04:00:00Z'],
  ] as const) {
    test(statement, () => {
      const meaning = plainMeaning(statement, where);
      assert.equal(meaning.text.toLowerCase(), text.toLowerCase());
      assert.equal(meaning.kind, kind);
      assert.equal(meaning.validUntil?.toISOString(), new Date(end).toISOString());
    });
  }
});

describe('what is of today or tomorrow ends with it', () => {
  for (const [statement, text, end] of [
    ['fresh fish today', 'Fresh fish today.', '2026-03-08T05:00:00Z'],
    ['live music tomorrow', 'Live music on Sunday 8 March.', '2026-03-09T04:00:00Z'],
    ['closed from 3 pm today', 'Closed from 3 pm today.', '2026-03-08T05:00:00Z'],
    ['beard trim 200 from tomorrow', 'Beard trim 200 from Sunday 8 March.', null],
    ['haircut is 400 from today on', 'Haircut is 400 from today on.', null],
    ['kal se haircut 400 ka hai', 'Sunday 8 March se haircut 400 ka hai.', null],
  ] as const) {
    test(statement, () => {
      const meaning = plainMeaning(statement, where);
      assert.equal(meaning.text, text);
      assert.equal(meaning.kind, 'fact');
      assert.equal(meaning.validUntil?.getTime(), end ? Date.parse(end) : undefined);
    });
  }
});

describe('what is closed every week has no end', () => {
  for (const statement of [
    "we're closed on Mondays",
    'closed every Monday',
    'We are closed on Saturday and Sunday',
    'cerramos los lunes',
    'hum har somvar band hain',
    'Monday closed from 1 pm',
    'The gate is closed',
  ]) {
    test(statement, () => assert.equal(plainMeaning(statement, where).validUntil, null));
  }
});

test('other statements end where they say so', () => {
  assert.equal(plainMeaning('haircut is now 400', where).validUntil, null);
  assert.equal(
    plainMeaning('free coffee until tomorrow', where).validUntil?.toISOString(),
    '2026-03-09T04:00:00.000Z',
  );
  assert.equal(plainMeaning('we close at 9 PM on Monday', where).kind, 'fact');
});

test('a statement is kept as a sentence', () => {
  for (const [statement, sentence] of [
    ['haircut is now 400', 'Haircut is now 400.'],
    ['please note that parking is free', 'Parking is free.'],
    ['FYI: we sell tea', 'We sell tea.'],
    ['Is that so!', 'Is that so!'],
    ['open 9-18', 'Open 9-18'],
    ['हेयरकट 400 का है', 'हेयरकट 400 का है'],
    ['https://example.org/menu', 'https://example.org/menu'],
    ['Espresso 2 €', 'Espresso 2 €'],
  ] as const) {
    assert.equal(tidied(statement), sentence);
  }
});
