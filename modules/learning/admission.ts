/** Who may practise now, and whether what they learn may be kept. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { permits } from '../../kernel/gate.ts'
import { requireOver } from '../profiles/api.ts'
import { errors } from './errors.ts'
import { learningPolicy } from './policy.ts'

/**
 * Lets the learner pass and nobody else: guardians look on. Refuses `learner_only` to those, `kernel.not_found` to strangers, and
 * what the product's `admits` says (a subscription that ended).
 */
export async function requireLearner(ctx: Context, tx: Tx, learnerId: string): Promise<void> {
  if (userIdOf(ctx.actor) !== learnerId && ctx.actor.kind !== 'system') {
    await requireOver(ctx, tx, learnerId, 'view')
    refuse(errors.learner_only)
  }
  const barred = await learningPolicy(ctx).admits?.(ctx, tx, learnerId)
  if (barred) refuse(barred)
}

/** Refuses `consent_needed` while what is learnt may not be kept. */
export async function requireKeeping(ctx: Context, tx: Tx, learnerId: string): Promise<void> {
  if (!(await permits(ctx, tx, learnerId, 'learning_data'))) refuse(errors.consent_needed)
}
