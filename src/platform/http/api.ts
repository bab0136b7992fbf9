import type { Request, RequestHandler } from 'express';
import express, { Router } from 'express';
import { z } from 'zod';
import { AppError, notFound } from '#errors.ts';
import { readOrRefuse } from './reading.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Answered<Body> = { status: number; body: Body };

export const ok = <Body>(body: Body): Answered<Body> => ({ status: 200, body });
export const accepted = <Body>(body: Body): Answered<Body> => ({ status: 202, body });
export const created = <Body>(body: Body): Answered<Body> => ({ status: 201, body });

const nothing = z.object({});
type Nothing = typeof nothing;

type Definition<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodObject,
> = {
  method: Method;
  /** As Express writes it: `/api/businesses/:businessId`. What is under `/api/` says `success` in every answer. */
  path: string;
  tag: string;
  summary: string;
  /** Served to everybody; without it, to whoever has the admin key. */
  isPublic?: boolean;
  /** A parameter that does not fit means that there is no such thing; it is named `<thing>Id`. */
  params?: Params;
  query?: Query;
  body?: Body;
  /** It takes one file, as a form, of at most so many bytes: read it with `readUpload`. */
  upload?: { mostBytes: number };
  response: Response;
  /** With what it can be answered, besides refusals; 200 when not given. */
  statuses?: readonly number[];
  /** When it is refused because of what is there already, and what to do about it. */
  conflict?: string;
  /** It is refused, and can be tried again, while something that it needs is away. */
  canBeUnavailable?: boolean;
};

type Handle<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodObject,
> = (
  input: { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> },
  req: Request,
) => Promise<Answered<z.input<Response>>>;

/** One route, as it is served, checked and documented. */
export type Endpoint = {
  method: Method;
  path: string;
  tag: string;
  summary: string;
  isPublic: boolean;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType | null;
  upload?: { mostBytes: number };
  response: z.ZodObject;
  statuses: readonly number[];
  conflict: string | null;
  canBeUnavailable: boolean;
  answer: (req: Request) => Promise<Answered<object>>;
};

/** A route of its definition and of what answers it, which is given only what fits the schemas. */
export const endpoint =
  <
    Response extends z.ZodObject,
    Params extends z.ZodObject = Nothing,
    Query extends z.ZodObject = Nothing,
    Body extends z.ZodType = z.ZodUndefined,
  >({
    isPublic = false,
    statuses = [200],
    canBeUnavailable = false,
    conflict,
    ...definition
  }: Definition<Params, Query, Body, Response>) =>
  (handle: Handle<Params, Query, Body, Response>): Endpoint => {
    const said = definition.path.startsWith('/api/') ? { success: z.literal(true) } : {};
    const params: z.ZodObject = definition.params ?? nothing;
    const query: z.ZodObject = definition.query ?? nothing;
    const body = definition.body ?? null;
    return {
      ...{ ...definition, params, query, body, isPublic, statuses },
      ...{ conflict: conflict ?? null, canBeUnavailable },
      response: z.strictObject({ ...said, ...definition.response.shape }),
      async answer(req) {
        const read = {
          params: readParams(params, req.params) as z.output<Params>,
          query: readOrRefuse(query, req.query, 'The query') as z.output<Query>,
          body: (body ? readOrRefuse(body, req.body, 'A JSON body') : undefined) as z.output<Body>,
        };
        const answered = await handle(read, req);
        return {
          ...answered,
          body: { ...('success' in said && { success: true }), ...answered.body },
        };
      },
    };
  };

function readParams(schema: z.ZodObject, params: unknown): unknown {
  const result = schema.safeParse(params);
  if (result.success) return result.data;
  throw notFound(String(result.error.issues[0]?.path[0]).replace(/Id$/, ''));
}

/** Serves the endpoints, in the order given; a known path with another method is refused with 405. */
export function serve(endpoints: readonly Endpoint[], requireAdmin: RequestHandler): Router {
  const router = Router();
  const byPath = Map.groupBy(endpoints, ({ path }) => path);
  for (const [path, atPath] of byPath) {
    for (const one of atPath) {
      const guards = one.isPublic ? [] : [requireAdmin];
      router[one.method](path, ...guards, ...(one.body ? readJson : []), async (req, res) => {
        const { status, body } = await one.answer(req);
        res.status(status).json(body);
      });
    }
    router.all(path, onlyAllow(atPath.map(({ method }) => method)));
  }
  return router;
}

/** Refuses every method but these, and says which they are. */
export function onlyAllow(methods: readonly Method[]): RequestHandler {
  const names = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method]));
  const allowed = names.map((name) => name.toUpperCase()).join(', ');
  return (req, res) => {
    res.set('Allow', allowed);
    if (req.method === 'OPTIONS') return void res.status(204).end();
    throw new AppError(
      'method-not-allowed',
      'method_not_allowed',
      `${req.method} is not possible at ${req.path}, only ${allowed}.`,
    );
  };
}

const requireJson: RequestHandler = (req, _res, next) => {
  const isEmpty = req.get('content-length') === '0';
  if (isEmpty || req.is(['json', '+json']) !== false) return next();
  throw new AppError(
    'unsupported',
    'unsupported_content_type',
    'The body must be JSON: send it with "Content-Type: application/json".',
  );
};

const readJson = [requireJson, express.json({ limit: '100kb', type: () => true, strict: false })];
