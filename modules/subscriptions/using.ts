/**
 * What comes back to whoever ends at once. Days are given back; but the month of allowances that runs may be used up on its first
 * day, and then the month was had: of it, what comes back is the days left or the allowance left, whichever is less. Months that
 * have not begun come back whole. Whoever used nothing gets every day back, which is more than Egypt's law on consumers asks (Law 181
 * of 2018: fourteen days, for what is as it was bought; https://riad-riad.com/new-egyptian-consumer-protection-law/).
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { creditOf } from './invoices.ts'
import { learnersOf, type Subscription } from './lives.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { daysBetween, OPEN, unusedPart, usedDays } from './rules.ts'
import { listRunning } from './store/invoices.ts'

/** The first day that comes back when the payer ends it today: the lessons of a first day were had, and so was what was used. */
export async function givenBackFrom(ctx: Context, tx: Tx, it: Subscription): Promise<Temporal.PlainDate> {
  const today = todayOf(ctx)
  if (!OPEN.has(it.status)) return today
  const first = it.period_start.equals(today) ? today.add({ days: 1 }) : today
  const sums = new Map<string, { granted: bigint; used: bigint }>()
  const usedOf = subscriptionsPolicy(ctx).used
  if (usedOf)
    for (const learner of await learnersOf(tx, it.id))
      for (const { meter, granted, used } of await usedOf(ctx, tx, learner)) {
        const sum = sums.get(meter) ?? { granted: 0n, used: 0n }
        sums.set(meter, { granted: sum.granted + granted, used: sum.used + used })
      }
  const { from, days } = usedDays(it, [...sums.values()])
  const until = from.add({ days })
  return Temporal.PlainDate.compare(until, first) > 0 ? until : first
}

export interface Ending {
  /** Comes back to the card, tax included. */
  readonly back_minor: bigint
  /** The first day that is given back. */
  readonly from: Temporal.PlainDate
  /** More than the days that are over was used. */
  readonly by_use: boolean
}

/** What ending it now would give back; changes nothing. */
export async function endingOf(ctx: Context, tx: Tx, it: Subscription): Promise<Ending> {
  const today = todayOf(ctx)
  const from = await givenBackFrom(ctx, tx, it)
  const by_use = daysBetween(today, from) > 1
  const pays = subscriptionsPolicy(ctx).ending_now === 'refund_unused'
  let back = await creditOf(tx, it)
  for (const invoice of await listRunning.all(tx, it.id)) {
    const ahead = invoice.id === it.paid_ahead
    if (!pays && !ahead) continue
    const until = it.status === 'paused' ? it.paused_on! : from
    const more = ahead || invoice.next_on === null ? 0 : Math.max(0, daysBetween(invoice.next_on, until))
    const { gross } = unusedPart({ ...invoice, days_done: Math.min(invoice.days, invoice.days_done + more) })
    const open = invoice.gross_minor - invoice.refunded_minor
    back += gross < open ? gross : open
  }
  return { back_minor: back, from, by_use }
}
