// The memory of the simulator: small tables in memory and, when a path is given, an append-only journal beside them. Whatever one
// synchronous step changes is written as one line, so that a process killed at any moment restarts with whole steps only.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Settings, Tables } from './records.ts'

type Change = [table: keyof Tables, record: { id: string }] | [table: keyof Tables, removed: string]
type Rows = { [K in keyof Tables]: Map<string, Tables[K]> }

const JOURNAL_LINES_MAX = 20_000

export interface Store {
  find<K extends keyof Tables>(table: K, id: string): Tables[K] | undefined
  list<K extends keyof Tables>(table: K): Tables[K][]
  put<K extends keyof Tables>(table: K, record: Tables[K]): void
  remove(table: keyof Tables, id: string): void
  settings(): Settings
  change(settings: Partial<Settings>): void
  /** Now on the simulated clock. */
  now(): number
  /** The next number: orders, transactions and all else count up together. */
  number(): number
  /** Writes what the current step changed, now. */
  flush(): void
  /** Forgets everything but the settings. */
  reset(): void
  close(): void
}

export function openStore(path: string | null, defaults: Omit<Settings, 'id'>): Store {
  let rows = emptyRows()
  if (path !== null) replay(path, rows)
  if (!rows.settings.has('settings')) rows.settings.set('settings', { id: 'settings', ...defaults })

  let pending: Change[] = []
  let journal: number | null = null
  let lines = 0
  if (path !== null) {
    mkdirSync(dirname(path), { recursive: true })
    rewrite()
  }

  function rewrite(): void {
    if (path === null) return
    if (journal !== null) closeSync(journal)
    const changes: Change[] = []
    for (const table of Object.keys(rows) as (keyof Tables)[]) {
      for (const record of rows[table].values()) changes.push([table, record])
    }
    writeFileSync(`${path}.new`, changes.map((change) => JSON.stringify([change]) + '\n').join(''))
    renameSync(`${path}.new`, path)
    journal = openSync(path, 'a')
    lines = changes.length
  }

  function flush(): void {
    const changes = pending
    pending = []
    if (changes.length === 0 || journal === null) return
    writeSync(journal, JSON.stringify(changes) + '\n')
    lines += 1
    const live = Object.values(rows).reduce((sum, table) => sum + table.size, 0)
    if (lines > JOURNAL_LINES_MAX && lines > 4 * live) rewrite()
  }

  function note(change: Change): void {
    if (journal === null) return
    // The microtask runs once the current synchronous step is over. An answer that leaves within the step must flush first.
    if (pending.length === 0) queueMicrotask(flush)
    pending.push(change)
  }

  const store: Store = {
    find: (table, id) => rows[table].get(id),
    list: (table) => [...rows[table].values()],
    put(table, record) {
      rows[table].set(record.id, record)
      note([table, record])
    },
    remove(table, id) {
      rows[table].delete(id)
      note([table, id])
    },
    settings: () => rows.settings.get('settings')!,
    change(settings) {
      store.put('settings', { ...store.settings(), ...settings })
    },
    now: () => Date.now() + store.settings().clock_offset_ms,
    number() {
      const next = store.settings().next_number
      store.change({ next_number: next + 1 })
      return next
    },
    flush,
    reset() {
      const settings = store.settings()
      rows = emptyRows()
      rows.settings.set('settings', settings)
      pending = []
      rewrite()
    },
    close() {
      flush()
      if (journal !== null) closeSync(journal)
      journal = null
    },
  }
  return store
}

function emptyRows(): Rows {
  return {
    intention: new Map(),
    transaction: new Map(),
    card: new Map(),
    plan: new Map(),
    subscription: new Map(),
    callback: new Map(),
    fault: new Map(),
    settings: new Map(),
  }
}

function replay(path: string, rows: Rows): void {
  if (!existsSync(path)) return
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue
    let changes: Change[]
    try {
      changes = JSON.parse(line) as Change[]
    } catch {
      // Only the last line can be torn, by a kill in the middle of a write: that step never answered anybody.
      return
    }
    for (const [table, change] of changes) {
      if (typeof change === 'string') rows[table].delete(change)
      else (rows[table] as Map<string, unknown>).set(change.id, change)
    }
  }
}

/** An instant as Paymob writes it: UTC, microseconds, no offset. */
export function instant(epoch_ms: number): string {
  return new Date(epoch_ms).toISOString().slice(0, 23) + '000'
}
