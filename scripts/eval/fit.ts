import { signsOf } from '#features/answers/engine/confidence.ts';
import { buildIndex, rankingOf } from '#features/answers/engine/engine.ts';
import type { Business } from '../../tests/fixtures/answers/devset.ts';
import { fitLogistic, probability } from './logistic.ts';
import type { Case } from './logistic.ts';

type Example = Case & { fold: number; isAnswerable: boolean };

const FOLDS = 8;

function examplesOf(business: Business, at: number): Example[] {
  const index = buildIndex(business.entries);
  return business.questions.flatMap(({ text, expected }) => {
    const ranking = rankingOf(index, text);
    const signs = signsOf(ranking);
    const first = business.entries[ranking.standings[0]?.entry ?? -1];
    if (!signs) return [];
    return [
      {
        inputs: [1, ...Object.values(signs)],
        isTrue: expected.includes(first?.id ?? ''),
        isAnswerable: expected.length > 0,
        fold: at % FOLDS,
      },
    ];
  });
}

const namesOfSigns = (businesses: readonly Business[]): string[] => {
  const [some] = businesses.flatMap(({ entries, questions }) => {
    const index = buildIndex(entries);
    return questions.flatMap(({ text }) => signsOf(rankingOf(index, text)) ?? []).slice(0, 1);
  });
  return ['bias', ...Object.keys(some ?? {})];
};

/** The weights of the confidence, fitted on these businesses, a line each. */
export function fitted(businesses: readonly Business[]): string[] {
  const weights = fitLogistic(businesses.flatMap(examplesOf));
  return namesOfSigns(businesses).map((name, at) => `${name}: ${(weights[at] ?? 0).toFixed(2)},`);
}

const THRESHOLDS = [0.5, 0.55, 0.6, 0.65];

/** What each threshold would do to businesses that the weights were not fitted on: each fold is left out in its turn. */
export function crossValidated(businesses: readonly Business[]): string[] {
  const examples = businesses.flatMap(examplesOf);
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitLogistic(examples.filter((one) => one.fold !== fold));
    return examples
      .filter((one) => one.fold === fold)
      .map((one) => ({ ...one, likely: probability(weights, one.inputs) }));
  }).flat();
  const asked = businesses.flatMap(({ questions }) => questions);
  const answerable = asked.filter(({ expected }) => expected.length > 0).length;
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  return THRESHOLDS.map((threshold) => {
    const told = judged.filter(({ likely }) => likely >= threshold);
    const correct = told.filter(({ isTrue }) => isTrue).length;
    const wrong = told.filter(({ isTrue, isAnswerable }) => isAnswerable && !isTrue).length;
    const others = asked.length - answerable;
    const kept = others - (told.length - correct - wrong);
    return (
      `from ${threshold}: correct ${percent(correct, answerable)}, ` +
      `wrong ${percent(wrong, answerable)}, abstained ${percent(kept, others)}`
    );
  });
}
