import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { App } from '#app.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { accepted, endpoint, ok } from '#platform/http/api.ts';
import { oneAtATime } from '#platform/one-at-a-time.ts';
import { writeBackup } from './write.system.ts';

type Uses = Pick<App, 'config' | 'db' | 'clock' | 'vault' | 'suppressor' | 'log'>;

const response = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  file: z.string().optional().describe('Where the server has put it.'),
  rows: z.number().optional(),
  files: z.number().optional(),
  hasFiles: z.boolean().optional().describe('false: files are in Supabase Storage, not in it.'),
  reason: z.string().optional(),
});

const one = { path: '/api/backups', tag: 'Operation', response } as const;

/** For the embedded database, which no other process can open: `npm run backup` asks the server. */
export function backupEndpoints(app: Uses): Endpoint[] {
  const work = oneAtATime('a backup', app.log, async () => {
    const folder = resolve(app.config.dataDir, 'backups');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${app.clock.now().toISOString().replace(/\W/g, '')}.backup`;
    const file = join(folder, name);
    return { file, ...(await writeBackup(app, file)) };
  });
  const show = () => {
    const now = work.look();
    return now.state === 'done' ? { state: now.state, ...now.result } : now;
  };
  return [
    endpoint({
      ...one,
      method: 'post',
      summary: 'Begins to write a backup into the data folder of the server, which goes on.',
      statuses: [202],
    })(async () => {
      work.begin();
      return accepted(show());
    }),
    endpoint({ ...one, method: 'get', summary: 'How far the backup is.' })(async () => ok(show())),
  ];
}
