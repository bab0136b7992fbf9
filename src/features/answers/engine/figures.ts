/** Figures that an entry may hold: what they are about, and how surely the figure alone answers a question on it. */
type Figure = { concept: string; looksLike: RegExp; fit: number };

const CURRENCY = String.raw`(?:[$€£₹¥]|r\$|rs\.?|inr|usd|eur|brl|mxn)`;
const CURRENCY_WORD = String.raw`(?:dollars?|euros?|rupees?|pesos?|reais|real|pounds?|usd|eur|inr|mxn|rs|रुपये|रुपए|रु|రూపాయలు|రూ|rupaye|rupayalu)`;

const FIGURES: readonly Figure[] = [
  {
    concept: 'interest',
    looksLike:
      /\d\s*%\s*(?:p\.?\s?a\b|per annum|a year|annual|yearly|anual|al año|ao ano|a\.a|सालाना|प्रति वर्ष|ఏడాదికి|సంవత్సరానికి)/iu,
    fit: 0.7,
  },
  {
    concept: 'hours',
    looksLike:
      /\b\d{1,2}(?:[:.h]\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.|h\b|hrs\b|uhr)|\b\d{1,2}[:h]\d{2}\b|\b\d{1,2}\s*(?:-|–|to|a|às|as|se|से|నుండి|నుంచి)\s*\d{1,2}\b|बजे|గంటల|\bbaje\b|24\s*hours|24\/7/iu,
    fit: 0.5,
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
      /\d+\s*(?:-|–|to|a)?\s*\d*\s*(?:min|hour|day|week|month|working|business|hora|dia|día|semana|mes|minuto|घंट|दिन|मिनट|हफ्त|గంట|రోజు|నిమిష|వార)/iu,
    fit: 0.6,
  },
  {
    concept: 'location',
    looksLike:
      /\b(?:we(?: are|['’]re)|(?:our|the) (?:shop|store|clinic|office|studio|salon|restaurant|showroom|hotel|gym|school)(?: is)?) (?:located )?(?:in|at|on|opposite|near|next)\b|\b(?:estamos|ficamos|nos encontramos|localizad[oa]s?|ubicad[oa]s?) (?:en|em|na|no|a|al|à|ao)\b|\b\d+\s+\p{L}+\s+(?:street|st|road|rd|avenue|ave|lane|blvd)\b|\b(?:street|avenue|calle|avenida|rua|av\.|road)\s|मार्ग|रोड|రోడ్/iu,
    fit: 0.6,
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
/** So many prices in one entry make it a price list. */
const LIST = 3;

/** The concepts that the figures of a text stand for, each with how well (0..1). */
export function figuresOf(text: string): { concept: string; fit: number }[] {
  const figures = FIGURES.filter(({ looksLike }) => looksLike.test(text)).map(
    ({ concept, fit }) => ({ concept, fit }),
  );
  const prices = text.match(PRICE)?.length ?? 0;
  if (prices > 0) figures.push({ concept: 'price', fit: 0.75 });
  if (prices >= LIST) figures.push({ concept: 'price', fit: 0.9 }, { concept: 'menu', fit: 0.5 });
  return figures;
}
