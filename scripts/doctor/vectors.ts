import type { IndexOptions } from '#adapters/vectors/pinecone-index.ts';
import {
  assertFits,
  connect,
  isNamed,
  troubleWith,
  unlessGone,
} from '#adapters/vectors/pinecone-index.ts';
import type { Config } from '#config.ts';
import type { Finding } from './finding.ts';
import { aside, fine, PATIENCE_MS, wrong } from './finding.ts';

const ABOUT = 'Pinecone';

/** Whether the index is there and holds vectors of as many numbers as the embedding model gives. */
export async function checkIndex(
  pinecone: Config['pinecone'],
  dimensions: number | undefined,
): Promise<Finding[]> {
  if (!pinecone) return [aside(ABOUT, 'Not used (PINECONE_API_KEY is not set).')];
  if (dimensions === undefined) {
    return [aside(ABOUT, 'Not used: without OPENAI_API_KEY there are no vectors to keep.')];
  }
  try {
    return [await examineIndex({ ...pinecone, dimensions })];
  } catch (error) {
    return [faultOf(pinecone.index, error)];
  }
}

async function examineIndex(options: IndexOptions): Promise<Finding> {
  const { index, dimensions } = options;
  const client = await connect(options, PATIENCE_MS - 500);
  const model = await unlessGone(() => client.indexes.describe(index));
  if (!model) return aside(ABOUT, `The index "${index}" is missing; the next start makes it.`);
  assertFits(model, options);
  return fine(ABOUT, `index "${index}" takes the ${dimensions} numbers of the embedding model`);
}

function faultOf(index: string, error: unknown): Finding {
  if (isNamed(error, 'PineconeAuthorizationError')) {
    const remedy = 'Copy it from the Pinecone console again.';
    return wrong(ABOUT, troubleWith(index, error), remedy);
  }
  return wrong(ABOUT, troubleWith(index, error), '');
}
