/**
 * Looks that people take at pages: counted in memory and handed to the product every few seconds, so that a page which many
 * open at once costs one statement and not one for each. Those of the last seconds are lost with a process that is killed.
 */
import type { Context } from '../context.ts'
import { ALL_ROWS, type Database } from '../db/database.ts'
import type { Product } from '../module.ts'

const GATHER_MS = 3000
/** More pages than this are written before more are counted. */
const PAGES_MAX = 5000

export interface Looks {
  /** One look at the page at this path. */
  add(path: string): void
  /** Writes what was counted so far. */
  flush(): Promise<void>
}

export function gatherLooks(product: Product, db: Pick<Database, 'transaction'>, context: () => Context): Looks {
  let counts = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    const gathered = counts
    counts = new Map()
    if (gathered.size === 0) return
    const ctx = context()
    try {
      await db.transaction(ALL_ROWS, (tx) => product.looks!(ctx, tx, gathered))
    } catch (err) {
      ctx.log.warn({ err, pages: gathered.size }, 'looks at pages were not counted')
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    // One after the other: two at once would wait for each other's rows.
    return (writing = writing.then(write))
  }
  return {
    add(path) {
      if (!product.looks) return
      counts.set(path, (counts.get(path) ?? 0) + 1)
      if (counts.size >= PAGES_MAX) void flush()
      else timer ??= setTimeout(() => void flush(), GATHER_MS).unref()
    },
    flush,
  }
}
