import type { BusboyInstance } from '@fastify/busboy';
import { Busboy } from '@fastify/busboy';
import type { Request } from 'express';
import { AppError, invalid } from '#errors.ts';

export type Upload = { bytes: Buffer; name: string | null; contentType: string | null };

type Options = { mostBytes: number; timeoutMs?: number };

/** The one file of a form (`multipart/form-data`). Refuses in a sentence what is no such form, has no file, or a larger one. */
export async function readUpload(
  req: Request,
  { mostBytes, timeoutMs = 120_000 }: Options,
): Promise<Upload> {
  const form = formOf(req, mostBytes);
  const { promise, resolve, reject } = Promise.withResolvers<Upload | null>();
  let upload: Upload | null = null;
  form.on('file', (_field, file, name, _encoding, contentType) => {
    const chunks: Buffer[] = [];
    file.on('error', () => reject(unreadable));
    file.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.once('limit', () => reject(tooLarge(mostBytes)));
    file.once('end', () => {
      upload ??= {
        bytes: Buffer.concat(chunks),
        name: name || null,
        contentType: contentType || null,
      };
    });
  });
  form.once('filesLimit', () =>
    reject(invalid('several_files', 'Please send one file at a time.')),
  );
  // Each may break off in its own way, and after the refusal too.
  form.on('error', () => reject(unreadable));
  form.once('finish', () => resolve(upload));
  req.once('aborted', () => reject(unreadable));
  const late = setTimeout(() => reject(unreadable), timeoutMs);
  req.pipe(form);
  try {
    const read = await promise;
    if (read) return read;
    throw invalid('file_required', 'The form has no file: send one in the field "file".');
  } finally {
    clearTimeout(late);
    req.unpipe(form);
    // What is still on its way is let go, so that the refusal can be read.
    req.resume();
  }
}

const unreadable = invalid('unreadable_form', 'The form ends before it is complete.');

const tooLarge = (mostBytes: number) =>
  new AppError(
    'too-large',
    'file_too_large',
    `The file may have at most ${mostBytes / 1024 / 1024} MB.`,
  );

function formOf(req: Request, mostBytes: number): BusboyInstance {
  const type = req.get('content-type') ?? '';
  if (/^multipart\/form-data\b/i.test(type)) {
    if (Number(req.get('content-length') ?? 0) > mostBytes * 1.1) throw tooLarge(mostBytes);
    try {
      return new Busboy({
        headers: { ...req.headers, 'content-type': type },
        limits: { files: 1, fileSize: mostBytes, fields: 20, fieldSize: 10_000, parts: 30 },
      });
    } catch {
      throw unreadable;
    }
  }
  throw new AppError(
    'unsupported',
    'unsupported_content_type',
    'Send the file as a form: "Content-Type: multipart/form-data" with the field "file".',
  );
}
