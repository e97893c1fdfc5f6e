/**
 * A transaction as a value that dies. Verbs pass `Tx` around and can do nothing with it; only a module's `store.ts` can
 * query through it (by `statement` or `writer`), and every query after its end throws. Nothing here opens or ends one.
 */
import type { ClientBase, Pool } from 'pg'
import { assert } from '../assert.ts'

declare const brand: unique symbol

/** An open transaction (or a single-statement reading). Opaque on purpose. */
export interface Tx {
  readonly [brand]: true
}

export interface QueryOutcome {
  rows: unknown[]
  rowCount: number
}

/** The statements of a transaction that wrote: to which table, and their first value, which is the owner's where rows have one. */
export type Written = readonly { readonly table: string; readonly text: string; readonly first: unknown }[]

/** What stands behind a `Tx`. For kernel/db only. */
export class Executor {
  #target: ClientBase | Pool | undefined
  #onStatement: () => void
  #onWritten: ((written: Written) => void) | undefined
  /** Facts noted during the transaction, e.g. that an audit record was made. */
  readonly marks = new Set<string>()
  readonly written: { table: string; text: string; first: unknown }[] = []

  /** `onWritten` hears of each statement that wrote, where no commit is waited for. */
  constructor(target: ClientBase | Pool, onStatement: () => void, onWritten?: (written: Written) => void) {
    this.#target = target
    this.#onStatement = onStatement
    this.#onWritten = onWritten
  }

  async query(name: string | undefined, text: string, params: readonly unknown[]): Promise<QueryOutcome> {
    assert(this.#target !== undefined, 'a transaction was used after it had ended')
    this.#onStatement()
    for (const table of tablesWrittenBy(text)) this.written.push({ table, text, first: params[0] })
    const values = params.map(toParameter)
    const result = await this.#target.query(name === undefined ? { text, values } : { name, text, values })
    if (this.#onWritten && this.written.length > 0) this.#onWritten(this.written.splice(0))
    return { rows: result.rows, rowCount: result.rowCount ?? 0 }
  }

  end(): void {
    this.#target = undefined
  }
}

const tablesOf = new Map<string, readonly string[]>()
const TEXTS_MAX = 5000

/** The tables a statement inserts into, updates or deletes from, with their schemas. */
function tablesWrittenBy(text: string): readonly string[] {
  let tables = tablesOf.get(text)
  if (!tables) {
    const found = text.matchAll(/\b(?:insert\s+into|update|delete\s+from)\s+"?(\w+)"?\."?(\w+)"?/gi)
    tables = [...new Set([...found].map(([, schema, table]) => `${schema}.${table}`))]
    // Texts made for a request (filters, sorts) are many, but not without end.
    if (tablesOf.size >= TEXTS_MAX) tablesOf.clear()
    tablesOf.set(text, tables)
  }
  return tables
}

export function asTx(executor: Executor): Tx {
  return executor as unknown as Tx
}

export function executorOf(tx: Tx): Executor {
  assert(tx instanceof Executor, 'not a transaction')
  return tx
}

/** Notes a fact on the transaction (`audited`), for a check before commit. */
export function mark(tx: Tx, fact: string): void {
  executorOf(tx).marks.add(fact)
}

export function isMarked(tx: Tx, fact: string): boolean {
  return executorOf(tx).marks.has(fact)
}

/** JavaScript value → what the driver sends. Instants and dates as ISO text, bigints as digits, plain objects as JSON. */
function toParameter(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value === undefined) return null
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  if (Array.isArray(value))
    return value.map((item) => (isTemporal(item) ? String(item) : typeof item === 'bigint' ? item.toString() : item))
  if (isTemporal(value)) return value.toString()
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item))
}

function isTemporal(value: unknown): value is Temporal.Instant | Temporal.PlainDate {
  return value instanceof Temporal.Instant || value instanceof Temporal.PlainDate
}
