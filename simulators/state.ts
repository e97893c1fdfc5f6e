// The memory of a stand-in: small tables in memory and, when a path is given, an append-only journal beside them. Whatever one
// synchronous step changes is written as one line, so that a process killed at any moment restarts with whole steps only.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Fault } from './faults.ts'

const JOURNAL_LINES_MAX = 20_000

export interface SharedSettings {
  id: string
  clock_offset_ms: number
}

/** What every stand-in keeps beside the tables of its provider; of settings there is one row. */
export interface SharedTables {
  fault: Fault
  settings: SharedSettings
}

type AnyTables<T> = SharedTables & { [K in keyof T]: { id: string } }

export interface Store<T extends AnyTables<T>> {
  find<K extends keyof T>(table: K, id: string): T[K] | undefined
  list<K extends keyof T>(table: K): T[K][]
  put<K extends keyof T>(table: K, record: T[K]): void
  remove(table: keyof T, id: string): void
  settings(): T['settings']
  change(settings: Partial<T['settings']>): void
  /** Now on the simulated clock. */
  now(): number
  /** Writes what the current step changed, now. */
  flush(): void
  /** Forgets everything but the settings. */
  reset(): void
  close(): void
}

export function openStore<T extends AnyTables<T>>(
  path: string | null,
  tables: readonly (keyof T & string)[],
  defaults: T['settings'],
): Store<T> {
  type Change = [table: keyof T, record: { id: string }] | [table: keyof T, removed: string]
  type Rows = { [K in keyof T]: Map<string, T[K]> }
  const emptyRows = (): Rows => Object.fromEntries(tables.map((table) => [table, new Map()])) as Rows

  let rows = emptyRows()
  if (path !== null) replay(path)
  if (!rows.settings.has('settings')) rows.settings.set('settings', defaults)

  let pending: Change[] = []
  let journal: number | null = null
  let lines = 0
  if (path !== null) {
    mkdirSync(dirname(path), { recursive: true })
    rewrite()
  }

  function replay(from: string): void {
    if (!existsSync(from)) return
    for (const line of readFileSync(from, 'utf8').split('\n')) {
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
        else rows[table].set(change.id, change as T[keyof T])
      }
    }
  }

  function rewrite(): void {
    if (path === null) return
    if (journal !== null) closeSync(journal)
    const changes = tables.flatMap((table) => [...rows[table].values()].map((record): Change => [table, record]))
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
    const live = tables.reduce((sum, table) => sum + rows[table].size, 0)
    if (lines > JOURNAL_LINES_MAX && lines > 4 * live) rewrite()
  }

  function note(change: Change): void {
    if (journal === null) return
    // The microtask runs once the current synchronous step is over. An answer that leaves within the step must flush first.
    if (pending.length === 0) queueMicrotask(flush)
    pending.push(change)
  }

  const store: Store<T> = {
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
