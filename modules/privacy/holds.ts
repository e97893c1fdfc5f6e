/** Legal holds: staff say that a person's data must be kept for now, and why; nothing of it is erased meanwhile. */
import { civilDate } from '../../kernel/clock.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { holdId } from './ids.ts'
import * as store from './store/erasures.ts'

export type Hold = store.HoldRow

/** Places a hold, until its last day or until it is released. Refuses `erasure_begun`. Audited. */
export async function placeHold(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  basis: string,
  until: Temporal.PlainDate | undefined,
): Promise<Hold> {
  const by = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  await store.oneAtATime.run(tx)
  // The rows are what an erasure, of the person or of a purpose, begins with: one of the two sees the other.
  if ((await store.lockOpen.first(tx, subjectId))?.state === 'running') refuse(errors.erasure_begun)
  await store.lockPurposesOf.all(tx, subjectId)
  const row = await store.insertHold.one(
    tx, subjectId, holdId.create(ctx.clock), basis, by, ctx.clock.now(), until,
  ) // prettier-ignore
  await record(ctx, tx, {
    action: 'privacy.hold_placed',
    subject: { type: 'user', id: subjectId },
    after: { hold_id: row.id, until: until?.toString() ?? null },
    reason: basis,
  })
  return row
}

/** Ends a hold. Refuses `hold_unknown`, also when it was released already. Audited. */
export async function releaseHold(ctx: Context, tx: Tx, subjectId: string, id: string, reason: string): Promise<Hold> {
  const by = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  const row = await store.releaseHold.first(tx, subjectId, id, by, ctx.clock.now(), reason)
  if (!row) refuse(errors.hold_unknown)
  await record(ctx, tx, {
    action: 'privacy.hold_released',
    subject: { type: 'user', id: subjectId },
    after: { hold_id: id },
    reason,
  })
  return row
}

/**
 * Everybody whose data is held today: what the nightly removal of old rows spares (`product.held`). A hold that is placed while it
 * runs waits for it, so that whoever was told that a hold stands can rely on every row that was there.
 */
export async function heldPersons(ctx: Context, tx: Tx): Promise<readonly string[]> {
  await store.oneAtATime.run(tx)
  const held = await store.heldSubjects.all(tx, civilDate(ctx.clock.now(), ctx.product.timeZone))
  return held.map(({ subject_id }) => subject_id)
}

export async function isHeld(ctx: Context, tx: Tx, subjectId: string): Promise<boolean> {
  const today = civilDate(ctx.clock.now(), ctx.product.timeZone)
  return (await store.activeHold.first(tx, subjectId, today)) !== undefined
}

/** All holds, newest first, one row more than the page. */
export async function listHolds(tx: Tx, page: PageRequest): Promise<Hold[]> {
  const [at, id] = page.after ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  return store.listHolds.all(tx, at, id, page.limit + 1)
}
