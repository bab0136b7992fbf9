import type { Request, RequestHandler } from 'express';
import { AppError } from '#errors.ts';
import { isSameSecret } from '#platform/crypto.ts';
import { isFromThisMachine } from './loopback.ts';

export type AdminGate = {
  /** True when the request carries the admin key. */
  hasKey: (req: Request) => boolean;
  /** True when the request may do what admins may. */
  isAdmin: (req: Request) => boolean;
  /** Refuses everybody else with 401. */
  require: RequestHandler;
};

/**
 * Knows admins by `Authorization: Bearer <key>` or `X-Admin-Key: <key>`. With `isKeylessLocally`, a request
 * from this machine that shows no key at all passes too.
 */
export function adminGate(options: {
  key: string | undefined;
  isKeylessLocally: boolean;
}): AdminGate {
  const { key, isKeylessLocally } = options;
  const hasKey = (req: Request) =>
    key !== undefined && keysOf(req).some((given) => isSameSecret(given, key));
  const isAdmin = (req: Request) =>
    hasKey(req) || (isKeylessLocally && keysOf(req).length === 0 && isFromThisMachine(req));

  return {
    hasKey,
    isAdmin,
    require(req, res, next) {
      if (isAdmin(req)) return next();
      const isWrong = keysOf(req).length > 0;
      const realm = 'Bearer realm="frontdesk"';
      res.set('WWW-Authenticate', isWrong ? `${realm}, error="invalid_token"` : realm);
      throw isWrong
        ? new AppError('unauthenticated', 'wrong_admin_key', 'The admin key is not the right one.')
        : new AppError(
            'unauthenticated',
            'admin_key_required',
            'This needs the admin key: send "Authorization: Bearer <ADMIN_API_KEY>".',
          );
    },
  };
}

/** What is shown as a key; empty where it is shown in a way that we do not know. */
function keysOf(req: Request): string[] {
  const authorization = req.get('authorization');
  const bearer = authorization && (/^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '');
  return [bearer, req.get('x-admin-key')].filter((key) => key !== undefined);
}
