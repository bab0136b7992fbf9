import { checkModel, openaiClient } from '#adapters/openai.ts';
import type { Config } from '#config.ts';
import type { Finding } from './finding.ts';
import { aside, fine, PATIENCE_MS, wrong } from './finding.ts';

const REMEDY = 'Check OPENAI_API_KEY, OPENAI_BASE_URL and the OPENAI_MODEL_… names.';

/** Whether the key may use the models that are set; it costs nothing. */
export async function checkModels(openai: Config['openai']): Promise<Finding[]> {
  if (!openai) {
    return [aside('OpenAI', 'Not used (OPENAI_API_KEY is not set): the built-in engine answers.')];
  }
  const client = openaiClient(openai);
  const models = {
    'Answering model': openai.modelReply,
    'Embedding model': openai.modelEmbed,
    'Small model': openai.modelTriage,
    'Listening model': openai.modelTranscribe,
  };
  return Promise.all(
    Object.entries(models).map(async ([about, model]) => {
      const { isHealthy, detail } = await checkModel(client, model, PATIENCE_MS - 500);
      return isHealthy ? fine(about, model) : wrong(about, detail ?? `${model} fails.`, REMEDY);
    }),
  );
}

/** The `Date` of an answer of OpenAI; undefined where it gives none. */
export async function timeAtOpenAI(openai: NonNullable<Config['openai']>) {
  try {
    const { models } = await openaiClient(openai)();
    const signal = AbortSignal.timeout(PATIENCE_MS - 500);
    const { headers } = await models.retrieve(openai.modelReply, { signal }).asResponse();
    return headers.get('date') ?? undefined;
  } catch {
    return undefined;
  }
}
