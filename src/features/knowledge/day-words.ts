/** Names of days and months as owners write them, in lower case and without Latin accents, in the languages of the product. */

const weekdays = [
  'sunday domingo रविवार इतवार ravivar ravivaar itwar itvaar ఆదివారం adivaram aadivaram',
  'monday mon lunes segunda segunda-feira सोमवार somvar somwar somvaar సోమవారం somavaram',
  'tuesday tue tues martes terca terca-feira मंगलवार mangalvar mangalwar mangalvaar మంగళవారం mangalavaram',
  'wednesday wed weds miercoles quarta quarta-feira बुधवार budhvar budhwar budhvaar బుధవారం budhavaram',
  'thursday thu thur thurs jueves quinta quinta-feira गुरुवार बृहस्पतिवार guruvar guruwar guruvaar గురువారం guruvaram',
  'friday fri viernes sexta sexta-feira शुक्रवार shukravar shukrawar shukravaar శుక్రవారం shukravaram sukravaram',
  'saturday sat sabado शनिवार shanivar shaniwar shanivaar శనివారం shanivaram sanivaram',
];

const months = [
  'january jan enero janeiro जनवरी జనవరి',
  'february feb febrero fevereiro fev फरवरी ఫిబ్రవరి',
  'march mar marzo marco मार्च మార్చి',
  'april apr abril abr अप्रैल ఏప్రిల్',
  'may mayo maio मई మే',
  'june jun junio junho जून జూన్',
  'july jul julio julho जुलाई జూలై జులై',
  'august aug agosto ago अगस्त ఆగస్టు',
  'september sep sept septiembre setembro set सितंबर सितम्बर సెప్టెంబర్ సెప్టెంబరు',
  'october oct octubre outubro out अक्टूबर अक्तूबर అక్టోబర్ అక్టోబరు',
  'november nov noviembre novembro नवंबर नवम्बर నవంబర్ నవంబరు',
  'december dec diciembre dezembro dic dez दिसंबर दिसम्बर డిసెంబర్ డిసెంబరు',
];

const near = {
  today: 'today tonight hoy hoje आज aaj ఈరోజు నేడు eeroju',
  tomorrow: 'tomorrow manana amanha कल kal రేపు repu',
} as const;

const numbered = (lines: readonly string[], first: number) =>
  new Map(lines.flatMap((line, i) => line.split(' ').map((word) => [word, first + i] as const)));

/** From 0, Sunday. "Until the sun sets" is no Sunday. */
export const weekdayNumber: ReadonlyMap<string, number> = numbered(weekdays, 0);
/** From 1. */
export const monthNumber: ReadonlyMap<string, number> = numbered(months, 1);
/** How many days from now. */
export const daysAhead: ReadonlyMap<string, number> = numbered([near.today, near.tomorrow], 0);

/** Lower case, compatible forms unified, Latin accents gone, spaces single. */
export const plainly = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ');
