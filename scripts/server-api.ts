import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '#config.ts';
import { BadConfiguration } from '#config.ts';
import { CannotStart } from '#errors.ts';

/** A sentence for the person at the terminal, who can put it right. */
export class Hitch extends Error {
  override readonly name = 'Hitch';
  /** The HTTP status; 0 where no server answered. */
  readonly status: number;

  constructor(sentence: string, status = 0) {
    super(sentence);
    this.status = status;
  }
}

const Refusal = z.object({ error: z.object({ message: z.string() }) });

const Business = z.object({
  businessId: z.string(),
  name: z.string(),
  whatsappNumber: z.string().nullable(),
  smsNumber: z.string().nullable(),
  /** Whole numbers, or usernames of WhatsApp. */
  owners: z.array(z.string()),
});
export type Business = z.infer<typeof Business>;

const Page = z.object({ businesses: z.array(Business), nextCursor: z.string().nullable() });

const PATIENCE_MS = 20_000;

export type ServerApi = ReturnType<typeof openServer>;

type Call = { method?: string; body?: unknown };

/** `at-once`: the person has given it for this server. `when-asked`: it is the one of a server on this machine, perhaps of another. */
export type Key = { value: string; show: 'at-once' | 'when-asked' };

/** The API of a running server. Whatever fails is thrown as a `Hitch`. */
export function openServer({ url, key }: { url: string; key?: Key | undefined }) {
  const base = url.replace(/\/+$/, '');
  let isShown = key?.show === 'at-once';
  const headers = (): Record<string, string> =>
    key && isShown ? { authorization: `Bearer ${key.value}` } : {};

  const ask = async (path: string, { method = 'GET', body }: Call): Promise<Response> => {
    try {
      return await fetch(base + path, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers(),
        },
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch {
      throw new Hitch(
        `No server answers at ${base}. Start one with "npm start", or name another with --url.`,
      );
    }
  };

  const call = async <Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    request: Call = {},
  ): Promise<z.infer<Schema>> => {
    let response = await ask(path, request);
    // An address without a key is limited as well as refused.
    if ([401, 429].includes(response.status) && key && !isShown) {
      isShown = true;
      response = await ask(path, request);
    }
    return read(schema, response, `${base}${path}`);
  };

  return {
    url: base,
    headers,
    call,
    async businesses(): Promise<Business[]> {
      const all: Business[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const rest: string = cursor && `&cursor=${cursor}`;
        const page: z.infer<typeof Page> = await call(
          Page,
          `/api/businesses?reveal=true&limit=500${rest}`,
        );
        all.push(...page.businesses);
        cursor = page.nextCursor;
      }
      return all;
    },
  };
}

async function read<Schema extends z.ZodType>(
  schema: Schema,
  response: Response,
  where: string,
): Promise<z.infer<Schema>> {
  const body: unknown = await response.json().catch(() => null);
  if (response.status === 401) {
    const sentence = 'The server wants its admin key: give it with --key, or set ADMIN_API_KEY.';
    throw new Hitch(sentence, 401);
  }
  if (!response.ok) {
    const known = Refusal.safeParse(body).data?.error.message;
    throw new Hitch(known ?? `${where} answers with status ${response.status}.`, response.status);
  }
  const { data, success } = schema.safeParse(body);
  if (!success) throw new Hitch(`${where} is not the server that belongs to this program.`);
  return data;
}

/** The key given with `--key` or set, else the one that a server on this machine has made for itself, if it has. */
export function keyOf(
  { adminApiKey, dataDir }: Pick<Config, 'adminApiKey' | 'dataDir'>,
  given?: string,
): Key | undefined {
  const value = given ?? adminApiKey;
  if (value !== undefined) return { value, show: 'at-once' };
  try {
    const made = readFileSync(join(dataDir, 'admin.key'), 'utf8').trim();
    return { value: made, show: 'when-asked' };
  } catch {
    return undefined;
  }
}

/**
 * Runs a script for a person: what they can put right is said and ends it with status 1, a mistyped option with 2 and with
 * how it is used.
 */
export async function forPerson(usage: string, script: () => Promise<void>): Promise<void> {
  try {
    await script();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isOption = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    const isKnown = [Hitch, BadConfiguration, CannotStart].some((kind) => error instanceof kind);
    if (!isOption && !isKnown) throw error;
    console.error(isOption ? `${error.message}\n\n${usage}` : error.message);
    process.exitCode = isOption ? 2 : 1;
  }
}
