import { isSupportedCountry } from 'libphonenumber-js/max';
import { z } from 'zod';
import type { Money } from '#platform/money.ts';
import { decimalOf, microsOf } from '#platform/money.ts';
import { CURRENCIES } from './rates.ts';
import type { Rules } from './rules.ts';

const MOST_COUNTRIES = 250;
const MOST_MARKETING = 50;

/** A country code of two letters, as ISO 3166 has it. */
export const country = z
  .string()
  .overwrite((code) => code.trim().toUpperCase())
  .refine(isSupportedCountry, 'is not a country code of two letters, such as US');

const amount = z
  .union([z.string(), z.number()])
  .refine((given) => (microsOf(String(given)) ?? 0) > 0, 'is not an amount above 0, such as 25.00')
  .meta({ example: '25.00' });

const currency = z.enum(CURRENCIES as [string, ...string[]]).describe('ISO 4217.');

const costs =
  'Of messages and models together; other currencies are counted about, at a fixed rate.';
const budgetGiven = z
  .strictObject({
    currency,
    day: amount.nullable().optional(),
    month: amount.nullable().optional(),
  })
  .refine(({ day, month }) => day != null || month != null, 'needs a day, a month, or both');

const allowed =
  'To whose numbers it may write first; null: its own country, and those from which somebody wrote first.';

/** What an admin may set of spending; what is absent stays. */
export const spendingChange = z.strictObject({
  budget: budgetGiven.nullable().optional().describe(`${costs} null: none.`),
  countries: z.array(country).max(MOST_COUNTRIES).nullable().optional().describe(allowed),
  marketingPerDay: z.int().min(0).max(MOST_MARKETING).optional().describe('To one customer.'),
  marketingPerWeek: z.int().min(0).max(MOST_MARKETING).optional().describe('To one customer.'),
  costPerConversation: z
    .strictObject({ currency, amount })
    .nullable()
    .optional()
    .describe('Above it the owner is told, on the average of a day; null: 3.00 INR.'),
});
export type SpendingChange = z.output<typeof spendingChange>;

/** An amount of money in an answer. */
export const money = z
  .object({
    currency: z.string(),
    micros: z.number().int().describe('Millionths of the currency.'),
    amount: z.string().describe('The same, as a decimal number.'),
  })
  .meta({ id: 'Money' });

export const moneyShown = ({ currency: of, micros }: Money) => ({
  ...{ currency: of, micros },
  amount: decimalOf(micros),
});

/** What is set of spending, in an answer. */
export const spending = z
  .object({
    budget: z.object({ day: money.nullable(), month: money.nullable() }).nullable().describe(costs),
    countries: z.array(z.string()).nullable().describe(allowed),
    marketingPerDay: z.number().int(),
    marketingPerWeek: z.number().int(),
    costPerConversation: money.nullable(),
  })
  .meta({ id: 'Spending' });

/** The rules that a change sets. */
export function rulesGiven(given: SpendingChange): Partial<Rules> {
  const { budget, costPerConversation: most, ...rest } = given;
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const micros = (value: string | number) => microsOf(String(value)) ?? 0;
  return {
    ...set,
    ...(budget !== undefined && {
      budget: budget && {
        currency: budget.currency,
        dayMicros: budget.day == null ? null : micros(budget.day),
        monthMicros: budget.month == null ? null : micros(budget.month),
      },
    }),
    ...(most !== undefined && {
      costPerConversation: most && { currency: most.currency, micros: micros(most.amount) },
    }),
  };
}

export function rulesShown(rules: Rules): z.input<typeof spending> {
  const { budget, costPerConversation, ...rest } = rules;
  const shown = (micros: number | null) =>
    budget && micros !== null ? moneyShown({ currency: budget.currency, micros }) : null;
  return {
    ...rest,
    budget: budget && { day: shown(budget.dayMicros), month: shown(budget.monthMicros) },
    costPerConversation: costPerConversation && moneyShown(costPerConversation),
  };
}
