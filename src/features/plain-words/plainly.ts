import type { CarryOut, Uses } from '#features/commands/act.ts';
import { say } from '#features/commands/act.ts';
import { itemsOf, lengthOf } from '#features/commands/entry-text.ts';
import { ask } from '#features/commands/look-up.ts';
import { closed } from '#features/commands/opening-hours.ts';
import { savingAndOffering } from '#features/commands/offer-to-send.ts';
import type { Says } from '#features/commands/pending.ts';
import { askOwner } from '#features/commands/pending.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { meantText, suggest } from '#features/commands/suggest.ts';
import { add } from '#features/commands/teach.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { LONGEST_ENTRY } from '#features/knowledge/queries.ts';
import { corrected } from './corrected.ts';
import { agreed, offer } from './offer.ts';
import type { Understood } from './open.ts';
import { stateOf, understand } from './understand.ts';

/** What is done with a statement: it is understood and offered; a list is asked about as after `!add`. */
export async function takeStatement(app: Uses, turn: Turn, text: string): Promise<CarryOut> {
  if (itemsOf(text).length > 1 || lengthOf(text) > LONGEST_ENTRY) return add(app, turn, text);
  const understood = await understand(app, turn, text);
  switch (understood.kind) {
    case 'statement':
      return offer(turn, understood);
    case 'question':
      return ask(app, turn, text);
    case 'command': {
      const { name, text: rest } = understood;
      return suggest(turn, { name, text: rest }, meantText(turn, name, rest));
    }
    case 'chat':
      return say(sentencesTo(turn).offers.noStatement);
  }
}

/** A question without a question mark is looked at by the model, where there is one. */
export const takeQuestion = (app: Uses, turn: Turn, text: string) =>
  !app.understander || /[?？؟¿]/u.test(text)
    ? ask(app, turn, text)
    : takeStatement(app, turn, text);

/** The answer to what was understood; a correction is understood and offered anew. */
export const takeAgreement = async (
  app: Uses,
  turn: Turn,
  open: Understood,
  says: Says,
): Promise<CarryOut> => {
  if (says === 'yes' && open.closes) return closed(app, turn, open.closes);
  const carryOut = agreed(turn, open, says, async (correction) => {
    const text = corrected(open.said, correction);
    return text === null ? askAgain(turn, open) : offer(turn, await stateOf(app, turn, text));
  });
  const isNew = says === 'new' || (says === 'yes' && open.changes.length === 0);
  return isNew ? savingAndOffering(app, turn, open.text, await carryOut) : carryOut;
};

const askAgain =
  (turn: Turn, open: Understood): CarryOut =>
  async (tx, now) => {
    await askOwner(tx, turn, open, now);
    return sentencesTo(turn).offers.sendWhole;
  };
