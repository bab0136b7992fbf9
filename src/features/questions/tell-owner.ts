import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { messagesOf } from '#features/commands/entry-text.ts';
import { openOwnerConversation } from './owners.ts';
import type { OwnerLine, Shop } from './owners.ts';
import type { Way } from './reach.ts';
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
};

/** How the owners of a shop can be reached now; null when they must write first. */
export const wayTo = ({ config, vault }: TellUses, shop: Shop, now: Date): Way | null =>
  wayToOwner(
    shop.owners,
    {
      whatsappNumber: shop.whatsappNumber,
      smsNumber: shop.smsNumber,
      hasTemplate: config.ownerQuestionContentSid !== undefined,
      isPhone: (owner: OwnerLine) => vault.decrypt(owner.phoneSealed).startsWith('+'),
    },
    now,
  );

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
    ...(telling.who !== undefined && { whoSealed: vault.encrypt(telling.who) }),
  };
  const { ownerQuestionContentSid: contentSid } = config;
  if (way.by === 'template' && contentSid) {
    const variables = { 1: shop.name, 2: oneLine(telling.brief) };
    return writeMessage(
      tx,
      { ...line, text: telling.text, template: { contentSid, variables } },
      now,
    );
  }
  let first: string | null = null;
  for (const text of messagesOf(telling.text)) {
    const id = await writeMessage(tx, { ...line, text }, now);
    first ??= id;
  }
  return first;
}

/** Values of a template must have no line breaks, and not be too long (error 63021). */
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_VARIABLE);
