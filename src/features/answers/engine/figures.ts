/** Figures that an entry may hold: what they are about, and how surely the figure alone answers a question on it. */
type Figure = { concept: string; looksLike: RegExp; fit: number };

const CURRENCY = String.raw`(?:[$€£₹¥]|r\$|rs\.?|inr|usd|eur|brl|mxn)`;
const CURRENCY_WORD = String.raw`(?:dollars?|euros?|rupees?|pesos?|reais|real|pounds?|usd|eur|inr|mxn|rs|रुपय\S*|रुपए|रूपये|रु|రూపాయ\S*|రూ|rupaye|rupay|rupaya|rupayalu|bucks)`;

/** What a span of numbers counts where it is no span of hours. */
const COUNTED = String.raw`(?:%|[$€£₹]|\d|[.,]\d|min|hour|hrs? |day|week|month|year|yr|semana|d[ií]a|mes|a[ñn]o|hora|people|person|guest|pupil|student|kg|km|mile|metre|घंट|दिन|मिनट|हफ्त|महीन|साल|గంట(?!ల)|రోజ|నిమిష|వార|నెల)`;
const DAYPART = String.raw`(?:సాయంత్రం|రాత్రి|ఉదయం|మధ్యాహ్నం|सुबह|शाम|रात|दोपहर|subah|shaam|sham|raat|rat|dopahar|udayam|sayantram|ratri|madhyahnam)`;
const CLOCK = String.raw`(?:${DAYPART}\s+)?(?:\d{1,2}(?:[:.h]\d{2})?|noon|midnight|midday|mediod[ií]a|meio[- ]dia)\s*(?:am|pm|a\.\s?m\.?|p\.\s?m\.?|h|hs|hrs|baje|बजे|గంటల\S*|gantala\w*|de la (?:mañana|tarde|noche)|da (?:manhã|tarde|noite))?`;
const UNTIL = String.raw`\s*(?:-|–|to|till|until|a|al?\s+las?|hasta\s+las?|às|as|até|se|से|నుండి|నుంచి)\s*`;
/** Hours in words, told from other counts by the day before them. */
const DAYS = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|daily|every day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?|segunda|ter[cç]a|quarta|quinta|sexta|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार|रोज|సోమవారం|మంగళవారం|బుధవారం|గురువారం|శుక్రవారం|శనివారం|ఆదివారం|ఉదయం|రోజూ|सुबह|subah|udayam)`;
const SPOKEN = String.raw`(?:(?:half past|quarter (?:past|to)|las?|[aà]s|सुबह|शाम|रात|दोपहर|ఉదయం|సాయంత్రం|రాత్రి)\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|uma|duas|quatro|sete|oito|nove|dez|onze|doze|noon|\d{1,2}|साढ़े \S+|नौ|दस|ग्यारह|आठ|सात|छह|पाँच|\S*దిన్నర|\S*మిదిన్నర|తొమ్మిది|పది|ఎనిమిది|ఏడు|ఆరు)`;
const LESS = String.raw`(?:off|less|lower|cheaper|discount|rebate|concession|de descuento|menos|más barat[oa]|de desconto|a menos|mais barat[oa]|कम|कमी|की कमी|छूट|की छूट|తగ్గింపు|తగ్గి\S*|kam|chhoot|taggimpu)`;

const FIGURES: readonly Figure[] = [
  {
    concept: 'discount',
    looksLike: new RegExp(
      `\\d\\s*(?:%|percent|per cent|por ciento|por cento|प्रतिशत|శాతం)[^.!?।]{0,25}?${LESS}(?!\\p{L})|` +
        `(?:${CURRENCY}\\s*[\\d.,]+|[\\d.,]+\\s*(?:${CURRENCY_WORD}|[€$]))\\s*${LESS}(?!\\p{L})|` +
        `\\b(?:save|ahorr\\p{L}+|economiz\\p{L}+|ganha|gana)\\s+(?:up to |hasta |até )?(?:${CURRENCY}\\s*)?\\d|` +
        `\\bhalf[- ](?:price|off)|\\b(?:an?|one) (?:tenth|third|quarter|fifth|half) (?:off|less|cheaper)|\\bpays? for (?:one|two|three|four|five|six)\\b|\\b(?:mitad de precio|metade do preço)|\\b[2-4]\\s?[x×]\\s?[1-3]\\b|` +
        `\\b(?:buy|pay for|lleva|leve)\\s+(?:one|two|1|2|3|dos|tres|dois|três)\\b`,
      'iu',
    ),
    fit: 0.9,
  },
  {
    concept: 'interest',
    looksLike:
      /\b\d+\.\d+\s*%|\d\s*%\s*(?:p\.?\s?a\b|per annum|a year|annual|yearly|anual|al año|ao ano|a\.a|apr|apy|सालाना|प्रति वर्ष|ब्याज|ఏడాదికి|సంవత్సరానికి|వడ్డీ)/iu,
    fit: 0.7,
  },
  {
    concept: 'hours',
    looksLike: new RegExp(
      `(?<![\\d.,$€£₹]|${CURRENCY}\\s)\\b${CLOCK}${UNTIL}${CLOCK}(?!\\s*${COUNTED})`,
      'iu',
    ),
    fit: 0.7,
  },
  {
    concept: 'hours',
    looksLike:
      /\b\d{1,2}(?:[:.h]\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.|h\b|hrs\b|uhr)|\b\d{1,2}[:h]\d{2}\b|बजे|గంటల|\bbaje\b|24\s*hours|24\/7/iu,
    fit: 0.5,
  },
  {
    concept: 'hours',
    looksLike: new RegExp(
      `${DAYS}[^.!?।\\d]{0,40}?${SPOKEN}(?:\\s+(?:de la|da|गंटे|बजे|గంటల)\\s*\\S*)?${UNTIL}${SPOKEN}`,
      'iu',
    ),
    fit: 0.7,
  },
  {
    concept: 'date',
    looksLike:
      /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,2}º? de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)|\d{1,2} (?:जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर)|(?:జనవరి|ఫిబ్రవరి|మార్చి|ఏప్రిల్|మే|జూన్|జులై|ఆగస్టు|సెప్టెంబర్|అక్టోబర్|నవంబర్|డిసెంబర్) \d/iu,
    fit: 1,
  },
  {
    concept: 'age',
    looksLike:
      /\b(?:under|over)[- ]\d{1,2}s\b|\bages? \d{1,2}\b|\b\d{1,2} (?:and|or) (?:up|over|older|under|younger)\b|\b(?:from|under|over|above|below|between|aged?|ages|de|desde|a partir de|a partir dos)\s+\d{1,2}\s*(?:months?|years?|yrs?|años|anos|meses)\b|\b\d{1,2}\s*(?:-year-olds?|years? old|years? of age|años de edad|anos de idade)\b|\b(?:menores|mayores|maiores)\s+de\s+\d|\d+\s*(?:साल|वर्ष) (?:से|तक|के)|\d+\s*(?:ఏళ్ల|సంవత్సరాల) /iu,
    fit: 0.7,
  },
  {
    concept: 'capacity',
    looksLike:
      /\b\d{1,4}\s*(?:seated|guests?|people|persons|pax|seats|invitados|personas|comensales|pessoas|convidados|lugares|मेहमान|लोग|మంది|log\b|mandi\b)/iu,
    fit: 0.7,
  },
  {
    concept: 'percent',
    looksLike: /\d\s*(?:%|percent|per cent|por ciento|por cento|प्रतिशत|శాతం)/iu,
    fit: 1,
  },
  { concept: 'phone', looksLike: /(?:\+|\b)\d[\d\s().-]{6,}\d\b/u, fit: 0.8 },
  { concept: 'email', looksLike: /[\p{L}\d._-]+@[\p{L}\d-]+\.\p{L}{2,}/u, fit: 1 },
  {
    concept: 'website',
    looksLike: /https?:\/\/|\bwww\.|\b[a-z\d-]+\.(?:com|org|net|in|es|br|mx|io|app|co)\b/iu,
    fit: 0.8,
  },
  {
    concept: 'duration',
    looksLike:
      /(?:\d+|(?<!\p{L})(?:an?|one|two|three|four|five|six|seven|eight|ten|twelve|half an|couple of|few|una?|dos|tres|cuatro|cinco|seis|duas|dois|três|quatro|एक|दो|तीन|चार|पाँच|सात|दस|ఒక|రెండు|మూడు|నాలుగు|ఐదు|వారం))\s*(?:-|–|to|a)?\s*\d*\s*(?:working )?(?:min|hour|day|week|month|working|business|hora|dia|día|semana|mes|minuto|घंट|दिन|मिनट|हफ्त|గంట(?!ల)|రోజు|నిమిష|వార)/iu,
    fit: 0.75,
  },
  {
    concept: 'location',
    looksLike:
      /\b(?:we(?: are|['’]re)|(?:our|the) (?:shop|store|clinic|office|studio|salon|restaurant|showroom|hotel|gym|school)(?: is)?) (?:located )?(?:in|at|on|opposite|near|next)\b|\b(?:estamos|ficamos|nos encontramos|localizad[oa]s?|ubicad[oa]s?) (?:en|em|na|no|a|al|à|ao)\b|\b\d+\s+\p{L}+\s+(?:street|st|road|rd|avenue|ave|lane|blvd)\b|\b(?:calle|avenida|rua|av\.)\s|मार्ग|रोड|రోడ్/iu,
    fit: 0.6,
  },
  {
    concept: 'location',
    looksLike:
      /(?:^|[.;:] )(?:[^.;:]{0,25} )?(?:opposite|next to|next door to|behind|beside|above(?!\s+(?:[\d$€£₹]|rs\b|age))|across from|corner of|junto a|junto al|frente a|al lado de|detrás de|esquina|em frente|ao lado|atrás d[aoe]|perto d[aoe])\s|(?:^|\s)(?:पता:|के (?:सामने|पीछे|बगल)|పక్కన|ఎదురుగా|ఎదురు|వెనుక|వెనక|వీధి|ke (?:samne|saamne|piche|peeche)|pakkana|eduruga|venuka)|\b(?:landmark|address|dirección|endereço|chirunama)\b|\b(?:blvd|calle|carretera|travessa|alameda|praça|plaza)\.?\s+\p{L}|\b(?:\d(?:st|nd|rd|th)|ground|first|second|third) floor,/iu,
    fit: 0.7,
  },
  {
    concept: 'location',
    looksLike:
      /(?:\p{Lu}\p{L}+|\d+)\s+(?:Complex|Colony|Nagar|Market|Chowk|Circle|Layout|Lane|Square|Plaza|Mall|Tower|Highway|Boulevard|Blvd|Drive|Way|Court|Quay|Street|St|Road|Rd|Avenue|Ave)\b|\b(?:at|on)\s+\d+\s+\p{Lu}|\b(?:is|are|sit|[Ff]ind us|[Cc]ome to us)\s+(?:at|in|on|inside|behind|opposite|beside|near|above|below)\s+(?:the\s+)?\p{Lu}\p{L}|\bin the basement of|\b\d+\s*km\s+(?:from|de|do)\s+\p{Lu}/u,
    fit: 0.75,
  },
  {
    concept: 'location',
    looksLike:
      /^(?!(?:The|Our|We|All|From|Every|Each|About|Over)\s)(?:\p{Lu}[\p{L}.'’]*\s+){1,4}\d{2,5}(?=[\s,.]|$)|^\d{1,5},?\s+(?:\p{Lu}[\p{L}.'’]*\s*){1,4}|\b(?:Plot|Shop|Flat|Suite|Door|Floor|Local|Sala|Piso|Bloco)\s+(?:No\.?\s*)?\d+/u,
    fit: 0.75,
  },
];

const PRICE = new RegExp(
  `${CURRENCY}\\s*\\d|\\d[\\d.,]*\\s*(?:${CURRENCY_WORD}(?!\\p{L})|[€$₹£])`,
  'giu',
);
/** "Haircut is now 35.": who says so of a thing leaves the currency out. */
const BARE_PRICE = new RegExp(
  String.raw`\p{L}{3,}\s+(?:is|are|costs?|es|son|cuestan?|valen?|é|são|custam?|का|की|के|ab|अब)\s+(?:now|only|just|ahora|solo|agora|só|ab|अब|sirf|सिर्फ)?\s*\d{2,5}(?:[.,]\d{2})?(?:\s+(?:now|only|each|ahora|agora|hai|है))?\s*(?:[.;!।\n]|$)`,
  'iu',
);
/** So many prices in one entry make it a price list. */
const LIST = 3;

/** The concepts that the figures of a text stand for, each with how well (0..1). */
export function figuresOf(text: string): { concept: string; fit: number }[] {
  const figures = FIGURES.filter(({ looksLike }) => looksLike.test(text)).map(
    ({ concept, fit }) => ({ concept, fit }),
  );
  if (figures.some(({ concept }) => concept === 'hours'))
    figures.push({ concept: 'clock', fit: 1 });
  const prices = (text.match(PRICE) ?? text.match(BARE_PRICE))?.length ?? 0;
  if (prices > 0) figures.push({ concept: 'money', fit: 1 }, { concept: 'price', fit: 0.85 });
  if (prices >= LIST) figures.push({ concept: 'price', fit: 0.95 }, { concept: 'menu', fit: 0.5 });
  return figures;
}
