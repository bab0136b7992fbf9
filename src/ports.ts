/** Everything outside this process, on one page. Types only; implementations live in `adapters/`. */

export type Clock = { now: () => Date };

export type Health = { isHealthy: boolean; detail?: string };

export type ChannelKind = 'whatsapp' | 'sms';

/** Carries messages to and from people's phones. Addresses are as the carrier writes them: `whatsapp:+1…`, `+1…`, a BSUID. */
export type Channel = {
  kind: 'twilio' | 'simulated';
  /** Never throws: every way in which a hand-over can end is an outcome. */
  send: (message: OutboundMessage) => Promise<SendOutcome>;
  /** Calls off a message that is scheduled at the carrier. Never throws: `over` when it is no longer to be called off. */
  cancel: (sid: string) => Promise<'cancelled' | 'over' | 'unknown'>;
  /** What the carrier has on file, newest first; throws when it cannot be asked. */
  list: (filter: CarrierFilter) => Promise<CarrierMessage[]>;
  /** Removes the carrier's copy of a message. Never throws; what is not there any more is done. */
  forget: (request: ForgetRequest) => Promise<Forgotten>;
  /** True when the carrier signed this request. */
  isSigned: (request: WebhookRequest) => boolean;
  /** One cheap call that shows whether the carrier is reachable and knows us. */
  check: () => Promise<Health>;
};

export type OutboundMessage = {
  /** Our own id: it comes back in the status callback's URL. */
  id: string;
  from: string;
  to: string;
  body: string;
  /** Sent in place of the body, which then only tells what it says. */
  template?: Template;
  /** Where the carrier reports what became of it; absent where no public address is known. */
  statusCallback?: string;
};

/** A message that WhatsApp has approved: its Content SID, and the values of its variables by their number. */
export type Template = { contentSid: string; variables: Record<string, string> };

/** WhatsApp's templates at the carrier. Every call throws when the carrier cannot be asked or its answer is not known. */
export type Templates = {
  /** Makes a content; two calls make two. */
  create: (content: NewContent) => Promise<{ contentSid: string } | TemplateRefused>;
  /** Asks WhatsApp to approve it. */
  submit: (
    contentSid: string,
    request: { name: string; category: TemplateCategory },
  ) => Promise<Approval | TemplateRefused>;
  /** Null when the carrier has no such content. */
  approvalOf: (contentSid: string) => Promise<Approval | null>;
  /** Every content of the account. */
  list: () => Promise<KnownContent[]>;
  /** What is not there is no fault. */
  remove: (contentSid: string) => Promise<void>;
};

export type TemplateCategory = 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';

export type TemplateButton =
  | { kind: 'reply'; id: string; title: string }
  | { kind: 'url'; title: string; url: string }
  | { kind: 'phone'; title: string; phone: string }
  | { kind: 'copy-code'; title: string; code: string };

/** A content as it is made; variables stand in its texts as `{{1}}`, with a sample of each. */
export type NewContent = {
  /** By which it is found again in the list. */
  friendlyName: string;
  /** As WhatsApp writes it: `en`, `pt_BR`. */
  language: string;
  category: TemplateCategory;
  body: string;
  /** The same without anything that only WhatsApp can show. */
  plainText: string;
  samples: Record<string, string>;
  header: string | null;
  footer: string | null;
  mediaUrl: string | null;
  buttons: readonly TemplateButton[];
};

/** What WhatsApp thinks of a template. Its words may be others than those that are known. */
export type Approval = {
  status: string;
  category: string | null;
  rejectionReason: string | null;
};

export type KnownContent = { contentSid: string; friendlyName: string; approval: Approval | null };

/** Not done and not worth trying again as it is; `sentence` is for the owner. */
export type TemplateRefused = { kind: 'refused'; code: number | null; sentence: string };

