import { createHash } from 'node:crypto';
import type { Response } from 'express';

/** A piece of a page, which may stand in it as it is. */
export type Html = { html: string };

type Part = string | number | null | undefined | Html | readonly Html[];

const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (value: string) => value.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** A piece of a page: what is put into it is escaped, unless it is a piece itself, or a list of them. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.reduce((page, string, at) => page + shown(parts[at - 1] ?? null) + string),
});

function shown(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part !== 'object') return escaped(String(part));
  return 'html' in part ? part.html : part.map((piece) => piece.html).join('');
}

/** Sends a page that runs no script, loads nothing, is kept nowhere and found by no search engine. */
export function sendPage(
  res: Response,
  {
    status = 200,
    title,
    language,
    style,
    body,
  }: { status?: number; title: string; language: string; style: string; body: Html },
): void {
  const hash = createHash('sha256').update(style).digest('base64');
  res
    .status(status)
    .set({
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
    })
    .type('html')
    .send(
      `<!doctype html>\n<html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body>${body.html}</body></html>`,
    );
}
