import type { Group } from '../sentences.ts';

export const offers: Group<'offers'> = {
  understood: (text) => `Naaku arthamaindi: "${text}"`,
  wouldTellUntil: (day) => `Deenni ${day} chivari varaku chebutanu.`,
  shallISave: 'Save cheyala? Avunu leda vaddu ani rayandi.',
  everyWeek: (words) => `Prati vaaram ilage aite, ila rayandi: ${words}`,
  replaces: (number, before) => `Idi number ${number} sthanamlo vastundi: "${before}"`,
  changes: (number, before, after) =>
    `Deentho number ${number} maarutundi: "${before}"\nkottaga: "${after}"`,
  replaceOrNew: 'Marchadaniki avunu, rendu unchadaniki kottadi, leda vaddu ani rayandi.',
  replacesWhich: (list) =>
    `Idi veetilo deni sthanamlo vastundi?\n${list}\nDaani number rayandi, anni unchadaniki kottadi, leda vaddu ani rayandi.`,
  whichOne: (numbers) =>
    `Dayachesi veetilo oka number rayandi: ${numbers}, anni unchadaniki kottadi, leda vaddu ani rayandi.`,
  sendWhole: 'Akkada emi rayalo artham kaaledu. Dayachesi motham vakyanni malli pampandi.',
  noStatement:
    'Idi save cheyalsina vishayamga anipinchaledu. Naaku edaina nerpadaniki !add mariyu aa vishayam pampandi.',
  changedMeanwhile: (number) =>
    `Eeloga number ${number} maarindi, anduke emi cheyaledu. Dayachesi malli pampandi.`,
  customerAsked: (question) => `Oka customer adigaru: "${question}"`,
  wouldAnswer: (text) => `Nenu ila javabu istanu: ${text}`,
  replyWithAnswer: 'Adi naaku inka teliyadu. Javabu rayandi, save chestanu.',
  skipped: 'Sare, aa prashnanu vadilesanu.',
};
