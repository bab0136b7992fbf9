import { Counter } from 'prom-client';

const tokens = new Counter({
  name: 'frontdesk_model_tokens_total',
  help: 'Tokens of models, by what they were used for; cached ones are among the input.',
  labelNames: ['model', 'purpose', 'side'],
});
const cost = new Counter({
  name: 'frontdesk_model_cost_usd_total',
  help: 'What models cost at list prices, where these are known.',
  labelNames: ['model', 'purpose'],
});
const calls = new Counter({
  name: 'frontdesk_model_calls_total',
  help: 'Calls of models, by whether their price is known.',
  labelNames: ['model', 'purpose', 'priced'],
});
const repeated = new Counter({
  name: 'frontdesk_answers_repeated_total',
  help: 'Answers of the model that were kept and told again without a call.',
});

type Used = {
  model: string;
  purpose: string;
  input: number;
  cached: number;
  output: number;
  cost: number | null;
  isRepeated?: boolean;
};

/** What this process has used of models since it started. */
export const usageMeters = {
  used({ model, purpose, input, cached, output, cost: microUsd, isRepeated }: Used): void {
    if (isRepeated) return repeated.inc();
    tokens.inc({ model, purpose, side: 'input' }, input);
    tokens.inc({ model, purpose, side: 'cached' }, cached);
    tokens.inc({ model, purpose, side: 'output' }, output);
    calls.inc({ model, purpose, priced: microUsd === null ? 'no' : 'yes' });
    if (microUsd !== null) cost.inc({ model, purpose }, microUsd / 1_000_000);
  },
};
