import type { Request } from 'express';
import { z } from 'zod';
import type { App } from '#app.ts';
import { AppError } from '#errors.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { endpoint, ok } from '#platform/http/api.ts';
import { keptFor, within } from '#platform/http/deadline.ts';
import { createChecks } from './checks.ts';
import type { Checks, Uses as CheckUses } from './checks.ts';
import { showQueues } from './meters.ts';
import { lastMessageAt, queueDepths } from './queues.system.ts';

type Uses = CheckUses & Pick<App, 'config' | 'clock' | 'accountSid' | 'publicUrl' | 'lifecycle'>;

/** Whether the request may see what only admins may. */
type IsAdmin = (req: Request) => boolean;

const isHealthy = z.object({ isHealthy: z.boolean() });
const tag = 'Health';

export function healthEndpoints(app: Uses, isAdmin: IsAdmin): Endpoint[] {
  const checks = createChecks(app);
  return [
    health(app, checks),
    ready(app, checks),
    webhookTest(app),
    webhookStatus(app, isAdmin),
    twilioStatus(app, checks),
  ];
}

const health = ({ clock }: Uses, checks: Checks) =>
  endpoint({
    method: 'get',
    path: '/health',
    tag,
    isPublic: true,
    summary: 'Whether the product works: 503 without its database, "degraded" without a vendor.',
    response: z.object({
      status: z.enum(['ok', 'degraded', 'down']),
      timestamp: z.date(),
      database: z.object({ status: z.enum(['connected', 'disconnected']) }),
      vectorDB: isHealthy,
      twilio: isHealthy,
      model: isHealthy,
      uptime: z.number().describe('Seconds.'),
    }),
    statuses: [200, 503],
  })(async () => {
    const [database, vectorDB, twilio, model] = await Promise.all([
      checks.database(),
      checks.vectors(),
      checks.carrier(),
      checks.model(),
    ]);
    const vendors = [vectorDB, twilio, model];
    const works = vendors.every((vendor) => vendor.isHealthy) ? 'ok' : 'degraded';
    return {
      status: database.isHealthy ? 200 : 503,
      body: {
        status: database.isHealthy ? works : 'down',
        timestamp: clock.now(),
        database: { status: database.isHealthy ? 'connected' : 'disconnected' },
        vectorDB: { isHealthy: vectorDB.isHealthy },
        twilio: { isHealthy: twilio.isHealthy },
        model: { isHealthy: model.isHealthy },
        uptime: process.uptime(),
      },
    };
  });

const ready = ({ lifecycle }: Uses, checks: Checks) =>
  endpoint({
    method: 'get',
    path: '/ready',
    tag,
    isPublic: true,
    summary:
      'Whether requests should be sent here: not without a database, nor while it shuts down.',
    response: z.object({ status: z.literal('ready') }),
    canBeUnavailable: true,
  })(async () => {
    if (lifecycle.isDraining) {
      throw new AppError('unavailable', 'draining', 'This process is shutting down.');
    }
    const { isHealthy } = await checks.database();
    if (isHealthy) return ok({ status: 'ready' });
    throw new AppError('unavailable', 'no_database', 'The database does not answer.');
  });

const webhookTest = ({ clock }: Uses) =>
  endpoint({
    method: 'post',
    path: '/webhooks/test',
    tag: 'Webhooks',
    isPublic: true,
    summary: 'Answers that webhooks can be reached, whatever is sent.',
    response: z.object({ status: z.literal('ok'), message: z.string(), timestamp: z.date() }),
  })(async () => ok({ status: 'ok', message: 'Webhook is working', timestamp: clock.now() }));

const webhookUrls = ({ publicUrl }: Uses) => ({
  whatsapp: `${publicUrl()}/webhooks/twilio/whatsapp`,
  sms: `${publicUrl()}/webhooks/twilio/sms`,
  status: `${publicUrl()}/webhooks/twilio/status`,
});
const urls = z.object({ whatsapp: z.string(), sms: z.string(), status: z.string() });

const LAST_MESSAGE_KEPT_MS = 5_000;
const PATIENCE_MS = 3_000;

function webhookStatus(app: Uses, isAdmin: IsAdmin): Endpoint {
  const lastMessage = keptFor(LAST_MESSAGE_KEPT_MS, () => lastMessageAt(app));
  return endpoint({
    method: 'get',
    path: '/webhooks/status',
    tag: 'Webhooks',
    isPublic: true,
    summary: 'Where webhooks are taken; admins also see when the last message came in.',
    response: z.object({
      status: z.literal('ok'),
      timestamp: z.date(),
      webhooks: urls,
      areSigned: z.boolean().describe('False with the simulated carrier: this machine may post.'),
      lastMessageAt: z.date().nullable().optional(),
    }),
  })(async (_input, req) =>
    ok({
      status: 'ok',
      timestamp: app.clock.now(),
      webhooks: webhookUrls(app),
      areSigned: app.channel.kind === 'twilio',
      ...(isAdmin(req) && { lastMessageAt: await lastMessage() }),
    }),
  );
}

const twilioStatus = (app: Uses, checks: Checks) =>
  endpoint({
    method: 'get',
    path: '/api/twilio/status',
    tag: 'Twilio',
    summary: 'Whether Twilio is reachable with our credentials, and what is set.',
    response: z.object({
      status: z.enum(['ok', 'error']),
      twilio: z.object({
        mode: z.enum(['twilio', 'simulated']),
        isHealthy: z.boolean(),
        detail: z.string().optional(),
        accountSid: z.string().describe('Only its ends.'),
        whatsappNumber: z.string().nullable(),
        phoneNumber: z.string().nullable(),
      }),
      webhooks: urls,
    }),
  })(async () => {
    const { isHealthy, detail } = await checks.carrier();
    const { whatsappNumber = null, smsNumber = null } = app.config;
    return ok({
      status: isHealthy ? 'ok' : 'error',
      twilio: {
        mode: app.channel.kind,
        isHealthy,
        ...(detail !== undefined && { detail }),
        accountSid: `${app.accountSid.slice(0, 4)}…${app.accountSid.slice(-4)}`,
        whatsappNumber,
        phoneNumber: smsNumber,
      },
      webhooks: webhookUrls(app),
    });
  });

/** Reads what is waiting in the queues into the gauges; without a database, the gauges say so. */
export async function readQueues(app: Pick<App, 'db' | 'clock' | 'log' | 'vectors'>) {
  try {
    const depths = await within(PATIENCE_MS, queueDepths(app, app.clock.now()));
    // Without a vector store nobody indexes, and nothing waits for it.
    showQueues(app.vectors ? depths : depths.filter(({ queue }) => queue !== 'indexing'));
  } catch (error) {
    app.log.warn('the queues could not be read', { reason: String(error) });
    showQueues(null);
  }
}
