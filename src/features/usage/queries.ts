import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';

/** What a business's models used in a span of time. The cost leaves out the calls that are `unpriced`. */
export type Usage = {
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  costUsd: number;
  calls: number;
  unpricedCalls: number;
  /** Answers that were kept and told again. */
  repeatedAnswers: number;
};

/** After `since` and up to `now`. */
export async function usageOf(
  tx: OneBusiness,
  { since, now }: { since: Date; now: Date },
): Promise<Usage> {
  const { rows } = await sql<Usage>`
    select coalesce(sum(input_tokens), 0)::float8 as "inputTokens",
      coalesce(sum(cached_tokens), 0)::float8 as "cachedTokens",
      coalesce(sum(output_tokens), 0)::float8 as "outputTokens",
      (coalesce(sum(cost_micro_usd), 0) / 1000000)::float8 as "costUsd",
      count(*) filter (where not is_repeated)::int as calls,
      count(*) filter (where cost_micro_usd is null)::int as "unpricedCalls",
      count(*) filter (where is_repeated)::int as "repeatedAnswers"
    from model_usage where at > ${since} and at <= ${now}`.execute(tx);
  return rows[0] ?? NOTHING;
}

export const NOTHING: Usage = {
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  calls: 0,
  unpricedCalls: 0,
  repeatedAnswers: 0,
};
