import type { Request, RequestHandler } from 'express';
import express, { Router } from 'express';
import type { z } from 'zod';
import type { App } from '#app.ts';
import { AppError, notFound } from '#errors.ts';
import { isMovable } from '#platform/clock.ts';
import type { MovableClock } from '#platform/clock.ts';
import { isFromThisMachine } from '#platform/http/loopback.ts';
import { readOrRefuse } from '#platform/http/reading.ts';
import { topics } from '#platform/wakeups.ts';
import type { Carrier } from './carrier.ts';
import { follow } from './events.ts';
import { after, viewOf } from './phone.ts';
import {
  addressOn,
  clockMove,
  decision,
  outcomesToCome,
  phoneQuery,
  readPhone,
  textFromPhone,
} from './requests.ts';

type Uses = Pick<
  App,
  'db' | 'clock' | 'vault' | 'wakeups' | 'describeError' | 'publicUrl' | 'lifecycle'
>;

/** A file of 16 MB is a third longer in base64. */
const FILES = '24mb';
const WEBHOOK_TIMEOUT_MS = 15_000;

/** The phones and the clock of the simulation, for admins' programs on this machine; to anybody else there is nothing here. */
export function simulatorRoutes(app: Uses, carrier: Carrier, requireAdmin: RequestHandler): Router {
  const router = Router();
  router.use('/simulator', (req, _res, next) => {
    if (isFromThisMachine(req)) next();
    else next('router');
  });
  router.use('/simulator', requireAdmin, express.json({ limit: FILES, strict: false }));
  phones(router, app, carrier);
  templates(router, carrier, app);
  clock(router, app);
  return router;
}

function phones(router: Router, app: Uses, carrier: Carrier): void {
  router.post('/simulator/messages', async (req, res) => {
    const { from, to, body, channel, extra, media } = read(textFromPhone, req);
    const files = media?.map(({ base64, ...file }) => ({
      ...file,
      bytes: Buffer.from(base64, 'base64'),
    }));
    const path = `/webhooks/twilio/${channel}`;
    const { headers, form } = carrier.webhook({
      from: addressOn(channel, from),
      to: addressOn(channel, to),
      body,
      url: app.publicUrl() + path,
      extra: { ...(files && carrier.attach(...files)), ...extra },
    });
    await deliver(originOf(req) + path, headers, form);
    res.status(201).json({ success: true, messageSid: form.MessageSid });
  });

  router.get('/simulator/phones/:phone/messages', async (req, res) => {
    const { channel, after: last } = query(req);
    const phone = readPhone(req.params.phone, channel);
    const { messages, isWaiting } = await viewOf(app, carrier, phone);
    res.json({ success: true, messages: after(messages, last), isWaiting });
  });

  router.get('/simulator/phones/:phone/events', async (req, res) => {
    const phone = readPhone(req.params.phone, query(req).channel);
    await follow(res, () => viewOf(app, carrier, phone), app.lifecycle);
  });

  router.post('/simulator/outcomes', (req, res) => {
    const { outcomes, phone, channel } = read(outcomesToCome, req);
    carrier.nextOutcomes(outcomes, phone === undefined ? undefined : addressOn(channel, phone));
    res.status(201).json({ success: true, waiting: outcomes.length });
  });
}

function templates(router: Router, carrier: Carrier, { wakeups }: Uses): void {
  router.post('/simulator/templates', (req, res) => {
    const { template, ...approval } = read(decision, req);
    if (!carrier.templates.decide(template, approval)) throw notFound('template');
    topics.forEach(wakeups.wake);
    res.status(201).json({ success: true });
  });
}

function clock(router: Router, { clock: shown, wakeups }: Uses): void {
  const time = () => {
    const now = shown.now();
    return { success: true, now, aheadMs: Math.round((now.getTime() - Date.now()) / 10) * 10 };
  };

  router.get('/simulator/clock', (_req, res) => void res.json(time()));
  router.post('/simulator/clock', (req, res) => {
    const { advanceMs } = read(clockMove, req);
    movable(shown).advance(advanceMs);
    topics.forEach(wakeups.wake);
    res.json(time());
  });
}

function movable(clock: Uses['clock']): MovableClock {
  if (isMovable(clock)) return clock;
  throw new AppError('conflict', 'clock_fixed', 'The clock of this server cannot be moved.');
}

const read = <Schema extends z.ZodType>(schema: Schema, { body }: Request) =>
  readOrRefuse(schema, body, 'A JSON body');

const query = (req: Request) => readOrRefuse(phoneQuery, req.query, 'The query');

/** Over the very socket on which the request came: a public address may lead round half the world. */
function originOf({ socket }: Request): string {
  const { localAddress = '127.0.0.1', localPort } = socket;
  return `http://${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
}

async function deliver(url: string, headers: Record<string, string>, form: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
  });
  await response.arrayBuffer();
  if (response.ok) return;
  throw new AppError(
    'unavailable',
    'webhook_failed',
    `The webhook of this server answered with status ${response.status}.`,
  );
}
