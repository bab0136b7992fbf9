import type { StorageClient, StorageError } from '@supabase/storage-js';
import type { Files } from '#ports.ts';

type Options = { url: string; secretKey: string; bucket?: string; timeoutMs?: number };

/** In which files are kept. */
export const BUCKET = 'frontdesk';

const PAGE = 100;
const MOST_BYTES = 16 * 1024 * 1024;

/** Files in Supabase Storage, in a private bucket that is made when it is missing, one folder a business. Throws when it cannot be asked. */
export function supabaseFiles(options: Options): Files {
  const files = bucketOf(options);

  return {
    async put(businessId, id, { bytes, contentType }) {
      const to = await files();
      const options = { upsert: true, contentType: contentType ?? 'application/octet-stream' };
      const { error } = await to.upload(`${businessId}/${id}`, bytes, options);
      if (error) throw error;
    },
    async get(businessId, id) {
      const { data, error } = await (await files()).download(`${businessId}/${id}`);
      if (error && isMissing(error)) return null;
      if (error) throw error;
      return new Uint8Array(await data.arrayBuffer());
    },
    async remove(businessId, ids) {
      if (ids.length === 0) return;
      const paths = ids.map((id) => `${businessId}/${id}`);
      const { error } = await (await files()).remove(paths);
      if (error) throw error;
    },
    async removeBusiness(businessId) {
      const from = await files();
      for (;;) {
        const { data, error } = await from.list(businessId, { limit: PAGE });
        if (error) throw error;
        if (data.length === 0) return;
        const removed = await from.remove(data.map(({ name }) => `${businessId}/${name}`));
        if (removed.error) throw removed.error;
        if (removed.data.length === 0) return;
      }
    },
  };
}

/** Gives the bucket, made at first use. */
function bucketOf({ url, secretKey, bucket = BUCKET, timeoutMs = 30_000 }: Options) {
  let made: Promise<StorageClient> | undefined;

  const make = async () => {
    const client = await clientOf({ url, secretKey, timeoutMs });
    const { error } = await client.createBucket(bucket, {
      public: false,
      fileSizeLimit: MOST_BYTES,
    });
    if (error && !isThere(error)) throw error;
    return client;
  };

  return async () => {
    made ??= make();
    // What failed is tried again by the next one.
    made.catch(() => (made = undefined));
    return (await made).from(bucket);
  };
}

async function clientOf({ url, secretKey, timeoutMs }: Required<Omit<Options, 'bucket'>>) {
  const { StorageClient: Client } = await import('@supabase/storage-js');
  const headers = { apikey: secretKey, Authorization: `Bearer ${secretKey}` };
  const inTime: typeof fetch = (address, init) =>
    fetch(address, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  return new Client(`${url}/storage/v1`, headers, inTime);
}

export type BucketFound =
  { kind: 'private' | 'public' | 'missing' } | { kind: 'refused' | 'away'; because: string };

/** Looks for the bucket, by one call that changes nothing. */
export async function examineBucket({
  timeoutMs = 30_000,
  bucket = BUCKET,
  ...account
}: Options): Promise<BucketFound> {
  const client = await clientOf({ ...account, timeoutMs });
  const { data, error } = await client.getBucket(bucket);
  if (!error) return { kind: data.public ? 'public' : 'private' };
  // Another server at that address says "Not Found", too.
  if (isMissing(error) && /bucket/i.test(error.message)) return { kind: 'missing' };
  const isRefused = [401, 403].includes(statusOf(error)) || NO_KEY.test(error.message);
  return { kind: isRefused ? 'refused' : 'away', because: error.message };
}

/** Storage says 400 to a key that it cannot read. */
const NO_KEY = /jws|jwt|signature|api key|unauthorized/i;

const isThere = (error: StorageError) => statusOf(error) === 409 || /exists/i.test(error.message);

const isMissing = (error: StorageError) =>
  statusOf(error) === 404 || /not.?found/i.test(error.message);

const statusOf = (error: StorageError) =>
  Number((error as { statusCode?: string; status?: number }).statusCode ?? error.status);
