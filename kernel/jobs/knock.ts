/**
 * Tells the workers that there are jobs, after the commits that wrote them and at most once in a few milliseconds. A knock that
 * is lost with its process costs a poll interval, not a job.
 */
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'

const knock = statement('kernel.knock', "select pg_notify('jobs:insert', $1)")

const GATHER_MS = 3

/** Call it after each commit that wrote jobs. */
export function knocker(db: Pick<Database, 'reading'>, onError: (error: unknown) => void): () => void {
  let count = 0
  let busy = false
  const run = async () => {
    const body = JSON.stringify({ r: performance.now(), count })
    count = 0
    try {
      await knock.run(db.reading(), body)
    } catch (error) {
      onError(error)
    }
    if (count > 0) setTimeout(run, GATHER_MS)
    else busy = false
  }
  return () => {
    count += 1
    if (busy) return
    busy = true
    setTimeout(run, GATHER_MS)
  }
}
