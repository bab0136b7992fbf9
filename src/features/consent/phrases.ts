/** What customers hear about being written to. On SMS no answer that is asked for is a word that the carrier takes for itself. */
export type ConsentPhrases = {
  noOffers: (shop: string) => string;
  offersAgain: (shop: string) => string;
  askStop: (shop: string) => string;
  unchanged: (shop: string) => string;
  joinWording: (shop: string) => string;
  confirmJoin: string;
  joined: (shop: string) => string;
  preferencesLink: (shop: string, url: string) => string;
  preferencesChoice: (shop: string, getsOffers: boolean) => string;
  code: (shop: string, code: string) => string;
  page: PagePhrases;
  joinWords: readonly string[];
  preferencesWords: readonly string[];
};

export type PagePhrases = {
  title: (shop: string) => string;
  intro: (shop: string) => string;
  channels: { whatsapp: string; sms: string; email: string };
  transactional: string;
  marketing: string;
  wording: (shop: string) => string;
  onSince: (date: string) => string;
  offSince: (date: string) => string;
  nothingSaid: string;
  language: string;
  save: string;
  saved: string;
  verified: string;
  smsStopped: (number: string) => string;
  validUntil: (date: string) => string;
  gone: string;
};
