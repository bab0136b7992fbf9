/**
 * US dollars for a million tokens, or for a minute of sound. Without `cached` or `written`, tokens that are read from the
 * vendor's cache, or written to it, cost what others do.
 */
export type Price = {
  input: number;
  cached?: number;
  written?: number;
  output?: number;
  minute?: number;
};

/** The day on which these prices were compared with the vendor's page. */
export const PRICED_ON = '2026-11-22';

/**
 * List prices of OpenAI (developers.openai.com/api/docs/pricing and the page of each model), standard tier, for requests of
 * at most 272,000 tokens. A model that is missing has no cost, only tokens.
 */
export const PRICES: Record<string, Price> = {
  'gpt-6.1-terra': { input: 1, cached: 0.05, written: 1.25, output: 5 },
  'gpt-5.6-terra': { input: 2, cached: 0.2, written: 2.5, output: 12 },
  'gpt-5.6-luna': { input: 0.2, cached: 0.02, written: 0.25, output: 1.2 },
  'gpt-5-mini': { input: 0.25, cached: 0.025, output: 2 },
  'gpt-5-nano': { input: 0.05, cached: 0.005, output: 0.4 },
  'gpt-4.1': { input: 2, cached: 0.5, output: 8 },
  'gpt-4.1-mini': { input: 0.4, cached: 0.1, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, cached: 0.025, output: 0.4 },
  'gpt-4o': { input: 2.5, cached: 1.25, output: 10 },
  'gpt-4o-mini': { input: 0.15, cached: 0.075, output: 0.6 },
  'gpt-4o-transcribe': { input: 2.5, output: 10 },
  'gpt-4o-mini-transcribe': { input: 1.25, output: 5 },
  'whisper-1': { input: 0, minute: 0.006 },
  'text-embedding-3-small': { input: 0.02 },
  'text-embedding-3-large': { input: 0.13 },
};
