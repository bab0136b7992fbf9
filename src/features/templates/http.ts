import { z } from 'zod';
import type { App } from '#app.ts';
import { notFound } from '#errors.ts';
import { lockBusiness, withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { accepted, created, endpoint, ok } from '#platform/http/api.ts';
import { keepTemplate, problemsIn, submitTemplate } from './manage.ts';
import { findTemplates, removeTemplates } from './queries.ts';
import { draftsOf, given, languageTag, ofTemplate, problemShown, template } from './schemas.ts';
import { shownTemplate, shownTemplates } from './shown.ts';

type Uses = Pick<App, 'db' | 'clock' | 'wakeups'>;

const tag = 'Templates';
const all = { path: '/api/businesses/:businessId/templates', tag, params: ofBusiness } as const;
const one = {
  path: '/api/businesses/:businessId/templates/:templateId',
  tag,
  params: ofTemplate,
} as const;

export function templateEndpoints(app: Uses): Endpoint[] {
  return [listing(app), keeping(app), linting(app), submitting(app), reading(app), removing(app)];
}

const listing = (app: Uses) =>
  endpoint({
    ...all,
    method: 'get',
    summary:
      'The message templates of a business with what WhatsApp says of them, and those built in.',
    response: z.object({ templates: z.array(template) }),
  })(async ({ params }) => {
    const found = await withBusiness(app, params.businessId, (tx) => findTemplates(tx, null));
    return ok({ templates: shownTemplates(found) });
  });

const keeping = (app: Uses) =>
  endpoint({
    ...all,
    method: 'post',
    summary:
      'Makes a template, or changes it in the languages given. What WhatsApp has approved stays in use until the new text is approved.',
    body: given,
    response: z.object({ template }),
    statuses: [201],
  })(async ({ params, body }) => {
    const kept = await withBusiness(app, params.businessId, async (tx) => {
      await lockBusiness(tx, params.businessId);
      await keepTemplate(tx, draftsOf(body), app.clock.now());
      return findTemplates(tx, body.name);
    });
    return created({ template: existing(shownTemplate(body.name, kept)) });
  });

const linting = (app: Uses) =>
  endpoint({
    ...all,
    path: '/api/businesses/:businessId/templates/lint',
    method: 'post',
    summary: 'Says for what WhatsApp would refuse a template, and keeps nothing.',
    body: given,
    response: z.object({ isReady: z.boolean(), problems: z.array(problemShown) }),
  })(async ({ params, body }) => {
    await withBusiness(app, params.businessId, async () => undefined);
    const problems = problemsIn(draftsOf(body), []);
    return ok({ isReady: problems.length === 0, problems });
  });

const submitting = (app: Uses) =>
  endpoint({
    ...one,
    path: '/api/businesses/:businessId/templates/:templateId/submit',
    method: 'post',
    summary:
      'Has WhatsApp asked to approve a template; the owner is told what it says. A built-in one is taken over first.',
    query: z.object({
      languages: z
        .string()
        .max(500)
        .transform((list) => list.split(',').map((name) => name.trim()))
        .pipe(z.array(languageTag).min(1))
        .optional()
        .describe(
          'Such as en,pt-BR. Left out: all that the template has; of a built-in one that of the business, and English.',
        ),
    }),
    response: z.object({ template }),
    statuses: [202],
    conflict: 'Nothing of it waits to be submitted. Change its text to submit it again.',
  })(async ({ params: { businessId, templateId: name }, query }) => {
    const found = await withBusiness(app, businessId, async (tx) => {
      await lockBusiness(tx, businessId);
      const languages = query.languages ?? null;
      await submitTemplate(tx, { name, languages }, app.clock.now());
      return findTemplates(tx, name);
    });
    app.wakeups.wake('templates_due');
    return accepted({ template: existing(shownTemplate(name, found)) });
  });

const reading = (app: Uses) =>
  endpoint({
    ...one,
    method: 'get',
    summary: 'One template, by its name.',
    response: z.object({ template }),
  })(async ({ params: { businessId, templateId: name } }) => {
    const found = await withBusiness(app, businessId, (tx) => findTemplates(tx, name));
    return ok({ template: existing(shownTemplate(name, found)) });
  });

const removing = (app: Uses) =>
  endpoint({
    ...one,
    method: 'delete',
    summary:
      'Takes a template out of use, in one language or in all; Twilio forgets it within a day.',
    query: z.object({ language: languageTag.optional() }),
    response: z.object({ name: z.string() }),
  })(async ({ params: { businessId, templateId: name }, query }) => {
    const which = { name, language: query.language ?? null };
    const count = await withBusiness(app, businessId, (tx) =>
      removeTemplates(tx, which, app.clock.now()),
    );
    if (count === 0) throw notFound('template');
    app.wakeups.wake('templates_due');
    return ok({ name });
  });

function existing<T>(found: T | null): T {
  if (found === null) throw notFound('template');
  return found;
}
