import assert from 'node:assert/strict';
import { templateLoop } from '#features/templates/work.system.ts';
import type { World } from './world.ts';

export type Variant = {
  language: string;
  version: number;
  status: string;
  contentSid: string | null;
  givenCategory: string | null;
  rejectionReason: string | null;
  isBeingSubmitted: boolean;
};

/** Templates of a business over the API, and the loop that takes them to WhatsApp. */
export function templatesOf(world: World, shop: string) {
  const path = `/api/businesses/${shop}/templates`;
  const loop = templateLoop(world.app);
  const read = async (name: string): Promise<Variant[]> =>
    (await world.api('GET', `${path}/${name}`)).json.template.languages;
  const pass = async (ms: number) => {
    world.clock.advance(ms);
    await loop.drain();
    await world.settle();
  };
  return {
    path,
    read,
    /** The wording of a language that was made last. */
    latest: async (name: string, language = 'en'): Promise<Variant> => {
      const found = (await read(name)).filter((one) => one.language === language).at(-1);
      assert.ok(found);
      return found;
    },
    submit: (name: string, languages?: string) =>
      world.api('POST', `${path}/${name}/submit${languages ? `?languages=${languages}` : ''}`),
    /** Lets time pass, and what is due then happen. */
    pass,
    /** Until WhatsApp has approved what was submitted, and the owner was told. */
    approved: async () => {
      await pass(0);
      for (let at = 0; at < 8; at++) await pass(60_000);
    },
    decide: (contentSid: string | null, status: string, rejectionReason: string | null = null) => {
      const { templates } = world.carrier;
      assert.ok(templates.decide(contentSid ?? '', { status, rejectionReason }));
    },
  };
}
