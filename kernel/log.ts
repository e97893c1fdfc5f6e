/** The log: one JSON line per fact, never a secret. Fields that can carry one are cut out by name, wherever they stand. */
import { pino, type Logger } from 'pino'

export type Log = Logger

const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'code',
  'secret',
  'phone',
  'email',
  'mobile',
  'idempotency-key',
]

export function createLog(level: string, product: string): Log {
  const paths = SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`])
  return pino({ level, base: { product }, redact: { paths, censor: '[cut]' } })
}
