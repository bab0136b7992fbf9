import { Counter, Gauge } from 'prom-client';
import type { ChannelKind } from '#ports.ts';
import type { QueueDepth } from './queues.system.ts';
import { queues } from './queues.system.ts';

const received = new Counter({
  name: 'frontdesk_messages_received_total',
  help: 'Messages taken in, repeated deliveries not counted.',
  labelNames: ['channel'],
});
const handedOver = new Counter({
  name: 'frontdesk_messages_sent_total',
  help: 'Messages that the carrier has taken.',
  labelNames: ['channel'],
});
const failed = new Counter({
  name: 'frontdesk_messages_failed_total',
  help: 'Messages that were given up, by what became of them.',
  labelNames: ['channel', 'state'],
});
const turns = new Counter({
  name: 'frontdesk_turns_total',
  help: 'Turns of conversations, by how they ended.',
  labelNames: ['outcome'],
});
const waiting = new Gauge({
  name: 'frontdesk_queue_depth',
  help: 'Rows that wait in a queue, of all processes.',
  labelNames: ['queue'],
});
const oldest = new Gauge({
  name: 'frontdesk_queue_oldest_seconds',
  help: 'How long the oldest due row of a queue has been waiting.',
  labelNames: ['queue'],
});
const databaseUp = new Gauge({
  name: 'frontdesk_database_up',
  help: '1 when the queues could be read.',
});

/** What this process has done since it started. */
export const meters = {
  messageReceived: (channel: ChannelKind) => received.inc({ channel }),
  messageSent: (channel: ChannelKind) => handedOver.inc({ channel }),
  messageFailed: (channel: ChannelKind, state: string) => failed.inc({ channel, state }),
  /** What stands behind a colon in an outcome is left out. */
  turnEnded: (outcome: string) => turns.inc({ outcome: outcome.split(':')[0] ?? '' }),
};

/** Shows the queues as they were read; null when they could not be. */
export function showQueues(depths: readonly QueueDepth[] | null): void {
  waiting.reset();
  oldest.reset();
  databaseUp.set(depths ? 1 : 0);
  if (!depths) return;
  for (const queue of queues) {
    const depth = depths.find((one) => one.queue === queue);
    waiting.set({ queue }, depth?.rows ?? 0);
    oldest.set({ queue }, depth?.oldestSeconds ?? 0);
  }
}
