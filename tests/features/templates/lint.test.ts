import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TemplateButton } from '#ports.ts';
import type { Content, Draft } from '#features/templates/content.ts';
import { hashOf, plainContent } from '#features/templates/content.ts';
import { lintTemplate } from '#features/templates/lint.ts';
import type { Rule } from '#features/templates/problem.ts';
import { emojisIn } from '#features/templates/problem.ts';
import { plainTextOf } from '#features/templates/twin.ts';
import { asValue, roomFor, valueProblems } from '#features/templates/values.ts';

const body = 'Hello {{1}}, your order {{2}} is ready for you to pick up today.';
const sample = (given: string) => ({ about: 'x', sample: given });
const good: Draft = {
  name: 'order_ready',
  category: 'UTILITY',
  language: 'en',
  content: plainContent(body, [sample('Ana'), sample('A-1')]),
};
const templateWith = (content: Partial<Content>, more: Partial<Draft> = {}): Draft => ({
  ...good,
  ...more,
  content: { ...good.content, ...content },
});
const rulesOf = (draft: Draft): Rule[] => [...new Set(lintTemplate(draft).map(({ rule }) => rule))];
const saying = (text: string, ...samples: string[]) =>
  templateWith({ body: text, variables: samples.map(sample) });
const reply = (title: string, id = title): TemplateButton => ({ kind: 'reply', id, title });
const link = (url: string, title = 'Open'): TemplateButton => ({ kind: 'url', title, url });
const call = (phone = '+14155550100', title = 'Call'): TemplateButton => ({
  kind: 'phone',
  title,
  phone,
});
const several = (count: number, of: (at: number) => TemplateButton) =>
  Array.from({ length: count }, (_, at) => of(at));

