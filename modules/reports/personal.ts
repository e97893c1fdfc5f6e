/** What reports know of one person: the views they keep and the exports they asked for. */
import type { Tx } from '../../kernel/db/tx.ts'
import { listExports } from './exports.ts'
import * as store from './store.ts'

export async function exportOf(tx: Tx, subjectId: string): Promise<unknown> {
  const views = await store.viewsOf.all(tx, subjectId, 100)
  const exports = await listExports(tx, subjectId, { after: undefined, limit: 1000 })
  return {
    saved_views: views.map(({ list, name, query, shared }) => ({ list, name, query, shared })),
    exports: exports.map(({ list, row_count, requested_at }) => ({ list, row_count, requested_at })),
  }
}

/** Views and exports go; files are of other people's data and must not outlive who may read them. */
export async function eraseOf(tx: Tx, subjectId: string): Promise<void> {
  await store.deleteViewsOf.run(tx, subjectId)
  await store.deleteExportsOf.run(tx, subjectId)
}
