import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import winston from 'winston';

export type Logger = Pick<winston.Logger, 'debug' | 'info' | 'warn' | 'error'>;

const PHONE = /(\+?\d{2})\d{4,}(\d{2})/g;

/** A phone number with all but its first two and last two digits hidden. */
export const masked = (text: string): string =>
  text.replace(PHONE, (_all, head: string, tail: string) => `${head}…${tail}`);

/** Ids of ours and of the carrier, which may look like numbers. */
const asId = /^(?:[A-Z]{2}[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const QUOTED = /"((?:[^"\\\n]|\\.)*)"/g;
const asName = /^[a-z_][a-z0-9_.]*$/;

/** What others say of a fault, without numbers, and without what they quote unless that is a name in a program. */
const discreet = (text: string): string =>
  masked(text).replace(QUOTED, (all, quoted: string) => (asName.test(quoted) ? all : '"…"'));

const presentable = winston.format((info) => {
  for (const [key, value] of Object.entries(info)) {
    if (typeof value === 'string' && !asId.test(value) && key !== 'timestamp') {
      info[key] = discreet(value);
    }
    if (value instanceof Error) info[key] = discreet(value.stack ?? value.message);
  }
  return info;
});

const asPeopleRead = winston.format.printf(
  ({ level, message, timestamp: _timestamp, stack, ...rest }) => {
    const facts = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
    return [level, message, ...facts].join(' ') + (typeof stack === 'string' ? `\n${stack}` : '');
  },
);

/** JSON in production, plain lines otherwise; a file is for its owner only. Numbers are masked and quotations left out, also in what others say of a fault; bodies are never handed to it. */
export function createLogger(options: {
  level: string;
  isProduction: boolean;
  logDir?: string | undefined;
}): Logger {
  const { format } = winston;
  const transports: winston.transport[] = [new winston.transports.Console()];
  if (options.logDir) {
    mkdirSync(options.logDir, { recursive: true, mode: 0o700 });
    transports.push(
      new winston.transports.File({
        filename: join(options.logDir, 'webhook.log'),
        maxsize: 10_000_000,
        maxFiles: 5,
        tailable: true,
        options: { flags: 'a', mode: 0o600 },
      }),
    );
  }
  return winston.createLogger({
    level: options.level,
    format: format.combine(
      format.timestamp(),
      format.errors({ stack: true }),
      presentable(),
      options.isProduction ? format.json() : asPeopleRead,
    ),
    transports,
  });
}
