import type { Group } from '../sentences.ts';

export const costs: Group<'costs'> = {
  dayWarned: (shop, spent, limit) =>
    `${shop}: los gastos de hoy han llegado al 80 % de tu presupuesto: ${spent} de ${limit}. Cuando se acabe, las ofertas se detienen y respondo a los clientes sin el modelo de lenguaje.`,
  daySpent: (shop, spent, limit) =>
    `${shop}: el presupuesto de hoy se ha acabado: ${spent} de ${limit}. Las ofertas esperan hasta mañana. Sigo respondiendo a los clientes con lo que sé, sin el modelo de lenguaje.`,
  monthWarned: (shop, spent, limit) =>
    `${shop}: los gastos de este mes han llegado al 80 % de tu presupuesto: ${spent} de ${limit}. Cuando se acabe, las ofertas se detienen y respondo a los clientes sin el modelo de lenguaje.`,
  monthSpent: (shop, spent, limit) =>
    `${shop}: el presupuesto de este mes se ha acabado: ${spent} de ${limit}. Las ofertas esperan hasta el mes que viene. Sigo respondiendo a los clientes con lo que sé, sin el modelo de lenguaje.`,
  costly: (shop, cost, limit) =>
    `${shop}: desde ayer cada conversación ha costado ${cost} de media, más de ${limit}.`,
  undelivered: (shop, percent, limit) =>
    `${shop}: desde ayer solo ha llegado el ${percent} % de tus mensajes, menos del ${limit} %. Revisa los números a los que escribes.`,
  slow: (shop, seconds, limit) =>
    `${shop}: desde ayer los clientes han esperado ${seconds} s por una respuesta, más de ${limit} s.`,
  longTexts: (shop, segments, limit) =>
    `${shop}: desde ayer tus SMS han tenido ${segments} segmentos de media, más de ${limit}, y cada uno se paga. Los textos más cortos y sin emojis cuestan menos.`,
};
