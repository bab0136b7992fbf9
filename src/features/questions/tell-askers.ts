import type { OneBusiness } from '#db/tables.ts';
import { openQuestion } from '#features/commands/queries.ts';
import { preview } from '#features/commands/entry-text.ts';
import type { NoAnswer, Phrases } from '#features/conversations/phrases.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import type { CallOffer } from '#features/conversations/with-owner.ts';
import { isWindowOpen } from '#features/outbound/gate.ts';
import { later } from './deadline.ts';
import type { Shop } from './owners.ts';
import type { Asker, Question } from './queries.ts';
import { askersOf } from './queries.ts';
import { LONGEST_NAMED } from './told-lines.ts';
import type { TellUses } from './tell-owner.ts';
import { hasPhone } from './who.ts';
import { writeMessage } from './write.ts';

type Telling = { tx: OneBusiness; now: Date };

const CALL_BACK_OPEN_MS = 24 * 3_600_000;

/** Whether a customer can still be written to in free text, from the number that they wrote to. */
export const isReachable = ({ channel, lastInboundAt, isOurAddress }: Asker, now: Date): boolean =>
  isOurAddress && (channel === 'sms' || isWindowOpen(lastInboundAt, now));

/** Writes to the customers who asked a question, each in their language, as far as they can be reached. */
export async function tellAskers(
  { tx, now }: Telling,
  askers: readonly Asker[],
  sentence: (say: Phrases, asker: Asker) => string,
): Promise<Asker[]> {
  const told: Asker[] = [];
  for (const asker of askers.filter((one) => isReachable(one, now))) {
    const text = sentence(phrasesIn(asker.language), asker);
    const id = await writeMessage(tx, { ...asker, kind: 'follow-up', text }, now);
    if (id !== null) told.push(asker);
  }
  return told;
}

/** Tells who asked that there is no answer, and offers a call to those of whom a number is known; gives how many were told. */
export async function tellNoAnswer(
  { app, tx, shop, now }: Telling & { app: TellUses; shop: Shop },
  question: Question,
  { askers, say }: { askers?: readonly Asker[]; say: 'noAnswerYet' | 'cannotSay' },
): Promise<number> {
  const { text } = question;
  const offersCall = (asker: Asker) => shop.isActive && hasPhone(app.vault, asker);
  const about = (asker: Asker): NoAnswer => ({
    ...{ shop: shop.name, question: preview(text, LONGEST_NAMED), phone: shop.contactPhone },
    offersCall: offersCall(asker),
  });
  const told = await tellAskers(
    { tx, now },
    askers ?? (await askersOf(tx, question.id)),
    (phrases, asker) => (shop.isActive ? phrases[say](about(asker)) : phrases.suspended(shop.name)),
  );
  for (const { conversationId, inboundCount } of told.filter(offersCall)) {
    const choices: CallOffer = { about: text, inboundCount };
    const expiresAt = later(now, CALL_BACK_OPEN_MS);
    await openQuestion(tx, conversationId, { kind: 'call-back', choices, askedAt: now, expiresAt });
  }
  return told.length;
}
