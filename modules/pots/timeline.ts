/** Where the money is: one row for each thing that happened to a pot or a gift, in plain codes that anybody may read. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { STEPS, type Step } from './rules.ts'
import * as store from './store/pots.ts'

interface Noting {
  readonly gift?: string
  /** When it happened, if not now. */
  readonly at?: Temporal.Instant
  /** Nothing personal: everybody with the link reads it. */
  readonly detail?: Readonly<Record<string, string>>
  /** Parts repetitions of the same step (a second try, say); without it the step is told once. */
  readonly turn?: string
}

/** Notes a step. Safe to repeat. */
export async function note(
  ctx: Context,
  tx: Tx,
  pot: { owner_id: string; id: string },
  step: Step,
  noting: Noting = {},
): Promise<void> {
  const { gift, at, detail, turn } = noting
  const id = uuidFrom('pots.timeline', pot.id, step, gift ?? '', turn ?? '')
  const rank = STEPS.indexOf(step)
  await store.insertStep.run(tx, pot.owner_id, pot.id, id, gift, at ?? ctx.clock.now(), rank, step, detail ?? {})
}
