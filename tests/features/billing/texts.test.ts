import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SegmentedMessage } from 'sms-segments-calculator';
import { inLatinLetters } from '#features/billing/latin.ts';
import { rewriteOf } from '#features/billing/plain-text.ts';
import { isPlain, segmentsOf } from '#features/billing/segments.ts';

describe('the segments of an SMS', () => {
  const cases: [string, number, string, string[]][] = [
    ['a'.repeat(160), 1, 'GSM-7', []],
    ['a'.repeat(161), 2, 'GSM-7', []],
    ['€'.repeat(80), 1, 'GSM-7', []],
    ['€'.repeat(81), 2, 'GSM-7', []],
    ['a'.repeat(1_600), 11, 'GSM-7', []],
    [`${'a'.repeat(69)}’`, 1, 'UCS-2', ['’']],
    [`${'a'.repeat(70)}’’`, 2, 'UCS-2', ['’']],
    ['😀'.repeat(66), 2, 'UCS-2', ['😀']],
    ['😀'.repeat(67), 3, 'UCS-2', ['😀']],
    ['Olá ₹', 1, 'UCS-2', ['á', '₹']],
    ['नमस्ते'.repeat(12), 2, 'UCS-2', [...new Set('नमस्ते')]],
  ];
  for (const [text, segments, encoding, forcedBy] of cases) {
    test(`${text.slice(0, 12)} (${text.length}) are ${segments} in ${encoding}`, () => {
      const found = segmentsOf(text);
      assert.deepEqual([found.segments, found.encoding], [segments, encoding]);
      if (!text.startsWith('न')) assert.deepEqual(found.forcedBy, forcedBy);
    });
  }
});

test('every text is cut as the library that carriers recommend cuts it', () => {
  const letters = 'aZ9 @£\nñÉΔ¿ €[~^ áçőŸ –’“…₹• \r\n 😀 👍🏽 नि మ్ e\u0301 \u00AD'.split(/(?:)/u);
  for (let at = 0; at < 400; at++) {
    const kinds = [letters.length, 11, 16, 28][at % 4] ?? 1;
    const some = Array.from(
      { length: (at * 7) % 330 },
      (_, n) => letters[(n * n + at * 13 + n) % kinds],
    );
    const text = some.join('');
    const library = new SegmentedMessage(text);
    const found = segmentsOf(text);
    assert.equal(found.segments, library.segmentsCount, JSON.stringify(text));
    assert.equal(found.encoding, library.encodingName, JSON.stringify(text));
    assert.deepEqual(found.forcedBy, [...new Set(library.getNonGsmCharacters())]);
  }
});

describe('the rewrite that is offered', () => {
  const long = 'We look forward to seeing you at our place in Main Street tomorrow. ';
  const cases: [string, string][] = [
    [
      '🎉 Hi Rajesh! Your booking is confirmed for tomorrow at 2 PM! 🕐 See you soon! 💇‍♂️',
      'Hi Rajesh! Your booking is confirmed for tomorrow at 2 PM! See you soon!',
    ],
    [`${long}It’s “open” – come in…`, `${long}It's "open" - come in...`],
    [`${long}₹500, ₹ 600 or 700₹`, `${long}Rs 500, Rs 600 or 700 Rs`],
    [`${long}1️⃣ yes • 2️⃣ no`, `${long}1 yes - 2 no`],
    [`${long}A\u00A0B\u200B`, `${long}A B`],
    [`${long}\n✅ paid\n`, `${long.trim()}\npaid`],
    [`${long}10–12 → 5 × ½ of it™`, `${long}10-12 -> 5 x 1/2 of it(TM)`],
  ];
  for (const [text, plain] of cases) {
    test(`${text.slice(-30)} → ${plain.slice(-30)}`, () => {
      const rewrite = rewriteOf(text);
      assert.equal(rewrite?.text, plain);
      assert.ok(rewrite.after.segments < rewrite.before.segments && isPlain(rewrite.text));
    });
  }

  test('says what it changes and leaves out, so that whoever takes it knows', () => {
    const changes = rewriteOf(`${long}❌ not “today” ❌`)?.changes;
    assert.deepEqual(changes, [
      { from: '“', to: '"', times: 1 },
      { from: '”', to: '"', times: 1 },
      { from: '❌', to: '', times: 2 },
    ]);
  });

  test('is none where nothing is saved, or where words would mean something else', () => {
    for (const text of ['It’s open', long, `${long}La tienda está cerrada’`, '😀'.repeat(71), '']) {
      assert.equal(rewriteOf(text), null, text);
    }
  });
});

describe('Hindi and Telugu in Latin letters', () => {
  const cases: [string, string][] = [
    ['नमस्ते, आपकी बुकिंग कन्फर्म हो गई है', 'namaste, aapki buking kanpharm ho gai hai'],
    ['नमस्ते, आपका ऑर्डर तैयार है।', 'namaste, aapka ordar taiyaar hai.'],
    ['ज़रूर, सुबह 10 बजे', 'zaruur, subah 10 baje'],
    ['\u095Bरूर, फ़ोन', 'zaruur, fon'],
    ['डॉक्टर कल न आएँ', 'doktar kal na aaen'],
    ['१२ जनवरी॥', '12 janvri.'],
    ['₹५०० “दीजिए” – धन्यवाद…', 'Rs 500 "diijie" - dhanyavaad...'],
    ['दुःख, कृपया, जाँच', 'duhkh, kripya, jaanch'],
    ['నమస్కారం, మీ ఆర్డర్ సిద్ధంగా ఉంది.', 'namaskaaram, mii aardar siddhangaa undi.'],
    ['Your order तैयार है', 'Your order taiyaar hai'],
  ];
  for (const [text, latin] of cases) {
    test(`${text} → ${latin}`, () => {
      assert.equal(inLatinLetters(text), latin);
      assert.ok(isPlain(latin));
    });
  }

  test('stay as they are where something would still need the wide alphabet', () => {
    for (const text of ['हम बंद हैं 😀', 'हम está', 'தமிழ் है']) {
      assert.equal(inLatinLetters(text), text);
    }
  });

  test('never touch a name or the text of a template', () => {
    assert.equal(inLatinLetters('Ana, आपका ऑर्डर', { names: ['Ana'] }), 'Ana, aapka ordar');
    const named = 'राजेश, आपका ऑर्डर';
    assert.equal(inLatinLetters(named, { names: ['राजेश', ''] }), named);
    const template = 'नमस्ते, आपकी बुकिंग';
    assert.equal(inLatinLetters(template, { isTemplate: true }), template);
  });
});
