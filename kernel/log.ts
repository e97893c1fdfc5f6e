/** The log: one JSON line per fact, never a secret. Fields that can carry one are cut out by name, wherever they stand. */
import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino'

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

/** What PostgreSQL adds to an error: the row or the key it failed on, with the values in it. */
const VALUES_OF_ERRORS = ['detail', 'where', 'internalQuery', 'parameters']

/** An error without the rows of people that a database error carries beside its message. */
function errorForLog(error: Error): object {
  const told = stdSerializers.err(error)
  if (typeof told !== 'object' || told === null) return told
  return Object.fromEntries(Object.entries(told).filter(([name]) => !VALUES_OF_ERRORS.includes(name)))
}

export function createLog(level: string, product: string, to?: DestinationStream): Log {
  const paths = SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`])
  const options = { level, base: { product }, redact: { paths, censor: '[cut]' }, serializers: { err: errorForLog } }
  return to ? pino(options, to) : pino(options)
}
