import type {
  ZodOpenApiObject,
  ZodOpenApiOperationObject,
  ZodOpenApiRequestBodyObject,
} from 'zod-openapi';
import { createDocument } from 'zod-openapi';
import { z } from 'zod';
import type { Endpoint } from './api.ts';

const statusTexts: Record<number, string> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken; the rest happens by and by.',
  400: 'The request is not valid; the error names every wrong field.',
  401: 'The admin key is missing or wrong.',
  404: 'There is no such thing.',
  413: 'The body has more than 100 kB.',
  415: 'The body is not JSON.',
  429: 'Too many requests from this address without a key.',
  503: 'Not at the moment.',
};

const refusal = z
  .object({
    success: z.literal(false),
    error: z.object({
      code: z.string().describe('For programs.'),
      message: z.string().describe('A sentence for people.'),
      details: z
        .array(z.object({ field: z.string(), message: z.string() }))
        .optional()
        .describe('Every wrong field.'),
    }),
  })
  .meta({ id: 'Refusal' });

/** The OpenAPI 3.1 document of the endpoints, made of the schemas that check them. */
export function documentOf(
  endpoints: readonly Endpoint[],
  info: ZodOpenApiObject['info'],
): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint) };
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info,
      paths,
      components: {
        securitySchemes: {
          adminKey: { type: 'http', scheme: 'bearer', description: 'ADMIN_API_KEY' },
          adminKeyHeader: { type: 'apiKey', in: 'header', name: 'X-Admin-Key' },
        },
      },
    },
    {
      override({ jsonSchema, zodSchema, io }) {
        if (zodSchema._zod.def.type !== 'date' || io !== 'output') return;
        jsonSchema.type = 'string';
        jsonSchema.format = 'date-time';
      },
    },
  );
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { tag, summary, params, query, body, response, statuses, isPublic, conflict } = endpoint;
  const answers = statuses.map((status) => [status, described(status, response)]);
  const refusals = refusalsOf(endpoint).map((status) => [
    status,
    described(status, refusal, whenRefused(endpoint, status)),
  ]);
  const conflicts = conflict === null ? [] : [[409, described(409, refusal, conflict)]];
  return {
    tags: [tag],
    summary,
    requestParams: { path: params, query },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    ...(endpoint.upload && { requestBody: oneFile }),
    responses: Object.fromEntries([...refusals, ...conflicts, ...answers]),
    security: isPublic ? [] : [{ adminKey: [] }, { adminKeyHeader: [] }],
  };
}

const oneFile: ZodOpenApiRequestBodyObject = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    },
  },
};

function whenRefused({ upload }: Endpoint, status: number): string | undefined {
  if (!upload) return statusTexts[status];
  if (status === 413) return `The file has more than ${upload.mostBytes / 1024 / 1024} MB.`;
  return status === 415 ? 'The body is not a form with a file.' : statusTexts[status];
}

const described = (status: number, schema: z.ZodObject, when = statusTexts[status]) => ({
  description: when ?? `Status ${status}.`,
  content: { 'application/json': { schema } },
});

function refusalsOf(endpoint: Endpoint): number[] {
  const { path, params, query, isPublic, canBeUnavailable } = endpoint;
  const body = endpoint.body ?? endpoint.upload;
  const hasQuery = Object.keys(query.shape).length > 0;
  return [
    ...(body || hasQuery ? [400] : []),
    ...(isPublic ? [] : [401]),
    ...(Object.keys(params.shape).length > 0 ? [404] : []),
    ...(body ? [413, 415] : []),
    ...(path.startsWith('/api/') ? [429] : []),
    ...(canBeUnavailable ? [503] : []),
  ];
}
