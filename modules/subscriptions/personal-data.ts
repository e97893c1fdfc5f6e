/** What is kept of a person: what they pay, what covers them. Erased: it ends, names go; documents stay without them, as the law asks. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { RefusalKind } from '../../kernel/errors.ts'
import { end } from './endings.ts'
import { errors } from './errors.ts'
import { voidOpen } from './invoices.ts'
import { lock } from './lives.ts'
import { todayOf } from './policy.ts'
import { listInvoicesOf, listOfPayer } from './reading.ts'
import { findUnderWay } from './store/charges.ts'
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
    // A bill that waits is made anew without the seat; one that is being charged is not taken back.
    else if (it.charging === null) await voidOpen(ctx, tx, it)
  }
  await eraseNames.run(tx, subjectId)
}

/**
 * Why a payer is not erased yet: a card is being charged, or money on its way back has not arrived and may need an answer. A bill that
 * nobody paid keeps nobody: it ends with the person. For the privacy policy of a product.
 */
export async function moneyUnderWay(_ctx: Context, tx: Tx, payerId: string): Promise<RefusalKind | undefined> {
  return (await findUnderWay.one(tx, payerId)).under_way ? errors.money_under_way : undefined
}
