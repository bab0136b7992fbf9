import { randomBytes } from 'node:crypto';
import type { GivenFile, Media } from '#ports.ts';
import type { Form } from './webhook-forms.ts';

const MOST_KEPT = 50;
const MOST_BYTES = 16 * 1024 * 1024;

/** Files that simulated phones send: the last 50, at addresses such as Twilio's. */
export function simulatedMedia(accountSid: string): {
  media: Media;
  attach: (...files: readonly GivenFile[]) => Form;
} {
  const kept = new Map<string, GivenFile>();

  const keep = (file: GivenFile) => {
    const [message, medium] = [randomBytes(16), randomBytes(16)].map((id) => id.toString('hex'));
    const url = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages/MM${message}/Media/ME${medium}`;
    kept.set(url, file);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return url;
  };

  return {
    attach: (...files) => ({
      NumMedia: String(files.length),
      ...Object.fromEntries(
        files.flatMap((file, i) => [
          [`MediaUrl${i}`, keep(file)],
          [`MediaContentType${i}`, file.contentType ?? 'application/octet-stream'],
        ]),
      ),
    }),
    media: {
      fetch: async (url) => {
        const file = kept.get(url);
        if (!file) return { kind: 'refused', because: 'gone' };
        if (file.bytes.length > MOST_BYTES) return { kind: 'refused', because: 'too-large' };
        return { kind: 'fetched', file };
      },
    },
  };
}
