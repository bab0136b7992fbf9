import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES } from '#features/conversations/languages.ts';
import {
  BUILT_IN_LANGUAGES,
  builtInDraft,
  builtInPlainText,
  PLAIN_LANGUAGES,
} from '#features/templates/built-in/built-in.ts';
import { BUILT_IN_NAMES, definitions } from '#features/templates/built-in/definitions.ts';
import { lintTemplate } from '#features/templates/lint.ts';
import { numbersIn } from '#features/templates/placeholders.ts';
import { plainTextOf, renderTwin } from '#features/templates/twin.ts';

const GSM_7 =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/u;
const letters: Record<string, RegExp> = {
  hi: /\p{Script=Devanagari}/u,
  te: /\p{Script=Telugu}/u,
};
const foreign = /[\p{Script=Devanagari}\p{Script=Telugu}]/u;
const sorted = (text: string) => [...new Set(numbersIn(text))].toSorted((a, b) => a - b);

describe('the built-in templates', () => {
  test('are there in all five languages and as plain text in all seven', () => {
    assert.deepEqual(BUILT_IN_LANGUAGES.toSorted(), ['en', 'es', 'hi', 'pt', 'te']);
    assert.deepEqual(
      [...BUILT_IN_LANGUAGES, ...PLAIN_LANGUAGES].toSorted(),
      [...LANGUAGES].toSorted(),
    );
    assert.equal(BUILT_IN_NAMES.length, 8);
    for (const name of BUILT_IN_NAMES) {
      for (const language of LANGUAGES) assert.ok(builtInPlainText(name, language), language);
    }
  });

  for (const name of BUILT_IN_NAMES) {
    test(`WhatsApp would take ${name} in every language`, () => {
      for (const language of BUILT_IN_LANGUAGES) {
        const draft = builtInDraft(name, language);
        assert.ok(draft);
        assert.deepEqual(lintTemplate(draft), [], language);
      }
    });

    test(`${name} says the same in every language and as plain text`, () => {
      const wanted = definitions[name].variables.map((_, at) => at + 1);
      const values = Object.fromEntries(wanted.map((number) => [number, `«${number}»`]));
      for (const language of LANGUAGES) {
        const draft = builtInDraft(name, language);
        const plainText = builtInPlainText(name, language) ?? '';
        assert.deepEqual(sorted(plainText), wanted, language);
        if (draft) assert.deepEqual(sorted(draft.content.body), wanted, language);
        if (draft) assert.equal(plainTextOf(draft.content), plainText);
        const said = renderTwin({ plainText }, values);
        for (const value of Object.values(values)) assert.ok(said.includes(value), said);
      }
    });

    test(`${name} is in the letters of its language, and cheap as SMS where they allow it`, () => {
      for (const language of LANGUAGES) {
        const plainText = builtInPlainText(name, language) ?? '';
        const draft = builtInDraft(name, language);
        const own = letters[language];
        for (const text of [plainText, ...(draft ? [draft.content.body] : [])]) {
          assert.ok(own ? own.test(text) : !foreign.test(text), `${language}: ${text}`);
        }
        if (own) continue;
        assert.match(plainText, GSM_7, language);
        const samples = definitions[name].variables.map(({ sample }, at) => [at + 1, sample]);
        const sms = renderTwin({ plainText }, Object.fromEntries(samples));
        assert.ok(sms.length <= 160, `${language}, ${sms.length}: ${sms}`);
      }
    });
  }

  test('a slot offer can be confirmed or declined with a button in each language', () => {
    for (const language of BUILT_IN_LANGUAGES) {
      const buttons = builtInDraft('slot_offer', language)?.content.buttons ?? [];
      assert.deepEqual(
        buttons.map((button) => button.kind === 'reply' && button.id),
        ['confirm', 'decline'],
      );
    }
  });

  test('an offer says how to get no more of them', () => {
    for (const language of LANGUAGES) {
      assert.match(builtInPlainText('promotional_offer', language) ?? '', /\bSTOP\b/);
    }
  });
});
