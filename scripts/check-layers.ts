import { glob, readFile } from 'node:fs/promises';

type Arrows = { code: readonly string[]; types: readonly string[] };

/** Who may import whom. An arrow under `types` may not exist at run time. */
const arrows: Record<string, Arrows> = {
  platform: { code: ['platform', 'errors.ts'], types: ['ports.ts'] },
  db: { code: ['platform', 'db'], types: ['ports.ts'] },
  adapters: { code: ['adapters', 'errors.ts', 'platform'], types: ['ports.ts', 'db'] },
  features: {
    code: ['features', 'errors.ts', 'platform'],
    types: ['ports.ts', 'app.ts', 'db', 'config.ts'],
  },
};
const importPattern = /^(?:im|ex)port (type )?[^;]*?from '(#[^']+|\.[^']+)';/gm;

const problems: string[] = [];

for await (const path of glob('src/**/*.{ts,tsx}')) {
  if (path.startsWith('src/dashboard/')) continue;
  const source = await readFile(path, 'utf8');
  checkEnvironment(path, source);
  checkSystem(path, source);
  checkImports(path, source);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function checkEnvironment(path: string, source: string) {
  const mayRead = /^src\/(config|run)\.ts$/.test(path);
  if (!mayRead && source.includes('process.env')) {
    problems.push(`${path} reads the environment. Take the value from Config.`);
  }
}

function checkSystem(path: string, source: string) {
  const isAllowed = path.endsWith('.system.ts') || path.startsWith('src/platform/db/');
  if (!isAllowed && /\b(asSystem|runAsSystem)\b/.test(source)) {
    problems.push(`${path} sees every business. Only files named *.system.ts may.`);
  }
}

function checkImports(path: string, source: string) {
  const layer = path.split('/')[1] ?? '';
  const allowed = arrows[layer];
  if (!allowed) return;
  for (const [, isType, target = ''] of source.matchAll(importPattern)) {
    const to = targetLayer(path, target);
    if (to === layer && target.startsWith('.')) continue;
    const isAllowed = allowed.code.includes(to) || (isType && allowed.types.includes(to));
    if (!isAllowed) problems.push(`${path} imports ${target}, which ${layer} may not.`);
  }
}

function targetLayer(path: string, target: string): string {
  if (target.startsWith('#')) return target.slice(1).split('/')[0] ?? '';
  const url = new URL(target, `file:///${path}`);
  return url.pathname.split('/')[2] ?? '';
}
