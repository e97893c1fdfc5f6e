/**
 * Who may act for whom: the one place where it is decided. A person acts for themselves; for a minor, the accepted guardians
 * do, each within the capabilities they hold; staff by a permission that the caller names.
 */
import { can, userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { isMinor } from './profiles.ts'
import { checkSettled, type Capability } from './rules.ts'
import * as store from './store/guardians.ts'

/** In which right somebody acts. `system` is a job or the command line. */
export type ActingAs = 'self' | 'guardian' | 'staff' | 'system'

/**
 * Lets pass who may act for the subject in this way, and says in which right: an adult themselves; a minor themselves for
 * `view` alone; an accepted guardian with the capability while the subject is a minor; staff who hold `staffPermission`, when
 * the caller names one; the system. Whoever else asks is refused `kernel.not_found`, as if there were no such person. One
 * statement. The rows are the subject's, so routes that ask see all rows.
 */
export async function requireOver(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  capability: Capability,
  staffPermission?: string,
): Promise<ActingAs> {
  if (ctx.actor.kind === 'system') return 'system'
  const actorId = userIdOf(ctx.actor) ?? refuse(kernelErrors.not_found)
  const found = await store.guardianship.first(tx, subjectId, actorId)
  const minor = found === undefined || isStillChild(ctx, found)
  if (actorId === subjectId && (capability === 'view' || !minor)) return 'self'
  if (minor && found?.capabilities?.includes(capability)) return 'guardian'
  if (staffPermission !== undefined && found !== undefined && can(ctx.actor, staffPermission)) return 'staff'
  return refuse(kernelErrors.not_found)
}

/** The accepted guardians of a minor who hold the capability, the first accepted first; nobody for an adult. */
export async function guardiansWith(ctx: Context, tx: Tx, childId: string, capability: Capability): Promise<string[]> {
  const rows = await store.guardiansWith.all(tx, childId, capability)
  return rows.filter((row) => isStillChild(ctx, row)).map((row) => row.guardian_id)
}

/**
 * True under legal age; also while no profile says how old the person is, and while somebody who made themselves older has not
 * shown a document: nothing opens by leaving an age out, nor by changing it.
 */
export async function isChild(ctx: Context, tx: Tx, userId: string): Promise<boolean> {
  const row = await store.ageOf.first(tx, userId)
  return row === undefined || isStillChild(ctx, row)
}

/** The actor, who must be a guardian that manages the child's account. Refuses `kernel.not_found`. */
export async function requireManager(ctx: Context, tx: Tx, childId: string): Promise<string> {
  if ((await requireOver(ctx, tx, childId, 'manage')) !== 'guardian') refuse(kernelErrors.not_found)
  return userIdOf(ctx.actor) ?? refuse(kernelErrors.not_found)
}

function isStillChild(ctx: Context, row: store.AgeRow): boolean {
  return isMinor(ctx, row.date_of_birth) || (row.date_of_birth_changes > 0 && !checkSettled(row.identity_check))
}

/** The minors this person is an accepted guardian of, holding the capability; the first linked first; at most 50. */
export async function wardsOf(
  ctx: Context,
  tx: Tx,
  guardianId: string,
  capability: Capability = 'view',
): Promise<string[]> {
  const rows = await store.wardsWith.all(tx, guardianId, capability, 50)
  return rows.filter((row) => isStillChild(ctx, row)).map((row) => row.child_id)
}

/**
 * The date of birth to judge age by; undefined while no profile says it, or while somebody who made themselves older has not
 * shown a document. Opens nothing sealed.
 */
export async function dateOfBirthOf(ctx: Context, tx: Tx, userId: string): Promise<Temporal.PlainDate | undefined> {
  const row = await store.ageOf.first(tx, userId)
  const believed = row !== undefined && (isMinor(ctx, row.date_of_birth) || !isStillChild(ctx, row))
  return believed ? row.date_of_birth : undefined
}
