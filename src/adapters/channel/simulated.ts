import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Channel,
  Clock,
  Forgotten,
  GivenFile,
  Media,
  OutboundMessage,
  SendOutcome,
  WebhookRequest,
} from '#ports.ts';
import { refusalOf } from './errors.ts';
import { simulatedTemplates } from './simulated-content.ts';
import type { SimulatedTemplates } from './simulated-content.ts';
import { isFate, segmentsAndPrice, simulatedDelivery } from './simulated-delivery.ts';
import type { CallbackOrder, Fate } from './simulated-delivery.ts';
import { simulatedMedia } from './simulated-media.ts';
import { simulatedPhones } from './simulated-phones.ts';
import type { PhoneMessage, SimulatedPhones } from './simulated-phones.ts';
import { codeOfRefusal, optOuts, windows } from './simulated-rules.ts';
import { inboundForm, isSignedWith, signatureOf, signedHeaders } from './webhook-forms.ts';
import type { Form, PhoneText } from './webhook-forms.ts';

/**
 * How one hand-over ends and what then becomes of the message. The delays are real milliseconds; an
 * answer that comes late does not hold up the message.
 */
export type ScriptedOutcome = (
  | { kind: 'rate-limited'; retryAfterMs?: number }
  | { kind: 'unreachable' | 'unknown-not-delivered' | 'unknown-but-delivered' }
  | { kind: 'rejected'; code: number }
  | { kind: 'sent' | 'delivered' | 'read' | 'scheduled' }
  | { kind: 'undelivered' | 'failed'; code: number }
) & { answerAfterMs?: number; statusDelayMs?: number; callbacks?: CallbackOrder };

export type SimulatedCarrier = Channel & {
  kind: 'simulated';
  accountSid: string;
  /** What has arrived on a phone, in order; the last 1,000 messages. */
  inbox: (phone: string) => readonly PhoneMessage[];
  /**
   * Hears of each message that arrives on a phone and of each change of its status; call the answer
   * to stop.
   */
  subscribe: (phone: string, listener: (message: PhoneMessage) => void) => () => void;
  /**
   * One for each of the next hand-overs to `phone`, else to anybody. What Twilio would refuse
   * anyway uses up none.
   */
  nextOutcomes: (outcomes: readonly ScriptedOutcome[], phone?: string) => void;
  /** How the next removals end, one after the other. */
  forgetsNext: (...ends: Forgotten[]) => void;
  /**
   * A phone sends a text: gives the signed request that Twilio makes of it, to be POSTed to `url`.
   * `extra` are further parameters; with the `MessageSid` of an earlier text it is that text
   * delivered again.
   */
  webhook: (text: PhoneText & { url: string; extra?: Form }) => SignedForm;
  /** Keeps a file for a phone to send: gives what to add to the webhook's parameters as `extra`. */
  attach: (...files: readonly GivenFile[]) => Form;
  media: Media;
  templates: SimulatedTemplates;
  /** Signs a request of one's own making as this carrier does. */
  sign: (url: string, form: WebhookRequest['form']) => string;
  /** Resolves when every message has reached its last status and no callback is under way. */
  idle: () => Promise<void>;
};

export type SignedForm = { url: string; headers: Record<string, string>; form: Form };

/**
 * A carrier and phones that exist only in this process: for a first try without an account, and for
 * tests.
 */
export function simulatedCarrier(options: {
  clock: Clock;
  accountSid?: string;
  statusDelayMs?: number;
}): SimulatedCarrier {
  const { clock, accountSid = `AC${'0'.repeat(32)}`, statusDelayMs = 0 } = options;
  const token = randomBytes(16).toString('hex');
  const phones = simulatedPhones();
  const delivery = simulatedDelivery({ clock, accountSid, token, phones });
  const line = {
    clock,
    accountSid,
    token,
    phones,
    optedOut: optOuts(),
    windows: windows(clock),
    ...delivery,
  };
  const outcomes = scriptedOutcomes();
  const media = simulatedMedia(accountSid);
  const templates = simulatedTemplates({ clock });

  return {
    kind: 'simulated',
    accountSid,
    send: (message) => taken(message, { ...line, outcomes, templates, statusDelayMs }),
    cancel: (sid) => delivery.cancel(sid),
    list: (filter) => Promise.resolve(phones.list(filter)),
    ...forgetting(phones),
    isSigned: (request) => isSignedWith(token, request),
    check: () => Promise.resolve({ isHealthy: true }),
    inbox: phones.inbox,
    subscribe: phones.subscribe,
    nextOutcomes: outcomes.add,
    webhook: (text) => hear(text, line),
    ...{ attach: media.attach, media: media.media, templates },
    sign: (url, form) => signatureOf(token, url, form),
    idle: delivery.idle,
  };
}

