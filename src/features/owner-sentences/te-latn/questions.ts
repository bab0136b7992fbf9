import type { Group } from '../sentences.ts';

const reply = (canQuote: boolean) => (canQuote ? 'Ee message ku javabu rayandi, leda ' : '');

export const questions: Group<'questions'> = {
  one: (shop, question, number, canQuote) =>
    `${shop}: naaku teliyanidi oka customer adigaru.\n${question}\n${reply(canQuote)}!answer ${number} mariyu javabu pampandi. !skip ${number} tho ee prashnanu vadileyavachu.`,
  several: (shop, list, number) =>
    `${shop}: naaku teliyanivi customerlu adigaru.\n${list}\n!answer, number, javabu pampandi, udaharanaku: !answer ${number} Avunu, undi. !skip mariyu number tho prashnanu vadileyavachu.`,
  moreUnanswered: (count) => `... inka ${count}: !unanswered pampandi`,
  customers: (count) => `(${count} customerlu)`,
  shortened: (number) => `(!unanswered ${number} deenni poortiga choopistundi)`,
  reminder: (shop, list) =>
    `${shop}: veetiki inka javabu ledu:\n${list}\n!answer, number, javabu pampandi, leda !skip mariyu number.`,
  person: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} oka manishitho matladali anukuntunnaru (number ${number}): "${text}"\n${reply(canQuote)}!answer ${number} mariyu mee matalu pampandi: vaatini vaariki cherustanu. Antavaraku ee customer ku nenu javabu ivvanu; !bot ${number} tho malli javabu istanu.`,
  wantedPerson: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} oka manishitho matladali anukunnaru, appudu meeku cheppalekapoyanu (number ${number}): "${text}"\n${reply(canQuote)}!answer ${number} mariyu mee matalu pampandi: vaatini vaariki cherustanu.`,
  callBack: (shop, who, number, text) =>
    `${shop}: dayachesi ${who} ku call cheyandi (number ${number}), vishayam: "${text}". Chesina tarvata !skip ${number} pampandi.`,
  aCustomer: 'oka customer',
  wrotePicture: '(nenu pampaleni oka photo leda file)',
  wroteOther: '(nenu pampalenidi edo)',
  quiet: (number) =>
    `Customer ${number}, meeru kontasepuga matladukoledu, anduke nenu malli javabu istanu. !answer ${number} ippatiki vaariki cherutundi.`,
  nobodyCame: (number, minutes) =>
    `Customer ${number} oka manishi kosam ${minutes} nimishalu eduruchoosaru. Ippudu evaru andubatulo lerani cheppanu, malli nene javabu istanu. !answer ${number} ippatiki vaariki cherutundi.`,
  tookBack: (number) => `Customer ${number} malli naatho, ante bot tho, matladali anukuntunnaru.`,

  howToAnswer: (number) =>
    `Prashna number, javabu rayandi, udaharanaku: !answer ${number} Avunu, undi.`,
  noSuchQuestion: (number) =>
    `Prashna ${number} ledu. Terichi unna prashnalu !unanswered choopistundi.`,
  noneOpen: 'Mee kosam e prashna ledu. Nenu javabu ivvalenivi !unanswered choopistundi.',
  whichOne: (list) => `Idi e prashnaku javabu? Daani number rayandi, leda vaddu anandi.\n${list}`,
  or: 'leda',
  whichShop: (shops) =>
    `Idi veetilo denikaina kavachu: ${shops}. Anduke emi cheyaledu. Dayachesi prashna unna message ke javabu rayandi, leda menu pampi vyaparanni enchukuni malli pampandi.`,
  isThatTheAnswer: (words, number, question) =>
    `"${words}" anedi number ${number} ("${question}") ku javaba? Avunu ani raste vaariki pamputanu, leda vaddu anandi.`,
  forCustomer: (number) =>
    `Deenni customer ${number} ku pampanu. Idi naa kosam aite, naa prashna unna message ke javabu rayandi.`,
  answeredAlready: (number, text) =>
    `Number ${number} ("${text}") ku munde javabu icharu, anduke emi pampaledu.`,
  droppedAlready: (number) => `Number ${number} ni vadilesaru, anduke emi pampaledu.`,
  sent: 'Deenni vaariki pamputunnanu.',
  sentToSeveral: (count) => `Deenni ${count} customerlaku pamputunnanu.`,
  notSent: (count) =>
    `${count === 1 ? 'Oka customer ku' : `${count} customerlaku`} ippudu rayadam kudaradu: vaari chivari message tarvata 24 gantala varake WhatsApp anumatistundi, STOP tarvata eppudu kudaradu.`,
  offer: (text) =>
    `Deenni ikapai gurtunchukovala? Idi save chestanu: "${text}"\nAvunu ani rayandi, leda marchandi ani mee matalu rayandi, leda vaddu. (!learn on: eppudu save chestanu.)`,
  answersOpen: (count, list, people) =>
    `${count === 1 ? 'Idi terichi unna oka prashnaku javabu' : `Idi terichi unna ${count} prashnalaku javabu`}:\n${list}\nDeenni adigina ${people === 1 ? 'customer ku' : `${people} customerlaku`} pampala? Avunu leda vaddu ani rayandi.`,
  toldAlready: (number: number) => `Number ${number} adigina variki javabu ippatike andindi.`,
  sentToNobody: 'Sare, deenni evariki pampanu.',
  editHow: 'Nenu ela gurtunchukovalo rayandi, leda vaddu anandi.',
  learnsNow:
    'Ikapai customerlaku meeru iche javabulanu adagakunda save chestanu. !learn off deenni aaputundi.',
  learnsNoMore: 'Ikapai javabunu save chese mundu adugutanu.',
  learns:
    'Customerlaku meeru iche javabulanu adagakunda save chestanu. !learn off deenni aaputundi.',
  learnsNot: 'Javabunu save chese mundu adugutanu. !learn on: eppudu save chestanu.',
  tooLongToSend: (length, most) =>
    `Pampadaniki idi chala podavu: indulo ${length} aksharalu unnayi, oka javabulo ${most} undavachu. Emi pampaledu.`,
  skipped: (number, text) => `Number ${number} vadilesanu: "${text}". Customer ku cheppanu.`,
  skippedTold: (number, text, count) =>
    `Number ${number} vadilesanu: "${text}". Meeru deeniki javabu ivvalerani ${count === 1 ? 'customer ku' : `${count} customerlaku`} chebutanu.`,
  howToSkip: 'Edo cheppandi: !skip mariyu daani number. Vaatini !unanswered choopistundi.',
  notOpen: (number) => `Number ${number} ippudu terichi ledu.`,
  inSession: (number) =>
    `Meeru ikkada rasevanni (!commandlu tappa) customer ${number} ku pamputanu, meeru !bot pampe varaku leda kontasepu matalu aage varaku.`,
  botAgain: (number) => `Customer ${number} ku malli nene javabu istanu, vaariki adi chebutanu.`,
  noSession: 'Ippudu e customer kuda manishitho matladadam ledu: andariki nene javabu istunnanu.',
  whoIsBack: (list) =>
    `Chala mandi customerlu manishitho matladutunnaru. !bot mariyu number pampandi:\n${list}`,
  unanswered: 'Veetiki nenu javabu ivvalekapoyanu:',
  latestUnanswered: (shown, total) => `Nenu javabu ivvaleni ${total} lo chivari ${shown}:`,
  askedWhen: (count, when) =>
    count === 1 ? `(${when})` : `(${count} customerlu, chivariga ${when})`,
  howToAnswerOne: 'Javabu ivvadaniki: !answer, number, javabu. !skip tho prashnanu vadileyavachu.',
};
