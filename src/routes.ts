import type { Express, RequestHandler } from 'express';
import express from 'express';
import helmet from 'helmet';
import type { App } from './app.ts';
import { analyticsEndpoints } from '#features/analytics/http.ts';
import { answerEndpoints } from '#features/answers/http.ts';
import { backupEndpoints } from '#features/backup/http.ts';
import { costEndpoints } from '#features/billing/http.ts';
import { businessEndpoints } from '#features/businesses/http.ts';
import { consentEndpoints } from '#features/consent/http.ts';
import { consentPages } from '#features/consent/routes.ts';
import { documentEndpoints } from '#features/documents/http.ts';
import { healthEndpoints, readQueues } from '#features/health/http.ts';
import { inboundWebhook } from '#features/inbound/webhook.ts';
import { keyEndpoints } from '#features/keys/http.ts';
import { knowledgeEndpoints } from '#features/knowledge/http.ts';
import { privacyEndpoints } from '#features/privacy/http.ts';
import { isSimulated } from '#features/simulator/carrier.ts';
import { simulatorRoutes } from '#features/simulator/routes.ts';
import { notificationEndpoints } from '#features/notifications/http.ts';
import { senderEndpoints } from '#features/outbound/senders-http.ts';
import { statusWebhook } from '#features/outbound/status-webhook.ts';
import { templateEndpoints } from '#features/templates/http.ts';
import type { AdminGate } from '#platform/http/admin.ts';
import { adminGate } from '#platform/http/admin.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { onlyAllow, serve } from '#platform/http/api.ts';
import { apiDocs } from '#platform/http/docs.ts';
import { noSuchRoute, onError } from '#platform/http/errors.ts';
import { metricsPage, timed } from '#platform/http/metrics.ts';
import { limitPerAddress } from '#platform/http/rate-limit.ts';
import { databaseHits } from '#platform/http/rate-limit-store.system.ts';

const HOUR_MS = 3_600_000;

const about = {
  title: 'Frontdesk',
  version: '1',
  description: 'The AI front desk of small businesses on WhatsApp and SMS.',
};

const webhooks = [
  '/webhooks/twilio/whatsapp',
  '/webhooks/twilio/sms',
  '/webhooks/twilio/status',
  '/webhook/twilio/whatsapp',
  '/twilio/status',
];

/** Every URL of the product, in the order in which they are tried. */
export function createWebServer(app: App): Express {
  const { config, channel } = app;
  const isKeylessLocally = channel.kind === 'simulated' && config.isKeylessHere;
  const admin = adminGate({ key: config.adminApiKey, isKeylessLocally });
  const endpoints = endpointsOf(app, admin);

  const web = bareServer(app);
  web.use(timed);
  web.use(inboundWebhook(app));
  web.use(statusWebhook(app));
  web.all(webhooks, onlyAllow(['get', 'post']));

  web.use(secured);
  web.use(['/api', '/p'], notKept, limited(app, admin));
  web.use(consentPages(app, admin.require));
  if (isSimulated(channel)) web.use(simulatorRoutes(app, channel, admin.require));
  web.use(serve(endpoints, admin.require));
  web.use(apiDocs(endpoints, about));
  web.get('/metrics', admin.require, metricsOf(app));
  web.get('/', (_req, res) => void res.json(welcome));

  web.use(noSuchRoute);
  web.use(onError(app.log));
  return web;
}

/** Serves /metrics without a key: for a port that only the monitoring reaches. */
export function createMetricsServer(app: App): Express {
  const web = bareServer(app);
  web.get('/metrics', metricsOf(app));
  web.use(noSuchRoute);
  web.use(onError(app.log));
  return web;
}

// A path with a fixed end stands before the one with a parameter there.
const endpointsOf = (app: App, { isAdmin }: AdminGate): Endpoint[] => [
  ...businessEndpoints(app),
  ...answerEndpoints(app),
  ...documentEndpoints(app),
  ...consentEndpoints(app),
  ...knowledgeEndpoints(app),
  ...notificationEndpoints(app),
  ...senderEndpoints(app),
  ...templateEndpoints(app),
  ...analyticsEndpoints(app),
  ...privacyEndpoints(app),
  ...keyEndpoints(app),
  ...backupEndpoints(app),
  ...costEndpoints(app),
  ...healthEndpoints(app, isAdmin),
];

const welcome = {
  name: about.title,
  description: about.description,
  docs: '/docs',
  openapi: '/openapi.json',
  health: '/health',
};

function bareServer({ config }: Pick<App, 'config'>): Express {
  const web = express();
  web.disable('x-powered-by');
  web.set('trust proxy', config.trustProxy);
  web.set('query parser', 'simple');
  return web;
}

// Who opens the pages over plain HTTP in a local network must get their scripts by HTTP too.
const secured = helmet({
  contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
});

const notKept: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

const limited = ({ config, db, clock, log }: App, { hasKey }: AdminGate): RequestHandler =>
  limitPerAddress({
    limit: config.limits.apiPerHour,
    windowMs: HOUR_MS,
    store: databaseHits({ db, clock }, HOUR_MS),
    isFree: hasKey,
    log,
  });

const metricsOf = (app: App) => metricsPage(() => readQueues(app));
