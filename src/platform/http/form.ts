import { parse } from 'node:querystring';
import type { RequestHandler } from 'express';
import express from 'express';
import { AppError } from '#errors.ts';

const MOST_PARAMETERS = 500;

const readText = express.text({
  type: 'application/x-www-form-urlencoded',
  limit: '100kb',
  inflate: false,
});

const tooMany = new AppError('too-large', 'too_many_parameters', 'The form has too many fields.');

/** Reads a form of at most 100 kB and 500 parameters, never a packed one; of a repeated one all values. */
export const formBody: RequestHandler = (req, res, next) => {
  readText(req, res, (error?: unknown) => {
    if (error !== undefined || typeof req.body !== 'string') return next(error);
    if (req.body.split('&', MOST_PARAMETERS + 1).length > MOST_PARAMETERS) return next(tooMany);
    req.body = parse(req.body, '&', '=', { maxKeys: 0 });
    next();
  });
};
