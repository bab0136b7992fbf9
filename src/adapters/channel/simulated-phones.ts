import type { CarrierFilter, CarrierMessage, ForgetRequest } from '#ports.ts';

/** A message as it lies on a phone; `at` is when it arrived. */
export type PhoneMessage = {
  sid: string;
  from: string;
  body: string;
  status: string;
  at: Date;
};

type Listener = (message: PhoneMessage) => void;

type Phone = {
  /** What the carrier has on file of this phone, both ways, oldest first. */
  record: CarrierMessage[];
  inbox: PhoneMessage[];
  listeners: Set<Listener>;
};

const MAX_MESSAGES = 1000;

export type SimulatedPhones = ReturnType<typeof simulatedPhones>;

/**
 * The phones of the simulated carrier and what it has on file of them: the last 1,000 messages of
 * each.
 */
export function simulatedPhones() {
  const phones = new Map<string, Phone>();

  const phone = (address: string): Phone => {
    const known = phones.get(address);
    if (known) return known;
    const created: Phone = { record: [], inbox: [], listeners: new Set() };
    phones.set(address, created);
    return created;
  };

  return {
    inbox: (address: string): readonly PhoneMessage[] =>
      phone(address).inbox.map((message) => ({ ...message })),

    /** Hears of each arrival and of each later change of its status. */
    subscribe: (address: string, listener: Listener) => {
      phone(address).listeners.add(listener);
      return () => void phone(address).listeners.delete(listener);
    },

    /** False when the message is on file already. */
    file: (address: string, message: CarrierMessage): boolean => {
      const { record } = phone(address);
      if (record.some(({ sid }) => sid === message.sid)) return false;
      push(record, message);
      return true;
    },

    arrive: (message: CarrierMessage, at: Date) => show(phone(message.to), message, at),

    /** Removes it, or what it says, from what the carrier has on file; the phones keep what they got. */
    forget({ sid, act }: ForgetRequest) {
      for (const phone of phones.values()) {
        if (act === 'delete') phone.record = phone.record.filter((one) => one.sid !== sid);
        else phone.record.filter((one) => one.sid === sid).forEach(emptied);
      }
    },

    list: (filter: CarrierFilter): CarrierMessage[] =>
      matching(
        [...phones.values()].flatMap(({ record }) => record),
        filter,
      ),
  };
}

function emptied(message: CarrierMessage): void {
  message.body = '';
  message.numMedia = 0;
}

function show({ inbox, listeners }: Phone, { sid, from, body, status }: CarrierMessage, at: Date) {
  const known = inbox.find((message) => message.sid === sid);
  const message = known ?? { sid, from, body, status, at };
  message.status = status;
  if (!known) push(inbox, message);
  for (const listener of listeners) listener({ ...message });
}

/**
 * As at Twilio, whose dates have whole seconds, what was sent in the same second as `sentAfter` is
 * included.
 */
function matching(
  messages: CarrierMessage[],
  { to, from, sentAfter, sentBefore, limit }: CarrierFilter,
) {
  const since = Math.floor(sentAfter.getTime() / 1000) * 1000;
  return messages
    .filter((message) => to === undefined || message.to === to)
    .filter((message) => from === undefined || message.from === from)
    .filter(({ sentAt }) => sentAt.getTime() >= since)
    .filter(({ sentAt }) => sentBefore === undefined || sentAt <= sentBefore)
    .toReversed()
    .toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime())
    .slice(0, limit)
    .map((message) => ({ ...message }));
}

function push<Item>(items: Item[], item: Item) {
  items.push(item);
  if (items.length > MAX_MESSAGES) items.shift();
}
