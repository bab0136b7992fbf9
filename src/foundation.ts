import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from 'kysely';
import { PGliteDialect } from 'kysely';
import type { Foundation } from './app.ts';
import type { Config } from './config.ts';
import type { Tables } from './db/tables.ts';
import type { Channel, Files, Media, Templates, VectorIndex } from './ports.ts';
import { openaiAnswerer } from '#adapters/answerer/openai.ts';
import { openaiUnderstander } from '#adapters/answerer/understand.ts';
import { twilioTemplates } from '#adapters/channel/content.ts';
import { sentenceFor } from '#adapters/channel/errors.ts';
import { simulatedCarrier } from '#adapters/channel/simulated.ts';
import { twilioChannel } from '#adapters/channel/twilio.ts';
import { openaiEmbedder } from '#adapters/embedder/openai.ts';
import { diskFiles } from '#adapters/files/disk.ts';
import { supabaseFiles } from '#adapters/files/supabase.ts';
import { openaiHearing } from '#adapters/hearing/openai.ts';
import { twilioMedia } from '#adapters/media/twilio.ts';
import { openaiSeeing } from '#adapters/seeing/openai.ts';
import { pineconeVectors } from '#adapters/vectors/pinecone.ts';
import { postgresVectors } from '#adapters/vectors/postgres.ts';
import { confirmKey, confirmSuppressionKey } from '#features/keys/confirm.system.ts';
import { knownPlaces } from '#features/knowledge/former-index.system.ts';
import type { Place } from '#features/knowledge/index-place.ts';
import { indexNameFor, readPlace } from '#features/knowledge/index-place.ts';
import { movableClock } from '#platform/clock.ts';
import { openVault } from '#platform/crypto.ts';
import type { Vault } from '#platform/crypto.ts';
import { openDatabase } from '#platform/db/database.ts';
import { postgresDialect } from '#platform/db/postgres.ts';
import { openEmbedded } from '#platform/embedded/open.ts';
import type { Logger } from '#platform/logger.ts';
import type { Suppressor } from '#platform/suppressor.ts';
import { openSuppressor } from '#platform/suppressor.ts';
import { createWakeups } from '#platform/wakeups.ts';

export const migrations = join(import.meta.dirname, 'db/migrations');

const dimensions: Record<string, number> = { 'text-embedding-3-large': 1024 };

/** The dimensions asked of an embedding model; the index is made with as many. */
export const dimensionsOf = (model: string): number => dimensions[model] ?? 1536;

const SIMULATED_DELAY_MS = 150;

/**
 * The database of the configuration: a pool over `DATABASE_URL`, else the embedded one in `DATA_DIR`. When that one
 * breaks off, the process ends: nothing can be done without it, and who started the process can start it again.
 */
export async function openDialect(config: Config, log: Logger): Promise<Dialect> {
  if (config.databaseUrl) return postgresDialect(config.databaseUrl, log);
  const pglite = await openEmbedded(config.dataDir, {
    log: (message) => log.info(message),
    stopped(message) {
      log.error(message);
      process.exit(1);
    },
  });
  return new PGliteDialect({ pglite });
}

/** A secret of the configuration, else one that is made once and kept in `DATA_DIR`, readable by its owner only. */
export function secretOf(config: Config, given: string | undefined, name: string): string {
  if (given) return given;
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const file = join(config.dataDir, name);
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** The keys of the configuration, else those of the file in `DATA_DIR`, one a line, the newest first. */
export function openKeys(config: Config): Vault {
  const given = config.encryptionKey ? [config.encryptionKey, ...config.encryptionKeysOld] : null;
  const [newest = '', ...older] =
    given ?? secretOf(config, undefined, 'encryption.key').split(/\s+/);
  return openVault(newest, older);
}

/** The key of the configuration that never changes, else that of the file in `DATA_DIR`. */
export const openSuppression = (config: Config): Suppressor =>
  openSuppressor(secretOf(config, config.suppressionKey, 'suppression.key'));

/** Where the files of businesses are kept. */
export const openFiles = (config: Config): Files =>
  config.supabase ? supabaseFiles(config.supabase) : diskFiles(join(config.dataDir, 'files'));

/** Opens everything that the configuration names: real where there are credentials, simulated where not. Throws `CannotStart` when the key is not that of the database. */
export async function openFoundation(
  config: Config,
  log: Logger,
  dialect: Dialect,
): Promise<Foundation> {
  const clock = config.twilio ? { now: () => new Date() } : movableClock();
  const db = openDatabase<Tables>(dialect);
  const carrier = await openChannel(config, clock);
  const embedder = openEmbedder(config);
  const vault = openKeys(config);
  const suppressor = openSuppression(config);
  await confirmKey({ db, vault });
  await confirmSuppressionKey({ db, suppressor });
  return {
    config,
    clock,
    log,
    vault,
    suppressor,
    db,
    wakeups: createWakeups(),
    ...carrier,
    describeError: sentenceFor,
    ...openModels(config),
    embedder,
    vectors: embedder && openVectors(config, db, embedder, await knownPlaces(db)),
    openIndex: (place) => openFormer(config, db, place),

    files: openFiles(config),
    lifecycle: { isDraining: false, hasTurnedAway: false },
    publicUrl: () => config.webhookBaseUrl ?? config.localUrl,
  };
}

async function openChannel(
  { twilio }: Config,
  clock: Foundation['clock'],
): Promise<{ channel: Channel; templates: Templates; accountSid: string; media: Media }> {
  if (twilio) {
    const channel = await twilioChannel(twilio);
    const templates = await twilioTemplates(twilio);
    return { channel, templates, accountSid: twilio.accountSid, media: twilioMedia(twilio) };
  }
  const channel = simulatedCarrier({ clock, statusDelayMs: SIMULATED_DELAY_MS });
  const { accountSid, media, templates } = channel;
  return { channel, templates, accountSid, media };
}

function openModels({ openai }: Config) {
  if (!openai) return { answerer: null, understander: null, hearing: null, seeing: null };
  const written = { ...openai, model: openai.modelReply };
  return {
    answerer: openaiAnswerer({ ...written, smallModel: openai.modelTriage }),
    understander: openaiUnderstander(written),
    hearing: openaiHearing({ ...openai, model: openai.modelTranscribe }),
    seeing: openaiSeeing(written),
  };
}

function openEmbedder({ openai }: Config) {
  if (!openai) return null;
  const model = openai.modelEmbed;
  return openaiEmbedder({ ...openai, model, dimensions: dimensionsOf(model) });
}

function openVectors(
  { pinecone }: Config,
  db: Foundation['db'],
  { dimensions, model }: { dimensions: number; model: string },
  known: readonly Place[],
) {
  if (!pinecone) return postgresVectors({ db, model: `${model} ${dimensions}` });
  const index = indexNameFor(pinecone.index, { model, dimensions }, known);
  return pineconeVectors({ ...pinecone, index, dimensions });
}

/** The index that was in use before; null where its vendor is not configured any more. */
function openFormer(
  { openai, pinecone }: Config,
  db: Foundation['db'],
  place: string,
): VectorIndex | null {
  const known = readPlace(place);
  if (!known || !openai) return null;
  const { store, model, dimensions } = known;
  const embedder = openaiEmbedder({ ...openai, model, dimensions });
  if (store === 'database') {
    return { embedder, vectors: postgresVectors({ db, model: `${model} ${dimensions}` }) };
  }
  if (!pinecone || !store.startsWith('pinecone:')) return null;
  const index = store.slice('pinecone:'.length);
  return { embedder, vectors: pineconeVectors({ ...pinecone, index, dimensions, isFormer: true }) };
}
