import { normalise } from '#features/answers/engine/text.ts';
import { daysAhead, monthNumber, weekdayNumber } from '#features/knowledge/day-words.ts';

/** As words are compared: folded as the engine folds them, one kind of dash, single spaces. */
export const fold = (text: string): string =>
  normalise(text)
    .replace(/[‐‑‒–—―−~]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/** Words and phrases in a list divided by commas, as a pattern, the longest first. */
export const anyOf = (...lists: readonly string[]): string =>
  lists
    .flatMap((list) => list.split(/,\s*/u))
    .map((words) => fold(words).replace(/[.?*+()|[\]\\]/gu, String.raw`\$&`))
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const shortDays = [
  'sun sundays domingos dom रवि ravi sunday aadi adi ఆది ఆదివారాలు adivaaram aadivaaram sundey',
  'mo mon mondays lun seg segundas सोम som soma సోమ somavaaram somwaar',
  'tu tue tues tuesdays ter tercas मंगल mangal mangala మంగళ mangalvaar mangalavaaram',
  'wed wednesdays mie miercoles qua quartas बुध budh budha బుధ budhavaaram',
  'th thu thur thurs thursdays jue jueves qui quintas गुरु guru guruvaar veervar virvar bruhaspativar గురు guruvaaram',
  'fr fri fridays vie viernes sex sextas शुक्र shukra shukr sukra శుక్ర shukravaaram jumma juma',
  'sa sat saturdays sabados sab शनि shani sani శని shanivaaram sanivaaram',
] as const;

/** From 0, Sunday; the short names, too, of which some mean something else elsewhere. */
export const dayNumber: ReadonlyMap<string, number> = new Map([
  ...[...weekdayNumber].map(([word, number]) => [fold(word), number] as const),
  ...shortDays.flatMap((words, number) =>
    words.split(' ').map((word) => [fold(word), number] as const),
  ),
]);

/** From 1. */
export const monthOf: ReadonlyMap<string, number> = new Map([
  ...[...monthNumber].map(([word, number]) => [fold(word), number] as const),
  ['aprel', 4],
  ['agust', 8],
]);

/** How many days from now; the Hindi word for tomorrow means yesterday as well, but nobody closes then. */
export const nearDay: ReadonlyMap<string, number> = new Map([
  ...[...daysAhead].map(([word, ahead]) => [fold(word), ahead] as const),
  ...['aj 2day tdy hj', 'tmrw tmr tmrrw tomorow tomorrows kl 2moro 2mrw 2morrow mnn amnh'].flatMap(
    (words, ahead) => words.split(' ').map((word) => [word, ahead] as const),
  ),
  ...[
    'day after tomorrow',
    'pasado manana',
    'depois de amanha',
    'परसों',
    'parson',
    'ఎల్లుండి',
    'ellundi',
  ].map((word) => [fold(word), 2] as const),
]);

type Holiday = { month: number; day: number };
const holidays: readonly [string, Holiday][] = [
  [
    'christmas, christmas day, xmas, x-mas, navidad, dia de navidad, natal, dia de natal, क्रिसमस, बड़ा दिन, bada din, क्रिस्मस, క్రిస్మస్, krismas, kristmas',
    { month: 12, day: 25 },
  ],
  [
    'christmas eve, xmas eve, nochebuena, vespera de natal, vespera do natal, noche buena',
    { month: 12, day: 24 },
  ],
  ['boxing day', { month: 12, day: 26 }],
  [
    "new year's eve, new years eve, new year eve, nochevieja, fin de ano, vespera de ano novo, reveillon",
    { month: 12, day: 31 },
  ],
  [
    "new year's day, new years day, new year day, new year's, new year, new years, ano nuevo, ano novo, नया साल, नए साल, naya saal, naye saal, naya sal, కొత్త సంవత్సరం, నూతన సంవత్సరం, kotha samvatsaram, nutana samvatsaram",
    { month: 1, day: 1 },
  ],
];

/** Holidays that are on the same day every year. */
export const holidayOn: ReadonlyMap<string, Holiday> = new Map(
  holidays.flatMap(([names, day]) => names.split(', ').map((name) => [fold(name), day] as const)),
);

/** Several days of the week, and whether all of them are meant. */
export const everyDay = anyOf(
  'other days, all other days, the other days, on other days, all the other days, rest of the days, rest of the week, remaining days, otherwise, los demas dias, demas dias, otros dias, los otros dias, el resto de la semana, outros dias, demais dias, nos outros dias, बाकी दिन, बाक़ी दिन, baaki din, baki din, మిగతా రోజులు, మిగిలిన రోజులు, migatha rojulu, migata rojulu, migilina rojulu',
  'daily, every day, everyday, each day, all days, all the days, all week, every day of the week, seven days a week, 7 days a week, 7 days, seven days',
  'todos los dias, cada dia, a diario, diario, diariamente, todos os dias, todo dia, toda la semana, a semana toda',
  'रोज, रोज़, रोजाना, रोज़ाना, हर दिन, हर रोज, प्रतिदिन, सभी दिन, सातों दिन, roz, rozana, roj, rojana, har din, har roz, har roj, pratidin, sabhi din, saaton din, saato din',
  'ప్రతి రోజు, ప్రతిరోజు, ప్రతి రోజూ, ప్రతిరోజూ, రోజూ, అన్ని రోజులు, అన్ని రోజులూ, prati roju, pratiroju, prathi roju, rojuu, anni rojulu, anni rojuluu',
);
export const workDays = anyOf(
  'weekdays, week days, weekday, working days, work days, entre semana, dias laborables, dias habiles, dias de semana, dias uteis, durante a semana',
);
export const weekendDays = anyOf(
  'weekends, weekend, week end, week ends, fin de semana, fines de semana, fim de semana, fins de semana, finais de semana, वीकेंड, వీకెండ్',
);

export const allDay = anyOf(
  '24 hours, 24 hrs, 24 hr, 24hours, 24hrs, 24h, 24 h, 24 hours a day, round the clock, around the clock, twenty four hours',
  '24 horas, 24horas, las 24 horas, 24 horas por dia, 24 horas al dia',
  '24 घंटे, चौबीस घंटे, चौबीसों घंटे, 24 ghante, 24 ghanta, 24 గంటలు, 24 గంటలూ, 24 gantalu, 24 gantalu',
);

export const closedWords = anyOf(
  'closed, close, closes, shut, off, holiday, weekly off, weekly holiday, not open, no service',
  'cerrado, cerrada, cerrados, cerramos, cierra, fechado, fechada, fechados, fechamos, fecha, nao abre, nao abrimos, no abre, no abrimos',
  'बंद, बन्द, छुट्टी, अवकाश, band, bandh, chutti, chhutti, chuti, avkash',
  'సెలవు, మూసి, మూసివేత, మూసివేయబడింది, మూసి ఉంటుంది, మూసివేసి, బంద్, selavu, musi, moosi, musivetha, musivesi',
);
/** Before the days that are left out. */
export const exceptWords = anyOf(
  'except, except on, except for, excluding, but not, but not on, other than, excepto, salvo, menos, exceto',
);
/** After the days that are left out. */
export const exceptAfterWords = anyOf(
  'को छोड़कर, छोड़कर, के अलावा, को छोड़ कर, ko chhodkar, ko chodkar, chhodkar, chodkar, ko chhod kar, ke alawa, ke alava, తప్ప, tappa, thappa, మినహా, minaha',
);
export const untilWords = anyOf(
  'until, till, til, up to, upto, hasta, hasta las, hasta la, ate, ate as, ate a, closing at, closes at, close at, we close at',
);
/** After the time. */
export const untilAfterWords = anyOf('तक, tak, వరకు, వరకూ, varaku, varakuu');
export const rangeWords = anyOf(
  'to, through, thru, a, a las, a la, as, ao, aos, al, e as, se, से, nundi, nunchi, నుండి, నుంచి, and until',
);
export const andWords = anyOf('and, &, y, e, aur, और, व, మరియు, mariyu');
export const fillers = anyOf(
  "we, we're, were, is, are, am, be, open, opens, opened, opening, from, on, at, in, the, our, of, hours, hour, timing, timings, timetable, schedule, time, times, office, shop, store, business, working, business hours, every, each, only, also, then, plus, days, day, usually, normally",
  'horario, horarios, abierto, abierta, abierta, abiertos, abrimos, abre, estamos, de, los, las, el, la, del, desde, entre, en, aberto, aberta, abertos, funcionamento, funcionamos, atendimento, atendemos, atencion, das, dos, da, do, nos, nas, no, na, o, os, para, cada, dia, dias, desde las, em, no dia, dia',
  'हम, है, हैं, खुला, खुले, खुली, रहता, रहते, रहेगा, समय, को, के, का, की, दुकान, hum, hai, hain, khula, khule, khuli, rehta, rehte, samay, samai, ko, ka, ke, ki, dukaan, dukan, baje, बजे, वार, ho',
  'మేము, తెరిచి, తెరచి, ఉంటుంది, ఉంటాము, ఉంటాం, ఉంది, సమయం, వేళలు, గంటల, గంటలకు, నాడు, రోజు, రోజున, memu, terichi, terachi, untundi, untamu, untam, undi, samayam, velalu, gantala, gantalaku, naadu, nadu, roju, rojuna, lo, లో',
  "am to, o'clock, hrs, h, hs, uhr",
);

/** Parts of the day as they stand before a time, with the half of the day that they mean. */
export const dayParts: Readonly<Record<'am' | 'pm' | 'night' | 'noon', string>> = {
  am: anyOf(
    'morning, in the morning, de la manana, por la manana, da manha, de manha, pela manha, manana, manha, सुबह, सवेरे, प्रातः, subah, subeh, savere, ఉదయం, ఉదయము, పొద్దున, udayam, podduna, poddunna, de la madrugada, da madrugada',
  ),
  pm: anyOf(
    'afternoon, in the afternoon, evening, in the evening, de la tarde, por la tarde, da tarde, tarde, de tarde, शाम, सायं, shaam, sham, shyam, saam, సాయంత్రం, సాయంకాలం, sayantram, sayamtram, saayantram, sayankalam',
  ),
  night: anyOf(
    'at night, night, de la noche, por la noche, da noite, noite, noche, रात, रात्रि, raat, rat, raatri, రాత్రి, ratri, rathri, raathri',
  ),
  noon: anyOf('दोपहर, dopahar, dopeher, dupahar, మధ్యాహ్నం, madhyahnam, madhyanam, madhyaanam'),
};
export const noonWords = anyOf(
  '12 noon, noon, midday, mid-day, mediodia, medio dia, meio-dia, meio dia, दोपहर 12',
);
export const midnightWords = anyOf(
  '12 midnight, midnight, mid-night, medianoche, media noche, meia-noite, meia noite, आधी रात, aadhi raat, adhi raat, అర్ధరాత్రి, అర్థరాత్రి, ardharatri, ardha ratri',
);
export const meridiems = { am: 'a\\.? ?m\\b\\.?', pm: 'p\\.? ?m\\b\\.?' } as const;
export const hourWords = anyOf(
  "h, hs, hrs, hr, hours, horas, hora, o'clock, oclock, बजे, baje, bje, గంటలకు, గంటల, గం, gantalaku, gantala, gantalaki",
);
