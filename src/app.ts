import type { Config } from './config.ts';
import type { Db, Tables } from './db/tables.ts';
import type {
  Answerer,
  Channel,
  Clock,
  Embedder,
  Files,
  Hearing,
  Media,
  Seeing,
  Templates,
  Understander,
  VectorIndex,
  Vectors,
} from './ports.ts';
import type { KeptAnswers } from '#features/answers/kept-answers.ts';
import { keptAnswers } from '#features/answers/kept-answers.ts';
import { knowledgeIndexes } from '#features/answers/knowledge-index.ts';
import type { Means } from '#features/billing/means.ts';
import { createMeans } from '#features/billing/means.ts';
import type { FormerIndex } from '#features/knowledge/former-index.system.ts';
import { formerIndex } from '#features/knowledge/former-index.system.ts';
import type { Outbox } from '#features/outbound/outbox.system.ts';
import { createOutbox } from '#features/outbound/outbox.system.ts';
import type { Claimed } from '#features/questions/loop.system.ts';
import { questionLoop } from '#features/questions/loop.system.ts';
import type { Senders } from '#features/outbound/senders.system.ts';
import { createSenders } from '#features/outbound/senders.system.ts';
import type { Ledger } from '#features/usage/ledger.system.ts';
import { createLedger } from '#features/usage/ledger.system.ts';
import { turnLoop } from '#features/conversations/turn-store.system.ts';
import type { Turn } from '#features/conversations/turn.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import type { Vault } from '#platform/crypto.ts';
import { createLane } from '#platform/lane.ts';
import type { Lane } from '#platform/lane.ts';
import type { Logger } from '#platform/logger.ts';
import type { Suppressor } from '#platform/suppressor.ts';
import type { Wakeups } from '#platform/wakeups.ts';

/** What the process shares. A function asks for the part that it uses: `Pick<App, 'db' | 'clock'>`. */
export type App = {
  config: Config;
  clock: Clock;
  log: Logger;
  vault: Vault;
  /** Knows again who must not be written to, when nothing else is left of them. */
  suppressor: Suppressor;
  db: Db;
  wakeups: Wakeups;
  /** Marks and status reports touch the same messages at the same moment: one after the other. */
  messageLane: Lane;
  channel: Channel;
  /** What WhatsApp approves, at the carrier. */
  templates: Templates;
  /** The carrier's account that we are. */
  accountSid: string;
  /** A plain sentence for an error code of the carrier. */
  describeError: (code: number) => string;
  answerer: Answerer | null;
  understander: Understander | null;
  embedder: Embedder | null;
  vectors: Vectors | null;
  /** An index of another time, by its place; null where this process cannot reach it. */
  openIndex: (place: string) => VectorIndex | null;
  formerIndex: FormerIndex;
  media: Media;
  files: Files;
  hearing: Hearing | null;
  seeing: Seeing | null;
  indexOf: ReturnType<typeof knowledgeIndexes>;
  keptAnswers: KeptAnswers;
  /** What models used and cost. */
  ledger: Ledger;
  /** What is known of the numbers that send. */
  senders: Senders;
  /** Which models a business can pay for. */
  means: Means;
  outbox: Outbox;
  turns: ClaimLoop<Turn>;
  /** Takes what customers asked to the owners, and back. */
  questions: ClaimLoop<Claimed>;
  /** Whether the process has been asked to stop, and whether webhooks may have been missed since the last catching up. */
  lifecycle: { isDraining: boolean; hasTurnedAway: boolean };
  /** Where the carrier reaches this server, without a slash at the end. */
  publicUrl: () => string;
};

/** What is opened before the rest can be put together. */
export type Foundation = Omit<
  App,
  | 'formerIndex'
  | 'indexOf'
  | 'keptAnswers'
  | 'ledger'
  | 'senders'
  | 'means'
  | 'outbox'
  | 'turns'
  | 'questions'
  | 'messageLane'
>;

/** Puts the product together over what is opened. Nothing runs yet. */
export function createApp(opened: Foundation): App {
  const foundation = { ...opened, messageLane: createLane(), senders: createSenders(opened) };
  const thinking = {
    indexOf: knowledgeIndexes(foundation),
    keptAnswers: keptAnswers(foundation),
    ledger: createLedger(foundation),
    means: createMeans(foundation),
    formerIndex: formerIndex(foundation),
  };
  const outbox = createOutbox(foundation);
  const turns = turnLoop({ ...foundation, ...thinking, outbox });
  return { ...foundation, ...thinking, outbox, turns, questions: questionLoop(foundation) };
}

export type { Tables };
