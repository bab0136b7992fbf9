import { z } from 'zod';
import type { App } from '#app.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { accepted, endpoint, ok } from '#platform/http/api.ts';
import { oneAtATime } from '#platform/one-at-a-time.ts';
import { changeKeys } from './change.ts';

type Uses = Pick<App, 'config' | 'db' | 'vault' | 'log'>;

const shown = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  resealed: z.number().optional().describe('How many texts were encrypted anew.'),
  reason: z.string().optional().describe('Why it could not be done.'),
});

const path = '/api/keys/rotation';
const tag = 'Operation';

/** For the embedded database, which no other process can open: `npm run rotate-keys` asks the server. */
export function keyEndpoints(app: Uses): Endpoint[] {
  const work = oneAtATime('changing keys', app.log, () => changeKeys(app));
  const show = () => {
    const now = work.look();
    if (now.state === 'done') return { state: now.state, resealed: now.result.resealed };
    return now;
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
      work.begin();
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
