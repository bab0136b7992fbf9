import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, readLexicon } from '#features/answers/engine/lexicon.ts';
import { TONGUES } from '#features/answers/engine/stems.ts';

/** Lists that only languages with articles have. */
const ARTICLES = ['@venue', '@indefinite'];

const namesOf = (tongue: (typeof TONGUES)[number]) =>
  readLexicon(tongue)
    .map(({ name }) => name)
    .filter((name) => !ARTICLES.includes(name));

test('every concept has words in every language', () => {
  const english = namesOf('en');
  assert.ok(english.length > 300);
  for (const tongue of TONGUES) assert.deepEqual(namesOf(tongue), english, tongue);
});

test('no concept is listed twice, and none is empty', () => {
  for (const tongue of TONGUES) {
    const names = namesOf(tongue);
    assert.equal(new Set(names).size, names.length, tongue);
    for (const { name, items } of readLexicon(tongue)) {
      assert.ok(
        items.every((item) => item.trim() !== ''),
        `${tongue} ${name}`,
      );
    }
  }
});

test('relations are between concepts that exist, with a fit between 0 and 1', () => {
  const known = new Set(namesOf('en'));
  for (const line of linesOf('relations.txt')) {
    const [concept = '', sign = '', ...rest] = line.split(' ');
    const others = sign === '@' ? rest : sign === '~' || sign === '>' ? rest.slice(0, 1) : [];
    for (const name of [concept, ...others]) assert.ok(known.has(name), line);
    if (sign === '@') continue;
    const fit = Number(rest.at(-1));
    assert.ok(fit > 0 && fit <= 1, line);
  }
});
