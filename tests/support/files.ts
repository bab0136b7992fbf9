import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** A line of a page; larger ones are headings. `down` is the distance from the line above. */
export type PageLine = string | { text: string; size?: number; down?: number };

const inPdf = (text: string) => text.replace(/[\\()]/g, (sign) => `\\${sign}`);

function contentOf(lines: readonly PageLine[]): string {
  let y = 760;
  return lines
    .map((line) => {
      const { text, size = 11, down = 14 } = typeof line === 'string' ? { text: line } : line;
      y -= down;
      return `BT /F1 ${size} Tf 72 ${y} Td (${inPdf(text)}) Tj ET`;
    })
    .join('\n');
}

type Stream = { dictionary?: string; bytes: Buffer };

/** A PDF of these pages; `encrypt` puts a lock on it that no empty password opens. */
export function pdfOf(pages: readonly (readonly PageLine[])[], { encrypt = false } = {}): Buffer {
  return pdfOfStreams(
    pages.map((lines) => ({ bytes: Buffer.from(contentOf(lines), 'latin1') })),
    { encrypt },
  );
}

/** A PDF whose only page unpacks to so many bytes of nothing. */
export const pdfBomb = (megabytes: number): Buffer =>
  pdfOfStreams([
    {
      dictionary: '/Filter [/FlateDecode /FlateDecode]',
      bytes: deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '))),
    },
  ]);

function pdfOfStreams(streams: readonly Stream[], { encrypt = false } = {}): Buffer {
  const kids = streams.map((_stream, i) => `${4 + i * 2} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${streams.length} >>`),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    ...streams.flatMap(({ bytes, dictionary = '' }, i) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      ),
      Buffer.concat([
        Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`),
        bytes,
        Buffer.from('\nendstream'),
      ]),
    ]),
  ];
  const lock = '00'.repeat(32);
  const locked = encrypt
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${lock}> /U <${lock}> /P -4 >> /ID [<01><01>]`
    : '';
  return assembled(objects, locked);
}

function assembled(objects: readonly Buffer[], more: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, i) => {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = length;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R${more} >>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const inXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A paragraph of a Word document; `style` is such as Heading1. */
export const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${inXml(text)}</w:t></w:r></w:p>`;

/** A table of a Word document. */
export const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** A Word document with this in its body, and other parts by their names. */
export function docxOf(body: string, parts: Record<string, Uint8Array> = {}): Buffer {
  const styles = [1, 2, 3]
    .map(
      (level) =>
        `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
    )
    .join('');
  return Buffer.from(
    zipSync({
      ...parts,
      '[Content_Types].xml': strToU8(
        `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
      ),
      'word/styles.xml': strToU8(
        `<?xml version="1.0"?><w:styles xmlns:w="${WORD}">${styles}</w:styles>`,
      ),
    }),
  );
}

/** The smallest picture there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What the beginning of a voice note looks like. */
export const OGG = Buffer.concat([
  Buffer.from('OggS\0\x02', 'latin1'),
  Buffer.alloc(22),
  Buffer.from('OpusHead\x01\x01', 'latin1'),
  Buffer.alloc(64),
]);

export const LETTERS = 'lorem ipsum ';
