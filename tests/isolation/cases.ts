import { statsOf } from '#features/analytics/queries.ts';
import { currentView, pick } from '#features/commands/numbers.ts';
import { askOwner } from '#features/commands/pending.ts';
import { rewrite } from '#features/commands/teach.ts';
import { changeToUndo, undoChange } from '#features/commands/undo-change.ts';
import { messageQuoted } from '#features/plain-words/queries.ts';
import * as businesses from '#features/businesses/queries.ts';
import * as owner from '#features/commands/queries.ts';
import { LostTurn, settleInside } from '#features/conversations/settle.ts';
import { lasting } from '#features/knowledge/fact.ts';
import * as knowledge from '#features/knowledge/queries.ts';
import { usageOf } from '#features/usage/queries.ts';
import type { Case, Theirs } from './case.ts';
import { refused } from './case.ts';

const now = new Date();
const stranger = { personIndex: 'a stranger', phoneSealed: 'x' };

/** Each exported query of the features, called in one business's transaction with what belongs to another. */
export const cases: Record<string, Case> = {
  'knowledge/queries.ts addEntries': (tx) =>
    knowledge.addEntries(tx, [lasting('ours')], { source: 'test', now }).then(() => []),
  'knowledge/queries.ts changeEntry': (tx, { entryId }) =>
    knowledge.changeEntry(tx, entryId, { text: 'stolen' }, now),
  'knowledge/queries.ts deleteEntry': (tx, { entryId }) => knowledge.deleteEntry(tx, entryId, now),
  'knowledge/queries.ts restoreEntry': (tx, { deletedEntryId }) =>
    knowledge.restoreEntry(tx, deletedEntryId, now),
  'knowledge/queries.ts findEntry': (tx, { entryId }) => knowledge.findEntry(tx, entryId),
  'knowledge/queries.ts listEntries': (tx) => knowledge.listEntries(tx, { limit: 100, offset: 0 }),
  'knowledge/queries.ts countEntries': (tx) => knowledge.countEntries(tx),
  'knowledge/queries.ts wholeKnowledge': async (tx) =>
    (await knowledge.wholeKnowledge(tx, now)).entries,
  'knowledge/queries.ts knowledgeChanged': (tx) => knowledge.knowledgeChanged(tx).then(() => []),
  'knowledge/queries.ts entryIds': (tx) => knowledge.entryIds(tx),
  'knowledge/queries.ts findEntries': (tx, { entryId }) => knowledge.findEntries(tx, [entryId]),
  'knowledge/queries.ts findSame': async (tx) =>
    (await knowledge.findSame(tx, ['theirs'], now)).filter(Boolean),
  'commands/queries.ts findView': async (tx, { conversationId }) =>
    (await owner.findView(tx, conversationId)).listed,
  'commands/queries.ts saveView': (tx, { conversationId }) =>
    refused(owner.saveView(tx, conversationId, { listed: ['stolen'], deleted: [] })),
  'commands/queries.ts findSpecialDays': (tx) => owner.findSpecialDays(tx),
  'commands/queries.ts setSpecialDays': (tx) =>
    owner.setSpecialDays(tx, [{ year: null, month: 12, day: 25, spans: [] }]).then(() => []),
  'commands/queries.ts openQuestion': (tx, { conversationId }) =>
    refused(
      owner.openQuestion(tx, conversationId, {
        kind: 'x',
        choices: [],
        askedAt: now,
        expiresAt: now,
      }),
    ),
  'commands/queries.ts closeQuestion': (tx, { conversationId }) =>
    owner.closeQuestion(tx, conversationId),
  'commands/queries.ts setOpeningHours': (tx) => owner.setOpeningHours(tx, 'never'),
  'commands/queries.ts setPaused': (tx) => owner.setPaused(tx, now),
  'commands/queries.ts setLearns': (tx) => owner.setLearns(tx, true),
  'commands/numbers.ts currentView': async (tx, { conversationId }) =>
    (await currentView(tx, conversationId)).listed,
  'commands/numbers.ts pick': async (tx, { turn }) =>
    [await pick(tx, turn, 1)].filter(({ kind }) => kind === 'entry'),
  'commands/pending.ts askOwner': (tx, { turn }) =>
    refused(askOwner(tx, turn, { kind: 'add-list', choices: { items: [] } } as never, now)),
  'plain-words/queries.ts messageQuoted': (tx, { conversationId, ownerMessageSid }) =>
    messageQuoted(tx, conversationId, ownerMessageSid),
  'commands/teach.ts rewrite': (tx, { entryId, turn }) =>
    refused(
      rewrite(
        tx,
        turn,
        { entry: entryOf(entryId), view: { listed: [entryId], deleted: [] } },
        lasting('stolen'),
        now,
      ),
    ),
  'commands/undo-change.ts undoChange': (tx, { entryId }) =>
    undoChange(tx, changeToUndo({ ...entryOf(entryId), text: 'stolen' }, 'theirs'), now),
  'businesses/queries.ts findBusiness': (tx, { businessId }) =>
    businesses.findBusiness(tx, businessId),
  'businesses/queries.ts changeSettings': (tx, { businessId }) =>
    businesses.changeSettings(tx, businessId, { name: 'stolen' }).then(() => []),
  'businesses/queries.ts lockBusiness': async (tx, { businessId }) =>
    (await businesses.lockBusiness(tx, businessId)).rows,
  'businesses/queries.ts addOwners': (tx, { businessId }) =>
    refused(businesses.addOwners(tx, businessId, [stranger], now)),
  'businesses/queries.ts replaceOwners': (tx, { businessId }) =>
    refused(businesses.replaceOwners(tx, businessId, [stranger], now)),
  'businesses/queries.ts setNumber': (tx, { businessId }) =>
    refused(
      businesses.setNumber(tx, businessId, { channel: 'sms', address: '+1', isShared: false }),
    ),
  'businesses/queries.ts removeNumber': (tx, { businessId }) =>
    businesses.removeNumber(tx, businessId, 'whatsapp').then(() => []),
  'usage/queries.ts usageOf': async (tx) => (await usageOf(tx, { since: new Date(0), now })).calls,
  'analytics/queries.ts statsOf': async (tx) =>
    (await statsOf(tx, { since: new Date(0), now })).questions,
  'conversations/settle.ts settleInside': (tx, { turn }) =>
    settleInside(tx, settlementOf(turn), now).catch((error: unknown) => {
      if (!(error instanceof LostTurn)) throw error;
    }),
};

const entryOf = (id: string) => ({
  ...lasting('theirs'),
  id,
  source: 'test',
  createdAt: now,
  updatedAt: now,
});

const settlementOf = (turn: Theirs['turn']) => ({
  turn,
  sendToken: turn.token,
  ending: {
    outcome: 'stolen',
    replies: [{ kind: 'answer' as const, text: 'stolen' }],
    throughId: '999999',
    isVoidWhenMoreWasSaid: false,
    isCounted: false,
  },
});
