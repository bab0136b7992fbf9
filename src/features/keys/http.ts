import { z } from 'zod';
import type { App } from '#app.ts';
import { AppError } from '#errors.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { accepted, endpoint, ok } from '#platform/http/api.ts';
import { changeKeys } from './change.ts';
import type { Rotated } from './rotate.system.ts';

type Uses = Pick<App, 'config' | 'db' | 'vault' | 'log'>;

type Work = { state: 'idle' | 'running' | 'done' | 'failed'; rotated?: Rotated; reason?: string };

const shown = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  resealed: z.number().optional().describe('How many texts were encrypted anew.'),
  reason: z.string().optional().describe('Why it could not be done.'),
});

const path = '/api/keys/rotation';
const tag = 'Operation';

/** For the embedded database, which no other process can open: `npm run rotate-keys` asks the server. */
export function keyEndpoints(app: Uses): Endpoint[] {
  const work: { now: Work } = { now: { state: 'idle' } };
  const show = () => {
    const { state, rotated, reason } = work.now;
    return { state, ...(rotated && { resealed: rotated.resealed }), ...(reason && { reason }) };
  };
  const start = async () => {
    work.now = { state: 'running' };
    try {
      work.now = { state: 'done', rotated: await changeKeys(app) };
    } catch (error) {
      const isRefusal = error instanceof AppError;
      if (!isRefusal) app.log.error('keys could not be changed', { error });
      const reason = isRefusal ? error.message : 'It broke off; the log says why. Try it again.';
      work.now = { state: 'failed', reason };
    }
  };
  return [
    endpoint({
      method: 'post',
      path,
      tag,
      summary: 'Begins to change the encryption key, while everything goes on.',
      response: shown,
      statuses: [202],
    })(async () => {
      if (work.now.state !== 'running') void start();
      return accepted(show());
    }),
    endpoint({
      method: 'get',
      path,
      tag,
      summary: 'How far the change of the encryption key is.',
      response: shown,
    })(async () => ok(show())),
  ];
}
