/** What can become due; the names are also the channels of NOTIFY. */
export const topics = [
  'attention_due',
  'outbound_due',
  'indexing_due',
  'questions_due',
  'documents_due',
  'templates_due',
  'numbers_changed',
  'paced_due',
  'privacy_due',
] as const;
export type Topic = (typeof topics)[number];

export type Wakeups = {
  /** Tells this process and, when connected, every other. */
  wake: (topic: Topic) => void;
  /** Tells this process only: what another one has told us. */
  heard: (topic: Topic) => void;
  on: (topic: Topic, listener: () => void) => void;
  /** Also passes every `wake` on to other processes. */
  connect: (notify: (topic: Topic) => void) => void;
};

/** In-process wake-ups. Losing one is harmless: every loop polls. */
export function createWakeups(): Wakeups {
  const listeners = new Map<Topic, (() => void)[]>();
  let pass: (topic: Topic) => void = () => {};
  const heard = (topic: Topic) => listeners.get(topic)?.forEach((listener) => listener());
  return {
    heard,
    wake(topic) {
      heard(topic);
      pass(topic);
    },
    on: (topic, listener) => listeners.set(topic, [...(listeners.get(topic) ?? []), listener]),
    connect(notify) {
      pass = notify;
    },
  };
}