export type SendOutcome =
  | { kind: 'accepted'; sid: string; status: string }
  /** Certainly not processed (429, connection refused): trying again cannot repeat it. */
  | { kind: 'not-processed'; reason: 'rate-limited' | 'unreachable'; retryAfterMs?: number }
  /** Not processed because the account may not send at present; `sentence` is for the operator. */
  | {
      kind: 'not-processed';
      reason: 'account';
      retryAfterMs: number;
      code: number;
      sentence: string;
    }
  /** It may or may not have been taken: time-out, reset after the request left, 5xx. */
  | { kind: 'unknown'; detail: string }
  /** Permanently refused; `sentence` is for the owner. */
  | { kind: 'rejected'; code: number | null; sentence: string };

export type CarrierFilter = {
  to?: string;
  from?: string;
  sentAfter: Date;
  sentBefore?: Date;
  limit?: number;
};

export type CarrierMessage = {
  sid: string;
  accountSid: string;
  direction: 'in' | 'out';
  from: string;
  to: string;
  body: string;
  status: string;
  errorCode: number | null;
  numMedia: number;
  sentAt: Date;
  /** As the carrier counts them; null until it has. */
  numSegments: number | null;
  /** What the carrier charges for it, in millionths; null until it knows. */
  price: { currency: string; micros: number } | null;
};

/** The whole message with its media, or only what was said in it. */
export type ForgetRequest = { sid: string; act: 'delete' | 'redact'; hasMedia: boolean };

/** Not yet: it is on its way, or the carrier cannot be asked at present. Refused: asking again would change nothing. */
export type Forgotten =
  | { kind: 'done' }
  | { kind: 'not-yet'; retryAfterMs?: number; because: string }
  | { kind: 'refused'; because: string };

export type WebhookRequest = {
  /** The configured public base and the original path and query. */
  url: string;
  signature: string;
  /** Repeated parameters keep all their values. */
  form: Record<string, string | string[]>;
};

/** What one call of a model used. Cached tokens are among the input's; a model of sound may count seconds instead. */
export type Tokens = {
  model: string;
  input: number;
  cached: number;
  /** Of the input, written to the vendor's cache. */
  written?: number;
  output: number;
  seconds?: number;
};

/** Is told of every call that the vendor charges for, also one whose answer is of no use. */
export type Spent = (tokens: Tokens) => void;

/** A model that writes. Throws when it is down or `signal` fires. */
export type Answerer = {
  /** Writes an answer from passages, or says that it cannot. */
  answer: (question: Question, signal: AbortSignal, spent?: Spent) => Promise<Answer>;
  /** A question that leans on what was said before, so that it can be understood alone; null where that did not succeed. */
  rewrite: (
    question: Pick<Question, 'text' | 'history'>,
    signal: AbortSignal,
    spent?: Spent,
  ) => Promise<string | null>;
  /** The text in another language (a BCP 47 tag with its script, such as hi-Latn), with all its figures; null where that did not succeed. */
  translate: (
    text: string,
    toLanguage: string,
    signal: AbortSignal,
    spent?: Spent,
  ) => Promise<string | null>;
  check: () => Promise<Health>;
};

export type Question = {
  text: string;
  /** Oldest first, without the question itself. */
  history: readonly { from: 'customer' | 'bot'; text: string }[];
  passages: readonly Passage[];
  business: { id: string; name: string; hours: string | null; timeZone: string };
  /** In which the customer has written so far. */
  language?: string | null;
  /** What the opening hours mean now and in the next days, where they are understood. */
  hoursNow?: string | null;
  now: Date;
};

/** Not true any more from `until` on. */
export type Passage = { id: string; text: string; until?: Date };

/**
 * `sources` are ids of given passages, never empty when answered; `language` is a BCP 47 tag. Unsure: the passages do not
 * tell. Unusable: what was written must not be said.
 */
export type Answer =
  | { kind: 'answered'; text: string; sources: readonly string[]; language: string | null }
  | { kind: 'unsure' }
  | { kind: 'unusable'; because: string };

/** Reads what an owner wrote without a command. Throws when the model is down or `signal` fires. */
export type Understander = {
  understand: (said: OwnerSaid, signal: AbortSignal, spent?: Spent) => Promise<Understood>;
};

