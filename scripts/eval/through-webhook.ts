import { extract } from '#features/answers/engine/extract.ts';
import type { Business } from '../../tests/fixtures/answers/devset.ts';
import { createWorld } from '../../tests/support/world.ts';
import type { World } from '../../tests/support/world.ts';
import { kindOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';

const FIRST_SHOP = 14_150_000_000;
const FIRST_CUSTOMER = 14_160_000_000;

/**
 * Asks the whole product: a signed webhook for each question, each from a customer who writes for the first time, and
 * the reply as it reaches the phone. What an entry says tells which one was told; a reply with none of them is silence.
 */
export async function askThroughWebhook(businesses: readonly Business[]): Promise<Outcome[]> {
  await using world = await createWorld();
  const outcomes: Outcome[] = [];
  for (const [at, business] of businesses.entries()) {
    const number = `+${FIRST_SHOP + at}`;
    const knows = business.entries.map(({ text }) => text);
    await world.shop({ name: business.name, number, owner: `+${FIRST_SHOP + 5_000 + at}`, knows });
    for (const asked of business.questions) {
      const phone = `+${FIRST_CUSTOMER + outcomes.length}`;
      outcomes.push(await askOne(world, { business, asked, number, phone }));
    }
  }
  return outcomes;
}

type One = Pick<Outcome, 'business' | 'asked'> & { number: string; phone: string };

async function askOne(world: World, { business, asked, number, phone }: One): Promise<Outcome> {
  const customer = world.phone(phone);
  const start = performance.now();
  await customer.says(number, asked.text);
  const milliseconds = performance.now() - start;
  const reply = customer.heard().join('\n');
  const told = business.entries.filter((entry) => isToldIn(reply, asked.text, entry));
  const isRight = told.some(({ id }) => asked.expected.includes(id));
  const rank = isRight ? 0 : -1;
  const isTold = told.length > 0;
  return {
    business,
    asked,
    rank,
    kind: kindOf(asked, isTold, rank),
    told: told[0]?.id,
    length: isTold ? reply.length : null,
    confidence: isTold ? 1 : 0,
    milliseconds,
  };
}

const isToldIn = (reply: string, question: string, entry: { id: string; text: string }): boolean =>
  reply.includes(extract(question, { hits: [{ ...entry, score: 1 }], confidence: 1 }));
