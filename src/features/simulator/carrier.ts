import type { Channel, GivenFile } from '#ports.ts';
import type { Outcome } from './requests.ts';

type Form = Record<string, string>;

/** What the simulator asks of a simulated carrier. Addresses are as the carrier writes them. */
export type Carrier = Channel & {
  kind: 'simulated';
  /** What has arrived on a phone, oldest first; `at` is when. */
  inbox: (phone: string) => readonly { sid: string; at: Date }[];
  /** How the next hand-overs end: those to `phone`, else to anybody. */
  nextOutcomes: (outcomes: readonly Outcome[], phone?: string) => void;
  /** WhatsApp's decision on a template, by its Content SID or the name it was submitted under; false where there is none. */
  templates: {
    decide: (
      which: string,
      approval: { status: string; category?: string | null; rejectionReason?: string | null },
    ) => boolean;
  };
  /** Keeps files for a phone to send: gives what to add to the webhook's parameters. */
  attach: (...files: readonly GivenFile[]) => Form;
  /** The signed request in which the carrier passes on a text that a phone has sent. */
  webhook: (text: { from: string; to: string; body: string; url: string; extra?: Form }) => {
    headers: Form;
    form: Form;
  };
};

/** True for the simulated carrier, whose phones can be played. */
export const isSimulated = (channel: Channel): channel is Carrier =>
  channel.kind === 'simulated' && 'nextOutcomes' in channel;
