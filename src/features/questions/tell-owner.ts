import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { LONGEST_MESSAGE, messagesOf } from '#features/commands/entry-text.ts';
import { ownerTemplate } from './owner-template.ts';
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
  /** What the message is, where it is no question. */
  kind?: string;
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
      hasTemplate: config.ownerQuestionContentSid !== undefined || shop.ownerTemplates.length > 0,
      isPhone: (owner: OwnerLine) => vault.decrypt(owner.phoneSealed).startsWith('+'),
    },
    now,
  );

/** Writes to an owner on the way that was found; gives the id of the message by which one sees that it went out, null when she gets none. */
export async function tellOwner(
  { config, vault }: TellUses,
  tx: OneBusiness,
  { shop, way, telling, now }: { shop: Shop; way: Way; telling: Telling; now: Date },
): Promise<string | null> {
  const line = await lineTo(tx, { way, telling, now });
  const { who, words } = telling;
  const named = who === undefined ? {} : { whoSealed: vault.encrypt(who) };
  const template = way.by === 'template' ? ownerTemplate(config, { shop, way, telling }) : null;
  if (template) {
    return writeMessage(tx, { ...line, ...named, text: telling.text, template }, now);
  }
  const [text = '', ...rest] = messagesOf(telling.text, LONGEST_MESSAGE - (who?.length ?? 0));
  const first = await writeMessage(tx, { ...line, ...named, words, text }, now);
  for (const part of rest) await writeMessage(tx, { ...line, text: part }, now);
  return first;
}

async function lineTo(
  tx: OneBusiness,
  { way, telling, now }: { way: Way; telling: Telling; now: Date },
) {
  const { owner, channel, ourAddress } = way;
  const conversationId =
    owner.conversationId ?? (await openOwnerConversation(tx, owner, { channel, ourAddress, now }));
  const isSameLine = owner.channel === channel && owner.theirSealed !== null;
  return {
    conversationId,
    channel,
    ourAddress,
    theirSealed: isSameLine ? (owner.theirSealed ?? '') : owner.phoneSealed,
    kind: telling.kind ?? 'owner-question',
    questions: telling.questions,
  };
}
