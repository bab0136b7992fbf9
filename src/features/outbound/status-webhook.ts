import { Router } from 'express';
import type { App } from '#app.ts';
import type { Form } from '#features/inbound/message.ts';
import { firstOf, readIds } from '#features/inbound/message.ts';
import { signedByCarrier } from '#features/inbound/webhook.ts';
import { formBody } from '#platform/http/form.ts';
import type { StatusEvent } from './status.system.ts';
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
    const report = readReport((req.body ?? {}) as Form);
    if (report) {
      const { errorCode, messageSid, status } = report;
      await record({
        ...report,
        messageId: messageIdOf(req.query.m),
        sentence: errorCode === null ? null : app.describeError(errorCode),
      });
      app.log.debug('TWILIO status', { messageSid, status });
    } else {
      app.log.warn('TWILIO status ignored: it names no account, message or status');
    }
    res.writeHead(204).end();
  });
  router.get(paths, (_req, res) => void res.status(200).end());
  return router;
}

type Report = Omit<StatusEvent, 'messageId' | 'sentence'>;

/** Reads what the carrier posts; null when it names no account, no message or no status. */
function readReport(form: Form): Report | null {
  const value = (name: string) => firstOf(form[name]) ?? '';
  const ids = readIds(form, ['MessageSid', 'SmsSid']);
  const eventType = value('EventType');
  const status = (eventType || value('MessageStatus') || value('SmsStatus')).toLowerCase();
  if (!ids || !/^[a-z_-]{1,40}$/.test(status)) return null;
  return { ...ids, status, eventType, errorCode: codeOf(value('ErrorCode')) };
}

/** No code of the carrier has more than six digits. */
const codeOf = (text: string): number | null =>
  /^\d{1,6}$/.test(text) && Number(text) > 0 ? Number(text) : null;

const messageIdOf = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{1,18}$/.test(value) ? value : null;
