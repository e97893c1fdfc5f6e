/** Reading the latest messages for the development outbox. */
import type { Tx } from '../../kernel/db/tx.ts'
import { listRecent, type OutgoingRow } from './store.ts'

const SHOWN_MAX = 200

export async function recent(tx: Tx): Promise<OutgoingRow[]> {
  return listRecent.all(tx, SHOWN_MAX)
}
