import type { Language } from '#features/conversations/languages.ts';
import { LANGUAGES } from '#features/conversations/languages.ts';

import type { Html } from '#platform/html.ts';
import { html } from '#platform/html.ts';
import type { ConsentChannel } from './events.ts';
import type { PagePhrases } from './phrases.ts';

export const PAGE_STYLE =
  'body{font:17px/1.5 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}main{max-width:34rem;margin:0 auto;padding:1.25rem}h1{font-size:1.5rem}fieldset{border:1px solid #767676;border-radius:8px;margin:0 0 1rem;padding:.75rem 1rem}legend{font-weight:600;padding:0 .3rem}label{display:flex;gap:.6rem;align-items:flex-start;min-height:44px;padding:.3rem 0}input[type=checkbox]{width:1.4rem;height:1.4rem;flex:none;margin:.15rem 0 0}small{display:block;color:#555}select{font:inherit;padding:.5rem;min-height:44px}button{font:inherit;font-weight:600;min-height:48px;padding:.6rem 1.6rem;border:0;border-radius:8px;background:#0b57a4;color:#fff}:focus-visible{outline:3px solid #0b57a4;outline-offset:2px}[role=status]{border-left:4px solid #1a7f37;padding:.5rem 1rem;background:#eefaf0}@media(prefers-color-scheme:dark){body{background:#121212;color:#eee}small{color:#bbb}button{background:#8ec5ff;color:#06213f}[role=status]{background:#10301a}}';

/** What is shown of one channel; times are ready to be read. */
export type ShownChannel = {
  channel: ConsentChannel;
  messages: boolean;
  offers: boolean;
  messagesNote: string;
  offersNote: string;
};

export type Shown = {
  shop: string;
  say: PagePhrases;
  language: Language;
  isSaved: boolean;
  isVerified: boolean;
  /** Where SMS were ended: the number that must be told to begin again. */
  smsNumber: string | null;
  until: string;
  formKey: string;
  channels: readonly ShownChannel[];
};

const names = new Intl.DisplayNames('en', { type: 'language' });
const ownName = (language: Language) => {
  const isLatin = language.endsWith('-Latn');
  const own = new Intl.DisplayNames(language.replace('-Latn', ''), { type: 'language' });
  const code = language.replace('-Latn', '');
  return isLatin ? `${names.of(code)} (abc)` : (own.of(code) ?? code);
};

/** The page on which a customer chooses what they get; it needs no script. */
export const preferencePage = (shown: Shown): Html =>
  html` <main>
    <h1>${shown.say.title(shown.shop)}</h1>
    ${shown.isSaved ? html`<p role="status">${shown.say.saved}</p>` : null}
    <p>${shown.say.intro(shown.shop)}</p>
    <form method="post">
      <input type="hidden" name="key" value="${shown.formKey}" />
      ${shown.channels.map((one) => channelFields(shown, one))}
      <p>
        <label for="language">${shown.say.language}</label>
        <select id="language" name="language">
          ${LANGUAGES.map((language) => choiceOf(language, shown.language))}
        </select>
      </p>
      <p><button type="submit">${shown.say.save}</button></p>
    </form>
    ${shown.isVerified ? html`<p>${shown.say.verified}</p>` : null}
    ${shown.smsNumber === null ? null : html`<p>${shown.say.smsStopped(shown.smsNumber)}</p>`}
    <p><small>${shown.say.validUntil(shown.until)}</small></p>
  </main>`;

const choiceOf = (language: Language, chosen: Language): Html =>
  html`<option
    value="${language}"
    lang="${language.endsWith('-Latn') ? 'en' : language}"
    ${language === chosen ? html` selected` : null}
  >
    ${ownName(language)}
  </option>`;

const channelFields = ({ say, shop }: Shown, one: ShownChannel): Html =>
  html` <fieldset>
    <legend>${say.channels[one.channel]}</legend>
    ${box(`${one.channel}-messages`, one.messages, say.transactional, one.messagesNote)}
    ${box(`${one.channel}-offers`, one.messages && one.offers, say.marketing, one.offersNote)}
    <small>${say.wording(shop)}</small>
  </fieldset>`;

const box = (name: string, isOn: boolean, label: string, note: string): Html =>
  html`<label
    ><input type="checkbox" name="${name}" value="on" ${isOn ? html` checked` : null} />
    <span>${label} <small>${note}</small></span></label
  >`;
