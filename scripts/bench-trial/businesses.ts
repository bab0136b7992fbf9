import { topics } from './topics.ts';

const COUNT = 64;
const AT_ONCE = 8;

/** A business of the benchmark, with a WhatsApp number of its own. */
export type Business = { name: string; number: string; ownerPhone: string };

export const businesses: readonly Business[] = Array.from({ length: COUNT }, (_, index) => ({
  name: `Benchmark Bistro ${index + 1}`,
  number: `whatsapp:+1415${2_000_000 + index}`,
  ownerPhone: `+1650${2_000_000 + index}`,
}));

/** Registers every business over HTTP and teaches it what customers will ask for. Throws when one is refused. */
export async function registerAll(baseUrl: string, adminKey: string): Promise<void> {
  const post = async (path: string, content: unknown) => {
    const response = await fetch(baseUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${adminKey}` },
      body: JSON.stringify(content),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`POST ${path} was answered ${response.status}: ${text}`);
    return JSON.parse(text) as { businessId?: string };
  };

  const register = async ({ name, number, ownerPhone }: Business) => {
    const { businessId } = await post('/api/businesses/register', {
      businessName: name,
      whatsappNumber: number,
      ownerPhone,
    });
    for (const { entry } of topics) {
      await post(`/api/businesses/${businessId}/knowledge`, { text: entry });
    }
  };

  const waiting = [...businesses];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await register(next);
    }),
  );
}
