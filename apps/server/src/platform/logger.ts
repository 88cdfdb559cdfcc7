import { type Logger, pino } from 'pino'

export type { Logger }

/** Where a secret could travel in a logged object; these paths are cut before a line is written. */
const SECRET_PATHS = [
  'password',
  'token',
  'secret',
  'ticket',
  '*.password',
  '*.token',
  '*.secret',
  '*.ticket',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
]

/** Structured logs on standard output, one JSON object a line. */
export function createLogger(level: string): Logger {
  return pino({ level, redact: { paths: SECRET_PATHS, censor: '[cut]' }, base: null })
}
