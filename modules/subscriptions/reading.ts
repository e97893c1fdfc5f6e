/** Reading: whether lessons are open, what was earned of a learner, what a person and staff see, what the verifier expects. */
import { startOfDay } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import { userIdOf } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse, type RefusalKind } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { ExpectedTransfers, HealthCheck } from '../../kernel/module.ts'
import { errors } from './errors.ts'
import { billedTo, creditOf, type Invoice, type Line } from './invoices.ts'
import type { Subscription } from './lives.ts'
import { subscriptionsPolicy } from './policy.ts'
import { evenly, OPEN, type Status } from './rules.ts'
import * as charges from './store/charges.ts'
import * as invoices from './store/invoices.ts'
import * as proof from './store/proof.ts'
import * as store from './store/subscriptions.ts'

export interface Access {
  /** `trial`, `active` and `grace` are open; the others are not. */
  readonly status: 'trial' | 'active' | 'grace' | 'suspended' | 'paused' | 'none'
  readonly open: boolean
  /** Until when it stands so, unless something is done. */
  readonly until: Temporal.Instant | null
  readonly plan: string | null
  /** Also while the first period waits to be paid, which counts as `none`. */
  readonly subscription_id: string | null
  readonly payer_id: string | null
}

/** Whether a learner's lessons are open now. One statement; asked at each use, never remembered. */
export async function accessOf(ctx: Context, tx: Tx, learnerId: string): Promise<Access> {
  const it = await store.findCoverOf.first(tx, learnerId)
  const place = { plan: it?.plan ?? null, subscription_id: it?.id ?? null, payer_id: it?.payer_id ?? null }
  if (!it || it.status === 'pending' || it.status === 'cancelled')
    return { ...place, status: 'none', open: false, until: null }
  return { ...place, status: it.status, open: OPEN.has(it.status), until: untilOf(ctx, it) }
}

function untilOf(ctx: Context, it: Subscription): Temporal.Instant | null {
  const { grace_days, cancel_days } = subscriptionsPolicy(ctx)
  const days: Partial<Record<Status, Temporal.PlainDate | null | undefined>> = {
    trial: it.period_end,
    active: it.period_end,
    grace: it.failed_on?.add({ days: grace_days }),
    suspended: it.failed_on?.add({ days: cancel_days }),
    paused: it.paused_until,
  }
  const day = days[it.status]
  return day ? startOfDay(day, ctx.product.timeZone) : null
}

/** Why lessons are not open, as the sentence the learner reads; undefined when they are. For the composition's ports. */
export async function refusalFor(ctx: Context, tx: Tx, learnerId: string): Promise<RefusalKind | undefined> {
  const { open, status } = await accessOf(ctx, tx, learnerId)
  if (open) return undefined
  return status === 'none' ? errors.none : errors.closed
}

/**
 * What was earned of a learner in the month of a day, without tax, minor units: each day's part of the subscription in equal parts over the
 * learners it covered that day, less allowances given. For margins; sums over learners to what the ledger recognised.
 */
export async function revenueOf(_ctx: Context, tx: Tx, learnerId: string, month: Temporal.PlainDate): Promise<bigint> {
  const from = month.with({ day: 1 })
  const to = from.add({ months: 1 })
  const subscriptions = new Set(
    (await store.listSeatsOf.all(tx, learnerId, from, to)).map((seat) => seat.subscription_id),
  )
  let sum = 0n
  for (const id of subscriptions) {
    const seats = await store.listSeatsBetween.all(tx, id, from, to)
    const partOn = (day: Temporal.PlainDate, amount: bigint): bigint => {
      const there = seats.filter((seat) => covers(seat, day)).map((seat) => seat.learner_id)
      const place = there.indexOf(learnerId)
      return place < 0 ? 0n : evenly(amount, there.length)[place]!
    }
    for (const { on_day, amount_minor } of await invoices.earnedBetween.all(tx, id, from, to))
      sum += partOn(on_day, amount_minor)
    for (const { on_day, amount_minor } of await invoices.allowancesBetween.all(tx, id, from, to))
      sum -= partOn(on_day, amount_minor)
  }
  return sum
}

function covers(seat: store.SeatRow, day: Temporal.PlainDate): boolean {
  const begun = Temporal.PlainDate.compare(seat.from_on, day) <= 0
  return begun && (seat.to_on === null || Temporal.PlainDate.compare(day, seat.to_on) < 0)
}

/** The subscription for its payer, or for staff who may see it. Refuses `kernel.not_found`. */
export async function getFor(ctx: Context, tx: Tx, id: string, staff: boolean): Promise<Subscription> {
  const it = await store.findSubscription.first(tx, id)
  return it && (staff || it.payer_id === userIdOf(ctx.actor)) ? it : refuse(kernelErrors.not_found)
}

