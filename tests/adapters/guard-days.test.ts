import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedDaysStandIn, sharesStandIn } from '#adapters/answerer/named-days.ts';

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
