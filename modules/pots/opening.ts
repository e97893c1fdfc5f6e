/** How a pot opens: by itself at its time, at once inside the window, with a guardian's yes for a minor. */
import { assert } from '../../kernel/assert.ts'
import { civilDate } from '../../kernel/clock.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { record } from '../audit/api.ts'
import { isGuardianOf, standing } from '../profiles/api.ts'
import { errors } from './errors.ts'
import { potOpened } from './events.ts'
import type { PotId } from './ids.ts'
import { guardianAsked, guardianDeclined, potIsOpen } from './messages.ts'
import { refreshPack } from './packs.ts'
import { freeze, potsPolicy } from './policy.ts'
import { reschedulePot } from './pots.ts'
import { openingOf } from './rules.ts'
import type { PotRow } from './store/pots.ts'
import * as store from './store/pots.ts'
import { ownerLink, shareLink, tellOwner, tellPerson } from './telling.ts'
import { note } from './timeline.ts'

/**
 * Opens the pot now: the rules and the price of its pack are frozen as they stand at this moment, the owner is told. The
 * caller holds the pot and knows that it may open.
 */
export async function openPot(ctx: Context, tx: Tx, pot: PotRow, { minor }: { minor: boolean }): Promise<void> {
  const now = ctx.clock.now()
  const { pack, gone } = await refreshPack(ctx, tx, pot)
  const target = pack ? BigInt(pack.price_minor) : pot.target_minor
  const goneAt = gone ? (pot.pack_gone_at ?? now) : null
  // The deadlines were told with the rules they follow from, so those of the pot's making hold.
  const policy = { ...freeze(potsPolicy(ctx)), ...deadlineRules(pot) }
  const opened = await store.open.run(tx, pot.owner_id, pot.id, now, policy, target, pack, goneAt, minor)
  assert(opened === 1, 'only a scheduled pot opens')
  await note(ctx, tx, pot, 'opened', { detail: { planned_at: pot.opens_at.toString() } })
  await emit(ctx, tx, potOpened, { pot_id: pot.id, owner_id: pot.owner_id, at: now.toString() })
  await tellOwner(ctx, tx, pot, potIsOpen, () => ({ title: pot.title, link: shareLink(ctx, pot) }))
}

const deadlineRules = ({ policy }: PotRow) => ({
  shortfall_days: policy.shortfall_days,
  unverified_refund_days: policy.unverified_refund_days,
})

/**
 * Does with a waiting pot what its time asks for: opens it, asks the guardians, moves it to the next birthday. True when it
 * changed something or there is nothing to wait for.
 */
export async function openIfDue(ctx: Context, tx: Tx, pot: PotRow): Promise<ReturnType<typeof openingOf>> {
  const { minor, guardianIds } = await standing(ctx, tx, pot.owner_id)
  const now = ctx.clock.now()
  const what = openingOf({
    status: pot.status,
    opensAt: pot.opens_at,
    birthday: pot.birthday,
    now,
    today: civilDate(now, pot.time_zone),
    minor,
    guardianApproved: pot.guardian_approved_at !== null,
  })
  if (what === 'open') await openPot(ctx, tx, pot, { minor })
  if (what === 'roll') await reschedulePot(ctx, tx, pot.owner_id, pot.id)
  if (what === 'guardian') {
    await askGuardians(ctx, tx, pot, guardianIds)
    // Until then only a guardian can do something.
    await store.setDue.run(tx, pot.owner_id, pot.id, pot.birthday_at, now)
  }
  if (what === 'wait') await store.setDue.run(tx, pot.owner_id, pot.id, pot.opens_at, now)
  return what
}

/** The owner opens a pot whose time has come. Refuses `pots.not_open_yet`, `pots.guardian_only`. Safe to repeat. */
export async function openOwnPot(ctx: Context, tx: Tx, ownerId: string, id: PotId): Promise<PotRow> {
  const pot = (await store.lockPot.first(tx, ownerId, id)) ?? refuse(kernelErrors.not_found)
  const what = await openIfDue(ctx, tx, pot)
  if (what === 'wait') refuse(errors.not_open_yet)
  if (what === 'guardian') refuse(errors.guardian_only)
  if (pot.ended_at !== null) refuse(errors.already_settled)
  return store.findPot.one(tx, ownerId, id)
}

/** Asks every guardian for the yes the pot needs. Each is asked once for one birthday. */
export async function askGuardians(ctx: Context, tx: Tx, pot: PotRow, guardianIds: readonly string[]): Promise<void> {
  await note(ctx, tx, pot, 'guardian_asked', { turn: pot.birthday.toString() })
  for (const guardianId of guardianIds)
    await tellPerson(
      ctx,
      tx,
      pot,
      guardianId,
      guardianAsked,
      () => ({ child: pot.honoree_name, title: pot.title, link: ownerLink(ctx, pot) }),
      pot.birthday.toString(),
    )
}

/**
 * A guardian says yes: the pot opens at its time, or now when that is past. Refuses `pots.guardian_only`,
 * `pots.birthday_passed`, `pots.already_settled`. Safe to repeat.
 */
export async function approvePot(ctx: Context, tx: Tx, id: PotId): Promise<PotRow> {
  const pot = await forGuardian(ctx, tx, id)
  if (pot.guardian_approved_at !== null) return pot
  if (pot.status !== 'scheduled') refuse(errors.already_settled)
  const now = ctx.clock.now()
  if (Temporal.Instant.compare(now, pot.birthday_at) >= 0) refuse(errors.birthday_passed)
  await store.approve.run(tx, pot.owner_id, id, userIdOf(ctx.actor), now)
  await note(ctx, tx, pot, 'guardian_approved', { turn: now.toString() })
  await record(ctx, tx, { action: 'pots.guardian_approved', subject: { type: 'pot', id } })
  await openIfDue(ctx, tx, await store.findPot.one(tx, pot.owner_id, id))
  return store.findPot.one(tx, pot.owner_id, id)
}

/** A guardian says no: the pot stays closed, the owner is told, and reads the reason on the pot. The guardian may still change their mind. Safe to repeat. */
export async function declinePot(ctx: Context, tx: Tx, id: PotId, reason = ''): Promise<PotRow> {
  const pot = await forGuardian(ctx, tx, id)
  if (pot.status !== 'scheduled') refuse(errors.already_settled)
  const now = ctx.clock.now()
  if ((await store.decline.run(tx, pot.owner_id, id, userIdOf(ctx.actor), now, reason.trim() || null)) === 1) {
    await note(ctx, tx, pot, 'guardian_declined', { turn: now.toString() })
    await record(ctx, tx, { action: 'pots.guardian_declined', subject: { type: 'pot', id } })
    await tellOwner(
      ctx,
      tx,
      pot,
      guardianDeclined,
      () => ({ title: pot.title, link: ownerLink(ctx, pot) }),
      now.toString(),
    )
  }
  return store.findPot.one(tx, pot.owner_id, id)
}

async function forGuardian(ctx: Context, tx: Tx, id: PotId): Promise<PotRow> {
  const found = (await store.findPotById.first(tx, id)) ?? refuse(kernelErrors.not_found)
  const userId = userIdOf(ctx.actor)
  if (userId === undefined || !(await isGuardianOf(ctx, tx, userId, found.owner_id))) refuse(errors.guardian_only)
  return (await store.lockPot.first(tx, found.owner_id, id))!
}
