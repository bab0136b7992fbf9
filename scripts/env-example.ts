import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { variables } from '#variables.ts';

const groups: [string, RegExp][] = [
  ['Server', /^(PORT|HOST|NODE_ENV|WEBHOOK_BASE_URL|TRUST_PROXY|METRICS_PORT)$|^LOG_/],
  ['Database', /^DATA/],
  ['Keys', /^(ADMIN_API_KEY|ENCRYPTION_KEY|ENCRYPTION_KEYS_OLD|SUPPRESSION_KEY)$/],
  ['Twilio: WhatsApp and SMS. Without it the carrier is simulated.', /^TWILIO_/],
  ['OpenAI, or any server compatible with it. Without it the built-in engine answers.', /^OPENAI_/],
  ['Pinecone. Without it vectors are kept in the database.', /^PINECONE_/],
  ['Supabase', /^SUPABASE_/],
];
const REST = 'Registration, limits and retries';

const HEAD = `# Copy to .env and take the "# " off the lines that you set. Nothing has to be set for a first try.
# Written by "npm run env-example" from src/variables.ts.`;

/** The text of `.env.example`: every variable of the configuration, commented out, with its default. */
export function envExample(): string {
  const names = Object.keys(variables) as (keyof typeof variables)[];
  const sections = [...groups.map(([title]) => title), REST].map((title) => {
    const own = names.filter((name) => groupOf(name) === title);
    return [`# ---- ${title} ----`, ...own.map((name) => described(name, variables[name]))];
  });
  return [HEAD, ...sections.flat()].join('\n\n') + '\n';
}

const groupOf = (name: string) => groups.find(([, pattern]) => pattern.test(name))?.[0] ?? REST;

function described(name: string, schema: z.ZodType): string {
  const usual = schema.safeParse(undefined).data as string | number | undefined;
  return `# ${schema.description}\n# ${name}=${usual ?? ''}`;
}

// run.mjs imports what it runs, so that this is never the main module.
if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(import.meta.dirname, '../.env.example'), envExample());
}
