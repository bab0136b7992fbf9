import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex, search } from '#features/answers/engine/engine.ts';
import { figuresIn } from '#features/plain-words/figures-said.ts';
import { isQuestion } from '#features/plain-words/question.ts';
import { replaces } from '#features/plain-words/replaces.ts';
import { loadDevset } from '../../fixtures/answers/devset.ts';

const businesses = loadDevset();
const entries = businesses.flatMap((business) => business.entries);

/** The ids of the entries that a business's knowledge loses to a statement. */
function replacedIn(known: readonly { id: string; text: string }[], statement: string): string[] {
  const index = buildIndex(known);
  const { hits } = search(index, statement, 8);
  return replaces(statement, hits, index.inverted.home).map(({ id }) => id);
}

test('of what businesses say of themselves one in three hundred at most is taken for a question', () => {
  const taken = entries.filter(({ text }) => isQuestion(text));
  assert.ok(taken.length / entries.length < 1 / 300, `${taken.length} of ${entries.length}`);
});

test('of what their customers ask, two in three are questions without their question marks, too', () => {
  const asked = businesses.flatMap(({ questions }) => questions.map(({ text }) => text));
  const known = asked.filter((text) => isQuestion(text.replace(/[?¿]/gu, '')));
  assert.ok(known.length / asked.length > 2 / 3, `${known.length} of ${asked.length}`);
});

test('what a business says beside replaces, one in a hundred at most, what it said before', () => {
  const wrong = businesses.flatMap(({ entries: all }) =>
    all.filter(
      ({ id, text }) =>
        replacedIn(
          all.filter((other) => other.id !== id),
          text,
        ).length > 0,
    ),
  );
  assert.ok(wrong.length / entries.length <= 0.01, `${wrong.length} of ${entries.length}`);
});

test('nine in ten of what it says with another figure are set against the entry that they replace', () => {
  const tried = businesses.flatMap(({ entries: all }) =>
    all.flatMap((entry) => {
      const [figure, ...others] = figuresIn(entry.text);
      if (!figure || others.length > 0 || figure.kind === 'phone' || figure.value === 0) return [];
      const digits = entry.text.slice(figure.at, figure.at + figure.length);
      const changed = entry.text.replace(
        digits,
        digits.replace(/\d(?=\D*$)/u, (d) => `${(Number(d) + 3) % 10}`),
      );
      return [{ entry, changed, found: replacedIn(all, changed) }];
    }),
  );
  const right = tried.filter(({ entry, found }) => found.includes(entry.id));
  assert.ok(tried.length > 80, `${tried.length}`);
  assert.ok(right.length / tried.length >= 0.9, `${right.length} of ${tried.length}`);
});
