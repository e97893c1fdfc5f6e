/** Pure decisions of settlements: periods, what follows a status, what a statement seals. */
import { sha256 } from '../../kernel/crypto.ts'

export type PaymentTerms = 'weekly' | 'monthly' | 'quarterly'

export interface Period {
  readonly start: Temporal.PlainDate
  /** The last day, included. */
  readonly end: Temporal.PlainDate
}

/** The first day of the calendar period that holds `date`. Weeks begin on Monday. */
export function periodStart(terms: PaymentTerms, date: Temporal.PlainDate): Temporal.PlainDate {
  switch (terms) {
    case 'weekly':
      return date.subtract({ days: date.dayOfWeek - 1 })
    case 'monthly':
      return date.with({ day: 1 })
    case 'quarterly':
      return date.with({ month: date.month - ((date.month - 1) % 3), day: 1 })
  }
}

/** Its last day. */
export function periodEnd(terms: PaymentTerms, date: Temporal.PlainDate): Temporal.PlainDate {
  const length = { weekly: { weeks: 1 }, monthly: { months: 1 }, quarterly: { months: 3 } }[terms]
  return periodStart(terms, date).add(length).subtract({ days: 1 })
}

/**
 * The period to close next: from the day after the last one, so that there is never a gap or an overlap, also when the terms
 * changed meanwhile; to the end of the calendar period in which it begins. The first begins with the period of `since`.
 */
export function nextPeriod(
  terms: PaymentTerms,
  last: Temporal.PlainDate | undefined,
  since: Temporal.PlainDate,
): Period {
  const start = last ? last.add({ days: 1 }) : periodStart(terms, since)
  return { start, end: periodEnd(terms, start) }
}

export type SettlementStatus = 'draft' | 'pending' | 'approved' | 'paying' | 'paid' | 'disputed' | 'carried'

/**
 * `carried` is less than the minimum and goes into the next statement; `disputed` has nothing left to pay but disputed lines.
 * A payout that failed leads back to `approved`, and so does one the provider took back after it had arrived. `paying` lasts
 * as long as nobody knows whether the money arrived: nothing but the payout's own outcome leads out of it.
 */
export const SETTLEMENT_NEXT: Readonly<Record<SettlementStatus, readonly SettlementStatus[]>> = {
  draft: ['pending', 'carried'],
  pending: ['approved', 'disputed'],
  approved: ['approved', 'paying', 'disputed'],
  paying: ['paid', 'approved'],
  paid: ['approved'],
  disputed: [],
  carried: [],
}

/** The statuses from which `to` may be reached, for a conditional update. */
export function settlementStatusesBefore(to: SettlementStatus): SettlementStatus[] {
  return (Object.keys(SETTLEMENT_NEXT) as SettlementStatus[]).filter((from) => SETTLEMENT_NEXT[from].includes(to))
}

export type LineKind = 'redemption' | 'reversal' | 'released'

export interface Line {
  readonly line_no: number
  readonly kind: LineKind
  readonly redemption_id: string
  readonly occurred_at: Temporal.Instant
  readonly pack_name: Readonly<Record<string, string>>
  readonly venue_name: string
  readonly gross_minor: bigint
  readonly share_minor: bigint
  readonly commission_minor: bigint
}

export interface Totals {
  readonly gross_minor: bigint
  /** Redemptions less reversals; what was released after a dispute is apart. */
  readonly share_minor: bigint
  readonly commission_minor: bigint
  readonly released_minor: bigint
  readonly carried_in_minor: bigint
  readonly payable_minor: bigint
}

export function totalsOf(lines: readonly Line[], carried_in_minor: bigint): Totals {
  const sum = (of: (line: Line) => bigint) => lines.reduce((total, line) => total + of(line), 0n)
  const share_minor = sum((line) => (line.kind === 'released' ? 0n : line.share_minor))
  const released_minor = sum((line) => (line.kind === 'released' ? line.share_minor : 0n))
  return {
    gross_minor: sum((line) => line.gross_minor),
    share_minor,
    commission_minor: sum((line) => line.commission_minor),
    released_minor,
    carried_in_minor,
    payable_minor: share_minor + released_minor + carried_in_minor,
  }
}

/** Less than the minimum, nothing, or less than nothing is carried into the next period. */
export function statusOnClosing(payable_minor: bigint, minimum_minor: bigint): 'pending' | 'carried' {
  return payable_minor > 0n && payable_minor >= minimum_minor ? 'pending' : 'carried'
}

export interface Sealed extends Totals {
  readonly id: string
  readonly partner_id: string
  readonly period_start: Temporal.PlainDate
  readonly period_end: Temporal.PlainDate
  readonly asset: string
  readonly minimum_payout_minor: bigint
  readonly closed_at: Temporal.Instant
}

/** SHA-256 over the head and every line, in order: whoever has the statement can compute it again. */
export function sealOf(head: Sealed, lines: readonly Line[]): string {
  const text = (values: readonly unknown[]) => JSON.stringify(values.map(String))
  return sha256(
    [
      text([
        head.id,
        head.partner_id,
        head.period_start,
        head.period_end,
        head.asset,
        head.gross_minor,
        head.share_minor,
        head.commission_minor,
        head.released_minor,
        head.carried_in_minor,
        head.payable_minor,
        head.minimum_payout_minor,
        head.closed_at,
      ]),
      ...lines.map((line) =>
        text([
          line.line_no,
          line.kind,
          line.redemption_id,
          line.occurred_at,
          line.venue_name,
          line.gross_minor,
          line.share_minor,
          line.commission_minor,
        ]),
      ),
    ].join('\n'),
  )
}
