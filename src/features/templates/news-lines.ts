import { languageOf } from '#features/conversations/languages.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import type { News } from './changes.ts';
import type { Told } from './queries.ts';

type Say = OwnerSentences['templates'];

type Asked = { shop: string; language: string; news: readonly Told[] };

/** In which order things are told: what needs the owner first. */
const order: readonly News[] = [
  'rejected',
  'paused',
  'disabled',
  'stopped',
  'refused',
  'gone',
  'recategorised',
  'approved',
];

/** What an owner is told of her templates, in one message; several that fare alike in one line. */
export function newsText(say: Say, { shop, language, news }: Asked): string {
  const lines = order.flatMap((kind) => {
    const concerned = news.filter((one) => one.news.includes(kind));
    const alike = Map.groupBy(concerned, (one) => sentenceOf(say, kind, one)('\u0000'));
    return [...alike.values()].map((same) => {
      const names = namesOf(same, language);
      return same[0] ? sentenceOf(say, kind, same[0])(names) : '';
    });
  });
  return [say.heading(shop), ...lines].join('\n');
}

function sentenceOf(say: Say, kind: News, about: Told): (names: string) => string {
  const { status, rejectionReason, givenCategory } = about;
  switch (kind) {
    case 'approved':
      return say.approved;
    case 'rejected':
      return (names) => say.rejected(names, rejectionReason ?? '-');
    case 'paused':
      return say.paused;
    case 'disabled':
      return say.disabled;
    case 'stopped':
      return (names) => say.stopped(names, status);
    case 'refused':
      return (names) => say.refused(names, rejectionReason ?? '-');
    case 'gone':
      return say.gone;
    case 'recategorised':
      return (names) => say.recategorised(names, givenCategory ?? '-');
  }
}

/** "order_status (English, Spanish), slot_offer (English)" */
function namesOf(concerned: readonly Told[], inLanguage: string): string {
  const byName = Map.groupBy(concerned, ({ name }) => name);
  const names = Array.from(byName, ([name, same]) => {
    const languages = same.map(({ language }) => languageName(language, inLanguage));
    return `${name} (${[...new Set(languages)].join(', ')})`;
  });
  return names.join(', ');
}

/** A language by its name in another; names in Latin letters for who reads Hindi or Telugu in them. */
export function languageName(tag: string, inLanguage: string): string {
  const isLatin = (languageOf(inLanguage) ?? '').endsWith('-Latn');
  const names = new Intl.DisplayNames([isLatin ? 'en' : inLanguage, 'en'], { type: 'language' });
  return names.of(tag) ?? tag;
}

type Listed = Pick<Told, 'name' | 'language' | 'status'>;

const states: Readonly<Record<string, (say: Say) => string>> = {
  unsubmitted: (say) => say.isUnsubmitted,
  received: (say) => say.isPending,
  pending: (say) => say.isPending,
  approved: (say) => say.isApproved,
  rejected: (say) => say.isRejected,
  paused: (say) => say.isPaused,
  disabled: (say) => say.isDisabled,
};

/** Templates by name, with how they stand in each language. */
export function listText(say: Say, templates: readonly Listed[], language: string): string {
  if (templates.length === 0) return say.none;
  const byName = Map.groupBy(templates, ({ name }) => name);
  const lines = Array.from(byName, ([name, ofName]) => {
    const byState = Map.groupBy(ofName, ({ status }) => states[status]?.(say) ?? status);
    const parts = Array.from(byState, ([state, alike]) => {
      const languages = new Set(alike.map((one) => languageName(one.language, language)));
      return `${state} (${[...languages].join(', ')})`;
    });
    return `${name}: ${parts.join('; ')}`;
  });
  return [say.list, ...lines].join('\n');
}
