/**
 * The pool of one product's database, connected as the role that owns nothing. Only kernel/http, kernel/jobs, the command
 * line and the tests open transactions, through here: begin with the row-level-security settings, retry at most three times
 * what the database asks to retry, commit.
 */
import pg from 'pg'
import { assert } from '../assert.ts'
import { Fault } from '../errors.ts'
import { isUuid } from '../ids.ts'
import { asTx, Executor, type Tx, type Written } from './tx.ts'

/** What row-level security lets a transaction see: one person's rows, or (for acts that cross people) all. */
export type Scope = { readonly rows: 'own'; readonly userId: string } | { readonly rows: 'all' }

export const ALL_ROWS: Scope = { rows: 'all' }

export interface Database {
  /** Runs `body` in one transaction. Serialization failures and deadlocks run it again, at most three times in all. */
  transaction<T>(scope: Scope, body: (tx: Tx) => Promise<T>): Promise<T>
  /** For reads of one statement, without begin and commit; sees all rows, so only for data the caller may see anyway. */
  reading(): Tx
  close(): Promise<void>
  /** Statements sent since the start, begin and commit not counted; for measurements. */
  readonly counters: { statements: number; transactions: number; retries: number }
}

const NO_MARKS: ReadonlySet<string> = new Set()
const RETRIED = new Set(['40001', '40P01'])
const ATTEMPTS_MAX = 3

const INT8 = 20
const TIMESTAMPTZ = 1184
const DATE = 1082
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182

/** Of an array without nulls whose items need no quotes. */
const itemsOf = (text: string): string[] => (text === '{}' ? [] : text.slice(1, -1).split(','))

const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: BigInt,
  [TIMESTAMPTZ]: (text) => Temporal.Instant.from(text),
  [DATE]: (text) => Temporal.PlainDate.from(text),
  [INT8_ARRAY]: (text) => itemsOf(text).map(BigInt),
  [DATE_ARRAY]: (text) => itemsOf(text).map((day) => Temporal.PlainDate.from(day)),
}

const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser

export function openDatabase(
  url: string,
  options: {
    poolSize?: number
    onError?: (error: Error) => void
    afterCommit?: (marks: ReadonlySet<string>, written: Written) => void
  } = {},
): Database {
  const shared = {
    connectionString: url,
    max: options.poolSize ?? 10,
    types: { getTypeParser },
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  }
  const pool = new pg.Pool({ ...shared, application_name: 'teranga' })
  const readingPool = new pg.Pool({ ...shared, application_name: 'teranga reading', options: '-c app.scope=all' })
  // An idle connection that breaks is replaced on the next use; without a listener it would end the process.
  const onError = options.onError ?? (() => {})
  for (const one of [pool, readingPool]) {
    one.on('error', onError)
    // A pool that ends lets go of its connections before they are closed; what the server still says then is nobody's error.
    one.on('connect', (client) => client.on('error', () => {}))
  }

  const counters = { statements: 0, transactions: 0, retries: 0 }
  const onStatement = () => {
    counters.statements += 1
  }

  async function once<T>(scope: Scope, body: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const executor = new Executor(client, onStatement)
    counters.transactions += 1
    let broken = false
    try {
      await client.query(beginWith(scope))
      const result = await body(asTx(executor))
      executor.end()
      try {
        await client.query('commit')
      } catch (cause) {
        broken = true
        if (sqlStateOf(cause) !== undefined) throw cause
        // It may have committed: who was to hear of it hears of it.
        options.afterCommit?.(executor.marks, executor.written)
        throw new Fault('database', 'the connection broke while committing', { outcomeUnknown: true, cause })
      }
      options.afterCommit?.(executor.marks, executor.written)
      return result
    } catch (error) {
      executor.end()
      if (!broken) await client.query('rollback').catch(() => (broken = true))
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    counters,
    async transaction(scope, body) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(scope, body)
        } catch (error) {
          if (attempt === ATTEMPTS_MAX || !RETRIED.has(sqlStateOf(error) ?? '')) throw error
          counters.retries += 1
        }
      }
    },
    reading: () => asTx(new Executor(readingPool, onStatement, (written) => options.afterCommit?.(NO_MARKS, written))),
    close: async () => {
      await Promise.all([pool.end(), readingPool.end()])
    },
  }
}

/** One round trip: begin and the settings the policies read. The id is checked, since SET takes no parameters. */
function beginWith(scope: Scope): string {
  if (scope.rows === 'all') return "begin; set local app.scope = 'all'; set local app.user_id = ''"
  assert(isUuid(scope.userId), 'a scope names a user by UUID')
  return `begin; set local app.scope = 'own'; set local app.user_id = '${scope.userId}'`
}

/** The SQLSTATE of a database error, else undefined. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** The name of the violated constraint, without the shard suffix a distributed database appends. */
export function constraintOf(error: unknown): string | undefined {
  if (!sqlStateOf(error)?.startsWith('23')) return undefined
  const { constraint, message } = error as { constraint?: string; message?: string }
  return (constraint ?? /constraint "([^"]+)"/.exec(message ?? '')?.[1])?.replace(/_\d{6,}$/, '')
}
