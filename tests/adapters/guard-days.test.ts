import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guard } from '#adapters/answerer/guard.ts';
import { namedDaysStandIn, sharesStandIn } from '#adapters/answerer/named-days.ts';
import type { Question } from '#ports.ts';

test('a day or month that no entry names is not told, in whatever language', () => {
  const cases: [string, string, string, boolean][] = [
    ['We are closed on Sunday.', 'Closed on Sundays', '', true],
    ['We are closed on Monday.', 'Closed on Sundays', '', false],
    ['Cerramos los domingos.', 'Closed on Sundays', '', true],
    ['Cerramos el martes.', 'Closed on Sundays', '', false],
    ['Fechamos na terça-feira.', 'Cerrado los martes', '', true],
    ['Fechamos na quarta-feira.', 'Cerrado los martes', '', false],
    ['हम रविवार को बंद हैं।', 'Closed on Sundays', '', true],
    ['हम सोमवार को बंद हैं।', 'Closed on Sundays', '', false],
    ['Hum somvar ko band hain.', 'Closed on Sundays', '', false],
    ['Hum ravivar ko band hain.', 'Closed on Sundays', '', true],
    ['ఆదివారం మూసి ఉంటుంది.', 'Closed on Sundays', '', true],
    ['Somavaram moosi untundi.', 'Closed on Sundays', '', false],
    ['Yes, on Wednesday from 9.', 'Open Mon-Fri 9-18', '', true],
    ['Yes, on Wednesday from 9.', 'Open every day from 9', '', true],
    ['No, not on Tuesday.', 'Closed on Sundays', 'And on Tuesday?', true],
    ['The sale ends in December.', 'Sale until 24 Dec', '', true],
    ['The sale ends in November.', 'Sale until 24 Dec', '', false],
    ['La oferta es hasta noviembre.', 'Sale until 24 Dec', '', false],
    ['The sale ends in December.', 'Sale until 24.12.2026', '', true],
    ['You may bring the sun cream in March.', 'Sun cream is for sale', '', false],
    ['You may sit in the sun.', 'There are seats', '', true],
  ];
  for (const [said, known, question, isTold] of cases)
    assert.equal(namedDaysStandIn(said, [known], question), isTold, `${known} → ${said}`);
});

const SHOP: Question = {
  text: 'When is the student offer?',
  history: [],
  passages: [
    { id: 'students', text: 'Students get 20% off on Tuesdays' },
    { id: 'opening-hours', text: 'Opening hours: Mon-Fri 9-18' },
  ],
  business: { id: 'shop', name: 'Shop', hours: 'Mon-Fri 9-18\nAs read: …', timeZone: 'UTC' },
  hoursNow: 'Next days: Thursday 20 November 2025: 9:00–18:00; Friday 21 November 2025: 9:00–18:00',
  now: new Date('2025-11-20T12:00:00Z'),
};

test('a draft with a day or a share of its own is not used, though the hours name every day', () => {
  const cases: [answer: string, entryIds: string[], kind: string][] = [
    ['Students get 20% off on Tuesdays.', ['E1'], 'answered'],
    ['Students get 20% off on Fridays.', ['E1'], 'unusable'],
    ['Students get 20% off on Thursday.', ['E1'], 'unusable'],
    ['Students get 18% off on Tuesdays.', ['E1'], 'unusable'],
    ['On Friday we are open 9:00–18:00.', ['E2'], 'answered'],
  ];
  for (const [answer, entryIds, kind] of cases) {
    const draft = { answer, entryIds, confident: true, language: 'en' };
    assert.equal(guard(draft, SHOP).kind, kind, answer);
  }
});

test('a share is told only where an entry has it as a share', () => {
  const cases: [string, string, boolean][] = [
    ['You get 20% off.', 'Students get 20 percent off', true],
    ['Con 20 por ciento de descuento.', '20% off', true],
    ['20 प्रतिशत की छूट।', '२०% off', true],
    ['You get 20% off.', 'Students get $20 off', false],
    ['You get 25% off.', 'Students get 20% off', false],
  ];
  for (const [said, known, isTold] of cases)
    assert.equal(sharesStandIn(said, [known]), isTold, `${known} → ${said}`);
});
