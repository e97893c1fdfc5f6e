/** What staff see of payouts, what the verifier may expect of the ledger because of them, and whether any is overdue. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { ExpectedTransfers, HealthCheck } from '../../kernel/module.ts'
import { errors } from './errors.ts'
import { recipientOf, type Payout } from './payouts.ts'
import * as store from './store.ts'

export function listPayouts(tx: Tx, filter: store.PayoutFilter, page: PageRequest): Promise<Payout[]> {
  return store.listPayouts(tx, filter, page)
}

/** A payout with its recipient; refuses `payouts.not_found`. */
export async function describePayout(ctx: Context, tx: Tx, id: string) {
  const payout = (await store.findPayoutById.first(tx, id)) ?? refuse(errors.not_found)
  return { payout, recipient: await recipientOf(ctx, tx, payout) }
}

/** Everything paid out to a person or a partner, for them. */
export async function exportOf(ctx: Context, tx: Tx, subjectId: string): Promise<unknown> {
  const payouts = []
  for (const payout of await store.listByOwner.all(tx, subjectId, 10_000)) {
    const { purpose, amount_minor, currency, state, requested_at } = payout
    payouts.push({
      purpose,
      amount_minor: amount_minor.toString(),
      currency,
      state,
      requested_at: requested_at.toString(),
      ...(await recipientOf(ctx, tx, payout)),
    })
  }
  return { payouts }
}

export const expectedTransfers: ExpectedTransfers[] = [
  { kinds: ['payouts.sent'], page: (tx, after, limit) => store.expectedSent.all(tx, after, limit) },
  {
    kinds: ['payouts.paid'],
    page: (tx, after, limit) => store.expectedSettled.all(tx, after, limit, ['succeeded', 'reversed']),
  },
  {
    kinds: ['payouts.sent_reversed'],
    page: (tx, after, limit) => store.expectedSettled.all(tx, after, limit, ['failed']),
  },
  { kinds: ['payouts.returned'], page: (tx, after, limit) => store.expectedReturned.all(tx, after, limit) },
]

const DEGRADED_AFTER_MINUTES = 15
const FAILED_AFTER_MINUTES = 24 * 60

export const backlogCheck: HealthCheck = {
  name: 'backlog',
  async check(ctx, tx) {
    const { waiting, oldest_at } = await store.backlog.one(tx)
    const minutes = oldest_at ? Math.floor(ctx.clock.now().since(oldest_at).total('minutes')) : 0
    const detail = `${waiting} payouts without an outcome, the oldest for ${minutes} min`
    const status =
      minutes >= FAILED_AFTER_MINUTES ? 'failed' : minutes >= DEGRADED_AFTER_MINUTES ? 'degraded' : ('ok' as const)
    return { status, detail }
  },
}
