import { consentTeLatn } from '#features/consent/phrases/te-latn.ts';
import type { Phrases } from '../phrases.ts';
import { clockTime, partTime, uncapitalised } from '../phrase-times.ts';
import type { Speech } from '../speech.ts';
import { anyOf, beginning, pattern } from '../speech.ts';

const orCall = (phone: string | null) => (phone ? ` Meeru maaku ${phone} ku call cheyavachu.` : '');
const OFFER = ' Vaaru meeku call cheyala? “call cheyandi” ani raayandi.';

export const teLatn: Phrases = {
  disclosure: (shop) => `Namaskaram! Nenu ${shop} automatic assistant ni.`,
  greeting: (shop) =>
    `Namaskaram! Nenu ${shop} automatic assistant ni. Meeru emi telusukovali anukuntunnaru?`,
  thanks: 'Santosham! Inkemaina kavalante rayandi.',
  identity: (shop, phone) =>
    `Nenu ${shop} automatic assistant ni, oka machine ni, manishini kaadu.${orCall(phone)}`,
  noPerson: (shop, phone) =>
    `Nenu ${shop} automatic assistant ni, ikkada mimmalni oka manishitho matladinchalenu.${orCall(phone)}`,
  unknown: (phone) => `Kshaminchandi, adi naaku teliyadu.${orCall(phone)}`,
  asking: (shop) =>
    `Adi naaku teliyadu, anduke ${shop} ni adugutunnanu. Javaabu meeku ikkade vastundi.`,
  noted: (shop) => `Daanni ${shop} kosam raasi unchanu.`,
  fromShop: (shop, question, answer) => `“${question}” gurinchi ${shop}: ${answer}`,
  couldNotAsk: (shop, phone) =>
    `Mee prashnanu ${shop} ku cherchalekapoyanu. Daanni vaari kosam unchanu.${orCall(phone)}`,
  noAnswerYet: ({ shop, question, phone, offersCall }) =>
    `“${question}” ku ${shop} inka javaabu ivvaledu.${offersCall ? OFFER : ''}${orCall(phone)}`,
  cannotSay: ({ shop, question, phone, offersCall }) =>
    `Kshaminchandi, “${question}” ku ${shop} ikkada javaabu ivvaleru.${offersCall ? OFFER : ''}${orCall(phone)}`,
  callMe: ['call cheyandi', 'call cheyyandi', 'call chey', 'phone cheyandi', 'phone cheyyandi'],
  agreed: ['avunu', 'avunandi', 'sare', 'sarenandi'],
  callBackAsked: (shop) => `Sare, meeku call cheyamani ${shop} ni adugutunnanu.`,
  callBackNoted: (shop) => `Sare, meeku call kaavalani ${shop} kosam raasi unchanu.`,
  cannotCall: (shop, phone) =>
    `Mee phone number naaku ikkada kanipinchadam ledu, anduke ${shop} meeku call cheyaleru.${orCall(phone)}`,
  toPerson: (shop) =>
    `Mee sandesham ${shop} ku pamputunnanu, oka manishi meeku ikkade raayagaligela. Antavaraku nenu mounanga untanu. Naatho malli matladataniki “bot” ani raayandi.`,
  botAgain: (shop) => `Meeru malli ${shop} automatic assistant tho matladutunnaru.`,
  nobodyFree: (shop, phone) =>
    `${shop} nundi inthavaraku evaru raalekapoyaru, anduke nenu malli javaabistunnanu. Mee sandesham vaari daggara undi.${orCall(phone)}`,
  cannotRead:
    'Nenu inka photolu, voice notelu, filelu teravalenu. Dayachesi mee prashna type cheyandi.',
  cannotOpen: 'Nenu ilanti file teravalenu. Dayachesi mee prashna type cheyandi.',
  notMadeOut:
    'Kshaminchandi, adi naaku sarigga artham kaaledu. Dayachesi mee prashna type cheyandi.',
  empty: 'Aa message chadavalekapoyanu. Dayachesi mee prashna type cheyandi.',
  limit: (minutes) =>
    `Ee gantalo meeru chala prashnalu adigaru, anduke nenu aagali. Dayachesi ${minutes} nimishala tarvata rayandi.`,
  mediaLimit: (minutes) =>
    `Ee gantalo meeru chala filelu pampinaru. ${minutes} nimishala tarvata marinni pampavachu.`,
  paused: (shop, phone) => `Prastutam ${shop} automatic javabulu aapabaddayi.${orCall(phone)}`,
  suspended: (shop) => `${shop} prastutam ikkada messagelaku javabu ivvadam ledu.`,
  help: (shop, phone) =>
    `Idi ${shop} automatic assistant. Prashna adagandi, vyaparam cheppina daani nundi javabu istanu.${orCall(phone)} Messagelu aapadaniki STOP ani rayandi.`,
  optedOut: (shop) =>
    `Ikapai ${shop} nundi meeku messagelu raavu. Manasu marithe START ani rayandi.`,
  optedIn: (shop) => `Meeku ${shop} nundi messagelu vastayi. Aapadaniki STOP ani rayandi.`,
  optedOutBefore: (shop) =>
    `Meeru ${shop} messagelu aapesaru. Malli pondadaniki START ani rayandi.`,
  consent: consentTeLatn,
  chooseShop: (numbered) =>
    `Namaskaram! Nenu konni vyaparala automatic assistant ni. Meeku edi kavali? Number rayandi:\n${numbered}`,
  notAChoice: (numbered) => `Dayachesi meeku kavalasina vyaparam number rayandi:\n${numbered}`,
  moreShops: (count) =>
    `... inka ${count} unnayi. Meeku kavalasinadi ikkada lekapothe daani peru rayandi.`,
  noShopYet:
    'Namaskaram! Nenu oka automatic assistant ni. Ee number lo inka e vyaparam register kaaledu. Mee vyaparam register cheyadaniki !register mariyu daani peru pampandi, udaharanaku: !register Lakshmi Tiffins',
  chosen: (shop) =>
    `Ippudu meeru ${shop} automatic assistant tho matladutunnaru. Emi telusukovali anukuntunnaru? (Vere vyaparam enchukovadaniki "menu" ani rayandi.)`,
  sorry: (phone) =>
    `Kshaminchandi, javabu ivvalekapoyanu. Dayachesi kasepatlo malli adagandi.${orCall(phone)}`,
  hoursLabel: 'Pani velalu',
  hours: {
    weekdays: 'Adivaram Somavaram Mangalavaram Budhavaram Guruvaram Shukravaram Shanivaram'.split(
      ' ',
    ),
    months:
      'January February March April May June July August September October November December'.split(
        ' ',
      ),
    today: 'eeroju',
    tomorrow: 'repu',
    onDate: (weekday, date) => `${weekday} ${date} na`,
    date: (day, month) => `${month} ${day}`,
    time: (minutes, clock) =>
      clock === 24
        ? clockTime(minutes, 24)
        : partTime(minutes, ['udayam', 'madhyahnam', 'sayantram', 'ratri']),
    at: (day, time) => `${day} ${time} gantalaku`,
    yes: (sentence) => `Avunu, ${uncapitalised(sentence)}`,
    no: (sentence) => `Ledu, ${uncapitalised(sentence)}`,
    openNow: (until) => `Memu ippudu terichi unnamu, ${until} gantala varaku.`,
    openNowAndOn: 'Memu ippudu terichi unnamu, 24 gantalu.',
    closedNow: 'Memu ippudu moosi unnamu.',
    opens: (when) => `Memu ${when} terustamu.`,
    openOn: (day, spans) => `Memu ${day} terichi untamu: ${spans}.`,
    openAllDayOn: (day) => `Memu ${day} 24 gantalu terichi untamu.`,
    closedOn: (day) => `Maaku ${day} selavu.`,
    closedAt: (when) => `Memu ${when} moosi untamu.`,
    afterHours: (when) => `Memu ippudu moosi unnamu, ${when} terustamu.`,
    closed: 'selavu',
    allDay: '24 gantalu terichi untundi',
    asUsual: 'eppatilage',
    notUnderstood: 'artham kaaledu',
    everyDay: 'prati roju',
    everyYear: (date) => `${date}, prati samvatsaram`,
    inYear: (date, year) => `${date}, ${year}`,
  },
};

