import { buildIndex, rankingOf } from '#features/answers/engine/engine.ts';
import { signsOf } from '#features/answers/engine/confidence.ts';
import type { Signs } from '#features/answers/engine/confidence.ts';
import type { Business } from '../../tests/fixtures/answers/devset.ts';

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

/** The weights of the confidence, fitted on these businesses. */
export const fitOn = (businesses: readonly Business[]): Weights =>
  fit(businesses.flatMap(examplesOf));
