import type { Request, RequestHandler } from 'express';
import type { Store } from 'express-rate-limit';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '#errors.ts';
import type { Logger } from '#platform/logger.ts';

type Options = {
  /** Requests in a window; 0: as many as they like. */
  limit: number;
  windowMs: number;
  store: Store;
  /** Requests that are neither limited nor counted. */
  isFree: (req: Request) => boolean;
  log: Logger;
};

const MINUTE_MS = 60_000;

/** Limits the requests of an address (an IPv6 network of a customer counts as one); lets all pass while the store is down. */
export function limitPerAddress({ limit, windowMs, store, isFree, log }: Options): RequestHandler {
  if (limit === 0) return (_req, _res, next) => next();
  return rateLimit({
    windowMs,
    limit,
    store,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'requests-per-address',
    keyGenerator: (req) => `api ${ipKeyGenerator(req.ip ?? '')}`,
    skip: isFree,
    passOnStoreError: true,
    // A forwarding header from somebody whom we do not trust is nothing to report: it is ignored.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    logger: {
      error: (error) => log.warn('requests are not counted', { reason: String(error) }),
      warn: (warning) => log.warn('requests may be counted wrongly', { reason: String(warning) }),
    },
    handler(_req, res) {
      const minutes = Math.max(1, Math.ceil(Number(res.get('Retry-After')) / 60));
      throw new AppError(
        'too-many',
        'rate_limited',
        `More than ${limit} requests in ${windowMs / MINUTE_MS} minutes came from your address. ` +
          `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or send the admin key.`,
      );
    },
  });
}
