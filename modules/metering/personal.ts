/** What metering knows of a person, for the person; and what stays of it when they are gone: sums that are nobody's. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { grantsOf } from './store/quotas.ts'
import { eraseUsage, eventsOf } from './store/usage.ts'

const EVENTS_MAX = 100_000
const GRANTS_MAX = 1000

export async function exportOf(_ctx: Context, tx: Tx, subjectId: string): Promise<unknown> {
  const grants = await grantsOf.all(tx, subjectId, GRANTS_MAX)
  const events = await eventsOf.all(tx, subjectId, EVENTS_MAX)
  return {
    quotas: grants.map(({ meter, amount, taken, period_start, period_end }) => ({
      meter,
      amount: amount.toString(),
      used: taken.toString(),
      period_start: period_start.toString(),
      period_end: period_end.toString(),
    })),
    usage: events.map((event) => ({
      service: event.service,
      provider: event.provider,
      model: event.model,
      tokens_in: event.tokens_in.toString(),
      tokens_out: event.tokens_out.toString(),
      speech_seconds: event.speech_seconds.toString(),
      occurred_at: event.occurred_at.toString(),
    })),
  }
}

/** Quotas are ledger facts under an id that is nobody's by then; events go, their sums stay as nobody's. */
export async function eraseOf(ctx: Context, tx: Tx, subjectId: string): Promise<void> {
  await eraseUsage.run(tx, subjectId, ctx.clock.now())
}
