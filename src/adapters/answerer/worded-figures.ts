/** Numbers as words, by value. Left out: what is also an article or another word (one, uno, dos, once, doce, teen, tees). */
const NUMBERS: Record<number, string> = {
  2: 'two dois duas दो రెండు rendu',
  3: 'three tres três तीन మూడు moodu',
  4: 'four cuatro quatro चार chaar నాలుగు naalugu nalugu',
  5: 'five cinco पाँच पांच paanch ఐదు aidu',
  6: 'six seis छह छः chhah ఆరు',
  7: 'seven siete sete सात saat ఏడు',
  8: 'eight ocho oito आठ aath ఎనిమిది enimidi',
  9: 'nine nueve nove नौ నౌ తొమ్మిది tommidi',
  10: 'ten diez dez दस పది padi',
  11: 'eleven onze ग्यारह gyarah',
  12: 'twelve doze बारह barah',
  13: 'thirteen trece treze तेरह',
  14: 'fourteen catorce catorze quatorze चौदह',
  15: 'fifteen quince quinze पंद्रह pandrah పదిహేను',
  16: 'sixteen dieciséis dezesseis सोलह',
  17: 'seventeen diecisiete dezessete सत्रह',
  18: 'eighteen dieciocho dezoito अठारह',
  19: 'nineteen diecinueve dezenove उन्नीस',
  20: 'twenty veinte vinte बीस ఇరవై iravai',
  25: 'twenty-five veinticinco पच्चीस pachees',
  30: 'thirty treinta trinta तीस ముప్పై muppai',
  40: 'forty cuarenta quarenta चालीस chalis',
  50: 'fifty cincuenta cinquenta पचास pachas యాభై',
  60: 'sixty sesenta sessenta',
  70: 'seventy setenta',
  80: 'eighty ochenta oitenta',
  90: 'ninety noventa',
  100: 'hundred cien ciento cem सौ వంద',
  200: 'doscientos doscientas duzentos duzentas',
  300: 'trescientos trescientas trezentos trezentas',
  500: 'quinientos quinientas quinhentos quinhentas',
  1000: 'thousand mil हज़ार हजार hazaar వెయ్యి',
};

const VALUE_OF = new Map(
  Object.entries(NUMBERS).flatMap(([value, words]) =>
    words.split(' ').map((word) => [word.normalize('NFC'), Number(value)] as const),
  ),
);

/** "feel free" and "sugar-free" claim no price. */
const NO_PRICE =
  /\bfeel free\b|[\p{L}]+-free\b|\b(?:gluten|sugar|dairy|nut|lactose|smoke|toll|hassle) free\b|\bfree to\b/giu;
const FREE =
  /(?<![\p{L}\p{M}])(?:free|gratis|gr[áa]tis|gratuit[oa]s?|complimentary|no (?:extra )?(?:charge|cost|fee)|without (?:charge|cost)|on the house|sin (?:costo|coste|cargo)|sem (?:custo|taxa)|de gra[çc]a|मुफ़्त|मुफ़्त|मुफ्त|नि:?शुल्क|निःशुल्क|फ्री|muft|ఉచిత\p{L}*\p{M}*|ఫ్రీ|uchitam?(?:ga)?)(?![\p{L}\p{M}])/iu;
const NOTHING = /(?<![\d.,])0(?:[.,]0+)?(?![\d.,])/;

/** True when every number in words of `text` stands in one of `grounds`, in words or digits, and "free" only where one of them says so. */
export function wordedFiguresStandIn(text: string, grounds: readonly string[]): boolean {
  const known = grounds.join('\n');
  const values = new Set([...digitsIn(known), ...wordsIn(known)]);
  const isFreeKnown = saysFree(known) || NOTHING.test(known);
  return wordsIn(text).every((value) => values.has(value)) && (isFreeKnown || !saysFree(text));
}

const saysFree = (text: string) => FREE.test(text.normalize('NFC').replace(NO_PRICE, ' '));

const wordsIn = (text: string): number[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+(?:-five)?/gu) ?? []
  ).flatMap((word) => VALUE_OF.get(word) ?? []);

/** Also the hour of a time of 24 hours, on the clock of twelve. */
const digitsIn = (text: string): number[] =>
  (text.normalize('NFKC').match(/\p{Nd}+/gu) ?? []).flatMap((digits) => {
    const value = Number(digits.replace(/\p{Nd}/gu, western));
    return value > 12 && value <= 24 ? [value, value - 12] : [value];
  });

function western(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
