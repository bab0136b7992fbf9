import type { Group } from '../sentences.ts';

export const costs: Group<'costs'> = {
  dayWarned: (shop, spent, limit) =>
    `${shop}: os gastos de hoje chegaram a 80 % do seu orçamento: ${spent} de ${limit}. Quando acabar, as ofertas param e respondo aos clientes sem o modelo de linguagem.`,
  daySpent: (shop, spent, limit) =>
    `${shop}: o orçamento de hoje acabou: ${spent} de ${limit}. As ofertas esperam até amanhã. Continuo respondendo aos clientes com o que sei, sem o modelo de linguagem.`,
  monthWarned: (shop, spent, limit) =>
    `${shop}: os gastos deste mês chegaram a 80 % do seu orçamento: ${spent} de ${limit}. Quando acabar, as ofertas param e respondo aos clientes sem o modelo de linguagem.`,
  monthSpent: (shop, spent, limit) =>
    `${shop}: o orçamento deste mês acabou: ${spent} de ${limit}. As ofertas esperam até o mês que vem. Continuo respondendo aos clientes com o que sei, sem o modelo de linguagem.`,
  costly: (shop, cost, limit) =>
    `${shop}: desde ontem cada conversa custou ${cost} em média, mais de ${limit}.`,
  undelivered: (shop, percent, limit) =>
    `${shop}: desde ontem só ${percent} % das suas mensagens chegaram, menos de ${limit} %. Confira os números para os quais você escreve.`,
  slow: (shop, seconds, limit) =>
    `${shop}: desde ontem os clientes esperaram ${seconds} s por uma resposta, mais de ${limit} s.`,
  longTexts: (shop, segments, limit) =>
    `${shop}: desde ontem seus SMS tiveram ${segments} segmentos em média, mais de ${limit}, e cada um é pago. Textos mais curtos e sem emojis custam menos.`,
};
