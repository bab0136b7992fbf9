import type { Approval } from '#ports.ts';

/** What an owner is told of a template. */
export type News =
  | 'approved'
  | 'rejected'
  | 'paused'
  | 'disabled'
  | 'stopped'
  | 'recategorised'
  | 'refused'
  | 'gone';

export type Before = { status: string; category: string; givenCategory: string | null };

const worthTelling: Readonly<Record<string, News>> = {
  approved: 'approved',
  rejected: 'rejected',
  paused: 'paused',
  disabled: 'disabled',
};

/** What has changed so that the owner must know; WhatsApp's approval beside what was known before. */
export function newsOf(before: Before, approval: Approval): News[] {
  const { status, category } = approval;
  const hasChanged = status !== before.status;
  const wasInUse = before.status === 'approved';
  const of = worthTelling[status] ?? (wasInUse ? 'stopped' : null);
  const known = before.givenCategory ?? before.category;
  return [
    ...(hasChanged && of ? [of] : []),
    ...(category !== null && category !== known ? ['recategorised' as const] : []),
  ];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SLOT_MS = 6 * HOUR_MS;

/** Pure waits, in ms, between two questions to WhatsApp about a template that is being looked at. */
const SOONEST_MS = MINUTE_MS / 2;
const LATEST_MS = 3 * HOUR_MS;

/**
 * When WhatsApp is asked again: about what it looks at soon, then ever more seldom; about what it may take back any time a few
 * times a day, and then about all at the same moment, so that one list answers for all.
 */
export function nextAskAt(status: string, submittedAt: Date, now: Date): Date {
  const after = (ms: number) => new Date(now.getTime() + ms);
  switch (status) {
    case 'approved':
      return new Date(Math.ceil((now.getTime() + HOUR_MS) / SLOT_MS) * SLOT_MS);
    case 'rejected':
    case 'disabled':
      return new Date(Math.ceil((now.getTime() + 2 * SLOT_MS) / (4 * SLOT_MS)) * 4 * SLOT_MS);
    case 'paused':
      return after(HOUR_MS);
    default: {
      const waitedMs = now.getTime() - submittedAt.getTime();
      return after(Math.min(LATEST_MS, Math.max(SOONEST_MS, waitedMs / 3)));
    }
  }
}

/** Bad news goes out at once, good news waits until there may be more of it. */
export const newsDueAt = (news: readonly News[], now: Date): Date | null => {
  if (news.length === 0) return null;
  const isGood = news.every((one) => one === 'approved');
  return new Date(now.getTime() + (isGood ? 5 * MINUTE_MS : MINUTE_MS / 2));
};
