import type { Transcription } from 'openai/resources/audio/transcriptions';
import type { Hearing, Tokens } from '#ports.ts';
import type { OpenAIAccount } from '../openai.ts';
import { openaiClient, within } from '../openai.ts';

type Options = OpenAIAccount & { model: string; timeoutMs?: number };

/** The vendor tells the format by the name of the file. */
const extensions: Readonly<Record<string, string>> = {
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'audio/webm': 'webm',
};

/** Writes down recordings through OpenAI's transcription, or any server that speaks it. A recording that it refuses holds nothing. */
export function openaiHearing({ model, timeoutMs = 30_000, ...account }: Options): Hearing {
  const client = openaiClient(account);
  return {
    async transcribe({ bytes, mime }, signal, spent) {
      signal.throwIfAborted();
      const { toFile } = await import('openai');
      const name = `recording.${extensions[mime] ?? 'ogg'}`;
      const { audio } = await client();
      const file = await toFile(bytes, name, { type: mime });
      try {
        const { text, usage } = await audio.transcriptions.create(
          { file, model, response_format: 'json' },
          { signal: within(timeoutMs, signal) },
        );
        spent?.(usedIn(usage, model));
        return text.trim();
      } catch (error) {
        if (isRefused(error)) return '';
        throw error;
      }
    },
  };
}

/** Some models are paid by their tokens, some by the length of what they hear. */
function usedIn(usage: Transcription['usage'], model: string): Tokens {
  const nothing = { model, input: 0, cached: 0, output: 0 };
  if (usage?.type === 'duration') return { ...nothing, seconds: usage.seconds };
  if (usage?.type !== 'tokens') return nothing;
  return { ...nothing, input: usage.input_tokens, output: usage.output_tokens };
}

/** About this very file; not about the key, the model or the hour. */
const isRefused = (error: unknown) =>
  error instanceof Error && 'status' in error && error.status === 400;
