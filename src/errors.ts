/** The ways in which a caller can be refused. Anything else that is thrown is a bug or an outage. */
export type Refusal =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable';

/** A refusal that the caller is told about: `code` for programs, `message` a sentence for people. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: Refusal;
  readonly code: string;
  readonly details: unknown;

  constructor(kind: Refusal, code: string, message: string, details?: unknown) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

export const invalid = (code: string, message: string, details?: unknown) =>
  new AppError('invalid', code, message, details);

export const notFound = (what: string) =>
  new AppError('not-found', `${what}_not_found`, `There is no such ${what}.`);

/** What keeps a process from starting, as a sentence for the person who starts it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** What went wrong, as far as the error says it; some of the network name a code only. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? error.message || String((error as { code?: string }).code)
    : String(error);
