/** Closing a period: which partner's is due, what goes into the statement, its seal. */
import { present } from '../../kernel/assert.ts'
import { civilDate, startOfDay } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { record } from '../audit/api.ts'
import { getPartner, listPartners, type Partner } from '../merchants/api.ts'
import { listSettleable, settle, type Settleable } from '../redemption/api.ts'
import { errors } from './errors.ts'
import { settlementClosed } from './events.ts'
import { settlementId } from './ids.ts'
import { nextPeriod, sealOf, statusOnClosing, totalsOf, type Line, type Period } from './rules.ts'
import * as store from './store.ts'

export type Settlement = Readonly<store.SettlementRow>

export interface Closing {
  readonly partner_id: string
  /** The last day of the period; must be the one that is due next. Default: that one. */
  readonly period_end?: Temporal.PlainDate
}

/**
 * Closes the partner's next period and seals its statement: every redemption scanned before the end of its last day in the
 * product's zone that no statement has, what was taken back of earlier statements, what disputes released, and what earlier
 * periods left. Less than the partner's minimum is carried forward. Closing the same period again gives the same statement,
 * and of ten who close it at once one does. Refuses `period_not_over`, `out_of_order`, `nothing_to_close`. Audited; tells
 * `settlement_closed`.
 */
export async function closePeriod(ctx: Context, tx: Tx, { partner_id, period_end }: Closing): Promise<Settlement> {
  const partner = await getPartner(tx, partner_id)
  const period = await periodDue(ctx, tx, partner)
  if (period_end && !period.end.equals(period_end)) {
    // Looked for after what is due was read: somebody may have closed it between the two.
    const closed = await store.findByEnd.first(tx, partner_id, period_end)
    return confirmed(ctx, tx, closed ?? refuse(errors.out_of_order, { end: period.end.toString() }))
  }
  const { timeZone, currency } = ctx.product
  const now = ctx.clock.now()
  if (!isOver(ctx, period)) refuse(errors.period_not_over, { end: period.end.toString() })
  const until = startOfDay(period.end.add({ days: 1 }), timeZone)
  if (partner.status === 'pending' || (partner.status !== 'active' && !(await hasBusiness(tx, partner_id, until))))
    refuse(errors.nothing_to_close)
  const id = settlementId.create(ctx.clock)
  const { minimum_payout_minor } = partner
  const { start, end } = period
  const terms = partner.payment_terms
  const mine = await store.insertDraft.run(tx, partner_id, id, start, end, terms, currency, minimum_payout_minor, now)
  if (mine === 0)
    return confirmed(
      ctx,
      tx,
      present(await store.findByEnd.first(tx, partner_id, end), 'the period somebody else closed'),
    )

  const lines = await linesOf(tx, partner_id, id, until)
  const left = await store.carryInto.all(tx, partner_id, id)
  const totals = totalsOf(
    lines,
    left.reduce((sum, { left_minor }) => sum + left_minor, 0n),
  )
  if (lines.length > 0) await store.insertLines.run(tx, partner_id, id, JSON.stringify(lines, asText))
  const head = {
    id,
    partner_id,
    period_start: start,
    period_end: end,
    asset: currency,
    minimum_payout_minor,
    closed_at: now,
  }
  const settlement = await store.sealDraft.one(
    tx,
    partner_id,
    id,
    lines.length,
    totals.gross_minor,
    totals.share_minor,
    totals.commission_minor,
    totals.released_minor,
    totals.carried_in_minor,
    totals.payable_minor,
    statusOnClosing(totals.payable_minor, minimum_payout_minor),
    sealOf({ ...head, ...totals }, lines),
  )
  await record(ctx, tx, {
    action: 'settlements.closed',
    subject: { type: 'settlement', id },
    after: {
      partner_id,
      period_start: start,
      period_end: end,
      ...totals,
      status: settlement.status,
      seal: settlement.seal,
    },
  })
  await emit(ctx, tx, settlementClosed, { ...eventOf(settlement), status: settlement.status })
  return settlement
}

/** Who asks for what is closed already is on record too. */
async function confirmed(ctx: Context, tx: Tx, settlement: Settlement): Promise<Settlement> {
  const { id, partner_id, period_end } = settlement
  await record(ctx, tx, {
    action: 'settlements.closing_confirmed',
    subject: { type: 'settlement', id },
    after: { partner_id, period_end },
  })
  return settlement
}