const failed = (code: number): ScriptedOutcome => ({ kind: 'failed', code });

type Taking = Line & {
  outcomes: ReturnType<typeof scriptedOutcomes>;
  templates: SimulatedTemplates;
  statusDelayMs: number;
};

async function taken(message: OutboundMessage, line: Taking): Promise<SendOutcome> {
  const { outcomes, templates, statusDelayMs } = line;
  const code = codeOfRefusal(message, line.optedOut.has(message.from, message.to));
  if (code !== null) return refusalOf(code);
  const error = templates.errorOf(message.template?.contentSid) ?? line.windows.errorOf(message);
  const outcome = error === null ? outcomes.next(message.to) : failed(error);
  const script = { statusDelayMs, callbacks: 'normal' as const, ...outcome };
  const answer = handOver(message, script, line.accept);
  if (outcome.answerAfterMs !== undefined) await sleep(outcome.answerAfterMs);
  return answer;
}

type Delivery = ReturnType<typeof simulatedDelivery>;

type Scripted = ScriptedOutcome & Pick<Fate, 'statusDelayMs' | 'callbacks'>;

function handOver(
  message: OutboundMessage,
  outcome: Scripted,
  accept: Delivery['accept'],
): SendOutcome {
  if (isFate(outcome)) {
    const status = outcome.kind === 'scheduled' ? 'scheduled' : 'queued';
    return { kind: 'accepted', sid: accept(message, outcome), status };
  }
  switch (outcome.kind) {
    case 'rate-limited': {
      const { retryAfterMs } = outcome;
      const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
      return { kind: 'not-processed', reason: 'rate-limited', ...wait };
    }
    case 'unreachable':
      return { kind: 'not-processed', reason: 'unreachable' };
    case 'rejected':
      return refusalOf(outcome.code);
    case 'unknown-not-delivered':
      return { kind: 'unknown', detail: 'Simulated: the request was lost.' };
    case 'unknown-but-delivered':
      accept(message, { ...outcome, kind: 'delivered' });
      return { kind: 'unknown', detail: 'Simulated: the answer was lost.' };
  }
}

type Line = {
  clock: Clock;
  accountSid: string;
  token: string;
  phones: SimulatedPhones;
  optedOut: ReturnType<typeof optOuts>;
  windows: ReturnType<typeof windows>;
  accept: Delivery['accept'];
};

function hear(
  { url, extra = {}, ...text }: Parameters<SimulatedCarrier['webhook']>[0],
  line: Line,
) {
  const { clock, accountSid, token, phones, optedOut, accept } = line;
  line.windows.hear(text);
  const form = inboundForm(accountSid, text, extra);
  const isNew = phones.file(text.from, {
    ...text,
    sid: form.MessageSid ?? '',
    accountSid,
    direction: 'in',
    status: 'received',
    errorCode: null,
    numMedia: Number(form.NumMedia),
    sentAt: clock.now(),
    ...segmentsAndPrice(text.from, text.body),
  });
  const reply = isNew ? optedOut.hear(text) : null;
  if (reply !== null) {
    const fate: Fate = { kind: 'delivered', statusDelayMs: 0, callbacks: 'none' };
    accept({ from: text.to, to: text.from, body: reply }, fate);
  }
  return { url, headers: signedHeaders(token, url, form), form };
}

function forgetting(phones: SimulatedPhones): Pick<SimulatedCarrier, 'forget' | 'forgetsNext'> {
  const waiting: Forgotten[] = [];
  return {
    async forget(request) {
      const end = waiting.shift() ?? { kind: 'done' };
      if (end.kind === 'done') phones.forget(request);
      return end;
    },
    forgetsNext: (...ends) => void waiting.push(...ends),
  };
}

const ANYBODY = '*';

function scriptedOutcomes() {
  const waiting = new Map<string, ScriptedOutcome[]>();
  return {
    add: (outcomes: readonly ScriptedOutcome[], phone = ANYBODY) => {
      waiting.set(phone, [...(waiting.get(phone) ?? []), ...outcomes]);
    },
    next: (phone: string): ScriptedOutcome =>
      waiting.get(phone)?.shift() ?? waiting.get(ANYBODY)?.shift() ?? { kind: 'delivered' },
  };
}
