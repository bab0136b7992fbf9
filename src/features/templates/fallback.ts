import type { TemplateStatus } from '#features/outbound/gate.ts';
import type { Purpose } from '#features/outbound/message.ts';
import type { BuiltInName } from './built-in/definitions.ts';

/** Which template says what a kind of message says. */
const byKind: Readonly<Record<string, BuiltInName>> = {
  'owner-question': 'owner_question',
  'owner-news': 'owner_question',
  'booking-confirmation': 'booking_confirmation',
  'appointment-reminder': 'appointment_reminder',
  'promotional-offer': 'promotional_offer',
  'feedback-request': 'feedback_request',
  'order-confirmation': 'order_confirmation',
  'order-status': 'order_status',
  'slot-offer': 'slot_offer',
};

/**
 * The template in place of a text that WhatsApp takes no more, because the customer wrote more than 24 hours ago; null where
 * none can say the same. A reply has none: who asked can be answered only while they are there.
 */
export function fallbackFor(message: { kind: string; purpose: Purpose }): BuiltInName | null {
  const named = byKind[message.kind.replaceAll('_', '-')];
  if (named) return named;
  return message.purpose === 'marketing' ? 'promotional_offer' : null;
}

const known: Readonly<Record<string, TemplateStatus>> = {
  approved: 'approved',
  rejected: 'rejected',
  disabled: 'rejected',
  paused: 'paused',
};

/** WhatsApp's word as the gate takes it; what it has not approved, in whatever words, is not sent. */
export const gateStatusOf = (status: string): TemplateStatus => known[status] ?? 'pending';
