import { randomBytes } from 'node:crypto';
import type { Approval, Clock, NewContent, Templates } from '#ports.ts';

type Submitted = { name: string; category: string; at: Date };
type Kept = { content: NewContent; submitted: Submitted | null; decided: Approval | null };

export type SimulatedTemplates = Templates & {
  /** WhatsApp's decision on a template, by its Content SID or the name under which it was submitted; false where there is none. */
  decide: (which: string, approval: Partial<Approval> & { status: string }) => boolean;
  /** The error with which a message by it fails; null when it goes out. */
  errorOf: (contentSid: string | undefined) => number | null;
  /** What was made, by its Content SID. */
  contents: () => ReadonlyMap<string, NewContent>;
};

const RECEIVED_MS = 20_000;
const APPROVED_MS = 60_000;

const errors: Record<string, number> = { rejected: 63040, paused: 63041, disabled: 63042 };

/**
 * WhatsApp's approval of templates as it exists in this process only: a minute after it was asked it approves, by the
 * clock that is passed in; names with "reject" in them it rejects.
 */
export function simulatedTemplates({ clock }: { clock: Clock }): SimulatedTemplates {
  const kept = new Map<string, Kept>();
  const removed = new Set<string>();

  const approvalOf = (contentSid: string): Approval | null => {
    if (removed.has(contentSid)) return null;
    const known = kept.get(contentSid);
    return known ? approvalAt(known, clock.now()) : beforeThisProcess;
  };

  return {
    create(content) {
      const contentSid = `HX${randomBytes(16).toString('hex')}`;
      kept.set(contentSid, { content, submitted: null, decided: null });
      return Promise.resolve({ contentSid });
    },
    submit(contentSid, { name, category }) {
      const known = kept.get(contentSid);
      if (!known) return Promise.resolve(unknown);
      known.submitted = { name, category, at: clock.now() };
      return Promise.resolve(approvalAt(known, clock.now()));
    },
    approvalOf: (contentSid) => Promise.resolve(approvalOf(contentSid)),
    list: () =>
      Promise.resolve(
        Array.from(kept, ([contentSid, { content }]) => ({
          contentSid,
          friendlyName: content.friendlyName,
          approval: approvalOf(contentSid),
        })),
      ),
    remove(contentSid) {
      kept.delete(contentSid);
      removed.add(contentSid);
      return Promise.resolve();
    },
    decide: (which, approval) => decide(kept, which, approval),
    errorOf: (contentSid) => errors[(contentSid && approvalOf(contentSid)?.status) || ''] ?? null,
    contents: () => new Map(Array.from(kept, ([sid, { content }]) => [sid, content])),
  };
}

function decide(
  kept: ReadonlyMap<string, Kept>,
  which: string,
  approval: Partial<Approval> & { status: string },
): boolean {
  const meant = Array.from(kept).filter(
    ([sid, { submitted }]) => sid === which || submitted?.name === which,
  );
  for (const [, known] of meant) {
    const category = known.submitted?.category ?? null;
    known.decided = { category, rejectionReason: null, ...approval };
  }
  return meant.length > 0;
}

/** What another run of the simulation made was approved there. */
const beforeThisProcess: Approval = { status: 'approved', category: null, rejectionReason: null };

const unknown = {
  kind: 'refused',
  code: 20404,
  sentence: 'Twilio refused the template: it knows no such content.',
} as const;

function approvalAt({ submitted, decided }: Kept, now: Date): Approval {
  if (decided) return decided;
  if (!submitted) return { status: 'unsubmitted', category: null, rejectionReason: null };
  const { name, category, at } = submitted;
  const passedMs = now.getTime() - at.getTime();
  const undecided = { category, rejectionReason: null };
  if (passedMs < RECEIVED_MS) return { ...undecided, status: 'received' };
  if (passedMs < APPROVED_MS) return { ...undecided, status: 'pending' };
  return name.includes('reject')
    ? { category, status: 'rejected', rejectionReason: 'INVALID_FORMAT' }
    : { ...undecided, status: 'approved' };
}
