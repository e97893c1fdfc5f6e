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

/** What stands behind a `Tx`. For kernel/db only. */
export class Executor {
  #target: ClientBase | Pool | undefined
  #onStatement: () => void
  /** Facts noted during the transaction, e.g. that an audit record was made. */
  readonly marks = new Set<string>()

  constructor(target: ClientBase | Pool, onStatement: () => void) {
    this.#target = target
    this.#onStatement = onStatement
  }

  async query(name: string | undefined, text: string, params: readonly unknown[]): Promise<QueryOutcome> {
    assert(this.#target !== undefined, 'a transaction was used after it had ended')
    this.#onStatement()
    const values = params.map(toParameter)
    const result = await this.#target.query(name === undefined ? { text, values } : { name, text, values })
    return { rows: result.rows, rowCount: result.rowCount ?? 0 }
  }

  end(): void {
    this.#target = undefined
  }
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
