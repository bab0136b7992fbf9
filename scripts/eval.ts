/**
 * How well the built-in engine answers: `npm run eval` prints recall, joint and abstention per language and style on
 * the development sets, and latency; with `-- --blind` also on the sets that nobody looks into; with `-- --webhook` it
 * asks the whole product by signed webhooks (recall is then what was told). `-- --write` writes
 * docs/answers.md, `-- --errors` lists what went wrong in the development sets, `-- --fit` fits the weights of the
 * confidence on the calibration sets.
 */
import { writeFile } from 'node:fs/promises';
import { buildIndex, isConfident, search } from '#features/answers/engine/engine.ts';
import { extract } from '#features/answers/engine/extract.ts';
import { loadDevset, PARTS } from '../tests/fixtures/answers/devset.ts';
import type { Business, Part } from '../tests/fixtures/answers/devset.ts';
import { asDocument, asText } from './eval/document.ts';
import type { Table } from './eval/document.ts';
import { crossValidated, fitted } from './eval/fit.ts';
import { kindOf } from './eval/outcome.ts';
import type { Outcome } from './eval/outcome.ts';

const flags = new Set(process.argv.slice(2));
const unread: readonly Part[] = ['blind', 'independent'];
const parts = PARTS.filter(
  (part) => !unread.includes(part) || flags.has('--blind') || flags.has('--write'),
);
const folder = process.argv.find((flag) => flag.startsWith('--sets='))?.slice('--sets='.length);
const businesses = loadDevset(folder).filter(({ part }) => parts.includes(part));
const outcomes = flags.has('--webhook')
  ? await (await import('./eval/through-webhook.ts')).askThroughWebhook(businesses)
  : businesses.flatMap(askAll);

function askAll(business: Business): Outcome[] {
  const index = buildIndex(business.entries);
  return business.questions.map((asked) => {
    const start = performance.now();
    const found = search(index, asked.text);
    const milliseconds = performance.now() - start;
    const told = found.hits[0]?.id;
    const rank = found.hits.findIndex(({ id }) => asked.expected.includes(id));
    const isTold = isConfident(found);
    const kind = kindOf(asked, isTold, rank);
    const length = isTold ? extract(asked.text, found).length : null;
    return {
      business,
      asked,
      rank,
      kind,
      told,
      length,
      confidence: found.confidence,
      milliseconds,
    };
  });
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;

function rowOf(name: string, chosen: readonly Outcome[]): string[][] {
  if (chosen.length === 0) return [];
  const answerable = chosen.filter(({ asked }) => asked.expected.length > 0);
  const others = chosen.length - answerable.length;
  const count = (kind: Outcome['kind']) => chosen.filter((one) => one.kind === kind).length;
  const within = (places: number) =>
    answerable.filter(({ rank }) => rank >= 0 && rank < places).length;
  const all = answerable.length;
  const told = (['correct', 'wrong', 'silent'] as const).map((kind) => percent(count(kind), all));
  const found = [1, 3].map((places) => percent(within(places), all));
  return [
    [name, String(all), ...found, ...told, String(others), percent(count('abstained'), others)],
  ];
}

const family = (language: string) => language.slice(0, 2);
const isOwn = ({ asked, business }: Outcome) =>
  family(asked.language) === family(business.language);

const LANGUAGES = ['en', 'es', 'pt', 'hi', 'hi-Latn', 'te', 'te-Latn'];
const STYLES = {
  'near misses': 'near',
  'off topic': 'off',
  typo: 'typo',
  sms: 'sms',
  voice: 'voice',
};

function tableOf(part: Part): Table {
  const chosen = outcomes.filter(({ business }) => business.part === part);
  const row = (name: string, isIn: (one: Outcome) => boolean) => rowOf(name, chosen.filter(isIn));
  const own = businesses.filter((business) => business.part === part).length;
  return {
    title: `${part}: ${own} businesses, ${chosen.length} questions`,
    rows: [
      ...row('all', () => true),
      ...Object.entries(STYLES).flatMap(([name, style]) =>
        row(name, ({ asked }) => asked.style === style),
      ),
      ...LANGUAGES.flatMap((language) =>
        row(`in ${language}`, (one) => isOwn(one) && one.asked.language === language),
      ),
      ...row('another language', (one) => !isOwn(one)),
    ],
  };
}

function speed(): string[] {
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  const lengths = outcomes.flatMap(({ length }) => length ?? []).sort((a, b) => a - b);
  const long = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0;
  const entries = businesses.flatMap((business) => business.entries);
  const built = [50, 5000].map((size) => {
    const many = Array.from({ length: size }, (_, n) => ({
      id: String(n),
      text: `${entries[n % entries.length]?.text ?? ''} ${n}`,
    }));
    const start = performance.now();
    buildIndex(many);
    return `index of ${size} entries: ${(performance.now() - start).toFixed(0)} ms`;
  });
  return [
    `search: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
    ...built,
    `replies: p50 ${long(0.5)}, p95 ${long(0.95)}, longest ${lengths.at(-1) ?? 0} characters`,
  ];
}

function printErrors(): void {
  for (const { business, asked, kind, told, rank, confidence } of outcomes) {
    if (kind === 'correct' || kind === 'abstained' || unread.includes(business.part)) continue;
    const wanted = asked.expected.join('/') || 'nothing';
    console.log(
      `${kind.padEnd(7)} ${business.name} ${asked.language} ${asked.style} "${asked.text}": ` +
        `wants ${wanted} (place ${rank + 1}), has ${told ?? 'nothing'} at ${confidence.toFixed(2)}`,
    );
  }
}

if (flags.has('--fit')) {
  const calibration = businesses.filter(({ part }) => part === 'calibration');
  console.log([...fitted(calibration), ...crossValidated(calibration)].join('\n'));
} else {
  const tables = parts.map(tableOf);
  const speeds = speed();
  console.log([...tables.map(asText), speeds.join('\n')].join('\n\n'));
  if (flags.has('--errors')) printErrors();
  if (flags.has('--write')) await writeFile('docs/answers.md', asDocument(tables, speeds));
}
