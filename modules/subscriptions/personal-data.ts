/** What is kept of a person: what they pay, what covers them. Erased: it ends, names go; documents stay without them, as the law asks. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { end } from './endings.ts'
import { lock } from './lives.ts'
import { todayOf } from './policy.ts'
import { listInvoicesOf, listOfPayer } from './reading.ts'
import { eraseNames } from './store/invoices.ts'
import * as store from './store/subscriptions.ts'
import { invoiceOnWire, subscriptionOnWire } from './wire.ts'

const ALL = { after: undefined, limit: 1000 }

export async function exportOf(_ctx: Context, tx: Tx, subjectId: string): Promise<unknown> {
  const paid = await listOfPayer(tx, subjectId, ALL)
  return {
    subscriptions: paid.map(subscriptionOnWire),
    invoices: (await listInvoicesOf(tx, subjectId, ALL)).map(invoiceOnWire),
    covered: await store.seatsEver.all(tx, subjectId),
  }
}

/** Safe to repeat. */
export async function eraseOf(ctx: Context, tx: Tx, subjectId: string): Promise<void> {
  for (const { id } of await listOfPayer(tx, subjectId, ALL)) {
    const it = await lock(tx, id)
    await end(ctx, tx, it, 'erased')
  }
  const cover = await store.findCoverOf.first(tx, subjectId)
  if (cover) {
    const it = await lock(tx, cover.id)
    await store.uncoverLearner(tx, it.id, subjectId, todayOf(ctx))
    if ((await store.listSeats.all(tx, it.id)).length === 0) await end(ctx, tx, it, 'nobody_left')
  }
  await eraseNames.run(tx, subjectId)
}
