import { setTimeout as sleep } from 'node:timers/promises';
import { SegmentedMessage } from 'sms-segments-calculator';
import type { CarrierMessage, Clock, OutboundMessage } from '#ports.ts';
import type { SimulatedPhones } from './simulated-phones.ts';
import { newMessageSid, signedHeaders, statusForm } from './webhook-forms.ts';
import type { Form } from './webhook-forms.ts';

/** `duplicated` makes each callback twice, `reversed` the last one first. */
export type CallbackOrder = 'normal' | 'reversed' | 'duplicated' | 'none';

/**
 * What becomes of a message that the carrier has taken; real milliseconds lie between one status
 * and the next.
 */
export type Fate = (
  | { kind: 'sent' | 'delivered' | 'read' | 'scheduled' }
  | { kind: 'undelivered' | 'failed'; code: number }
) & { statusDelayMs: number; callbacks: CallbackOrder };

type Uses = { clock: Clock; accountSid: string; token: string; phones: SimulatedPhones };

const CALLBACK_TIMEOUT_MS = 15_000;

/** The statuses after `queued`, which the hand-over answers with and which has no callback. */
const STATUSES: Record<Fate['kind'], readonly string[]> = {
  sent: ['sent'],
  delivered: ['sent', 'delivered'],
  read: ['sent', 'delivered', 'read'],
  undelivered: ['sent', 'undelivered'],
  failed: ['failed'],
  // It waits at the carrier until it is called off.
  scheduled: [],
};

const ORDERS: Record<CallbackOrder, (statuses: readonly string[]) => readonly string[]> = {
  normal: (statuses) => statuses,
  reversed: (statuses) => statuses.toReversed(),
  duplicated: (statuses) => statuses.flatMap((status) => [status, status]),
  none: () => [],
};

/** True for an outcome that begins with the carrier taking the message. */
export const isFate = <Outcome extends { kind: string }>(
  outcome: Outcome,
): outcome is Extract<Outcome, { kind: Fate['kind'] }> => outcome.kind in STATUSES;

/** Takes messages, brings them to their phones and reports on them. */
export function simulatedDelivery(uses: Uses) {
  const underWay = new Set<Promise<void>>();
  const scheduled = new Map<string, { message: CarrierMessage; callback: string | undefined }>();

  return {
    /** Gives the message's SID; the rest happens later. */
    accept: (outbound: Omit<OutboundMessage, 'id'>, fate: Fate): string => {
      const message = onRecord(outbound, uses);
      uses.phones.file(message.to, message);
      if (fate.kind === 'scheduled') {
        message.status = 'scheduled';
        scheduled.set(message.sid, { message, callback: outbound.statusCallback });
      }
      const work = carry(message, fate, outbound.statusCallback, uses);
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
      return message.sid;
    },

    /** Calls off what is scheduled, and reports it. */
    cancel: async (sid: string): Promise<'cancelled' | 'over'> => {
      const waiting = scheduled.get(sid);
      if (!scheduled.delete(sid) || !waiting) return 'over';
      const { message, callback } = waiting;
      message.status = 'canceled';
      if (callback) await post(callback, uses.token, formOf(message, 'canceled', uses));
      return 'cancelled';
    },

    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

const onRecord = (
  { from, to, body }: Omit<OutboundMessage, 'id'>,
  { accountSid, clock }: Uses,
): CarrierMessage => ({
  sid: newMessageSid(),
  accountSid,
  direction: 'out',
  from,
  to,
  body,
  status: 'queued',
  errorCode: null,
  numMedia: 0,
  sentAt: clock.now(),
  ...segmentsAndPrice(to, body),
});

const MICROS = { whatsapp: 5_000, sms: 7_500 };

/** As a carrier would charge it; a real one tells its price only when it has delivered. */
export function segmentsAndPrice(
  address: string,
  body: string,
): Pick<CarrierMessage, 'numSegments' | 'price'> {
  const isOnWhatsapp = address.startsWith('whatsapp:');
  const numSegments = isOnWhatsapp ? 1 : new SegmentedMessage(body).segmentsCount;
  const each = isOnWhatsapp ? MICROS.whatsapp : MICROS.sms;
  return { numSegments, price: { currency: 'USD', micros: numSegments * each } };
}

/** Statuses go on whether or not anybody takes the callbacks, as they do at Twilio. */
async function carry(
  message: CarrierMessage,
  fate: Fate,
  callback: string | undefined,
  uses: Uses,
) {
  const statuses = STATUSES[fate.kind];
  const reached = new Map(statuses.map((status) => [status, Promise.withResolvers<void>()]));

  const live = async () => {
    for (const [status, moment] of reached) {
      await sleep(fate.statusDelayMs);
      reach(message, status, fate, uses);
      moment.resolve();
    }
  };
  const report = async (url: string) => {
    for (const status of ORDERS[fate.callbacks](statuses)) {
      await reached.get(status)?.promise;
      await post(url, uses.token, formOf(message, status, uses));
    }
  };
  await Promise.all([live(), callback === undefined ? undefined : report(callback)]);
}

function reach(message: CarrierMessage, status: string, fate: Fate, { phones, clock }: Uses) {
  message.status = status;
  if ('code' in fate && status === fate.kind) message.errorCode = fate.code;
  if (status === 'failed') message.price = null;
  if (status === 'delivered' || status === 'read') phones.arrive(message, clock.now());
}

function formOf(message: CarrierMessage, status: string, { accountSid, clock }: Uses): Form {
  const hasFailed = status === 'undelivered' || status === 'failed';
  const errorCode = hasFailed ? message.errorCode : null;
  return statusForm(accountSid, { ...message, status, errorCode, at: clock.now() });
}

/** A callback that finds nobody is lost. */
async function post(url: string, token: string, form: Form) {
  const request = {
    method: 'POST',
    headers: signedHeaders(token, url, form),
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(CALLBACK_TIMEOUT_MS),
  };
  await fetch(url, request).then(
    (response) => response.arrayBuffer(),
    () => undefined,
  );
}
