import type { OneBusiness } from '#db/tables.ts';
import { preview } from '#features/commands/entry-text.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import { openOwnerConversation, readShop, sentencesFor } from './owners.ts';
import type { TellUses } from './tell-owner.ts';
import { wayTo } from './tell-owner.ts';
import { writeMessage } from './write.ts';

/** Values of a template must not be too long (error 63021). */
const LONGEST_VARIABLE = 900;

/**
 * Tells one of the owners, in her language, something that nobody asked for and nothing answers to. False when none can be
 * reached now: she must write first.
 */
export async function noticeOwner(
  app: TellUses,
  tx: OneBusiness,
  say: (sentences: OwnerSentences, shop: string) => string,
  now: Date,
): Promise<boolean> {
  const shop = await readShop(tx);
  const way = wayTo(app, shop, now);
  if (!way) return false;
  const { owner, channel, ourAddress } = way;
  const text = say(sentencesFor(shop, way), shop.name);
  const { ownerQuestionContentSid: contentSid } = app.config;
  const variables = { 1: shop.name, 2: preview(text, LONGEST_VARIABLE) };
  const isSameLine = owner.channel === channel && owner.theirSealed !== null;
  const id = await writeMessage(
    tx,
    {
      conversationId:
        owner.conversationId ??
        (await openOwnerConversation(tx, owner, { channel, ourAddress, now })),
      channel,
      ourAddress,
      theirSealed: isSameLine ? (owner.theirSealed ?? '') : owner.phoneSealed,
      kind: 'owner-notice',
      text,
      ...(way.by === 'template' && contentSid && { template: { contentSid, variables } }),
    },
    now,
  );
  return id !== null;
}
