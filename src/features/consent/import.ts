import { createHash } from 'node:crypto';

import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { AppError, invalid } from '#errors.ts';
import type { Business } from '#features/businesses/queries.ts';

import { withBusiness } from '#features/businesses/queries.ts';

import { readTable } from '#platform/csv.ts';
import type { Phone } from '#platform/phones.ts';
import { canonical, parsePhone } from '#platform/phones.ts';
import { customersWith } from './customers.ts';

import type { ConsentChannel, ConsentPurpose } from './events.ts';
import { optInFormOf } from './opt-in-queries.ts';

import type { NewConsent } from './queries.ts';
import { consentOf, recordConsents } from './queries.ts';
import { suppressedOf } from './suppressed.ts';

/** Of the whole file: what was agreed to, where, and who attests it. */
export type Attested = {
  channel: ConsentChannel;
  purpose: ConsentPurpose;
  source: string;
  wording: string;
  wordingVersion?: string | undefined;
  language?: string | undefined;
  attestedBy: string;
};

type Problem = { line: number; problem: string };
export type Imported = {
  rows: number;
  granted: number;
  already: number;
  problems: Problem[];
  fileHash: string;
};

type Uses = Pick<App, 'db' | 'vault' | 'suppressor' | 'clock'>;
type Line = { line: number; phone: string };
type OfFile = Pick<
  NewConsent,
  'method' | 'source' | 'wording' | 'wordingVersion' | 'language' | 'actor' | 'fileHash'
>;

const MOST_ROWS = 50_000;
const AT_ONCE = 500;
const PHONE_COLUMNS = [
  'phone',
  'phone number',
  'phonenumber',
  'mobile',
  'number',
  'whatsapp',
  'telephone',
  'tel',
];

/** Takes the consents of a list of phones, as attested. Nobody who has said no is opted in; the same file again changes nothing. */
export async function importConsents(
  app: Uses,
  businessId: string,
  bytes: Uint8Array,
  attested: Attested,
): Promise<Imported> {
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const business = await withBusiness(app, businessId, async (tx, known) => {
    if ((await optInFormOf(tx)).isDouble && attested.purpose === 'marketing') throw mustConfirm;
    return known;
  });
  const { lines, problems, rows } = linesIn(bytes, business.defaultCountry);
  const result: Imported = { rows, granted: 0, already: 0, problems, fileHash };
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const part = lines.slice(from, from + AT_ONCE);
    const proof = proofOf(attested, fileHash);
    await withBusiness(app, businessId, async (tx) => {
      const done = await importPart(app, tx, { business, part, attested, proof });
      result.granted += done.granted;
      result.already += done.already;
      result.problems.push(...done.problems);
    });
  }
  result.problems.sort((a, b) => a.line - b.line);
  return result;
}

const mustConfirm = new AppError(
  'conflict',
  'confirmation_required',
  'This business lets people confirm that they opt in themselves, so offers cannot be granted by a list. Ask them to send JOIN, or set isDouble to false.',
);

const proofOf = (attested: Attested, fileHash: string): OfFile => ({
  method: 'import',
  source: attested.source,
  wording: attested.wording,
  wordingVersion: attested.wordingVersion ?? null,
  language: attested.language ?? null,
  actor: attested.attestedBy,
  fileHash,
});

function linesIn(bytes: Uint8Array, country: string) {
  const table = readTable(bytes);
  if (!table) throw invalid('unreadable_table', 'The file is no CSV table in UTF-8.');
  const column = PHONE_COLUMNS.find((name) => table.columns.includes(name));
  if (column === undefined) {
    throw invalid('no_phone_column', 'The first line must name the columns, one of them "phone".');
  }
  if (table.rows.length > MOST_ROWS) {
    throw invalid('too_many_rows', `The file may have at most ${MOST_ROWS} rows.`);
  }
  const problems: Problem[] = [];
  const lines = new Map<string, Line>();
  for (const { line, cells } of table.rows) {
    const given = cells[column] ?? '';
    const phone = parsePhone(given, country);
    const problem = problemOf(given, phone, lines);
    if (problem || !phone) problems.push({ line, problem: problem ?? '' });
    else lines.set(canonical(phone.e164), { line, phone: phone.e164 });
  }
  return { lines: [...lines.values()], problems, rows: table.rows.length };
}

function problemOf(
  given: string,
  phone: Phone | null,
  lines: ReadonlyMap<string, Line>,
): string | null {
  if (given === '') return 'It has no phone number.';
  if (!phone?.isLikely) return 'Its phone number is none that we know of; please check it.';
  const same = lines.get(canonical(phone.e164));
  return same ? `It is the same number as in line ${same.line}.` : null;
}

type Part = { business: Business; part: readonly Line[]; attested: Attested; proof: OfFile };

async function importPart(
  app: Uses,
  tx: OneBusiness,
  { business, part, attested, proof }: Part,
): Promise<Pick<Imported, 'granted' | 'already' | 'problems'>> {
  const now = app.clock.now();
  const { businessId } = business;
  const { channel, purpose } = attested;
  const addresses = part.map(({ phone }) => phone);
  const suppressed = await suppressedOf(tx, app, { businessId, channel, addresses });
  const [erased, allowed] = split(part, ({ phone }) => suppressed.has(phone));
  const phones = allowed.map(({ phone }) => phone);
  const customers = await customersWith(app, tx, business, { phones, channel });
  const states = await consentOf(tx, [...customers.values()], { channel, purpose }, now);
  const statusOf = ({ phone }: Line) => states.get(customers.get(phone) ?? '')?.status ?? 'none';
  const [refused, others] = split(allowed, (line) => isRefusal.has(statusOf(line)));
  const [already, fresh] = split(others, (line) => statusOf(line) === 'granted');
  const granted = fresh.map(({ phone }): NewConsent => ({
    ...{ ...proof, businessId, channel, purpose },
    contactId: customers.get(phone) ?? '',
    status: 'granted',
  }));
  await recordConsents(tx, granted, now);
  const problems = [...because(erased, ERASED), ...because(refused, OPTED_OUT)];
  return { granted: fresh.length, already: already.length, problems };
}

const isRefusal = new Set<string>(['withdrawn', 'denied']);
const ERASED = 'This person had their data erased here, so they are not written to.';
const OPTED_OUT =
  'This person has opted out; only they themselves can opt in again, with START or JOIN.';

const because = (lines: readonly Line[], problem: string): Problem[] =>
  lines.map(({ line }) => ({ line, problem }));

function split<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
