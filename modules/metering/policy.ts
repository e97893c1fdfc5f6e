/** What a product sets about metering. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { definePolicy } from '../../kernel/module.ts'

export interface MeteringPolicy {
  /**
   * What a learner brought in in the month that begins on `month`, net of tax, in minor units of the product's currency. Without
   * it margins have no revenue.
   */
  readonly revenueOf?: (ctx: Context, tx: Tx, subjectId: string, month: Temporal.PlainDate) => Promise<bigint>
  /** How many days after it happened an event is still taken in. Default 60. */
  readonly lateDays?: number
}

export const policy = definePolicy<MeteringPolicy>('metering')

/** Less than the time events are kept, so that a repeat always meets what it repeats. */
export const LATE_DAYS = 60
