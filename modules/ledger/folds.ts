/** Keeping deferred accounts cheap to read: sums up to an instant, and the monthly partitions entries go to. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { FIRST_UUID } from './rules.ts'
import * as store from './store.ts'

const ACCOUNTS_PER_PAGE = 100
const MONTHS_AHEAD = 6

/** Folds every deferred account up to ten minutes before now. Safe to repeat; a fold is only ever a cache. */
export async function foldDeferred(ctx: Context, transact: Transact): Promise<void> {
  const upTo = ctx.clock.now()
  let after: [string, string] = [FIRST_UUID, FIRST_UUID]
  for (;;) {
    const last = await transact((tx) => store.foldPage.first(tx, upTo, ...after, ACCOUNTS_PER_PAGE))
    if (last === undefined) return
    after = [last.last_owner_id, last.last_account_id]
  }
}

/** Makes the partitions of this month and the next ones. Safe to repeat. */
export async function createPartitionsAhead(ctx: Context, tx: Tx): Promise<void> {
  const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  await store.createPartitions.run(tx, today, today.add({ months: MONTHS_AHEAD }))
}