const cases: readonly (readonly [string, Draft, readonly Rule[]])[] = [
  ['a plain one', good, []],
  ['no variables at all', saying('We are closed today.'), []],
  ['a full stop after the last variable', saying('Thank you for all, dear {{1}}.', 'Ana'), []],
  ['a name with capitals', templateWith({}, { name: 'OrderReady' }), ['name']],
  ['a name with spaces', templateWith({}, { name: 'order ready' }), ['name']],
  ['a name that begins with a digit', templateWith({}, { name: '1_order' }), ['name']],
  ['a name that is a place of the API', templateWith({}, { name: 'lint' }), ['name']],
  ['no text', saying(' '), ['text']],
  ['a variable at the beginning', saying('{{1}}, your order is ready', 'Ana'), ['text']],
  ['a variable at the end', saying('Your order is ready, {{1}}', 'Ana'), ['text']],
  ['and spaces behind it', saying('Your order is ready, {{1}} ', 'Ana'), ['text']],
  ['two side by side', saying('Hi to our dear {{1}} {{2}} and many thanks', 'a', 'b'), ['text']],
  ['two without a space', saying('Hi to our dear {{1}}{{2}} and many thanks', 'a', 'b'), ['text']],
  ['a tab', saying('Closed\ttoday'), ['text']],
  ['five spaces', saying('Closed     today'), ['text']],
  ['four spaces', saying('Closed    today'), []],
  ['two empty lines', saying('Closed\n\n\ntoday'), ['text']],
  ['an http link', saying('See http://example.com today'), ['text']],
  ['a gap in the numbers', saying('Dear {{1}}, your {{3}} is here now.', 'a', 'b'), ['variables']],
  ['numbers from nought', saying('Dear {{0}}, it is here now.', 'a'), ['variables']],
  ['another order', saying('Your {{2}} is here for you, {{1}}, see you.', 'a', 'b'), []],
  ['one twice', saying('Dear {{1}}, this is for you, {{1}}, see you.', 'a'), []],
  ['a name for a number', saying('Dear {{name}}, it is here now.'), ['variables']],
  ['single braces', saying('Dear {1}, it is here now.'), ['variables']],
  ['braces that are not closed', saying('Dear {{1, it is here now.'), ['variables']],
  ['a missing sample', saying(body, 'Ana'), ['samples']],
  ['a sample too many', saying(body, 'Ana', 'A-1', 'x'), ['samples']],
  ['an empty sample', saying(body, 'Ana', ' '), ['samples']],
  ['a sample of two lines', saying(body, 'Ana', 'A\n1'), ['samples']],
  ['too few words', saying('For {{1}}: it is {{2}} now.', 'a', 'b'), ['ratio']],
  ['just enough words', saying('For {{1}}: it is {{2}} right now.', 'a', 'b'), []],
  ['a hundred variables', manyVariables(100), []],
  ['one more', manyVariables(101), ['variables']],
  ['1,024 characters with samples', saying('a b c'.padEnd(1_016, 'x') + ' to {{1}}.', 'Ana'), []],
  ['one more than that', saying('a b c'.padEnd(1_017, 'x') + ' to {{1}}.', 'Ana'), ['length']],
  ['eleven emoji', saying('Open ' + '🍕'.repeat(11)), ['emoji']],
  ['ten emoji', saying('Open ' + '👩‍💼'.repeat(10)), []],
  ['wa.me', saying('Write to https://wa.me/1415 please'), ['link']],
  ['wa.me without https', saying('Write to wa.me/1415 please'), ['link']],
  ['a name that only ends so', saying('See https://aguawa.me.example.com/ now'), []],
  ['a footer', templateWith({ footer: 'Pizza Palace' }), []],
  ['a footer with a variable', templateWith({ footer: 'x {{1}}' }), ['line']],
  ['a long footer', templateWith({ footer: 'x'.repeat(61) }), ['line']],
  ['a header with a variable', templateWith({ header: 'Order {{2}}' }), []],
  ['a header with an emoji', templateWith({ header: 'Order 🍕' }), ['line']],
  ['a bold header', templateWith({ header: '*Order*' }), ['line']],
  ['a picture', templateWith({ mediaUrl: 'https://example.com/a.jpg' }), []],
  ['a picture over http', templateWith({ mediaUrl: 'http://example.com/a.jpg' }), ['link']],
  ['no address', templateWith({ mediaUrl: 'a.jpg' }), ['link']],
  [
    'a picture and a header',
    templateWith({ mediaUrl: 'https://example.com/a.jpg', header: 'Order' }),
    ['media'],
  ],
  ['ten answers', templateWith({ buttons: several(10, (at) => reply(`b${at}`)) }), []],
  ['eleven', templateWith({ buttons: several(11, (at) => reply(`b${at}`)) }), ['buttons']],
  ['a long button', templateWith({ buttons: [reply('x'.repeat(21), 'x')] }), ['buttons']],
  ['a button of 20', templateWith({ buttons: [reply('x'.repeat(20), 'x')] }), []],
  ['an emoji on a button', templateWith({ buttons: [reply('Yes 👍', 'y')] }), ['buttons']],
  ['a variable on a button', templateWith({ buttons: [reply('{{1}}', 'y')] }), ['buttons']],
  ['a button without words', templateWith({ buttons: [reply(' ', 'y')] }), ['buttons']],
  ['the same twice', templateWith({ buttons: [reply('Yes'), reply('yes', 'b')] }), ['buttons']],
  ['one id twice', templateWith({ buttons: [reply('a', 'x'), reply('b', 'x')] }), ['buttons']],
  ['an id with spaces', templateWith({ buttons: [reply('Yes', 'to be')] }), ['buttons']],
  [
    'two links',
    templateWith({ buttons: [link('https://a.com/'), link('https://b.com', 'b')] }),
    [],
  ],
  [
    'three links',
    templateWith({ buttons: several(3, (at) => link('https://a.com/', `b${at}`)) }),
    ['buttons'],
  ],
  ['two calls', templateWith({ buttons: [call(), call('+14155550101', 'Call us')] }), ['buttons']],
  ['a call to half a number', templateWith({ buttons: [call('5550100')] }), ['buttons']],
  ['a variable at the end of a link', templateWith({ buttons: [link('https://a.com/{{2}}')] }), []],
  ['in its middle', templateWith({ buttons: [link('https://a.com/{{2}}/x')] }), ['link']],
  ['two in a link', templateWith({ buttons: [link('https://a.com/{{1}}{{2}}')] }), ['link']],
  ['a link to WhatsApp', templateWith({ buttons: [link('https://wa.me/1415')] }), ['link']],
  ['a link over http', templateWith({ buttons: [link('http://a.com')] }), ['link']],
  ['a script', templateWith({ buttons: [link('javascript:alert(1)')] }), ['link']],
  ['answers, then a link', templateWith({ buttons: [reply('Yes'), link('https://a.com')] }), []],
  [
    'answers around a link',
    templateWith({ buttons: [reply('Yes'), link('https://a.com'), reply('No')] }),
    ['buttons'],
  ],
  ['a twin that leaves one out', templateWith({ plainText: 'Dear {{1}}' }), ['plain-text']],
  ['one that adds one', templateWith({ plainText: '{{1}} {{2}} {{3}}' }), ['plain-text']],
  [
    'a code with more beside it',
    templateWith({ buttons: [link('https://a.com')] }, { category: 'AUTHENTICATION' }),
    ['authentication'],
  ],
  [
    'a code',
    {
      ...saying('Your code is {{1}} and works for ten minutes.', '482913'),
      category: 'AUTHENTICATION',
      content: {
        ...plainContent('Your code is {{1}} and works for ten minutes.', [sample('482913')]),
        buttons: [{ kind: 'copy-code', title: 'Copy', code: '{{1}}' }],
      },
    },
    [],
  ],
];

