import type { Group } from '../sentences.ts';

export const costs: Group<'costs'> = {
  dayWarned: (shop, spent, limit) =>
    `${shop}: ee roju kharchu mee budget lo 80 % ki cherindi: ${limit} lo ${spent}. Budget aipothe offerlu aagipothayi, nenu language model lekunda customers ki javaabu istanu.`,
  daySpent: (shop, spent, limit) =>
    `${shop}: ee roju budget aipoyindi: ${limit} lo ${spent}. Offerlu repati varaku aagutayi. Naaku telisina daanito, language model lekunda, customers ki javaabu istune untanu.`,
  monthWarned: (shop, spent, limit) =>
    `${shop}: ee nela kharchu mee budget lo 80 % ki cherindi: ${limit} lo ${spent}. Budget aipothe offerlu aagipothayi, nenu language model lekunda customers ki javaabu istanu.`,
  monthSpent: (shop, spent, limit) =>
    `${shop}: ee nela budget aipoyindi: ${limit} lo ${spent}. Offerlu vachche nela varaku aagutayi. Naaku telisina daanito, language model lekunda, customers ki javaabu istune untanu.`,
  costly: (shop, cost, limit) =>
    `${shop}: ninnati nundi okko sambhashanaku sagatuna ${cost} kharchu ayyindi, idi ${limit} kante ekkuva.`,
  undelivered: (shop, percent, limit) =>
    `${shop}: ninnati nundi mee messages lo ${percent} % maatrame cheraayi, idi ${limit} % kante takkuva. Meeru raase numberlu sarichusukondi.`,
  slow: (shop, seconds, limit) =>
    `${shop}: ninnati nundi customers javaabu kosam ${seconds} seconds vechi unnaru, idi ${limit} seconds kante ekkuva.`,
  longTexts: (shop, segments, limit) =>
    `${shop}: ninnati nundi mee SMS lo sagatuna ${segments} segments unnayi, idi ${limit} kante ekkuva, prati daanikee dabbu kattali. Emojilu leni chinna messages chavaka.`,
};
