import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOf } from '#features/knowledge/until.ts';

/** A Saturday, half past three in the afternoon in Madrid. */
const NOW = new Date('2026-11-21T14:30:00Z');
const MADRID = { now: NOW, timeZone: 'Europe/Madrid', country: 'ES' };

const lastDay = (text: string, place = MADRID) => {
  const end = endOf(text, place);
  if (!end) return null;
  const { year, month, day } = end.lastDay;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const cases: Record<string, string | null> = {
  '20 % off until Sunday': '2026-11-22',
  'Special price 99 until Saturday': '2026-11-21',
  'UNTIL  SUNDAY: free coffee with every cake': '2026-11-22',
  'Parking is free through next Friday.': '2026-11-27',
  'Menu: lasagna, today only': '2026-11-21',
  'Only today: two for one': '2026-11-21',
  'Just for tomorrow: half price': '2026-11-22',
  'No card payments until tomorrow': '2026-11-22',
  'Winter menu until 28 February': '2027-02-28',
  'Winter menu until February 28th, 2028': '2028-02-28',
  'Offer ends 25 Dec': '2026-12-25',
  'Valid till 2026-12-31': '2026-12-31',
  'Offer until 5/12': '2026-12-05',
  'Sale until the end of the month': '2026-11-30',
  'Happy hour at 5, this week only': '2026-11-22',
  'Live music this weekend only': '2026-11-22',
  'Happy birthday month until end of December': '2026-12-31',
  'We are closed until Monday': '2026-11-22',
  'The pool is not open until 1 December': '2026-11-30',
  'We are closed through Monday': '2026-11-23',
  '2x1 hasta el domingo': '2026-11-22',
  'Sólo hoy: paella': '2026-11-21',
  'Descuento hasta el 3 de enero': '2027-01-03',
  'Promoção até terça-feira': '2026-11-24',
  'Só hoje: feijoada': '2026-11-21',
  'रविवार तक 20% छूट': '2026-11-22',
  'सिर्फ आज: समोसा 10 रुपये': '2026-11-21',
  'Shukravar tak 20% discount': '2026-11-27',
  'sirf aaj chole bhature': '2026-11-21',
  'ఆదివారం వరకు 20% తగ్గింపు': '2026-11-22',
  'ఈరోజు మాత్రమే బిర్యానీ': '2026-11-21',
  'Take away 10 % cheaper until Sunday': '2026-11-22',
  'Do not miss it! 20 % off until Sunday': '2026-11-22',
  'Só hoje: bolo de milho': '2026-11-21',
  'Bolo de milho hoje só': '2026-11-21',
  'Aaj hi: samosa 5 rupees': '2026-11-21',
  'The terrace is open until the sun sets': null,
  'New menu from 5 March so come and try': null,
  'Hay ascensor hasta la quinta planta': null,
  'We are open until 9 PM': null,
  'We are open Monday until Friday': null,
  'Open from Monday through Friday, 9 to 5': null,
  'Abierto de lunes hasta viernes': null,
  'somvar se shukravar tak khula': null,
  'Breakfast only on Sundays': null,
  'Sunday only by appointment': null,
  'We do not close until the last guest leaves': null,
  'Kids up to 12 eat free': null,
  "Today's menu: margherita and calzone": null,
  'Offer until 31 February': null,
  'The sale went on until 3 March 2020': null,
  'He marched until May': null,
};

for (const [text, wanted] of Object.entries(cases)) {
  test(`"${text}" is told ${wanted ? `until ${wanted}` : 'without an end'}`, () => {
    assert.equal(lastDay(text), wanted);
  });
}

test('the end is midnight where the business is, also when the clocks change', () => {
  const zone = { ...MADRID, now: new Date('2026-10-24T10:00:00Z') };
  assert.equal(endOf('until Sunday', zone)?.at.toISOString(), '2026-10-25T23:00:00.000Z');
  assert.equal(endOf('until Saturday', zone)?.at.toISOString(), '2026-10-24T22:00:00.000Z');
  const auckland = { now: NOW, timeZone: 'Pacific/Auckland', country: 'NZ' };
  assert.equal(endOf('today only', auckland)?.at.toISOString(), '2026-11-22T11:00:00.000Z');
});

test('in the United States the month comes first', () => {
  const us = { now: NOW, timeZone: 'America/New_York', country: 'US' };
  assert.equal(lastDay('Offer until 12/5', us), '2026-12-05');
  assert.equal(lastDay('Offer until 25/12', us), '2026-12-25');
});
