/** What of a business is watched; the values are averages of 24 hours. */
export type AlertName = 'costly' | 'undelivered' | 'slow' | 'longTexts';

export type Alert = {
  /** Beyond it the alert is raised, and once it is back at the target it is over. */
  threshold: number;
  target: number;
  worse: 'higher' | 'lower';
  /** So many must have been seen before anything is concluded. */
  least: number;
};

/** The thresholds and targets that the product was given; a conversation's cost is in millionths of the currency asked for. */
export const alertsFor = (costPerConversation: number): Record<AlertName, Alert> => ({
  costly: {
    threshold: costPerConversation,
    target: Math.floor((costPerConversation * 2) / 3),
    worse: 'higher',
    least: 5,
  },
  undelivered: { threshold: 90, target: 95, worse: 'lower', least: 20 },
  slow: { threshold: 10, target: 5, worse: 'higher', least: 5 },
  longTexts: { threshold: 1.5, target: 1.2, worse: 'higher', least: 20 },
});

export type Measured = { value: number; count: number };

/** Whether an alert begins or ends now: between target and threshold it stays as it was, so that it is told once. */
export function crossingOf(
  { threshold, target, worse, least }: Alert,
  { value, count }: Measured,
  isRaised: boolean,
): 'raise' | 'clear' | null {
  if (count < least) return null;
  const [isBeyond, isBack] =
    worse === 'higher'
      ? [value > threshold, value <= target]
      : [value < threshold, value >= target];
  if (isBeyond && !isRaised) return 'raise';
  return isBack && isRaised ? 'clear' : null;
}
