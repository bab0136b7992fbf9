import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'express';
import type { App } from '#app.ts';
import type { PhoneView } from './phone.ts';

const LOOK_MS = 100;
const LOOKS_PER_HEARTBEAT = 150;

/**
 * Server-sent events for as long as somebody listens and the process is not about to stop: `ready`
 * at once, then `message` for each message that is new on the phone or has another status.
 */
export async function follow(
  res: Response,
  view: () => Promise<PhoneView>,
  lifecycle: App['lifecycle'],
): Promise<void> {
  const statuses = new Map<string, string>();
  const news = async () => {
    const { messages } = await view();
    const changed = messages.filter(({ id, status }) => statuses.get(id) !== status);
    for (const { id, status } of changed) statuses.set(id, status);
    return changed;
  };

  await news();
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  res.write('event: ready\ndata: {}\n\n');
  for (let looks = 1; ; looks++) {
    await sleep(LOOK_MS);
    if (res.destroyed || lifecycle.isDraining) break;
    for (const message of await news()) {
      res.write(`id: ${message.id}\nevent: message\ndata: ${JSON.stringify(message)}\n\n`);
    }
    if (looks % LOOKS_PER_HEARTBEAT === 0) res.write(':\n\n');
  }
  res.end();
}
