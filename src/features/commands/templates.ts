import { languageTo, sentencesTo } from '#features/owner-sentences/sentences.ts';
import { listText } from '#features/templates/news-lines.ts';
import { findTemplates } from '#features/templates/queries.ts';
import type { Act } from './act.ts';

/** Shows how each template stands with WhatsApp. */
export const templates: Act = (_app, turn) => async (tx) =>
  listText(sentencesTo(turn).templates, await findTemplates(tx, null), languageTo(turn));