/** What a writer may take us for. */
const machine = anyOf(
  '(?:oka |nijamaina |nijanga |real )*(?:bota|bot ?aa?|robota|robot ?aa?|machine ?aa?|manisha|manishaa|manishena|manishi|human ?aa?|person ?aa?|real ?aa?)',
);

export const tenglish: Speech = {
  sentences: teLatn,
  words: {
    stop: 'aapu, aapandi, apandi',
    start: 'modalupettu, prarambhinchu',
    help: 'sahayam',
    menu: 'menu',
    greeting: 'namaste, namaskaram',
    thanks: 'dhanyavadalu',
    yes: 'avunu, avnu, aunu, ounu, sare, alage, avunandi, sare andi',
    no: 'vaddu, oddu, kaadu, kadu, ledu, vaddandi',
    edit: 'marchandi, marchu, maarchu, maarchandi, edit cheyandi, edit cheyyandi',
    skip: 'vadileyandi, vadileyi, vadiley, vadileyyandi, vodileyandi, skip cheyandi',
    save: 'save cheyandi, save cheyi, save chey, save cheyyandi, save cheyyi, gurtunchuko',
    one: 'okati, okatiga, okkati, okkatiga, kalipi, anni kalipi',
    separate: 'vidiga, vidividiga, viduviduga, veruga, veruveruga',
    replace: 'marchu, marchandi, maarchu, maarchandi, marcheyandi',
    another: 'kottadi, kothadi, kotha, kottha, rendu, rendoo, rendu unchandi',
    undo: 'venakki theesukurandi, venakki teesukura, venakki tisukurandi, tirigi teesukurandi, undo cheyandi, undo chey',
  },
  wonders: {
    identity: pattern(
      `(?:meeru|miru|meru|nuvvu) ${machine}(?: (?:leka|leda) ${machine})?`,
      'nenu (?:oka |nijamaina |real )*(?:manishi|bot|robot|human|person) ?(?:tho|to) matlad(?:u|uth|ut)unnan(?:a|aa|u)',
      '(?:meeru|miru|meru|nuvvu) (?:evaru|evarandi|enti|emiti)',
      'idi (?:bota|bot ?aa?|robota|robot ?aa?|manishaa?)',
      '(?:mee|mi|nee) peru (?:enti|emiti|ento)',
      'evaru (?:meeru|miru|nuvvu|matladutunnaru|matladuthunnaru)',
    ),
    person: beginning(
      '(?:.{0,25} )?(?:evari ?(?:tho|to)(?: ?naina)?|evaraina manishi ?(?:tho|to)|(?:manishi|human|person|owner|manager|staff|yajamani) ?(?:tho|to)) ma+t+la+d.{0,25}',
    ),
  },
};
