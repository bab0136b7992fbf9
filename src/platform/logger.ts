import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import winston from 'winston';

export type Logger = Pick<winston.Logger, 'debug' | 'info' | 'warn' | 'error'>;

const PHONE = /(\+?\d{2})\d{4,}(\d{2})/g;

/** A phone number with all but its first two and last two digits hidden. */
export const masked = (text: string): string =>
  text.replace(PHONE, (_all, head: string, tail: string) => `${head}…${tail}`);

const looksLikeAddress = /^(whatsapp:)?\+\d{6,}$/;

const presentable = winston.format((info) => {
  for (const [key, value] of Object.entries(info)) {
    if (typeof value === 'string' && looksLikeAddress.test(value)) info[key] = masked(value);
    if (value instanceof Error) info[key] = masked(value.stack ?? value.message);
  }
  return info;
});

const asPeopleRead = winston.format.printf(
  ({ level, message, timestamp: _timestamp, stack, ...rest }) => {
    const facts = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
    return [level, message, ...facts].join(' ') + (typeof stack === 'string' ? `\n${stack}` : '');
  },
);

/** JSON in production, plain lines otherwise; a file is for its owner only. Addresses are masked; bodies are never handed to it. */
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