/** The partner's lines, each claimed for this statement, in the order in which things happened. */
async function linesOf(tx: Tx, partner: string, id: string, until: Temporal.Instant): Promise<Line[]> {
  const released = await store.releaseInto.all(tx, partner, id)
  const lines: Omit<Line, 'line_no'>[] = (await settle(tx, partner, until, id)).map(lineOf)
  for (const { redemption_id, share_minor, resolved_at, pack_name, venue_name } of released)
    lines.push({
      kind: 'released',
      redemption_id,
      occurred_at: resolved_at,
      pack_name,
      venue_name,
      gross_minor: 0n,
      share_minor,
      commission_minor: 0n,
    })
  return lines.map((line, i) => ({ line_no: i + 1, ...line }))
}

function lineOf(item: Settleable): Omit<Line, 'line_no'> {
  const sign = item.reversal ? -1n : 1n
  return {
    kind: item.reversal ? 'reversal' : 'redemption',
    redemption_id: item.id,
    occurred_at: item.at,
    pack_name: item.pack_name,
    venue_name: item.venue_name,
    gross_minor: sign * item.price_minor,
    share_minor: sign * item.share_minor,
    commission_minor: sign * item.commission_minor,
  }
}

function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}

/** The period of the partner that comes next, over or not. */
export async function periodDue(ctx: Context, tx: Tx, partner: Partner): Promise<Period> {
  const last = await store.lastEnd.first(tx, partner.id)
  return nextPeriod(partner.payment_terms, last?.period_end, civilDate(partner.created_at, ctx.product.timeZone))
}

function isOver(ctx: Context, period: Period): boolean {
  return Temporal.PlainDate.compare(period.end, civilDate(ctx.clock.now(), ctx.product.timeZone)) < 0
}

async function hasBusiness(tx: Tx, partner: string, until: Temporal.Instant): Promise<boolean> {
  if ((await listSettleable(tx, partner, until)).length > 0) return true
  return (await store.hasLeftOver.one(tx, partner)).left_over
}

/**
 * Closes the partner's next period if it is over. True when it did, so that a sweep goes on with the one after it: after a
 * pause every period is closed, in order, as if it had been in time.
 */
export async function closeIfDue(ctx: Context, tx: Tx, partnerId: string): Promise<boolean> {
  const partner = await getPartner(tx, partnerId)
  const period = await periodDue(ctx, tx, partner)
  if (partner.status === 'pending' || !isOver(ctx, period)) return false
  const until = startOfDay(period.end.add({ days: 1 }), ctx.product.timeZone)
  if (partner.status !== 'active' && !(await hasBusiness(tx, partnerId, until))) return false
  await closePeriod(ctx, tx, { partner_id: partnerId, period_end: period.end })
  return true
}

const PARTNERS_PAGE = 100

/** One page of partners that have a period to close, and where the next page begins. */
export async function partnersDue(
  ctx: Context,
  tx: Tx,
  after: readonly string[] | undefined,
): Promise<{ due: string[]; next: readonly string[] | undefined }> {
  const page = await listPartners(tx, {}, { after, limit: PARTNERS_PAGE })
  const ends = await store.lastEnds.all(
    tx,
    page.items.map((partner) => partner.id),
  )
  const lastEnd = new Map(ends.map((row) => [row.partner_id, row.period_end]))
  const isDue = (partner: Partner) => {
    const since = civilDate(partner.created_at, ctx.product.timeZone)
    return (
      partner.status !== 'pending' && isOver(ctx, nextPeriod(partner.payment_terms, lastEnd.get(partner.id), since))
    )
  }
  const last = page.items.at(-1)
  return {
    due: page.items.filter(isDue).map((partner) => partner.id),
    next: page.next_cursor && last ? [last.name, last.id] : undefined,
  }
}

/** What the events of a settlement have in common. */
export function eventOf(settlement: Settlement) {
  return {
    settlement_id: settlement.id,
    partner_id: settlement.partner_id,
    period_start: settlement.period_start.toString(),
    period_end: settlement.period_end.toString(),
    payable_minor: settlement.payable_minor.toString(),
  }
}
