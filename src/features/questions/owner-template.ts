import type { App } from '#app.ts';
import { preview } from '#features/commands/entry-text.ts';
import { languagesFor } from '#features/templates/pick.ts';
import { asValue, roomFor } from '#features/templates/values.ts';
import type { Template } from '#ports.ts';
import type { Shop } from './owners.ts';
import type { Way } from './reach.ts';
import type { Telling } from './tell-owner.ts';

/** Of a template whose own text is not known here: text and values together must not be too long (error 63021). */
const LONGEST_VARIABLE = 900;
const LONGEST_NAME = 200;

/**
 * What an owner is told by a template: the one of the configuration, else the business's own in her language; null where there
 * is neither.
 */
export function ownerTemplate(
  { ownerQuestionContentSid }: Pick<App['config'], 'ownerQuestionContentSid'>,
  { shop, way, telling }: { shop: Shop; way: Way; telling: Telling },
): Template | null {
  const { brief, who = '' } = telling;
  if (ownerQuestionContentSid) {
    const variables = { 1: shop.name, 2: preview(brief, LONGEST_VARIABLE) };
    return { contentSid: ownerQuestionContentSid, variables };
  }
  const there = shop.ownerTemplates.map(({ language }) => language);
  const [best] = languagesFor(way.owner.language, shop.language, there);
  const own =
    shop.ownerTemplates.find(({ language }) => language === best) ?? shop.ownerTemplates[0];
  if (!own) return null;
  const name = asValue(shop.name, LONGEST_NAME);
  const room = roomFor(own.body, { 1: name }, 2) - who.length;
  return { contentSid: own.contentSid, variables: { 1: name, 2: asValue(brief, room) } };
}
