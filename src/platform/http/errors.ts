import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { AppError } from '#errors.ts';
import type { Refusal } from '#errors.ts';
import type { Logger } from '#platform/logger.ts';

const statusOf: Record<Refusal, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
};

/** What the body parsers throw, in our words. */
const parserRefusals: Record<string, AppError> = {
  'entity.parse.failed': new AppError('invalid', 'invalid_json', 'The body is not valid JSON.'),
  'entity.too.large': new AppError(
    'too-large',
    'body_too_large',
    'The body may have at most 100 kB.',
  ),
  'charset.unsupported': new AppError('unsupported', 'unsupported_charset', 'Please send UTF-8.'),
  'encoding.unsupported': new AppError(
    'unsupported',
    'unsupported_encoding',
    'This content encoding is not supported.',
  ),
  'request.aborted': new AppError(
    'invalid',
    'request_aborted',
    'The request ended before its body did.',
  ),
};

const unreadable = new AppError(
  'invalid',
  'unreadable_body',
  'The body cannot be read: it is not what its headers say.',
);

/** What broke off while a body was read or unpacked: the parsers give it the status 400. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && error.status === 400;

const outages = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '57P01', '57P02', '57P03']);

/** True when the database could not be reached, or hung up. */
const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  (outages.has(String((error as NodeJS.ErrnoException).code)) ||
    /connection terminated|timeout exceeded when trying to connect/i.test(error.message));

const noDatabase = new AppError(
  'unavailable',
  'unavailable',
  'This cannot be done at the moment. Please try again soon.',
);

export const noSuchRoute: RequestHandler = (req) => {
  throw new AppError(
    'not-found',
    'route_not_found',
    `There is nothing at ${req.method} ${req.path}.`,
  );
};

/** Sends a refusal in the one shape that every error has. */
export function refuse(res: Response, { kind, code, message, details }: AppError): void {
  const error = details === undefined ? { code, message } : { code, message, details };
  res.status(statusOf[kind]).json({ success: false, error });
}

/** The one place where an error becomes a response. A refusal is told to the caller, a fault only to the log. */
export const onError =
  (log: Logger): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const known = error instanceof AppError ? error : parserRefusals[String(error?.type)];
    if (known) return refuse(res, known);
    if (error instanceof URIError) {
      return refuse(res, new AppError('invalid', 'invalid_path', 'The path is not valid.'));
    }
    if (isUnreadable(error)) return refuse(res, unreadable);
    log.error('a request failed', { error, method: req.method, path: req.path });
    if (isOutage(error)) return refuse(res, noDatabase);
    res.status(500).json({
      success: false,
      error: {
        code: 'internal',
        message: 'Something went wrong on our side. It has been recorded.',
      },
    });
  };
