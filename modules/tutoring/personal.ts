/** Conversations as personal data: handed out, erased whole, or because the consent to them was withdrawn; and their time. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { giveUp } from './finishing.ts'
import { KEEP_DAYS, policy } from './policy.ts'
import { said } from './reading.ts'
import * as store from './store.ts'

const EXPORTED_MAX = 100_000

export async function exportOf(ctx: Context, tx: Tx, subjectId: string): Promise<unknown> {
  const conversations = []
  for (const row of await store.allOf.all(tx, subjectId, EXPORTED_MAX)) {
    const asked_at = row.asked_at.toString()
    // A guardian may hold the copy, and it may be of them that the child wrote.
    if (row.concern === 'danger') {
      conversations.push({ asked_at, withheld: 'kept back to protect the learner; support hands it to them alone' })
      continue
    }
    const { question, answer } = await said(ctx, tx, row)
    const answered_by = row.helper === 'model' ? row.model : row.helper
    conversations.push({ asked_at, question, answer, answered_by })
  }
  return { conversations }
}

/** Everything that was said goes; what an answer under way used is metered first. Safe to repeat. */
export async function eraseOf(ctx: Context, tx: Tx, subjectId: string): Promise<void> {
  for (const { id } of await store.answeringOf.all(tx, subjectId)) await giveUp(ctx, tx, subjectId, id)
  await store.deleteConversationsOf.run(tx, subjectId)
}

/** Removes what is older than the product keeps conversations. */
export async function removeOld(
  ctx: Context,
  tx: Tx,
  _before: Temporal.Instant,
  held: readonly string[],
): Promise<number> {
  const before = ctx.clock.now().subtract({ hours: 24 * (policy(ctx)?.keepDays ?? KEEP_DAYS) })
  const removed = await store.removeExchangesBefore.run(tx, before, held)
  await store.removeEmptyConversations.run(tx, before, held)
  return removed
}
