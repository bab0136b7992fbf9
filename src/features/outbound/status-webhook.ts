import { Router } from 'express';
import type { App } from '#app.ts';
import type { Form } from '#features/inbound/message.ts';
import { firstOf } from '#features/inbound/message.ts';
import { signedByCarrier } from '#features/inbound/webhook.ts';
import { formBody } from '#platform/http/form.ts';
import { statusRecorder } from './status.system.ts';

type Uses = Pick<
  App,
  | 'config'
  | 'db'
  | 'clock'
  | 'channel'
  | 'wakeups'
  | 'messageLane'
  | 'log'
  | 'accountSid'
  | 'describeError'
  | 'publicUrl'
>;

const paths = ['/webhooks/twilio/status', '/twilio/status'];

/** Takes the carrier's reports on outbound messages; acknowledged once they are stored. */
export function statusWebhook(app: Uses): Router {
  const router = Router();
  const record = statusRecorder(app);

  router.post(paths, formBody, signedByCarrier(app), async (req, res) => {
    const form = (req.body ?? {}) as Form;
    const value = (name: string) => firstOf(form[name]) ?? '';
    const messageSid = value('MessageSid') || value('SmsSid');
    const status = (
      value('EventType') ||
      value('MessageStatus') ||
      value('SmsStatus')
    ).toLowerCase();
    const errorCode = Number(value('ErrorCode')) || null;
    if (messageSid && status) {
      await record({
        messageId: messageIdOf(req.query.m),
        accountSid: value('AccountSid'),
        messageSid,
        status,
        eventType: value('EventType'),
        errorCode,
        sentence: errorCode === null ? null : app.describeError(errorCode),
      });
      app.log.debug('TWILIO status', { messageSid, status });
    }
    res.writeHead(204).end();
  });
  router.get(paths, (_req, res) => void res.status(200).end());
  return router;
}

const messageIdOf = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{1,18}$/.test(value) ? value : null;
