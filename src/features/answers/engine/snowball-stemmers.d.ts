declare module 'snowball-stemmers' {
  export type Stemmer = { stem: (word: string) => string };
  const snowball: { newStemmer: (algorithm: string) => Stemmer; algorithms: () => string[] };
  // oxlint-disable-next-line import/no-default-export
  export default snowball;
}
