/**
 * How well the built-in engine answers: `npm run eval` prints recall, joint and abstention per language and style on
 * both halves of the development set, and latency. `-- --errors` lists what went wrong, `-- --fit` fits the weights of
 * the confidence on the calibration half.
 */
import { buildIndex, isConfident, rankingOf, search } from '#features/answers/engine/engine.ts';
import { signsOf } from '#features/answers/engine/confidence.ts';
import type { Signs } from '#features/answers/engine/confidence.ts';
import { loadDevset } from '../tests/fixtures/answers/devset.ts';
import type { Asked, Business } from '../tests/fixtures/answers/devset.ts';

type Outcome = {
  business: Business;
  asked: Asked;
  /** The place of the right entry among the hits, from 0; -1 where it is not among them. */
  rank: number;
  kind: 'correct' | 'wrong' | 'silent' | 'abstained' | 'false';
  told: string | undefined;
  confidence: number;
  milliseconds: number;
};

const HALVES = ['calibration', 'heldout'] as const;
const businesses = loadDevset();
const outcomes = businesses.flatMap(askAll);

function askAll(business: Business): Outcome[] {
  const index = buildIndex(business.entries);
  return business.questions.map((asked) => {
    const start = performance.now();
    const found = search(index, asked.text);
    const milliseconds = performance.now() - start;
    const told = found.hits[0]?.id;
    const rank = found.hits.findIndex(({ id }) => asked.expected.includes(id));
    const kind = kindOf(asked, isConfident(found), rank);
    return { business, asked, rank, kind, told, confidence: found.confidence, milliseconds };
  });
}

function kindOf({ expected }: Asked, isTold: boolean, rank: number): Outcome['kind'] {
  if (expected.length === 0) return isTold ? 'false' : 'abstained';
  if (!isTold) return 'silent';
  return rank === 0 ? 'correct' : 'wrong';
}

const percent = (part: number, whole: number) =>
  (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`).padStart(6);

const COLUMNS = [
  'asked',
  'recall@1',
  'recall@3',
  'correct',
  'wrong',
  'silent',
  'unanswerable',
  'abstained',
];

function printRow(name: string, chosen: readonly Outcome[]): void {
  if (chosen.length === 0) return;
  const answerable = chosen.filter(({ asked }) => asked.expected.length > 0);
  const others = chosen.length - answerable.length;
  const count = (kind: Outcome['kind']) => chosen.filter((one) => one.kind === kind).length;
  const within = (places: number) =>
    answerable.filter(({ rank }) => rank >= 0 && rank < places).length;
  const all = answerable.length;
  const cells = [
    String(all),
    percent(within(1), all),
    percent(within(3), all),
    ...(['correct', 'wrong', 'silent'] as const).map((kind) => percent(count(kind), all)),
    String(others),
    percent(count('abstained'), others),
  ];
  console.log(
    name.padEnd(26) +
      cells.map((cell, at) => cell.padStart((COLUMNS[at]?.length ?? 0) + 2)).join(''),
  );
}

const family = (language: string) => language.slice(0, 2);
const isOwn = ({ asked, business }: Outcome) =>
  family(asked.language) === family(business.language);

function printHalf(half: (typeof HALVES)[number]): void {
  const chosen = outcomes.filter(({ business }) => business.half === half);
  const own = businesses.filter((business) => business.half === half).length;
  console.log(`\n${half}: ${own} businesses, ${chosen.length} questions`);
  console.log(''.padEnd(26) + COLUMNS.map((column) => `  ${column}`).join(''));
  printRow('all', chosen);
  printRow(
    'near misses',
    chosen.filter(({ asked }) => asked.style === 'near'),
  );
  printRow(
    'off topic',
    chosen.filter(({ asked }) => asked.style === 'off'),
  );
  for (const language of ['en', 'es', 'pt', 'hi', 'hi-Latn', 'te', 'te-Latn']) {
    printRow(
      `in ${language}`,
      chosen.filter((one) => isOwn(one) && one.asked.language === language),
    );
  }
  printRow(
    'another language',
    chosen.filter((one) => !isOwn(one)),
  );
  for (const style of ['typo', 'sms', 'voice']) {
    printRow(
      style,
      chosen.filter(({ asked }) => asked.style === style),
    );
  }
}

function printLatency(): void {
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(`\nsearch: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
  const entries = businesses.flatMap((business) => business.entries);
  for (const size of [50, 5000]) {
    const many = Array.from({ length: size }, (_, n) => ({
      id: String(n),
      text: `${entries[n % entries.length]?.text ?? ''} ${n}`,
    }));
    const start = performance.now();
    buildIndex(many);
    console.log(`index of ${size} entries: ${(performance.now() - start).toFixed(0)} ms`);
  }
}

function printErrors(): void {
  for (const { business, asked, kind, told, rank, confidence } of outcomes) {
    if (kind === 'correct' || kind === 'abstained') continue;
    const wanted = asked.expected.join('/') || 'nothing';
    console.log(
      `${kind.padEnd(7)} ${business.name} ${asked.language} ${asked.style} "${asked.text}": ` +
        `wants ${wanted} (place ${rank + 1}), has ${told ?? 'nothing'} at ${confidence.toFixed(2)}`,
    );
  }
}

type Example = { signs: Signs; isRight: boolean };

const examplesOf = (business: Business): Example[] => {
  const index = buildIndex(business.entries);
  return business.questions.flatMap(({ text, expected }) => {
    const ranking = rankingOf(index, text);
    const signs = signsOf(ranking);
    const first = business.entries[ranking.standings[0]?.entry ?? -1];
    return signs ? [{ signs, isRight: expected.includes(first?.id ?? '') }] : [];
  });
};

const ROUNDS = 6000;
const STEP = 1;
const RIDGE = 0.001;

type Weights = Map<string, number>;

/** Logistic regression by gradient descent; a light ridge keeps the weights small. */
function fit(examples: readonly Example[]): Weights {
  const weights: Weights = new Map([['bias', 0]]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, slope] of slopesOf(examples, weights)) {
      const weight = weights.get(name) ?? 0;
      const pull = name === 'bias' ? 0 : RIDGE * weight;
      weights.set(name, weight - STEP * (slope / examples.length + pull));
    }
  }
  return weights;
}

function slopesOf(examples: readonly Example[], weights: Weights): Weights {
  const slopes: Weights = new Map();
  for (const { signs, isRight } of examples) {
    const inputs = [['bias', 1] as const, ...Object.entries(signs)];
    const sum = inputs.reduce((all, [name, value]) => all + (weights.get(name) ?? 0) * value, 0);
    const error = 1 / (1 + Math.exp(-sum)) - Number(isRight);
    for (const [name, value] of inputs) slopes.set(name, (slopes.get(name) ?? 0) + error * value);
  }
  return slopes;
}

function printFit(): void {
  const examples = businesses.filter(({ half }) => half === 'calibration').flatMap(examplesOf);
  for (const [name, weight] of fit(examples)) console.log(`${name}: ${weight.toFixed(2)},`);
}

const flags = new Set(process.argv.slice(2));
if (flags.has('--fit')) {
  printFit();
} else {
  for (const half of HALVES) printHalf(half);
  printLatency();
  if (flags.has('--errors')) printErrors();
}
