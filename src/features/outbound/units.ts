import { SegmentedMessage } from 'sms-segments-calculator';
import { remembered } from '#platform/remembered.ts';
import type { ChannelKind } from '#ports.ts';

const MOST_REMEMBERED = 500;
const segmentsOf = remembered(
  MOST_REMEMBERED,
  (text: string) => new SegmentedMessage(text).segmentsCount,
);

/** What a message counts against the rate of its sender: SMS by segments, all else as one. */
export const unitsOf = ({ channel, body }: { channel: ChannelKind; body: string }): number =>
  channel === 'sms' ? segmentsOf(body) : 1;
