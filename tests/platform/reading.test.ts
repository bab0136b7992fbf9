import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { readFile } from '#platform/reading/read-file.ts';
import { docxOf, OGG, paragraph, pdfBomb, pdfOf, PNG, table } from '../support/files.ts';

const reads = (bytes: Uint8Array, name: string | null = null, contentType: string | null = null) =>
  readFile({ bytes, name, contentType });

const blocksIn = async (...given: Parameters<typeof reads>) => {
  const read = await reads(...given);
  assert.equal(read.kind, 'text', JSON.stringify(read));
  return read.kind === 'text' ? read.blocks.map(({ kind, text }) => `${kind}: ${text}`) : [];
};

describe('what is in a file', () => {
  test('a PDF is read line by line, with its headings, and wrapped lines are whole again', async () => {
    const pdf = pdfOf([
      [
        { text: 'Opening hours', size: 18 },
        'Monday to Friday 9 to 18',
        'Saturday 10 to 14',
        { text: 'Delivery', size: 18, down: 40 },
        'We deliver to every street of the town, and to the villages around it with-',
        'out any charge from 20 dollars on.',
      ],
      ['Second page'],
    ]);
    assert.deepEqual(await blocksIn(pdf), [
      'heading: Opening hours',
      'paragraph: Monday to Friday 9 to 18',
      'paragraph: Saturday 10 to 14',
      'heading: Delivery',
      'paragraph: We deliver to every street of the town, and to the villages around it without any charge from 20 dollars on.',
      'paragraph: Second page',
    ]);
  });

  test('what stands at the head or foot of each page is left out', async () => {
    const pages = ['We deliver.', 'We are open.', 'We bake.'].map((text, i) => [
      'Pizza Palace',
      { text, down: 40 + i },
      { text: `Page ${i + 1} of 3`, down: 600 - i },
    ]);
    assert.deepEqual(await blocksIn(pdfOf(pages)), [
      'paragraph: We deliver.',
      'paragraph: We are open.',
      'paragraph: We bake.',
    ]);
  });

  test('a Word document is read with headings, lists and tables', async () => {
    const docx = docxOf(
      [
        paragraph('Prices', 'Heading1'),
        paragraph('Fish & chips <fresh>'),
        table([
          ['Dish', 'Price'],
          ['Soup', '$5'],
          ['Rice', '$7'],
        ]),
      ].join(''),
    );
    assert.deepEqual(await blocksIn(docx), [
      'heading: Prices',
      'paragraph: Fish & chips <fresh>',
      'item: Dish: Soup, Price: $5',
      'item: Dish: Rice, Price: $7',
    ]);
  });

  test('a table in text is read by its columns, whatever stands between them', async () => {
    for (const [sign, type] of [
      [',', 'text/csv'],
      [';', 'text/csv; charset=utf-8'],
      ['\t', 'text/csv'],
    ] as const) {
      const csv = Buffer.from(['Dish', 'Price'].join(sign) + '\r\n' + ['Soup', '5'].join(sign));
      assert.deepEqual(await blocksIn(csv, null, type), ['item: Dish: Soup, Price: 5']);
    }
    const quoted = Buffer.from('Name,Note\nSoup,"hot, with bread\nand butter"\n');
    assert.deepEqual(await blocksIn(quoted, 'x.csv'), [
      'item: Name: Soup, Note: hot, with bread and butter',
    ]);
  });

  test('text is read in the encodings that people have', async () => {
    const said = 'Café abierto: sí, mañana';
    for (const bytes of [
      Buffer.from(said),
      Buffer.from(`\ufeff${said}`),
      Buffer.from(`\ufeff${said}`, 'utf16le'),
      Buffer.from(said, 'latin1'),
    ]) {
      assert.deepEqual(await blocksIn(bytes), [`paragraph: ${said}`]);
    }
  });

  test('pictures and recordings are told by their bytes, whatever they are called', async () => {
    assert.deepEqual(await reads(PNG, 'menu.pdf', 'application/pdf'), {
      kind: 'picture',
      mime: 'image/png',
    });
    assert.deepEqual(await reads(OGG, 'menu.pdf'), { kind: 'recording', mime: 'audio/ogg' });
  });
});

describe('what cannot be read has a reason', () => {
  const zip = Buffer.from(zipSync({ 'a.txt': strToU8('hello') }));
  const half = pdfOf([['x']]).subarray(0, 200);
  const pages = Array.from({ length: 500 }, (_, i) => [`Page ${i}`]);
  const wordBomb = docxOf(paragraph('a'.repeat(60 * 1024 * 1024)));
  const cases: [string, Uint8Array, object][] = [
    ['nothing', Buffer.alloc(0), { because: 'empty' }],
    ['blank text', Buffer.from(' \n\n\t '), { because: 'empty' }],
    ['an empty Word document', docxOf(''), { because: 'empty' }],
    ['a PDF that is cut off', half, { because: 'broken' }],
    ['a Word document that is cut off', docxOf(paragraph('x')).subarray(0, 400), {}],
    ['a locked PDF', pdfOf([['secret']], { encrypt: true }), { because: 'encrypted' }],
    ['a PDF of pictures', pdfOf([[]]), { because: 'no-text', pages: 1 }],
    ['a PDF of 500 pages', pdfOf(pages), { because: 'too-many-pages', pages: 500 }],
    ['an archive', zip, { because: 'unsupported', what: 'ZIP' }],
    [
      'a program',
      Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1'),
      { because: 'unsupported' },
    ],
    ['a Word document that unpacks to 60 MB', wordBomb, { because: 'too-much' }],
    [
      'a Word document with 30 MB in a part that nobody would read',
      docxOf(paragraph('x'), { 'word/other.xml': new Uint8Array(30 * 1024 * 1024) }),
      { because: 'too-much' },
    ],
    ['noise', Buffer.from([0, 1, 2, 3, 200, 201, 0, 9]), { because: 'unsupported', what: '' }],
  ];
  for (const [what, bytes, expected] of cases) {
    test(what, async () => {
      assert.partialDeepStrictEqual(await reads(bytes), { kind: 'unreadable', ...expected });
    });
  }

  test('a PDF that unpacks to far too much is given up, and the process lives on', async () => {
    const bomb = pdfBomb(700);
    assert.ok(bomb.length < 1024 * 1024);
    assert.deepEqual(
      await readFile({ bytes: bomb, name: null, contentType: null }, { memoryBytes: 200e6 }),
      { kind: 'unreadable', because: 'too-much' },
    );
    assert.deepEqual(await blocksIn(Buffer.from('Still here')), ['paragraph: Still here']);
  });

  test('who does not want it any more need not wait', async () => {
    const reading = readFile(
      { bytes: pdfOf([['x']]), name: null, contentType: null },
      { signal: AbortSignal.abort(new Error('stopped')) },
    );
    await assert.rejects(reading, /stopped/);
  });
});
