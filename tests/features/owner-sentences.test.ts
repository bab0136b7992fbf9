import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commandOf } from '#features/commands/parse.ts';
import type { List } from '#features/commands/pending.ts';
import { readAnswer } from '#features/commands/pending.ts';
import type { Language } from '#features/conversations/languages.ts';
import { LANGUAGES, wordsIn } from '#features/conversations/languages.ts';
import type { WordList } from '#features/conversations/speech.ts';
import { readDays } from '#features/hours/named-days.ts';
import { readHours } from '#features/hours/read.ts';
import { endOf } from '#features/knowledge/until.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import {
  completed,
  missingFrom,
  ownerSpeeches,
  sentencesIn,
} from '#features/owner-sentences/sentences.ts';
import type { Understood } from '#features/plain-words/open.ts';
import { customerAskedText, questionToldIn } from '#features/plain-words/offer-text.ts';

const english = sentencesIn('en');
const others = LANGUAGES.filter((language) => language !== 'en');
const place = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'UTC', country: 'IN' };

type Said = { name: string; text: string };
type Anything = Record<string, string | ((...given: unknown[]) => string)>;

const MARKS = ['«a»', '«b»', '«c»', '«d»', '«e»'];

/** Every sentence with marks in place of what varies; `given` stands for all of it where it is set. */
function allSaid(language: Language, given?: number): Said[] {
  return (Object.keys(english) as (keyof OwnerSentences)[]).flatMap((group) => {
    const model = english[group] as Anything;
    const said = sentencesIn(language)[group] as Anything;
    return Object.keys(model).map((name) => {
      const sentence = said[name] ?? '';
      const isNumber = given !== undefined && name !== 'seconds';
      const args = MARKS.slice(0, model[name]?.length).map((mark) => (isNumber ? given : mark));
      const text = typeof sentence === 'string' ? sentence : sentence(...args);
      return { name: `${group}.${name}`, text };
    });
  });
}

const marksIn = (text: string) => MARKS.filter((mark) => text.includes(mark));
const commandsIn = (text: string) =>
  [...new Set([...text.matchAll(/!([a-z]+)/gu)].flatMap(([, word = '']) => commandOf(word) ?? []))]
    .toSorted()
    .join();

describe('what owners are told', () => {
  for (const language of LANGUAGES) {
    test(`${language} lacks nothing`, () => {
      assert.deepEqual(missingFrom(ownerSpeeches[language] ?? {}), []);
    });
  }

  test('what a language lacks is named, and said in English, sentence by sentence', () => {
    const half = { offers: { skipped: "D'accord." } };
    const missing = missingFrom(half);
    assert.ok(missing.includes('offers.understood') && missing.includes('commands.help') === false);
    assert.ok(missing.includes('help.add') && missing.includes('commands.hello'));
    assert.ok(!missing.includes('offers.skipped'));
    assert.equal(completed(half).offers.skipped, "D'accord.");
    assert.equal(completed(half).offers.sendWhole, english.offers.sendWhole);
    assert.equal(completed(half).commands.neverMind, english.commands.neverMind);
    assert.equal(sentencesIn('fr').commands.neverMind, english.commands.neverMind);
    assert.equal(sentencesIn('pt-BR').commands.neverMind, sentencesIn('pt').commands.neverMind);
  });

  for (const language of others) {
    const said = allSaid(language);
    const ofEnglish = allSaid('en');

    test(`${language} says of everything what English says: names, numbers and commands`, () => {
      for (const [i, { name, text }] of ofEnglish.entries()) {
        const other = said[i]?.text ?? '';
        assert.deepEqual(marksIn(other), marksIn(text), `${name}: ${other}`);
        assert.equal(commandsIn(other), commandsIn(text), `${name}: ${other}`);
      }
    });

    test(`${language} is in its own letters and words`, () => {
      const letters = { hi: /\p{Script=Devanagari}/u, te: /\p{Script=Telugu}/u }[
        language as string
      ];
      const sameAsEnglish = said.filter(({ text }, i) => text === ofEnglish[i]?.text);
      const may = ['seconds', 'minutes', 'hours', 'number'].map((name) => `commands.${name}`);
      assert.deepEqual(
        sameAsEnglish.map(({ name }) => name).filter((name) => !may.includes(name)),
        [],
      );
      for (const { name, text } of said) {
        const isRight = letters
          ? letters.test(text)
          : !/[\p{Script=Devanagari}\p{Script=Telugu}]/u.test(text);
        assert.ok(isRight, `${name}: ${text}`);
        assert.doesNotMatch(text, / {2}|undefined|\s$/u, name);
      }
    });
  }

  test('who asks for a person is named before their own words, which may say anything', () => {
    for (const language of LANGUAGES) {
      const { person, wantedPerson, callBack } = sentencesIn(language).questions;
      for (const text of [
        person('Shop', '«who»', 1, '«said»', true),
        wantedPerson('Shop', '«who»', 1, '«said»', false),
        callBack('Shop', '«who»', 1, '«said»'),
      ]) {
        assert.ok(text.indexOf('«who»') < text.indexOf('«said»'), text);
      }
    }
  });

  test('one of a thing is told of as one', () => {
    const ofSeveral = /Several|foundBest|saveHow|saveSeparately|tooManyEntries/u;
    for (const { name, text } of LANGUAGES.flatMap((language) => allSaid(language, 1))) {
      if (ofSeveral.test(name)) continue;
      assert.doesNotMatch(
        text,
        /\b1 (?:entries|things|questions|entradas|cosas|coisas|preguntas|perguntas|entrylu|vishayalu|prashnalu|baatein)\b|1 (?:ఎంట్రీలు|విషయాలు|ప్రశ్నలు|बातें|मिले)|1 (?:ఎంట్రీ )?దొరికాయి|1 (?:entry )?(?:dorikayi|mile)\b|मिलीं|थीं|कीं/u,
        name,
      );
    }
  });
});

