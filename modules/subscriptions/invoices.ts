/**
 * Invoices: what is asked for (open, without a number), what was paid (issued: numbered without gaps, never changed again), and
 * credit notes on them. Issuing moves the money: what came and what credit there was become lessons owed and tax owed.
 */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { record } from '../audit/api.ts'
import { balanceOf, post, type Leg } from '../ledger/api.ts'
import { cancelCharge, unappliedAccount } from '../payments/api.ts'
import { findProfile } from '../profiles/api.ts'
import { creditAccount, deferredAccount, revenueAccount, taxAccount } from './accounts.ts'
import { sellersNow } from './config.ts'
import { creditNoteIdOf } from './ids.ts'
import type { Subscription } from './lives.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { daysBetween, priceOf, taxOf, unusedPart, type Cycle, type Prices, type Seats } from './rules.ts'
import * as charges from './store/charges.ts'
import * as store from './store/invoices.ts'

export type Invoice = store.InvoiceRow
export type Line = store.LineRow

const NAME = 'subscriptions.invoice.billed_to'

/** What a period, or the rest of one, is sold as. */
export interface Terms {
  readonly plan: string
  readonly plan_version: number
  readonly cycle: Cycle
  readonly prices: Prices
  readonly seats: Seats
  readonly learners: number
}

type NewLine = Omit<Line, 'line_no'>

interface Asked {
  readonly reason: 'period' | 'change'
  readonly terms: Terms
  readonly from_on: Temporal.PlainDate
  readonly to_on: Temporal.PlainDate
  readonly lines: readonly NewLine[]
  readonly adds_learner?: string
}

/** The lines of a whole period. */
export function periodLines(terms: Terms, from_on: Temporal.PlainDate, to_on: Temporal.PlainDate): NewLine[] {
  const { plan, prices, seats, learners } = terms
  const lines: NewLine[] = [{ kind: 'plan', plan, quantity: 1, gross_minor: prices.base_minor, from_on, to_on }]
  const extra = learners - seats.included
  if (extra > 0 && prices.extra_minor > 0n)
    lines.push({
      kind: 'seats',
      plan,
      quantity: extra,
      gross_minor: prices.extra_minor * BigInt(extra),
      from_on,
      to_on,
    })
  return lines
}

/** Writes what is asked for. One open invoice of a kind at a time: the key refuses a second. */
export async function openInvoice(ctx: Context, tx: Tx, it: Subscription, asked: Asked): Promise<Invoice> {
  const { terms, from_on, to_on, lines } = asked
  const tax_basis_points = subscriptionsPolicy(ctx).tax_basis_points
  const gross_minor = lines.reduce((sum, line) => sum + line.gross_minor, 0n)
  if (asked.reason === 'period') assert(gross_minor === priceOf(terms.prices, terms.seats, terms.learners), 'lines sum to the price') // prettier-ignore
  const { net, tax } = taxOf(gross_minor, tax_basis_points)
  const row: Invoice = {
    subscription_id: it.id,
    id: uuidV7(ctx.clock),
    kind: 'invoice',
    reason: asked.reason,
    status: 'open',
    number: null,
    payer_id: it.payer_id,
    billed_to: null,
    plan: terms.plan,
    plan_version: terms.plan_version,
    cycle: terms.cycle,
    base_minor: terms.prices.base_minor,
    extra_minor: terms.prices.extra_minor,
    learners: terms.learners,
    adds_learner: asked.adds_learner ?? null,
    currency: it.currency,
    gross_minor,
    net_minor: net,
    tax_minor: tax,
    tax_basis_points,
    credit_minor: 0n,
    refunded_minor: 0n,
    moved_minor: 0n,
    from_on,
    to_on,
    days: daysBetween(from_on, to_on),
    days_done: 0,
    next_on: null,
    corrects: null,
    pages: 0,
    due_on: from_on,
    issued_on: null,
    created_at: ctx.clock.now(),
    settled_at: null,
    seller: null,
  }
  await store.insertInvoice(tx, row)
  await insertLines(tx, row, lines)
  return row
}

async function insertLines(tx: Tx, invoice: Invoice, lines: readonly NewLine[]): Promise<void> {
  for (const [i, { kind, plan, quantity, gross_minor, from_on, to_on }] of lines.entries())
    await store.insertLine.run(
      tx, invoice.subscription_id, invoice.id, i + 1, kind, plan, quantity, gross_minor, from_on, to_on,
    ) // prettier-ignore
}

