/** How one asks in a language that is read in order: each matches a whole clause without courtesy around it. */
export type Asking = {
  /** Courtesy at its beginning and at its end. */
  before: RegExp;
  after: RegExp;
  everything: RegExp;
  offers: RegExp;
  /** May mean something else as well. */
  unsure: RegExp;
};

/** How one asks in a language of free word order: a clause of nothing but these words. */
export type Wording = {
  /** What changes nothing. */
  filler: ReadonlySet<string>;
  message: ReadonlySet<string>;
  offer: ReadonlySet<string>;
  /** Writing to somebody, as they feel it. */
  bother: ReadonlySet<string>;
  not: ReadonlySet<string>;
  /** Sending, doing, giving. */
  act: ReadonlySet<string>;
  /** Not sending, in one word. */
  refuse: ReadonlySet<string>;
  want: ReadonlySet<string>;
  /** Needs a verb beside it. */
  stop: ReadonlySet<string>;
  /** Is one by itself. */
  halt: ReadonlySet<string>;
  list: ReadonlySet<string>;
  remove: ReadonlySet<string>;
  how: ReadonlySet<string>;
};

/** Words without accents, which people leave out, and without signs that cannot be seen; marks of Indian scripts are kept. */
export const plain = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');

export const whole = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'u');
export const leading = (words: string) => new RegExp(`^(?:(?:${words})(?: |$))+`, 'u');
export const trailing = (words: string) => new RegExp(`(?:(?:^| )(?:${words}))+$`, 'u');
export const words = (list: string): ReadonlySet<string> =>
  new Set(plain(list).split(/\s+/u).filter(Boolean));