function manyVariables(count: number): Draft {
  const text = Array.from({ length: count }, (_, at) => `a b {{${at + 1}}}`).join(' ');
  const samples = Array.from({ length: count }, () => '1');
  return saying(`${text} x.`, ...samples);
}

describe('before WhatsApp is asked', () => {
  for (const [name, draft, rules] of cases) {
    test(`${name}: ${rules.join(', ') || 'may be submitted'}`, () => {
      assert.deepEqual(rulesOf(draft), rules);
    });
  }

  test('each problem is a plain sentence that names what is wrong', () => {
    for (const [, draft] of cases) {
      for (const { sentence } of lintTemplate(draft)) assert.match(sentence, /^["{A-Z].*[.]$/u);
    }
  });

  test('emoji are counted as people see them', () => {
    assert.equal(emojisIn('1 © 2 👩‍💼 🇮🇳 ⏰ ❤️ 3️⃣ ok'), 5);
  });

  test('the same template has the same hash, another text, sample or category another', () => {
    assert.equal(hashOf(good), hashOf(structuredClone(good)));
    assert.notEqual(hashOf(good), hashOf({ ...good, category: 'MARKETING' }));
    assert.notEqual(hashOf(good), hashOf(saying(body, 'Ana', 'A-2')));
  });
});

describe('values of a template', () => {
  const asked = { body, count: 2 };
  const faultsOf = (values: Record<string, string>) =>
    valueProblems(asked, values).map(({ sentence }) => sentence);

  test('that are whole may be sent', () => {
    assert.deepEqual(faultsOf({ 1: 'Ana', 2: 'A-1    x' }), []);
  });

  for (const [value, fault] of [
    ['', /\{\{2\}\} is empty/],
    [' \u00A0', /\{\{2\}\} is empty/],
    ['a\nb', /line break/],
    ['a\u2028b', /line break/],
    ['a\tb', /tab/],
    ['a     b', /four spaces/],
    ['x'.repeat(1_000), /1,?024|together have/],
  ] as const) {
    test(`${JSON.stringify(value.slice(0, 12))} may not`, () => {
      assert.match(faultsOf({ 1: 'Ana', 2: value }).join(), fault);
    });
  }

  test('that are missing or too many are named', () => {
    assert.deepEqual(faultsOf({ 1: 'Ana' }), ['The value for {{2}} is missing.']);
    assert.match(faultsOf({ 1: 'a', 2: 'b', 3: 'c' }).join(), /no \{\{3\}\} in this template/);
  });

  test('a text becomes a value in one line and is cut to the room there is', () => {
    assert.equal(asValue(' a\n\n b\t', 100), 'a b');
    assert.equal(asValue('🍕'.repeat(10), 5), '🍕🍕...');
    const room = roomFor(body, { 1: 'Ana' }, 2);
    assert.deepEqual(faultsOf({ 1: 'Ana', 2: 'x'.repeat(room) }), []);
    assert.equal(faultsOf({ 1: 'Ana', 2: 'x'.repeat(room + 1) }).length, 1);
  });
});

describe('the plain text of a template', () => {
  test('says without marks and buttons what WhatsApp would show', () => {
    const { content } = templateWith({
      header: 'Order {{2}}',
      body: 'Dear *{{1}}*, your _order_ is ready; 2 * 3 * 4 and snake_case_name stay.',
      buttons: [reply('Yes'), reply('No'), link('https://a.com/{{2}}', 'Track'), call()],
      footer: 'Pizza Palace',
    });
    assert.equal(
      plainTextOf(content),
      [
        'Order {{2}}',
        'Dear {{1}}, your order is ready; 2 * 3 * 4 and snake_case_name stay.',
        'Track: https://a.com/{{2}}',
        'Call: +14155550100',
        'Yes / No',
        'Pizza Palace',
      ].join('\n'),
    );
  });
});
