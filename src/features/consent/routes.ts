import type { Request, RequestHandler, Response } from 'express';
import { Router } from 'express';
import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';

import { findBusiness, withBusiness } from '#features/businesses/queries.ts';
import { LANGUAGES, languageOf } from '#features/conversations/languages.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { html, sendPage } from '#platform/html.ts';
import { formBody } from '#platform/http/form.ts';
import { choose } from './choose.ts';
import { PAGE_STYLE, preferencePage } from './page.ts';

import type { Holder } from './preference-link.ts';
import { formKey, isFormKey, readToken } from './preference-link.ts';

import type { Preferences } from './preferences.ts';
import { preferencesOf, shownOf } from './preferences.ts';
import { PROOF_STYLE, proofPage } from './proof-page.ts';
import { proofOf } from './proof.ts';
import { setLanguage } from './queries.ts';
import { ofCustomer } from './schemas.ts';

type Uses = Pick<App, 'db' | 'clock' | 'vault'>;

/** The pages of consent: what a customer chooses, by a signed link, and the proof, for admins. */
export function consentPages(app: Uses, requireAdmin: RequestHandler): Router {
  const router = Router();
  router.get('/p/:token', (req, res) => showPreferences(app, req, res));
  router.post('/p/:token', formBody, (req, res) => savePreferences(app, req, res));
  router.get(
    '/api/businesses/:businessId/customers/:customerId/consent/page',
    requireAdmin,
    async (req, res, next) => {
      const params = ofCustomer.safeParse(req.params);
      if (!params.success) return next();
      const { businessId, customerId } = params.data;
      const now = app.clock.now();
      const isRevealed = req.query.reveal === 'true';
      const body = await withBusiness(app, businessId, async (tx, { name }) =>
        proofPage(name, await proofOf(app, tx, customerId, { now, isRevealed }), now),
      );
      sendPage(res, { title: 'Consent', language: 'en', style: PROOF_STYLE, body });
    },
  );
  return router;
}

type Visit = { token: string; opened: Holder & { expiresAt: Date } };

/** What is sent once the transaction is over. */
type Answer = () => void;

/** Runs `work` for whom the link is of; a link that is none, over, or of somebody who is gone is answered alike. */
async function visiting(
  app: Uses,
  req: Request,
  res: Response,
  work: (tx: OneBusiness, page: Preferences, visit: Visit) => Promise<Answer>,
): Promise<void> {
  const token = String(req.params.token);
  const opened = readToken(app.vault, token, app.clock.now());
  const answer =
    opened &&
    (await app.db.asBusiness(opened.businessId, async (tx) => {
      const business = await findBusiness(tx, opened.businessId);
      const page =
        business && (await preferencesOf(tx, business, opened.contactId, app.clock.now()));
      return page ? work(tx, page, { token, opened }) : null;
    }));
  if (answer) answer();
  else gone(req, res);
}

function gone(req: Request, res: Response): void {
  const asked = req.acceptsLanguages(...LANGUAGES);
  const language = languageOf(asked === false ? 'en' : asked) ?? 'en';
  const say = phrasesIn(language).consent.page;
  const body = html`<main><p>${say.gone}</p></main>`;
  sendPage(res, { status: 404, title: say.language, language, style: PAGE_STYLE, body });
}

const showPreferences = (app: Uses, req: Request, res: Response) =>
  visiting(app, req, res, async (_tx, page, { token, opened }) => {
    const shown = shownOf(page, {
      expiresAt: opened.expiresAt,
      formKey: formKey(app.vault, token),
      isSaved: req.query.saved === '1',
    });
    const { language } = shown;
    const title = shown.say.title(shown.shop);
    const body = preferencePage(shown);
    return () => sendPage(res, { title, language, style: PAGE_STYLE, body });
  });

/** Only a form of this very page is taken, whoever else may know the link. */
const savePreferences = (app: Uses, req: Request, res: Response) =>
  visiting(app, req, res, async (tx, page, { token, opened }) => {
    const given: Record<string, unknown> = req.body ?? {};
    const isOwn = isFormKey(app.vault, token, String(given.key));
    if (!isOwn || req.get('sec-fetch-site') === 'cross-site') return () => gone(req, res);
    const now = app.clock.now();
    const language = LANGUAGES.find((one) => one === given.language) ?? page.language;
    const say = phrasesIn(page.language).consent.page;
    for (const { channel, ...before } of page.channels) {
      const after = {
        messages: given[`${channel}-messages`] === 'on',
        offers: given[`${channel}-offers`] === 'on',
      };
      await choose(
        tx,
        {
          ...{ businessId: opened.businessId, contactId: opened.contactId, channel },
          ...{ method: 'preference-page', source: 'their preference page', actor: 'customer' },
          ...{ wording: say.wording(page.shop), wordingVersion: 'page 1', language: page.language },
          ip: req.ip ?? null,
        },
        { before, after },
        now,
      );
    }
    if (language !== page.known) await setLanguage(tx, opened.contactId, language);
    return () => res.redirect(303, `/p/${token}?saved=1`);
  });
