import { pdfOf } from '../support/files.ts';
import type { World } from '../support/world.ts';
import { ADMIN_KEY, createWorld } from '../support/world.ts';

export const HOURS = pdfOf([[{ text: 'Opening hours', size: 18 }, 'Monday to Friday 9 to 18']]);

type Sent = { name?: string; type?: string; field?: string };

export async function upload(
  world: World,
  shop: string,
  bytes: Uint8Array,
  { name = 'hours.pdf', type = 'application/pdf', field = 'file' }: Sent = {},
) {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
  const response = await fetch(`${world.url}/api/businesses/${shop}/knowledge/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_KEY}` },
    body: form,
  });
  // oxlint-disable-next-line typescript/no-explicit-any
  return { status: response.status, json: (await response.json()) as any };
}

export const documentsOf = (shop: string) => `/api/businesses/${shop}/knowledge/documents`;

export async function shopWith(more: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(more);
  const shop = await world.shop();
  const read = async (id: string) => (await world.api('GET', `${documentsOf(shop)}/${id}`)).json;
  return { world, shop, read };
}
