const end = '(?![\\p{L}\\p{M}])';
const starting = (...parts: string[]) => new RegExp(`^(?:${parts.join('|')})${end}`, 'u');
const words = (list: string) => `(?:${list.trim().split(/\s+/u).join('|')})`;

const leadEs = '(?:(?:a|de|en|por|para|con|desde|hasta|y) )?';
const accentedEs = starting(
  `${leadEs}(?:qué|cuándo|dónde|adónde|cómo|cuánto|cuánta|cuántos|cuántas|quién|quiénes|cuál|cuáles)`,
);
const plainEs = starting(
  `${leadEs}(?:cuanto|cuanta|cuantos|cuantas|cual|cuales)`,
  `${leadEs}cuando ${words('abren abre cierran cierra está esta están estan es hay puedo pueden llega llegan empieza tienen sale salen vuelven atienden')}`,
  `${leadEs}donde ${words('está esta están estan queda quedan puedo hay se venden encuentro es son puedo')}`,
  `como ${words('llego llegar puedo se pago reservo hago es funciona está puedo')}`,
  `${leadEs}que ${words('hora horas día dias días precio precios tienen hay incluye es horario horarios venden formas tipo tipos servicios talla tallas color colores tarjetas')}`,
  `quien ${words('atiende es está corta puede hace')}`,
  'por que|porque no',
);
/** Whoever owns the shop says "we": these forms ask. */
const orderEs = starting(
  words(
    'tienen tienes abren cierran aceptan hacen venden entregan cobran ofrecen atienden reparten mandan envían envian trabajan sirven reciben puedo pueden podrían podrian están estan llevan aceptas haces vendes dan',
  ),
);
const indirectEs = starting(
  'me (?:puede|puedes|pueden|podría|podrías) decir',
  'dime|dígame|quisiera saber|quiero saber',
);
const tagEs = /,? (?:verdad|cierto|o no)$|^[^,;]+, ?no$/u;

const leadPt = '(?:(?:a|de|em|por|para|com|desde|até|e) )?';
const asksPt = starting(
  `${leadPt}(?:quanto|quanta|quantos|quantas|qual|quais|quem|cadê|aonde|será)`,
  `${leadPt}(?:quê|que) ${words('horas hora dia dias preço tipo tipos formas horário')}`,
  'o que|por que|por quê',
  `${leadPt}quando ${words('abrem abre fecham fecha vocês vcs posso chega começa tem vai é fica')}`,
  `${leadPt}onde ${words('fica ficam é está estão vocês posso tem vende encontro')}`,
  `como ${words('faço posso chego funciona é pago reservo está')}`,
  `(?:você|vocês|vc|vcs|voces|voce) (?!${words('pode podem ganha ganham recebe recebem paga pagam precisa precisam')}${end})\\p{L}+`,
);
const orderPt = starting(
  words(
    'abrem aceitam fazem vendem entregam fecham cobram oferecem ficam estão estao atendem posso têm trabalham mandam enviam podem servem',
  ),
);
const haveBriefly = /^tem \p{L}+(?: \p{L}+)?$/u;
const tagPt = /,? (?:né|ne|não é|nao é|certo|ou não|ou nao)$|^[^,;]+, ?não$/u;
const indirectPt = starting(
  '(?:você )?(?:pode|poderia) me (?:dizer|falar)',
  'me diz|me diga|gostaria de saber|queria saber|quero saber',
);

/** "Cuando llueve, cerramos": a main clause follows; without a comma it shows by its length. */
const clause = /^(?:cuando|donde|como|quando|onde|quien|quem) [^,]+, /u;

/** Whether a sentence in lower case asks in Spanish. */
export const asksInSpanish = (said: string): boolean =>
  tagEs.test(said) ||
  (!clause.test(said) &&
    [accentedEs, plainEs, orderEs, indirectEs].some((asks) => asks.test(said)));

/** "Quem paga à vista ganha 5%" */
const whoGets = /^quem .+ (?:ganha|recebe|tem|paga|deve|precisa|entra|pode)/u;

/** Whether a sentence in lower case asks in Portuguese. */
export const asksInPortuguese = (said: string): boolean =>
  tagPt.test(said) ||
  haveBriefly.test(said) ||
  (!clause.test(said) &&
    !whoGets.test(said) &&
    [asksPt, orderPt, indirectPt].some((asks) => asks.test(said)));
