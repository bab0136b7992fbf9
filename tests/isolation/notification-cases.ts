import * as notices from '#features/notifications/queries.ts';
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
  clientKey: 'theirs',
  ...{ dueAt: now, validUntil: now, now },
};

/** The same for what is sent without having been asked for. */
export const notificationCases: Record<string, Case> = {
  'notifications/queries.ts linesOfBusiness': async (tx) =>
    (await notices.linesOfBusiness(tx)).filter(({ address }) => address !== SHOP),
  'notifications/queries.ts lastChannel': (tx, { conversationId }) =>
    notices.lastChannel(tx, conversationId),
  'notifications/queries.ts queueNotice': (tx, { conversationId }) =>
    notices.queueNotice(tx, { ...toQueue, conversationId }),
  'notifications/queries.ts changeQueued': (tx, { messageId }) =>
    notices.changeQueued(tx, messageId, { dueAt: new Date(0), reason: 'rate' }).then(() => []),
  'notifications/queries.ts findNotice': (tx, { messageId }) => notices.findNotice(tx, messageId),
  'notifications/queries.ts noticeByKey': (tx, { conversationId }) =>
    notices.noticeByKey(tx, `theirs ${conversationId}`),
  'notifications/queries.ts cancelNotice': async (tx, { messageId }) =>
    (await notices.cancelNotice(tx, messageId, 'x')) ? ['cancelled'] : [],
};
