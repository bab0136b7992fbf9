import type { Group } from '../sentences.ts';

export const hours: Group<'hours'> = {
  shown: (text) => `Mee pani velalu: ${text}`,
  howToChange:
    'Marchadaniki: !hours mariyu kotta velalu. Okka rojuku: !closed repu, leda !hours repu 10-14',
  none: 'Pani velalu inka levu. Udaharanaku: !hours Soma-Shukra 9-18, Shani 10-14, 25 December selavu',
  set: (text) => `Ippudu mee pani velalu: ${text}`,
  before: (text) => `Mundu: ${text}`,
  removed: 'Mee pani velalu teesesanu.',
  tooLong: (length, most) =>
    `Pani velalaku idi chala podavu: ${length} aksharalu, ${most} undavachu. Migata vaatiki !add vaadandi.`,
  understood: 'Naaku arthamaindi:',
  specialDays: 'Pratyeka rojulu:',
  notUnderstood: (words) =>
    `Idi artham kaaledu: ${words}. Customerlaku idi unnadi unnatte chebutanu.`,
  saidTwice: (days) => `${days} gurinchi indulo rendu vishayalu unnayi: tarvatidi teesukuntanu.`,
  nothingRead:
    'Indulo rojulu, samayalu artham kaaledu, anduke unnadi unnatte chebutanu, e samayamlo terichi untaro cheppalenu. Ila rayandi: Soma-Shukra 9-18, Shani 10-14',
  kept: 'Vidi rojulaku pettinavi alage untayi (!open mariyu aa roju raste avi raddavutayi):',
  separateDay:
    'Mee pani velalu prati vaaraniki vartistayi, anduke vaatini marchaledu: okka roju vishayam vidiga pampandi, udaharanaku !closed repu leda !hours repu 10-14',

  howToClose:
    'E rojo rayandi, udaharanaku: !closed repu, !closed 25 December, !closed Soma-Budha, leda !closed repu pelli',
  howToOpen: 'E rojo rayandi, udaharanaku: !open repu. Vere velalaku: !open repu 10-14',
  noDay: (text) => `"${text}" e rojo naaku artham kaaledu.`,
  weekly:
    'Prati vaaram oka roju aite daanni mee pani velallo rayandi, udaharanaku: !hours Soma-Shukra 9-18, Aadi selavu',
  over: 'Aa roju aipoyindi.',
  part: 'Rojulo konta bhagam aite, aa roju eppudu terichi untaro pampandi, udaharanaku: !hours repu 9-13',
  noReasonWithHours: (text) =>
    `Idi artham kaaledu: "${text}". Dayachesi roju, samayam matrame pampandi.`,
  daySet: (days) =>
    `Sare. Adiginavaariki idi chebutanu:\n${days}\n!open mariyu aa roju raste idi raddavutundi.`,
  takenBack: (days) => `Raddu chesanu. Mee mamulu velalu vartistayi:\n${days}`,
  nothingSet: (days) =>
    `Aa rojuku emi pettaledu. Mee mamulu velalu vartistayi:\n${days}\nVere velalaku: !open repu 10-14`,
  allTakenBack: 'Raddu chesanu. Ippudu e roju kuda mee mamulu velalaku bhinnanga ledu.',
};