/** What the payer has left with us. */
export async function creditOf(tx: Tx, it: { id: string; currency: string }): Promise<bigint> {
  return (await balanceOf(tx, creditAccount(it))).available_minor
}

/** What is still to be paid in money. */
export async function toPay(tx: Tx, it: Subscription, invoice: Invoice): Promise<bigint> {
  const credit = await creditOf(tx, it)
  return invoice.gross_minor > credit ? invoice.gross_minor - credit : 0n
}

/**
 * Issues an open invoice: with the money of a charge and credit for the rest. Undefined when the credit counted on is not there
 * any more (or the invoice is no longer open): then nothing was written, and the money belongs back.
 */
export async function issue(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  invoice: Invoice,
  charge: { id: string; amount_minor: bigint } | undefined,
  days: { from_on: Temporal.PlainDate; to_on: Temporal.PlainDate },
): Promise<Invoice | undefined> {
  const money = charge?.amount_minor ?? 0n
  const credit = invoice.gross_minor - money
  if (credit < 0n || (await creditOf(tx, it)) < credit) return undefined
  const today = todayOf(ctx)
  const issued = await store.issueInvoice.first(
    tx, it.id, invoice.id, await numberFor(ctx, tx, 'invoice', today), await nameOf(ctx, tx, it.payer_id), credit,
    days.from_on, days.to_on, daysBetween(days.from_on, days.to_on), today, ctx.clock.now(), sellersNow(ctx),
  ) // prettier-ignore
  assert(issued, 'an open invoice is issued under the lock of its subscription')
  const legs: Leg[] = [
    { account: creditAccount(it), amount_minor: -credit },
    { account: deferredAccount(it), amount_minor: issued.net_minor },
    { account: taxAccount(it.currency), amount_minor: issued.tax_minor },
  ]
  if (charge)
    legs.push({
      account: unappliedAccount({ owner_id: it.id, id: charge.id, currency: it.currency }),
      amount_minor: -money,
    })
  await post(ctx, tx, {
    id: issued.id,
    owner: it.id,
    kind: 'subscriptions.invoiced',
    legs: legs.filter((leg) => leg.amount_minor !== 0n),
    metadata: { number: issued.number, ...(charge ? { payment_id: charge.id } : {}) },
  })
  await record(ctx, tx, {
    action: 'subscriptions.invoice_paid',
    subject: { type: 'subscription', id: it.id },
    after: { invoice_id: issued.id, number: issued.number, gross_minor: issued.gross_minor, credit_minor: credit },
  })
  return issued
}

/** Calls an open invoice off, and the pages on which it could be paid. Money that comes all the same goes back. */
export async function voidOpen(ctx: Context, tx: Tx, it: Subscription): Promise<void> {
  for (const invoice of await store.listOpen.all(tx, it.id)) await store.voidInvoice.run(tx, it.id, invoice.id)
  await closePages(ctx, tx, it)
}

/** Closes what could still be paid; a charge whose money is on its way tells by itself. */
export async function closePages(ctx: Context, tx: Tx, it: Subscription, except?: string): Promise<void> {
  for (const charge of await charges.listOpenCharges.all(tx, it.id))
    if (charge.id !== except) await cancelCharge(ctx, tx, it.id, charge.id)
}

/**
 * A credit note on what is unused of an invoice: its days end, what they would have earned and their tax become credit. The days
 * up to yesterday must be earned. Undefined when nothing is left.
 */
export async function creditUnused(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  invoice: Invoice,
): Promise<Invoice | undefined> {
  const part = unusedPart(invoice)
  const open = invoice.gross_minor - invoice.refunded_minor
  if (part.gross <= 0n || open <= 0n) return undefined
  // An allowance given before took some of the price already: the days left are worth what is left, at most.
  const gross = part.gross < open ? part.gross : open
  const from_on = invoice.next_on ?? invoice.to_on
  await store.stopEarning.run(tx, it.id, invoice.id, gross)
  const legs = {
    deferred: part.net,
    gross,
    tax: gross === part.gross ? part.tax : taxOf(gross, invoice.tax_basis_points).tax,
  }
  const id = creditNoteIdOf(invoice.id, 'unused')
  return creditNote(ctx, tx, it, invoice, { id, reason: 'unused', from_on, ...legs })
}

