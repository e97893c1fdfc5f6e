/** The numbers and choices of subscriptions. A product fills them in; what governs a period is frozen onto it when it is billed. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { definePolicy } from '../../kernel/module.ts'
import type { Cycle, Prices, Seats, Terms } from './rules.ts'

/** Language → text. */
export type Texts = Readonly<Record<string, string>>

export interface PlanSpec {
  readonly code: string
  readonly name: Texts
  /** What it holds, in the words of the page of plans. */
  readonly holds: readonly Texts[]
  /** The higher is the more: going up is at once, going down at the end of the period. */
  readonly rank: number
  readonly seats: Seats
  /** The first prices, tax included, minor units. Later ones are announced by staff and kept in the database. */
  readonly prices: Readonly<Record<Cycle, Prices>>
  /** The provider's own plans, where it may renew instead of us. */
  readonly provider_plans?: Partial<Readonly<Record<Cycle, string>>>
  /** For each learner and month. */
  readonly allowances: readonly { readonly meter: string; readonly amount: bigint }[]
}

/** What a learner may use in one month of a subscription. The same id is the same allowance. */
export interface Allowance {
  readonly id: string
  readonly subject: string
  readonly meter: string
  readonly amount: bigint
  readonly period_start: Temporal.Instant
  readonly period_end: Temporal.Instant
}

export interface Used {
  readonly meter: string
  readonly granted: bigint
  readonly used: bigint
}

export interface SubscriptionsPolicy extends Terms {
  readonly plans: readonly PlanSpec[]
  readonly trial_days: number
  readonly tax_basis_points: number
  /** Pauses, summed over any twelve months. */
  readonly pause_days_max: number
  /** A new price holds for a period that begins at least so long after its payer was told. */
  readonly price_notice_days: number
  /** Above this a refund by staff needs a second person. */
  readonly refund_alone_max_minor: bigint
  /** Whoever ends at once: whether the days not used are given back. */
  readonly ending_now: 'refund_unused' | 'keep'
  /** Money that comes after the end for want of payment: back, or the lessons go on. After the payer ended it: always back. */
  readonly late_money: 'give_back' | 'resume'
  readonly invoice_prefix: string
  /** What a learner may use now and what of it was used: ending at once gives back no more of the month than is left of it. */
  readonly used?: (ctx: Context, tx: Tx, learner: string) => Promise<readonly Used[]>
  /** Gives a learner what the plan holds for a month; absent where nothing is metered. */
  readonly allow?: (ctx: Context, tx: Tx, allowance: Allowance) => Promise<void>
}

export const subscriptionsPolicy = definePolicy<SubscriptionsPolicy>('subscriptions')

/** The civil day of now, where the product lives. */
export function todayOf(ctx: Context): Temporal.PlainDate {
  return ctx.clock.now().toZonedDateTimeISO(ctx.product.timeZone).toPlainDate()
}
