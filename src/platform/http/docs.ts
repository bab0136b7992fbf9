import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import type { Endpoint } from './api.ts';

const folder = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
const assets = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const start = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: 'none',
});
`;

const pageOf = (title: string) => `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

type Info = { title: string; version: string; description: string };

/** `/openapi.json`, and a page at `/docs` that shows it and lets one try. Everything comes from this server. */
export function apiDocs(endpoints: readonly Endpoint[], info: Info): Router {
  const router = Router();
  let document: Promise<string> | undefined;

  router.get('/openapi.json', async (_req, res) => {
    document ??= written(endpoints, info);
    res.type('json').send(await document);
  });
  router.get('/docs', (_req, res) => void res.type('html').send(pageOf(info.title)));
  router.get('/docs/start.js', (_req, res) => void res.type('js').send(start));
  for (const asset of assets) {
    router.get(`/docs/${asset}`, (_req, res) =>
      res.sendFile(asset, { root: folder, maxAge: '1 day' }),
    );
  }
  return router;
}

// Loaded when somebody asks: most processes never need it.
async function written(endpoints: readonly Endpoint[], info: Info): Promise<string> {
  const { documentOf } = await import('./openapi.ts');
  return JSON.stringify(documentOf(endpoints, info));
}
