import type { Express } from 'express';
import express from 'express';
import helmet from 'helmet';
import type { App } from './app.ts';
import { inboundWebhook } from '#features/inbound/webhook.ts';
import { statusWebhook } from '#features/outbound/status-webhook.ts';
import { noSuchRoute, onError } from '#platform/http/errors.ts';

/** Every URL of the product, in the order in which they are tried. */
export function createWebServer(app: App): Express {
  const web = express();
  web.disable('x-powered-by');
  web.set('trust proxy', app.config.trustProxy);
  web.set('query parser', 'simple');

  web.use(inboundWebhook(app));
  web.use(statusWebhook(app));

  web.use(helmet());
  web.use(express.json({ limit: '100kb' }));
  web.use(noSuchRoute);
  web.use(onError(app.log));
  return web;
}
