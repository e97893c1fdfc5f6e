/** The queue of what was kept for a purpose alone, after its consent was withdrawn. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { permits } from '../../kernel/gate.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { isHeld } from './holds.ts'
import { keepLog } from './jobs.ts'
import { policyOf } from './policy.ts'
import * as store from './store/erasures.ts'

/**
 * Queues the erasure of what was kept for the purpose. Withdrawn again while it waits, it waits from then on. The withdrawal is
 * logged outside the database at once: a backup from before it must not bring the consent back. Safe to repeat.
 */
export async function queuePurpose(ctx: Context, tx: Tx, subjectId: string, purpose: string): Promise<void> {
  const now = ctx.clock.now()
  const dueAt = now.add({ hours: 24 * policyOf(ctx).purposeErasureDays })
  // Each withdrawal is a line of its own: a backup from between two of them knows the first and not the second.
  const id = uuidV7(ctx.clock)
  await store.queuePurpose.run(tx, subjectId, id, purpose, now, dueAt)
  await store.insertLog.run(tx, subjectId, id, 'withdrawal', purpose, now)
  await enqueue(ctx, tx, keepLog, { subject_id: subjectId, id })
}

/** Purposes whose time has come. */
export async function duePurposes(ctx: Context, tx: Tx): Promise<{ subject_id: string; id: string }[]> {
  return store.duePurposes.all(tx, ctx.clock.now(), 200)
}

/**
 * Erases what every module kept for the purpose, in one transaction. Cancelled when the purpose is permitted again by now; waits
 * on while a legal hold lasts. Audited. Safe to repeat.
 */
export async function erasePurpose(ctx: Context, tx: Tx, subjectId: string, id: string): Promise<void> {
  const row = await store.lockPurpose.first(tx, subjectId, id)
  const now = ctx.clock.now()
  if (!row || Temporal.Instant.compare(row.due_at, now) > 0) return
  const { purpose } = row
  if (await permits(ctx, tx, subjectId, purpose)) {
    await store.endPurpose.run(tx, subjectId, id, 'cancelled', now)
    return
  }
  if (await isHeld(ctx, tx, subjectId)) return
  const erased: string[] = []
  for (const module of ctx.product.modules.toReversed()) {
    const erase = module.personalData?.purposes?.[purpose]
    if (!erase) continue
    await erase(ctx, tx, subjectId)
    erased.push(module.name)
  }
  await store.endPurpose.run(tx, subjectId, id, 'done', now)
  await record(ctx, tx, {
    action: 'privacy.purpose_erased',
    subject: { type: 'user', id: subjectId },
    after: { purpose, modules: erased.join(' ') },
  })
}

/** On a restored backup: withdraws again a consent that had been withdrawn since, and queues its data. Safe to repeat. */
export async function withdrawAgain(ctx: Context, tx: Tx, line: store.LogRow): Promise<void> {
  await policyOf(ctx).withdrawAgain?.(ctx, tx, line.subject_id, line.purpose!)
  await store.insertLog.run(tx, line.subject_id, line.id, 'withdrawal', line.purpose, line.at)
  const dueAt = line.at.add({ hours: 24 * policyOf(ctx).purposeErasureDays })
  await store.queuePurpose.run(tx, line.subject_id, line.id, line.purpose, line.at, dueAt)
  await record(ctx, tx, {
    action: 'privacy.withdrawn_again',
    subject: { type: 'user', id: line.subject_id },
    after: { purpose: line.purpose },
    reason: 'A backup from before the withdrawal was restored.',
  })
}