export type OwnerSaid = {
  text: string;
  /** What the business knows nearest to it, best first. */
  entries: readonly Passage[];
  /** The names of the commands. */
  commands: readonly string[];
  business: { id: string; name: string; timeZone: string };
  now: Date;
};

/**
 * A statement's `text` is an entry in the owner's language, with what the entry that it `replaces` (an id of those given)
 * says beside; `lastDay` is the last day (YYYY-MM-DD) on which it holds. Unusable: what was written must not be believed.
 */
export type Understood =
  | { kind: 'statement'; text: string; replaces: string | null; lastDay: string | null }
  | { kind: 'question' | 'chat' }
  | { kind: 'command'; name: string; text: string }
  | { kind: 'unusable'; because: string };

/** Turns texts into vectors of `dimensions` numbers, in order. Throws when the model is down or `signal` fires. */
export type Embedder = {
  model: string;
  dimensions: number;
  embed: (texts: readonly string[], signal: AbortSignal, spent?: Spent) => Promise<number[][]>;
};

/** Finds entries near a vector, within one business. Holds nothing that cannot be rebuilt from the entries. */
export type Vectors = {
  /** Tells this store from every other one that a process may have been set to. */
  name: string;
  /** Makes sure that the store exists and fits the embedder; throws a sentence when its dimension differs. */
  prepare: () => Promise<void>;
  upsert: (businessId: string, records: readonly VectorRecord[]) => Promise<void>;
  remove: (businessId: string, entryIds: readonly string[]) => Promise<void>;
  removeBusiness: (businessId: string) => Promise<void>;
  /** Best first; `score` is the cosine. */
  query: (businessId: string, values: readonly number[], limit: number) => Promise<VectorHit[]>;
  check: () => Promise<Health>;
};

/** A model and the store that holds its vectors. */
export type VectorIndex = { embedder: Embedder; vectors: Vectors };

export type VectorRecord = { entryId: string; values: readonly number[] };
export type VectorHit = { entryId: string; score: number };

/** Fetches what came with a message, at most 16 MB. Throws when the carrier is down or `signal` fires. */
export type Media = { fetch: (url: string, signal: AbortSignal) => Promise<FetchedMedia> };

/** `contentType` and `name` are what the sender says of it. Not allowed: the address is none of the carrier's. */
export type FetchedMedia =
  | { kind: 'fetched'; file: GivenFile }
  | { kind: 'refused'; because: 'gone' | 'too-large' | 'not-allowed' };

export type GivenFile = { bytes: Uint8Array; contentType: string | null; name: string | null };

/** Keeps files of businesses, by ids that we made (UUID). */
export type Files = {
  /** In place of what was kept under that id. */
  put: (businessId: string, id: string, file: GivenFile) => Promise<void>;
  /** Null when there is no such file. */
  get: (businessId: string, id: string) => Promise<Uint8Array | null>;
  /** What is not there is no fault. */
  remove: (businessId: string, ids: readonly string[]) => Promise<void>;
  removeBusiness: (businessId: string) => Promise<void>;
};

/** A picture or a recording whose kind was told from its bytes. */
export type Sensed = { bytes: Uint8Array; mime: string };

/** Writes down what is said in a recording; nothing where nothing can be made out. Throws when the model is down or `signal` fires. */
export type Hearing = {
  transcribe: (recording: Sensed, signal: AbortSignal, spent?: Spent) => Promise<string>;
};

/** Looks at a picture; nothing where nothing can be made out. Throws when the model is down or `signal` fires. */
export type Seeing = {
  /** Everything that is written in it, a line each, with `#` before headings. */
  read: (picture: Sensed, signal: AbortSignal, spent?: Spent) => Promise<string>;
  /** What it shows, in a sentence or two, as far as `question` is about it. */
  describe: (
    picture: Sensed,
    question: string,
    signal: AbortSignal,
    spent?: Spent,
  ) => Promise<string>;
};
