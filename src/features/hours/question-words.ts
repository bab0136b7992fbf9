import { anyOf } from './words.ts';

/** What the words of a question about opening hours can be. `be`: in English it tells "are you open" from "do you open". */
export type QuestionWord =
  | 'when'
  | 'until-when'
  | 'open'
  | 'opened'
  | 'close'
  | 'hours'
  | 'now'
  | 'around'
  | 'part'
  | 'next'
  | 'holiday'
  | 'be'
  | 'filler';

const untilWhen = anyOf(
  'until when, till when, until what time, till what time, till wat time, upto what time, up to what time, how late, how long, til when, til what time',
  'hasta que hora, hasta que horas, hasta cuando, ate que horas, ate que hora, ate quando, ate quantas horas',
  'kb tk, kab tk, कब तक, कितने बजे तक, kab tak, kitne baje tak, kitne bje tak, kbtk',
  'ఎప్పటి వరకు, ఎప్పటివరకు, ఎంత వరకు, ఎంతవరకు, ఎన్ని గంటల వరకు, ఎప్పటిదాకా, eppati varaku, eppativaraku, enni gantala varaku, entha varaku, eppati daka, eppatidaka',
);
const when = anyOf(
  'when, at what time, what time, what times, wat time, wht time, what tym, at what hour, what hour, whats the time, when exactly, wen',
  'a q hora, a q hs, a q hrs, a k hora, a k hra, q hora, q horas, q hrs, que hrs, k hora, cuando, a que hora, a que horas, que hora, que horas, en que horario, quando, que horario, em que horario, qual horario, qual o horario',
  'कब, कितने बजे, किस समय, कब से, कितने बजे से, kab, kb, kitne baje, kitne bje, kis samay, kis time, kab se, kitne baje se, kis waqt',
  'ఎప్పుడు, ఎన్ని గంటలకు, ఏ సమయానికి, ఏ టైమ్ కి, ఏ టైంకి, ఎప్పటి నుండి, eppudu, epudu, enni gantalaku, enni gantalki, ye samayaniki, ye time ki, ye timeki, em time ki, eppati nundi',
);
const open = anyOf(
  'open, opens, opn, opened up, open up, you working, u working, you guys working, you work, u work, shop working',
  'abren, abre, abres, abris, abrir, abriran, abrira, abririan, trabajan, atienden, abrem, abrirao, abrimos, funciona, funcionam, trabalham, atendem',
  'खुलता, खुलती, खुलते, खुलेगा, खुलेगी, खुलेंगे, खोलते, खोलेंगे, khulta, khulti, khulte, khulega, khulegi, khulenge, kholte, khologe, kholenge, khulti',
  'తెరుస్తారు, తెరుస్తారా, తెరుస్తుంది, తెరుస్తుందా, తెరుచుకుంటుంది, తీస్తారు, తీస్తారా, terustaru, terustara, teruchukuntundi, terustundi, tistaru, teestaru, teestara, ఓపెన్, ఓపెన్ అవుతుంది, open avutundi, open avuthundi, open chestaru, open chestara, open chestaru',
);
const opened = anyOf(
  'opened, abierto, abierta, abiertos, abiertas, aberto, aberta, abertos, abertas',
  'खुला, खुले, खुली, ओपन, khula, khule, khuli, khulaa, open hai, open he, open h, open ho, open hain',
  'తెరిచి, తెరచి, తెరిచే, తెరచే, తెరిచివుందా, తెరిచిఉందా, terichi, terachi, teriche, తెరిచి ఉందా, open unda, open undaa, open untunda, open untundi, open lo, open aa, open ah, open untara, open unnara',
);
const close = anyOf(
  'close, closes, closed, closing, clos, shut, shuts, shut down, off',
  'cierran, cierra, cierras, cerrais, cerrar, cerraran, cerrado, cerrada, cerrados, cerradas, fecham, fecha, fechar, fechado, fechada, fechados, fechadas',
  'बंद, बन्द, छुट्टी, band, bandh, bnd, chutti, chhutti, close hota, close hai',
  'మూస్తారు, మూస్తారా, మూసి, మూసే, మూసివేస్తారు, మూసివేస్తారా, మూసేస్తారు, మూసేస్తారా, క్లోజ్, సెలవు, సెలవా, బంద్, moostaru, mustaru, moosestaru, moostara, moosi, musi, moosesi, selavu, selava, close chestaru, close cheystaru, close chestara, close avutundi, close avuthundi',
);
const hours = anyOf(
  'hours, opening hours, business hours, working hours, open hours, opening times, opening time, timings, timing, hrs, store hours, closing time, closing hours',
  'horario, horarios, horas de apertura, horario de atencion, horario de apertura, horario de funcionamento, horario de atendimento, expediente',
  'समय, टाइम, टाइमिंग, timing kya, time kya, samay, samay kya, khulne ka samay, खुलने का समय, टाइमिंग्स',
  'సమయం, సమయాలు, వేళలు, పని వేళలు, టైమింగ్స్, టైమింగ్, samayam, samayalu, velalu, pani velalu, working time',
);
const now = anyOf(
  'now, right now, currently, at the moment, at this time, at this moment, presently, rn, rite now, already, still, yet, just now, this moment',
  'ahora, ahora mismo, en este momento, todavia, aun, ya, agora, agora mesmo, neste momento, no momento, ainda, ja',
  'अभी, अभी भी, इस समय, इस वक्त, इस वक़्त, अब, abhi, abhi bhi, is samay, is waqt, is time, ab, abi',
  'ఇప్పుడు, ప్రస్తుతం, ఇంకా, ఈ సమయంలో, ippudu, ipudu, ippud, prastutam, inka, ippatiki',
);
/** Before a time that is no single moment. */
const around = anyOf(
  'until, till, til, after, before, past, by, from, since, up to, upto, around, about, late, later than, earlier than, early, earlier, later',
  'hasta, hasta las, despues de, despues de las, antes de, antes de las, a partir de, a partir de las, ate, ate as, depois das, depois de, antes das, tarde de, mais tarde, mas tarde',
  'तक, के बाद, से पहले, बाद, पहले, tak, ke baad, se pehle, baad, pehle, వరకు, తర్వాత, ముందు, varaku, tarvata, taruvata, mundu',
);
const part = anyOf(
  'tonight, in the morning, this morning, morning, mornings, in the afternoon, this afternoon, afternoon, in the evening, this evening, evening, evenings, at night, night, nights',
  'por la manana, por la tarde, por la noche, en la noche, esta noche, esta tarde, esta manana, de manha, a tarde, a noite, de noite, hoje a noite, esta noite, pela manha',
  'सुबह, शाम को, शाम, दोपहर, दोपहर में, रात, रात को, रात में, subah, shaam, sham, dopahar, raat, raat ko, raat mein, shaam ko, subah ko',
  'ఉదయం, సాయంత్రం, మధ్యాహ్నం, రాత్రి, రాత్రికి, udayam, sayantram, madhyahnam, ratri, ratriki',
);
const next = anyOf(
  'next, proximo, proxima, que viene, proximo, agle, agli, अगले, अगली, వచ్చే, vacche, vache',
);
const holiday = anyOf(
  'diwali, deepavali, holi, eid, dussehra, dasara, pongal, sankranti, ugadi, easter, thanksgiving, good friday, pascua, semana santa, pascoa, carnaval, carnival, holidays, the holidays, public holidays, bank holidays, bank holiday, public holiday, festivos, feriados, feriado, दिवाली, दीपावली, होली, ईद, दशहरा, దీపావళి, దసరా, సంక్రాంతి, ఉగాది, ramadan, ramzan',
);
const be = anyOf(
  'are, is, r, be, being, were, will be, estan, esta, estaran, esta, estao, estara, estais, ta, tao, fica, ficam, permanecen',
);
const filler = anyOf(
  'you, u, ya, yall, your, ur, the, a, do, does, did, does the, will, would, can, could, shall, may, it, its, it is, there, and, or, so, on, in, at, for, of, to, please, pls, plz, hi, hello, hey, hii, hiya, good morning, good afternoon, good evening, dear, sir, madam, maam, team, guys, folks, everyone, thanks, thank you, thx, i want to know, i wanted to know, i need to know, i would like to know, i was wondering, im wondering, i wonder, i wanted to ask, id like to know, want to know, wanted to know, wondering, just wondering, just checking, checking, just, can you tell me, could you tell me, tell me, let me know, do you know, to know, to ask, can i know, can i ask, may i ask, know, if, whether, any, idea, quick question, question, may i know, the day, day, date, this, coming, upcoming, also, even, yes, no, ok, okay, then, not, what are, what is, whats, what about, how about, what, today itself, normally, usually, actually, exactly, please tell me, shop, store, business, place, by chance, or not, or no, right, bro, anna, today only, again, going to, gonna, guys',
  'hola, buenas, buenos dias, buenas tardes, buenas noches, ustedes, usted, vosotros, ud, uds, el, la, los, las, un, una, en, de, del, al, a, y, o, por favor, porfa, gracias, me, puede, puedes, pueden, podria, podrias, decir, decirme, dice, saber, quisiera, queria, si, quiero, que, cual, es, son, su, sus, tienda, local, negocio, comercio, dia, este, esta, proximo, tambien, no, disculpa, disculpe, perdon, oye, van, a, va, hay, servicio, establecimiento, sabe, sabes, para',
  'ola, oi, bom dia, boa tarde, boa noite, voce, voces, vcs, vc, o, os, as, um, uma, em, no, na, nos, nas, do, da, e, ou, por favor, pf, obrigado, obrigada, pode, podem, poderia, dizer, me dizer, saber, gostaria, queria, se, qual, sao, seu, loja, estabelecimento, dia, neste, nesta, tambem, nao, com, licenca, vao, vai, tem, atendimento, para, pra',
  'क्या, आप, आपकी, आपका, आपके, लोग, हम, है, हैं, हो, होता, होती, होते, होगा, होगी, होंगे, रहता, रहती, रहते, रहेगा, रहेगी, रहेंगे, को, के, का, की, दिन, में, पर, से, दुकान, दूकान, शॉप, स्टोर, नमस्ते, जी, भी, कृपया, बताइए, बताएं, बताओ, बता, दीजिए, सकते, मुझे, यह, ये, और, या, तो, करते, करेंगे, जानना, चाहता, चाहती, हूं, ना, न, नहीं, भैया, सर, मैडम, वाले, इस, आने',
  'kya, aap, ap, aapki, aapka, aapke, apki, apka, apke, log, hum, hai, h, he, hain, ho, hota, hoti, hote, hoga, hogi, honge, rehta, rehti, rehte, rahega, rahegi, rahenge, rehega, rehegi, rahta, rahti, rahte, ko, ke, ka, ki, din, mein, me, mai, par, pe, se, dukaan, dukan, namaste, namaskar, ji, bhi, kripya, batao, bataiye, bataye, bata, dijiye, sakte, mujhe, yeh, ye, aur, ya, to, toh, karte, karenge, karoge, janna, chahta, chahti, hoon, hu, na, n, nahi, nahin, bhaiya, bhai, sir, madam, wale, waale, is, aane, aapki, kiya, tha nahi',
  'మీరు, మీ, మీది, షాపు, షాప్, దుకాణం, స్టోర్, ఉందా, ఉంది, ఉన్నారా, ఉన్నారు, ఉంటుందా, ఉంటుంది, ఉంటారా, ఉంటారు, ఉన్నదా, అవుతుంది, అవుతుందా, చేస్తారు, చేస్తారా, నాడు, రోజు, రోజున, కి, కు, న, లో, నమస్కారం, నమస్తే, దయచేసి, చెప్పండి, చెప్పగలరా, తెలుసుకోవాలి, అండి, సార్, మేడమ్, కూడా, ఈ, లేదా, ఏంటి, ఏమిటి, ఎంత, గారు, అని, మాకు, నాకు',
  'meeru, miru, mee, mi, shop, shopu, dukanam, store, unda, undaa, undi, unnara, unnaru, untunda, untundi, untara, untaru, avutundi, avuthundi, avutunda, chestaru, chestara, cheyyadam, naadu, nadu, roju, rojuna, ki, ku, na, lo, namaskaram, namaste, dayachesi, cheppandi, cheppagalara, telusukovali, andi, sir, madam, kuda, kooda, ee, ledha, leda, enti, emiti, entha, garu, ani, maaku, naaku, aa, ah, a, em, anedi, vuntunda, vuntundi, vunda, vundi',
);

/** In the order in which they are tried: longer meanings before their parts. */
export const questionWords: readonly [QuestionWord, string][] = [
  [
    'part',
    anyOf(
      'esta manana, esta tarde, esta noche, hoje a noite, a tarde, a noite, de manha, pela manha, por la manana, por la tarde, por la noche, in the morning, in the afternoon, in the evening, this morning, this evening',
    ),
  ],
  ['until-when', untilWhen],
  ['when', when],
  ['opened', opened],
  ['open', open],
  ['hours', hours],
  ['close', close],
  ['next', next],
  ['holiday', holiday],
  ['now', now],
  ['be', be],
];
/** Tried after days and times, of which some of them are parts. */
export const otherWords: readonly [QuestionWord, string][] = [
  ['part', part],
  ['around', around],
  ['filler', filler],
];

const wordIn = (...lists: string[]) =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${lists.join('|')})(?![\\p{L}\\p{M}])`, 'u');

/** Something opens, is open, closes or is closed. */
export const opensOrCloses = wordIn(open, opened, close);
export const closes = wordIn(close);