describe('what owners are told to write is understood', () => {
  const saveAnswer = { kind: 'save-answer', text: 'x', isEdited: false } as const;
  const toSave = { kind: 'save-document', id: 'x', number: 1 } as const;
  const list: List = { kind: 'save-list', items: ['a', 'b'], whole: 'a b' };
  const change = { id: 'x', number: 1, before: 'a', after: 'b' };
  const understood = (...changes: (typeof change)[]): Understood => ({
    kind: 'understood',
    said: 'x',
    text: 'x',
    validUntil: null,
    changes,
  });

  for (const language of LANGUAGES) {
    const first = (words: WordList) => wordsIn(language, words)[0] ?? '';
    const [yes, no, edit, another] = [first('yes'), first('no'), first('edit'), first('another')];

    test(`the words that the sentences name in ${language} are those that it knows`, () => {
      const { offers, questions, commands, documents } = sentencesIn(language);
      for (const [text, words] of [
        [questions.offer('x'), [yes, edit, no]],
        [offers.shallISave, [yes, no]],
        [offers.replaceOrNew, [yes, another, no]],
        [offers.whichOne('1, 2'), [another, no]],
        [commands.orSayYes, [yes]],
        [commands.saveHow(2, 'a', 'b'), [no]],
        [documents.saveFound(2, 1), [yes, no]],
      ] as const) {
        for (const word of words) assert.ok(text.toLowerCase().includes(word), `${word}: ${text}`);
      }
    });

    test(`yes, no, edit, new, skip and save in ${language}`, () => {
      assert.equal(readAnswer(saveAnswer, yes), 'yes');
      assert.equal(readAnswer(saveAnswer, `${no}.`), 'no');
      assert.equal(readAnswer(saveAnswer, `${edit}: 42`), 'edit');
      assert.equal(readAnswer(understood(), another), 'new');
      assert.equal(readAnswer(understood(change), yes), 'yes');
      for (const word of wordsIn(language, 'skip')) {
        assert.equal(readAnswer({ kind: 'customer-asked', question: 'x' }, word), 'no', word);
      }
      for (const word of wordsIn(language, 'save')) {
        assert.equal(readAnswer(toSave, word), 'yes', word);
      }
      for (const word of wordsIn(language, 'one')) {
        assert.equal(readAnswer(list, word), 'one', word);
      }
      for (const word of wordsIn(language, 'separate')) {
        assert.equal(readAnswer(list, word), 'separate', word);
      }
      for (const word of wordsIn(language, 'replace')) {
        assert.equal(readAnswer(understood(change), word), 'yes', word);
      }
    });

    test(`days and hours in the examples in ${language}`, () => {
      const { hours, commands } = sentencesIn(language);
      const texts = [hours.howToClose, hours.howToOpen, hours.separateDay, hours.part];
      const examples = texts.flatMap((text) =>
        [...text.matchAll(/!(?:closed|open|hours) ([^!,.:।]+)/gu)].map(
          ([, example = '']) => example,
        ),
      );
      assert.equal(examples.length, 9);
      for (const example of examples) assert.equal(readDays(example, place).kind, 'days', example);
      for (const text of [hours.none, hours.weekly]) {
        const example = text.slice(text.indexOf('!hours ') + '!hours '.length);
        const read = readHours(example, 'IN');
        assert.deepEqual(read.notUnderstood, [], example);
        assert.ok(read.week[1]?.length === 1, example);
      }
      const ends = [...commands.howToEndToday.matchAll(/["“«]([^"”»]+)["”»]/gu)];
      assert.equal(ends.length, 2);
      for (const [, words = ''] of ends) assert.ok(endOf(`x ${words}`, place), words);
    });

    test(`a customer's question in our own message is found again in ${language}`, () => {
      const told = customerAskedText(sentencesIn(language).offers, 'Is it "open" today?');
      assert.equal(questionToldIn(`${told}\nmore`), 'Is it "open" today?');
    });
  }

  test('what is no message of ours tells of no question', () => {
    assert.equal(questionToldIn('We open at nine'), null);
  });
});
