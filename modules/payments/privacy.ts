/** What payments know of a person, for the person. Amounts and dates stay after an erasure; the number does not. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { savedCardsOf } from './cards.ts'
import { payerMobile, type Payment } from './charges.ts'
import { paymentIds } from './rules.ts'
import { listByOwner, listByPayer } from './store/payments.ts'

const EXPORTED_MAX = 10_000

export async function exportOf(ctx: Context, tx: Tx, subjectId: string): Promise<unknown> {
  const paid = await listByPayer.all(tx, subjectId, EXPORTED_MAX)
  const received = await listByOwner.all(tx, subjectId, EXPORTED_MAX)
  const mine = []
  for (const payment of paid) mine.push({ ...lineOf(payment), mobile: (await payerMobile(ctx, tx, payment)) ?? null })
  const cards = await savedCardsOf(tx, subjectId)
  return {
    payments_made: mine,
    payments_received: received.map(lineOf),
    saved_cards: cards.map(({ brand, last_four, saved_at }) => ({ brand, last_four, saved_at: saved_at.toString() })),
  }
}

function lineOf(payment: Payment) {
  const { amount_minor, currency, purpose, state, created_at, succeeded_at } = payment
  return {
    id: paymentIds.wire(payment.id),
    amount_minor: amount_minor.toString(),
    currency,
    purpose,
    state,
    created_at: created_at.toString(),
    succeeded_at: succeeded_at?.toString() ?? null,
  }
}
