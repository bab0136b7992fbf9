import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { LONGEST_MESSAGE, messagesOf, preview } from '#features/commands/entry-text.ts';
import { openOwnerConversation } from './owners.ts';
import type { OwnerLine, Shop } from './owners.ts';
import type { FailedWay, Way } from './reach.ts';
import { wayToOwner } from './reach.ts';
import { writeMessage } from './write.ts';

export type TellUses = Pick<App, 'config' | 'vault'>;

/** What an owner is told; `brief` is the same in one line, for a template. */
export type Telling = {
  text: string;
  brief: string;
  questions: readonly number[];
  /** For `WHO` in the texts. */
  who?: string;
  /** What a customer wrote to a person, where it is that which is passed on. */
  words?: string;
};

/** How the owners of a shop can be reached now, other than on ways that failed; null when they must write first. */
export const wayTo = (
  { config, vault }: TellUses,
  shop: Shop,
  now: Date,
  failed: readonly FailedWay[] = [],
): Way | null =>
  wayToOwner(
    shop.owners,
    {
      whatsappNumber: shop.whatsappNumber,
      smsNumber: shop.smsNumber,
      failed,
      hasTemplate: config.ownerQuestionContentSid !== undefined,
      isPhone: (owner: OwnerLine) => vault.decrypt(owner.phoneSealed).startsWith('+'),
    },
    now,
  );

/** Values of a template must have no line breaks, and not be too long (error 63021). */
const LONGEST_VARIABLE = 900;

/** Writes to an owner on the way that was found; gives the id of the message by which one sees that it went out, null when she gets none. */
export async function tellOwner(
  { config, vault }: TellUses,
  tx: OneBusiness,
  { shop, way, telling, now }: { shop: Shop; way: Way; telling: Telling; now: Date },
): Promise<string | null> {
  const { owner, channel, ourAddress } = way;
  const conversationId =
    owner.conversationId ?? (await openOwnerConversation(tx, owner, { channel, ourAddress, now }));
  const isSameLine = owner.channel === channel && owner.theirSealed !== null;
  const line = {
    conversationId,
    channel,
    ourAddress,
    theirSealed: isSameLine ? (owner.theirSealed ?? '') : owner.phoneSealed,
    kind: 'owner-question',
    questions: telling.questions,
  };
  const { who, words } = telling;
  const named = who === undefined ? {} : { whoSealed: vault.encrypt(who) };
  const { ownerQuestionContentSid: contentSid } = config;
  if (way.by === 'template' && contentSid) {
    const variables = { 1: shop.name, 2: preview(telling.brief, LONGEST_VARIABLE) };
    return writeMessage(
      tx,
      { ...line, ...named, text: telling.text, template: { contentSid, variables } },
      now,
    );
  }
  const [text = '', ...rest] = messagesOf(telling.text, LONGEST_MESSAGE - (who?.length ?? 0));
  const first = await writeMessage(tx, { ...line, ...named, words, text }, now);
  for (const part of rest) await writeMessage(tx, { ...line, text: part }, now);
  return first;
}
