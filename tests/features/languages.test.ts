import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { detectLanguage } from '#features/answers/language.ts';
import { LANGUAGES, languageOf, speechOf } from '#features/conversations/languages.ts';
import { completed, phrasesIn } from '#features/conversations/phrases.ts';
import type { Speech } from '#features/conversations/speech.ts';
import { missingFrom } from '#features/conversations/speech.ts';

const english = speechOf('en');

describe('a language of the product', () => {
  for (const language of LANGUAGES) {
    test(`${language} lacks nothing`, () => {
      assert.deepEqual(missingFrom(speechOf(language), english), []);
    });
  }

  test('is one file, and every file is a language', () => {
    const folder = join(import.meta.dirname, '../../src/features/conversations/phrases');
    const files = readdirSync(folder).map((file) => file.replace('.ts', ''));
    assert.deepEqual(files.toSorted(), LANGUAGES.map((tag) => tag.toLowerCase()).toSorted());
  });

  test('that is not complete yet: what it lacks is named, and said in English', () => {
    const half: Speech = {
      sentences: { thanks: 'De rien !' },
      words: { ...english.words, stop: 'arrêt', yes: '' },
      wonders: english.wonders,
    };
    const missing = missingFrom(half, english);
    assert.ok(missing.includes('sentences.unknown'));
    assert.ok(missing.includes('words.yes'));
    assert.ok(!missing.includes('sentences.thanks'));
    assert.equal(completed(half.sentences).thanks, 'De rien !');
    assert.equal(completed(half.sentences).unknown(null), phrasesIn('en').unknown(null));
  });

  test('is meant by the tags of its kinds, too', () => {
    assert.equal(languageOf('pt-BR'), 'pt');
    assert.equal(languageOf('hi-Latn-IN'), 'hi-Latn');
    assert.equal(languageOf('fr-CA'), null);
    assert.equal(languageOf('-'), null);
    assert.equal(phrasesIn('es-MX').thanks, phrasesIn('es').thanks);
    assert.equal(detectLanguage('ok', 'pt-BR'), 'pt');
  });
});

describe('what a message is written in', () => {
  for (const [text, known, language] of [
    ['menu कहाँ मिलेगा online', 'en', 'hi'],
    ['delivery charge ఎంత', 'en', 'te'],
    ['delivery timing batao yaar please', 'en', 'hi-Latn'],
    ['mee shop lo parking undaa', 'en', 'te-Latn'],
    ['Ana, ¿a qué hora cierran hoy?', 'en', 'es'],
    ['thank you', 'te-Latn', 'te-Latn'],
    ['delivery kab', 'en', 'en'],
    ['parking undaa', 'es', 'es'],
    ['हाँ', 'en', 'hi'],
    ['ok ok', 'hi', 'hi'],
  ] as const) {
    test(`${text} (known: ${known}) is ${language}`, () => {
      assert.equal(detectLanguage(text, known), language);
    });
  }
});
