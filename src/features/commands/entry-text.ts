/** Of one message; the carrier refuses longer ones (Twilio error 21617). */
export const LONGEST_MESSAGE = 1_600;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As the database counts: characters, not UTF-16 units. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** In one line of at most `most` UTF-16 units, cut between whole emoji and letters. */
export function preview(text: string, most = 100): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${headOf(line, most - 3).trimEnd()}...`;
}

/** Cuts a text into messages that the carrier takes, at line ends or spaces where there are any. */
export function messagesOf(text: string, most = LONGEST_MESSAGE): string[] {
  if (text.length <= most) return [text];
  const head = headOf(text, most);
  const [space] = /\s\S*$/u.exec(head) ?? [];
  const line = head.lastIndexOf('\n');
  const word = space === undefined ? -1 : head.length - space.length;
  const end = line > most / 2 ? line : word > most / 2 ? word : head.length;
  return [text.slice(0, end).trimEnd(), ...messagesOf(text.slice(end).trimStart(), most)];
}

const headOf = (text: string, most: number) =>
  text.slice(0, graphemes.segment(text).containing(most)?.index || most);

const symbol = /^\s*[-*•–—·▪◦‣●○■□▶►➤✓✔]\uFE0F?\s+/u;
const bullet = /^\s*(?:[-*•–—·▪◦‣●○■□▶►➤✓✔]\uFE0F?\s+|[•▪●]|\(?\d{1,3}[.)]\uFE0F?\s+)/u;

/**
 * The things that a text names one below the other: its bullets, or else its lines. A heading that ends with a
 * colon is put before each of them, so that each makes sense alone. One item for a text that is no list.
 */
export function itemsOf(text: string): string[] {
  const lines = linesOf(text);
  if (lines.length < 2) return [text.replace(symbol, '').trim()];
  const hasBullets = lines.filter((line) => bullet.test(line)).length >= 2;
  const items = hasBullets ? joined(lines) : lines;
  return unique(underHeading(items.map((item) => item.replace(bullet, '').trim())));
}

function linesOf(text: string): string[] {
  const isOneLine = !text.includes('\n') && text.split('•').length > 2;
  const lines = isOneLine ? text.split(/(?=•)/u) : text.split(/[\n\r\u2028\u2029]+/u);
  return lines.filter((line) => line.replace(bullet, '').trim() !== '');
}

/** A line without a bullet goes on with the line before. */
function joined(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const previous = bullet.test(line) ? undefined : items.pop();
    items.push(previous === undefined ? line : `${previous} ${line.trim()}`);
  }
  return items;
}

function underHeading([first = '', ...rest]: readonly string[]): string[] {
  const isHeading = rest.length > 0 && /[:：]$/u.test(first);
  return isHeading ? rest.map((item) => `${first} ${item}`) : [first, ...rest];
}

function unique(items: readonly string[]): string[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const said = item.toLowerCase().replace(/\s+/gu, ' ');
    return !seen.has(said) && seen.add(said);
  });
}
