import type { Hearing } from '#ports.ts';
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
    async transcribe({ bytes, mime }, signal) {
      signal.throwIfAborted();
      const { toFile } = await import('openai');
      const name = `recording.${extensions[mime] ?? 'ogg'}`;
      const { audio } = await client();
      const file = await toFile(bytes, name, { type: mime });
      try {
        const { text } = await audio.transcriptions.create(
          { file, model, response_format: 'json' },
          { signal: within(timeoutMs, signal) },
        );
        return text.trim();
      } catch (error) {
        if (isRefused(error)) return '';
        throw error;
      }
    },
  };
}

/** About this very file; not about the key, the model or the hour. */
const isRefused = (error: unknown) =>
  error instanceof Error && 'status' in error && error.status === 400;