export interface Whole {
  readonly it: Subscription
  readonly seats: store.SeatRow[]
  readonly credit_minor: bigint
  /** What is asked for now, if anything. */
  readonly open: Invoice[]
}

export async function wholeOf(tx: Tx, it: Subscription): Promise<Whole> {
  const [seats, open] = [await store.listSeats.all(tx, it.id), await invoices.listOpen.all(tx, it.id)]
  return { it, seats, open, credit_minor: await creditOf(tx, it) }
}

export const listOfPayer = (tx: Tx, payer: string, page: PageRequest): Promise<Subscription[]> =>
  store.listOfPayer.all(tx, payer, page.after?.[0], page.after?.[1], page.limit + 1)

export const listForStaff = (
  tx: Tx,
  filter: { status: string | undefined; payer: string | undefined },
  page: PageRequest,
): Promise<Subscription[]> =>
  store.listForStaff.all(tx, filter.status, filter.payer, page.after?.[0], page.after?.[1], page.limit + 1)

export const listInvoicesOf = (tx: Tx, payer: string, page: PageRequest): Promise<Invoice[]> =>
  invoices.listOfPayer.all(tx, payer, page.after?.[0], page.after?.[1], page.limit + 1)

const INVOICES_MAX = 200

export const listInvoices = (tx: Tx, id: string): Promise<Invoice[]> =>
  invoices.listOfSubscription.all(tx, id, INVOICES_MAX)

export const listRefundRequests = (
  tx: Tx,
  status: string | undefined,
  page: PageRequest,
): Promise<charges.RequestRow[]> =>
  charges.listRequests.all(tx, status, page.after?.[0], page.after?.[1], page.limit + 1)

/** An invoice with everything that explains it, to the last unit. */
export interface Explained {
  readonly invoice: Invoice
  readonly lines: Line[]
  readonly billed_to: string | null
  /** Recognised so far, without tax. */
  readonly earned_minor: bigint
  readonly charges: charges.ChargeRow[]
  readonly notes: Invoice[]
  readonly repayments: charges.RepaymentRow[]
  /** The number of the invoice it corrects. */
  readonly corrects: string | null
}

/** A period that was paid late begins when it was paid: its lines are of the days of the invoice. */
function asIssued(line: Line, { reason, from_on, to_on }: Invoice): Line {
  return reason === 'period' ? { ...line, from_on, to_on } : line
}

/** Refuses `kernel.not_found` to everybody but its payer and staff. */
export async function explainInvoice(ctx: Context, tx: Tx, id: string, staff: boolean): Promise<Explained> {
  const invoice = await invoices.findInvoiceById.first(tx, id)
  if (!invoice || (!staff && invoice.payer_id !== userIdOf(ctx.actor))) refuse(kernelErrors.not_found)
  const place = invoice.subscription_id
  const paid = await charges.listCharges.all(tx, place, id)
  const ids = new Set(paid.map((charge) => charge.id))
  const repayments = await charges.listRepayments.all(tx, place)
  const corrected = invoice.corrects && (await invoices.findInvoice.one(tx, place, invoice.corrects))
  return {
    invoice,
    lines: (await invoices.listLines.all(tx, place, id)).map((line) => asIssued(line, invoice)),
    billed_to: await billedTo(ctx, tx, invoice),
    earned_minor: (await invoices.earnedOf.one(tx, place, id)).amount_minor,
    charges: paid,
    notes: await invoices.listNotesOn.all(tx, place, id),
    repayments: repayments.filter((row) => ids.has(row.charge_id)),
    corrects: corrected ? corrected.number : null,
  }
}

export const expectedTransfers: ExpectedTransfers[] = [
  {
    kinds: ['subscriptions.invoiced'],
    page: (tx, after, limit) => proof.expectedInvoices.all(tx, after, limit, 'invoice'),
  },
  {
    kinds: ['subscriptions.credited'],
    page: (tx, after, limit) => proof.expectedInvoices.all(tx, after, limit, 'credit_note'),
  },
  { kinds: ['subscriptions.recognised'], page: (tx, after, limit) => proof.expectedDays.all(tx, after, limit) },
]

const LATE_HOURS = 6

/** What should have been done long ago, and money that staff must look at. */
export const backlogCheck: HealthCheck = {
  name: 'backlog',
  async check(ctx, tx) {
    const { overdue, failed, disputed } = await proof.backlog.one(tx, ctx.clock.now().subtract({ hours: LATE_HOURS }))
    const detail = `${overdue} overdue, ${failed} repayments failed, ${disputed} payments disputed`
    return { status: overdue + failed + disputed > 0n ? 'degraded' : 'ok', detail }
  },
}
