import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { account } from './account.ts';
import { registerAll } from './businesses.ts';
import { freePort } from './free-port.ts';
import type { Bench } from './run.ts';
import { createServer } from './server.ts';
import { migrateProgram, product } from './subjects.ts';
import type { Surroundings } from './subjects.ts';
import { startVendors } from './vendors.ts';

const exec = promisify(execFile);

/** Makes a database in which the product knows all businesses and their entries, to be copied for each run. */
export async function prepareTemplate(
  bench: Bench,
  name: string,
  hasModel: boolean,
): Promise<void> {
  const { place, postgres, seed, logFolder } = bench;
  await postgres.createDatabase(name);
  const model = hasModel ? { model: { answerMs: 0, embeddingMs: 0 } } : {};
  await using vendors = await startVendors(model, seed);
  const port = await freePort();
  const surroundings: Surroundings = {
    port,
    databaseUrl: postgres.urlOf(name),
    dataDir: join(place.folder, 'data'),
    carrierUrl: vendors.carrierUrl,
    modelUrl: vendors.modelUrl,
    floorTakesReports: false,
  };
  const env = product.env(surroundings);
  await mkdir(surroundings.dataDir, { recursive: true });
  await exec(process.execPath, [migrateProgram], { env, cwd: place.folder });

  await using server = createServer({
    programs: product.programs(surroundings, 'one'),
    env,
    folder: place.folder,
    logFile: join(logFolder, `${name}.log`),
    readyUrl: `http://127.0.0.1:${port}/ready`,
    watch: place.watch,
  });
  await server.start();
  await registerAll(`http://127.0.0.1:${port}`, account.adminKey);
  await server.stop();
}
