/** Twilio's statuses by how far they are; a status never takes the place of a later one. */
const ranks: Record<string, number> = {
  accepted: 0,
  scheduled: 0,
  queued: 1,
  sending: 2,
  sent: 3,
  partially_delivered: 3,
  delivered: 4,
  undelivered: 4,
  failed: 4,
  canceled: 4,
  read: 5,
};

/** How far a status is, from 0; one that we do not know counts as barely begun. */
export const rankOf = (status: string): number => ranks[status] ?? 0;
