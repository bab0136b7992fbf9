import type { StorageClient, StorageError } from '@supabase/storage-js';
import type { Files } from '#ports.ts';

type Options = { url: string; secretKey: string; bucket?: string; timeoutMs?: number };

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
function bucketOf({ url, secretKey, bucket = 'frontdesk', timeoutMs = 30_000 }: Options) {
  let made: Promise<StorageClient> | undefined;

  const make = async () => {
    const { StorageClient: Client } = await import('@supabase/storage-js');
    const headers = { apikey: secretKey, Authorization: `Bearer ${secretKey}` };
    const inTime: typeof fetch = (address, init) =>
      fetch(address, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    const client = new Client(`${url}/storage/v1`, headers, inTime);
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

const isThere = (error: StorageError) => statusOf(error) === 409 || /exists/i.test(error.message);

const isMissing = (error: StorageError) =>
  statusOf(error) === 404 || /not.?found/i.test(error.message);

const statusOf = (error: StorageError) =>
  Number((error as { statusCode?: string; status?: number }).statusCode ?? error.status);
