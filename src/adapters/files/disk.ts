import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '#ports.ts';

/** Files in a folder of this machine, one folder a business, readable by this user only; a file is there whole or not at all. */
export function diskFiles(folder: string): Files {
  const folderOf = (businessId: string) => join(folder, checked(businessId, /^[a-z0-9_]{1,100}$/));
  const pathOf = (businessId: string, id: string) =>
    join(folderOf(businessId), checked(id, /^[0-9a-f-]{36}$/));

  return {
    async put(businessId, id, { bytes }) {
      const path = pathOf(businessId, id);
      await mkdir(folderOf(businessId), { recursive: true, mode: 0o700 });
      const unfinished = `${path}.${process.pid}`;
      await writeFile(unfinished, bytes, { mode: 0o600, flush: true });
      await rename(unfinished, path);
    },
    async get(businessId, id) {
      try {
        return await readFile(pathOf(businessId, id));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async remove(businessId, ids) {
      for (const id of ids) await rm(pathOf(businessId, id), { force: true });
    },
    removeBusiness: (businessId) => rm(folderOf(businessId), { recursive: true, force: true }),
  };
}

/** No path comes from outside. */
function checked(name: string, form: RegExp): string {
  if (!form.test(name)) throw new Error('A file is named by ids of ours only');
  return name;
}