/** A credit note of an amount, out of what is earned: the days go on. False-proof against giving back more than was paid. */
export async function creditAllowance(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  invoice: Invoice,
  gross: bigint,
  occasion: string,
): Promise<Invoice | undefined> {
  if (!(await store.creditOn(tx, it.id, invoice.id, gross))) return undefined
  const { tax } = taxOf(gross, invoice.tax_basis_points)
  const id = creditNoteIdOf(invoice.id, occasion)
  return creditNote(ctx, tx, it, invoice, {
    id,
    reason: 'allowance',
    from_on: invoice.from_on,
    gross,
    tax,
    deferred: 0n,
  })
}

interface Note {
  readonly id: string
  readonly reason: 'unused' | 'allowance'
  readonly from_on: Temporal.PlainDate
  readonly gross: bigint
  readonly tax: bigint
  /** What of it was owed as lessons; the rest was earned and is given up. */
  readonly deferred: bigint
}

async function creditNote(ctx: Context, tx: Tx, it: Subscription, invoice: Invoice, note: Note): Promise<Invoice> {
  const today = todayOf(ctx)
  const { gross, tax, from_on } = note
  const days = Math.max(1, invoice.days - invoice.days_done)
  const to_on = note.reason === 'unused' ? from_on.add({ days }) : invoice.to_on
  const row: Invoice = {
    ...invoice,
    id: note.id,
    kind: 'credit_note',
    reason: note.reason,
    status: 'paid',
    number: await numberFor(ctx, tx, 'credit_note', today),
    billed_to: await nameOf(ctx, tx, invoice.payer_id),
    adds_learner: null,
    gross_minor: gross,
    net_minor: gross - tax,
    tax_minor: tax,
    credit_minor: 0n,
    refunded_minor: 0n,
    moved_minor: note.deferred > gross - tax ? note.deferred + tax : gross,
    from_on,
    to_on,
    days: daysBetween(from_on, to_on),
    days_done: 0,
    next_on: null,
    corrects: invoice.id,
    pages: 0,
    due_on: today,
    issued_on: today,
    created_at: ctx.clock.now(),
    settled_at: ctx.clock.now(),
    seller: sellersNow(ctx),
  }
  await store.insertInvoice(tx, row)
  const { plan } = invoice
  await insertLines(tx, row, [{ kind: note.reason, plan, quantity: 1, gross_minor: gross, from_on, to_on }])
  const legs: Leg[] = [
    { account: deferredAccount(it), amount_minor: -note.deferred },
    { account: revenueAccount(it.currency), amount_minor: -(row.net_minor - note.deferred) },
    { account: taxAccount(it.currency), amount_minor: -tax },
    { account: creditAccount(it), amount_minor: gross },
  ]
  await post(ctx, tx, {
    id: row.id,
    owner: it.id,
    kind: 'subscriptions.credited',
    legs: legs.filter((leg) => leg.amount_minor !== 0n),
    metadata: { number: row.number, corrects: invoice.id },
  })
  await record(ctx, tx, {
    action: 'subscriptions.credited',
    subject: { type: 'subscription', id: it.id },
    after: { invoice_id: row.id, number: row.number, corrects: invoice.number, gross_minor: gross, why: note.reason },
  })
  return row
}

/** `TUT-2026-000042`; credit notes have a series of their own, `TUT-CN-2026-000001`. No gaps: it is taken where it is used. */
async function numberFor(ctx: Context, tx: Tx, kind: Invoice['kind'], today: Temporal.PlainDate): Promise<string> {
  const { last } = await store.nextNumber.one(tx, `${kind}:${today.year}`)
  const prefix = subscriptionsPolicy(ctx).invoice_prefix
  return `${prefix}${kind === 'credit_note' ? '-CN' : ''}-${today.year}-${String(last).padStart(6, '0')}`
}

/** The payer's name as it is on the day of issue, sealed with the payer's key. */
async function nameOf(ctx: Context, tx: Tx, payer: string): Promise<Buffer | null> {
  const profile = await findProfile(ctx, tx, payer)
  if (!profile) return null
  const name = profile.lastName ? `${profile.firstName} ${profile.lastName}` : profile.firstName
  return ctx.vault.seal(tx, payer, NAME, name)
}

/** The name on an issued invoice; null once erased. */
export async function billedTo(ctx: Context, tx: Tx, invoice: Invoice): Promise<string | null> {
  if (invoice.billed_to === null) return null
  return (await ctx.vault.open(tx, invoice.payer_id, NAME, invoice.billed_to)) ?? null
}
