import type { Draft } from '#features/templates/content.ts';
import { plainContent } from '#features/templates/content.ts';
import { keepTemplate, submitTemplate } from '#features/templates/manage.ts';
import * as templates from '#features/templates/queries.ts';
import { templateState } from '#features/templates/state.ts';
import type { Case } from './case.ts';

const now = new Date();
const name = 'their_own';
const draft: Draft = {
  ...{ name, language: 'en', category: 'UTILITY' as const },
  content: plainContent('Stolen.', []),
};

/** The same for what WhatsApp approves. */
export const templateCases: Record<string, Case> = {
  'templates/queries.ts findTemplates': (tx) => templates.findTemplates(tx, name),
  'templates/queries.ts findForUse': async (tx) => (await templates.findForUse(tx, name)).templates,
  'templates/queries.ts saveTemplate': (tx) => templates.saveTemplate(tx, draft, now),
  'templates/queries.ts submitTemplates': (tx, { templateId }) =>
    templates.submitTemplates(tx, [templateId], now),
  'templates/queries.ts removeTemplates': (tx) =>
    templates.removeTemplates(tx, { name, language: null }, now),
  'templates/queries.ts findNews': async (tx) =>
    (await templates.findNews(tx)).filter((one) => one.name === name),
  'templates/queries.ts setNewsDue': (tx) => templates.setNewsDue(tx, null).then(() => []),
  'templates/manage.ts keepTemplate': (tx) => keepTemplate(tx, [draft], now),
  'templates/manage.ts submitTemplate': async (tx) =>
    submitTemplate(tx, { name, languages: null }, now).catch((error: unknown) => {
      if ((error as { code?: string }).code !== 'template_not_found') throw error;
    }),
  'templates/state.ts templateState': (tx) => templateState(tx, { name, language: 'en' }),
};
