/**
 * The verbs of changing a pot: each change is kept with what stood before, the last one can be put back, and nobody writes
 * over a version they have not seen.
 */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse, type RefusalKind } from '../../kernel/errors.ts'
import { packId } from '../catalog/api.ts'
import { isGuardianOf } from '../profiles/api.ts'
import { useCover } from './covers.ts'
import { errors } from './errors.ts'
import type { PotId } from './ids.ts'
import { checkDetails, goalOf, type NewPot, type Pot, type PotDetails } from './pots.ts'
import type { ChangedFields, ChangeRow } from './store/owner.ts'
import * as history from './store/owner.ts'
import * as store from './store/pots.ts'

export type Change = ChangeRow

const DETAILS = [
  'title',
  'story',
  'cover',
  'visibility',
  'allow_anonymous',
  'show_names',
  'allow_messages',
] as const satisfies readonly (keyof PotDetails)[]

export interface Changing {
  /** The version the caller saw. Without it the newest is changed whatever it is. */
  readonly revision?: number
}

/**
 * Changes a pot, by its owner or a guardian of theirs. Pack and amount are fixed once it has opened; nothing changes once it
 * has ended. What is as it was makes no change. Refuses `pots.changed_meanwhile` when `revision` is not the newest: nothing
 * is written, and each field that differs from the version seen is named. Safe to repeat.
 */
export async function changePot(
  ctx: Context,
  tx: Tx,
  id: PotId,
  change: Partial<NewPot>,
  { revision }: Changing = {},
): Promise<{ pot: Pot; role: 'owner' | 'guardian' }> {
  const { pot, role } = await forKeeper(ctx, tx, id)
  const wanted = wantedOf(change)
  if (revision !== undefined && revision !== pot.revision) await refuseUnseen(tx, pot, revision, wanted)
  await apply(ctx, tx, pot, role, change, null)
  return { pot: await store.findPot.one(tx, pot.owner_id, id), role }
}

/**
 * Puts back what the last change changed; that is a change too, which can be put back in turn. `revision` is the version
 * seen. Refuses `pots.changed_meanwhile`, `pots.nothing_to_undo`, and what a change refuses.
 */
export async function undoChange(
  ctx: Context,
  tx: Tx,
  id: PotId,
  revision: number,
): Promise<{ pot: Pot; role: 'owner' | 'guardian' }> {
  const { pot, role } = await forKeeper(ctx, tx, id)
  if (revision !== pot.revision) refuse(errors.changed_meanwhile)
  const last = (await history.findChange.first(tx, pot.owner_id, id, revision)) ?? refuse(errors.nothing_to_undo)
  const { pack_id, target_minor, ...details } = last.before
  const goal =
    typeof pack_id === 'string'
      ? { pack_id: packId.parse(pack_id) }
      : typeof target_minor === 'string'
        ? { target_minor: BigInt(target_minor) }
        : {}
  await apply(ctx, tx, pot, role, { ...(details as Partial<PotDetails>), ...goal }, revision)
  return { pot: await store.findPot.one(tx, pot.owner_id, id), role }
}

/** The changes of a pot, newest first; one row more than the limit when there is a next page. */
export async function changesOf(
  tx: Tx,
  pot: Pick<Pot, 'owner_id' | 'id'>,
  page: { readonly limit: number; readonly after?: readonly string[] | undefined },
): Promise<Change[]> {
  return history.listChanges.all(tx, pot.owner_id, pot.id, page.after?.[0], page.limit + 1)
}

/** The pot, held, for who looks after it; strangers and staff are told there is none. */
async function forKeeper(ctx: Context, tx: Tx, id: PotId): Promise<{ pot: Pot; role: 'owner' | 'guardian' }> {
  const userId = userIdOf(ctx.actor)
  const found = (await store.findPotById.first(tx, id)) ?? refuse(kernelErrors.not_found)
  const role = found.owner_id === userId ? 'owner' : 'guardian'
  if (role === 'guardian' && (userId === undefined || !(await isGuardianOf(ctx, tx, userId, found.owner_id))))
    return refuse(kernelErrors.not_found)
  return { pot: await store.lockPot.one(tx, found.owner_id, id), role }
}

async function apply(
  ctx: Context,
  tx: Tx,
  pot: Pot,
  role: 'owner' | 'guardian',
  change: Partial<NewPot>,
  undoes: number | null,
): Promise<void> {
  if (pot.ended_at !== null) refuse(errors.already_settled)
  const { pack_id, target_minor, ...changed } = change
  const given: PotDetails = { ...pot, ...changed }
  const details = { ...given, title: given.title.trim(), story: given.story.trim() }
  checkDetails(ctx, details, pot.minor)
  if (details.cover !== pot.cover) await useCover(ctx, tx, pot.owner_id, details.cover)
  const newGoal = pack_id !== undefined || target_minor !== undefined
  if (newGoal && pot.status !== 'scheduled') refuse(errors.frozen_once_open)
  const goal = newGoal ? await goalOf(ctx, tx, change) : { pack: pot.pack, target: pot.target_minor }
  const before = factsOf(pot, pot.pack?.id ?? null, pot.target_minor)
  const after = factsOf(details, goal.pack?.id ?? null, goal.target)
  const fields = Object.keys(after).filter((field) => after[field] !== before[field])
  if (fields.length === 0) return
  const only = (facts: ChangedFields) => Object.fromEntries(fields.map((field) => [field, facts[field]]))
  const now = ctx.clock.now()
  await store.updateDetails.run(
    tx, pot.owner_id, pot.id, details.title, details.story, details.cover, details.visibility, details.allow_anonymous,
    details.show_names, details.allow_messages, goal.target, goal.pack?.pack_id ?? null, goal.pack, now,
  ) // prettier-ignore
  await history.insertChange.run(
    tx, pot.owner_id, pot.id, pot.revision + 1, userIdOf(ctx.actor), role, only(before), only(after), undoes, now,
  ) // prettier-ignore
}

function factsOf(details: PotDetails, pack: string | null, target: bigint): ChangedFields {
  return {
    ...Object.fromEntries(DETAILS.map((field) => [field, details[field]])),
    pack_id: pack,
    target_minor: target.toString(),
  }
}

function wantedOf({ pack_id, target_minor, ...details }: Partial<NewPot>): ChangedFields {
  return {
    ...details,
    ...(pack_id === undefined ? {} : { pack_id: packId.wire(pack_id) }),
    ...(target_minor === undefined ? {} : { target_minor: target_minor.toString() }),
  }
}

/** Says who changed the pot meanwhile and when, and names the fields in which the two versions differ. */
async function refuseUnseen(tx: Tx, pot: Pot, seen: number, wanted: ChangedFields): Promise<never> {
  const now = factsOf(pot, pot.pack?.id ?? null, pot.target_minor)
  const fields: Record<string, RefusalKind> = {}
  for (const [field, value] of Object.entries(wanted)) if (now[field] !== value) fields[field] = errors.changed_here
  const last = await history.findChange.first(tx, pot.owner_id, pot.id, pot.revision)
  const values = { seen, newest: pot.revision, ...(last ? { by: last.role, at: last.at.toString() } : {}) }
  return refuse(errors.changed_meanwhile, values, fields)
}
