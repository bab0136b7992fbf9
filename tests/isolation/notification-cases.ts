import * as notices from '#features/notifications/queries.ts';
import { worded } from '#features/notifications/wording.ts';
import { SHOP } from '../support/world.ts';
import type { Case } from './case.ts';

const now = new Date();
const toQueue: Omit<notices.ToQueue, 'conversationId'> = {
  channel: 'sms',
  ourAddress: '+1',
  theirSealed: 'x',
  text: 'stolen',
  purpose: 'marketing',
  template: null,
  fallback: null,
  clientKey: 'theirs',
  ...{ dueAt: now, validUntil: now, now },
};

/** The same for what is sent without having been asked for. */
export const notificationCases: Record<string, Case> = {
  'notifications/queries.ts linesOfBusiness': async (tx) =>
    (await notices.linesOfBusiness(tx)).filter(({ address }) => address !== SHOP),
  'notifications/queries.ts habitsOf': async (tx, { conversationId }) =>
    Object.values(await notices.habitsOf(tx, conversationId)).filter((value) => value !== null),
  'notifications/wording.ts worded': (tx) =>
    worded(tx, { template: { name: 'their_own', variables: {} } }, null).then(
      ({ text }) => (text === 'theirs' ? ['theirs'] : []),
      () => [],
    ),
  'notifications/queries.ts queueNotice': (tx, { conversationId }) =>
    notices.queueNotice(tx, { ...toQueue, conversationId }),
  'notifications/queries.ts putOff': (tx, { messageId }) =>
    notices.putOff(tx, messageId, { until: new Date(0), reason: 'rate' }).then(() => []),
  'notifications/queries.ts findNotice': (tx, { messageId }) => notices.findNotice(tx, messageId),
  'notifications/queries.ts noticeByKey': (tx, { conversationId }) =>
    notices.noticeByKey(tx, `theirs ${conversationId}`),
  'notifications/queries.ts cancelNotice': async (tx, { messageId }) =>
    (await notices.cancelNotice(tx, messageId, 'x')) ? ['cancelled'] : [],
};
