/**
 * The verbs on accepted links between a child and its guardians: what each guardian may do, who leaves and who is removed, and
 * the end that age brings. Whoever changes the guardians of a child holds the child's row, so that changes follow one another.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { Message } from '../../kernel/messages.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { record } from '../audit/api.ts'
import { activeAccounts, contactOf, removeUsername, usernameOf } from '../identity/api.ts'
import { requireManager } from './capabilities.ts'
import { errors } from './errors.ts'
import { cameOfAge, consentRightTaken, guardianUnlinked } from './events.ts'
import * as say from './messages.ts'
import { policyOf, todayOf } from './policy.ts'
import { findProfile, isMinor } from './profiles.ts'
import { lastOfAge, type Capability } from './rules.ts'
import { lockProfile } from './store.ts'
import * as store from './store/guardians.ts'
import { tell } from './telling.ts'

const BATCH = 500

export interface Ward {
  readonly childId: string
  readonly firstName: string
  readonly displayName: string
  readonly dateOfBirth: Temporal.PlainDate
  /** The name the child signs in by, for guardians who manage the account; null where there is none. */
  readonly username: string | null
  readonly capabilities: readonly Capability[]
  readonly linkedAt: Temporal.Instant
}

/** The minors this person is the guardian of; at most 50. */
export async function listWards(ctx: Context, tx: Tx, guardianId: string): Promise<Ward[]> {
  const wards: Ward[] = []
  for (const row of await store.wardsOf.all(tx, guardianId, 50)) {
    const child = await findProfile(ctx, tx, row.child_id)
    if (!child || !isMinor(ctx, child.dateOfBirth)) continue
    const { firstName, displayName, dateOfBirth } = child
    const { capabilities } = row
    const username = capabilities.includes('manage') ? ((await usernameOf(ctx, tx, row.child_id)) ?? null) : null
    wards.push({
      childId: row.child_id,
      firstName,
      displayName,
      dateOfBirth,
      username,
      capabilities,
      linkedAt: row.linked_at,
    })
  }
  return wards
}

/**
 * Says what a guardian may do for the child from now on. Somebody must go on managing the account. Safe to repeat. Refuses
 * `kernel.not_found` to whoever does not manage it, `link_missing`, `last_manager`. Audited; the guardian is told; emits
 * `profiles.consent_right_taken` where that right is among those taken.
 */
export async function setCapabilities(
  ctx: Context,
  tx: Tx,
  childId: string,
  guardianId: string,
  capabilities: readonly Capability[],
): Promise<void> {
  const { target, others } = await heldLinks(ctx, tx, childId, guardianId)
  const same =
    capabilities.length === target.capabilities.length && capabilities.every((one) => target.capabilities.includes(one))
  if (same) return
  if (!capabilities.includes('manage') && !others.some(manages)) refuse(errors.last_manager)
  await store.setCapabilities.run(tx, childId, target.id, capabilities)
  if (!capabilities.includes('manage')) await store.withdrawInvitationsBy.run(tx, childId, guardianId)
  await record(ctx, tx, {
    action: 'profiles.capabilities_changed',
    subject: { type: 'user', id: childId },
    before: { guardian_id: guardianId, capabilities: target.capabilities },
    after: { guardian_id: guardianId, capabilities: [...capabilities] },
  })
  if (target.capabilities.includes('consent') && !capabilities.includes('consent')) {
    const at = ctx.clock.now().toString()
    await emit(ctx, tx, consentRightTaken, { child_id: childId, guardian_id: guardianId, at })
  }
  await tellOther(ctx, tx, childId, guardianId, say.capabilitiesChanged)
}

/**
 * A guardian who manages the account ends another guardian's link, or their own. Of two who remove each other at once, the
 * first stays. Refuses `kernel.not_found` to whoever does not manage it, `link_missing`, `last_manager`. Audited; the guardian
 * is told.
 */
export async function removeGuardian(ctx: Context, tx: Tx, childId: string, guardianId: string): Promise<void> {
  const { target, others } = await heldLinks(ctx, tx, childId, guardianId)
  if (!others.some(manages)) refuse(errors.last_manager)
  await endLink(ctx, tx, target, 'unlinked')
  await tellOther(ctx, tx, childId, guardianId, say.guardianRemoved)
}

/**
 * The guardian gives the child up. A child who can only be reached through guardians keeps one who manages the account. Refuses
 * `link_missing`, `last_manager`. Audited.
 */
export async function leaveWard(ctx: Context, tx: Tx, guardianId: string, childId: string): Promise<void> {
  await lockProfile.first(tx, childId)
  const links = await store.lockAccepted.all(tx, childId)
  const link = links.find((row) => row.guardian_id === guardianId) ?? refuse(errors.link_missing)
  const depends = (await activeAccounts(tx, [childId])).get(childId) === 'without_contact'
  if (depends && manages(link) && !links.some((row) => row !== link && manages(row))) refuse(errors.last_manager)
  await endLink(ctx, tx, link, 'unlinked')
}

/** Marks what waited too long and ends the links of children who came of age, a batch at a time until none is left. */
export async function sweepLinks(ctx: Context, tx: Tx): Promise<void> {
  while ((await store.expireLinks.run(tx, ctx.clock.now(), BATCH)) === BATCH);
  const { legalAge } = policyOf(ctx)
  const today = todayOf(ctx)
  for (;;) {
    const outgrown = await store.outgrown.all(tx, lastOfAge(today, legalAge), BATCH)
    for (const { child_id: childId } of outgrown) await handOver(ctx, tx, childId)
    if (outgrown.length < BATCH) return
  }
}

/**
 * The child is of age: the guardians' links end, each once, and others hear of it once. Whoever has a contact of their own
 * signs in by it; the name and the PIN that a guardian gave serve until there is one.
 */
async function handOver(ctx: Context, tx: Tx, childId: string): Promise<void> {
  await lockProfile.first(tx, childId)
  const links = await store.lockAccepted.all(tx, childId)
  if (links.length === 0) return
  for (const link of links) await endLink(ctx, tx, link, 'came_of_age')
  await retireUsername(ctx, tx, childId)
  await emit(ctx, tx, cameOfAge, { user_id: childId })
}

/** Ends signing in by name and PIN for an adult who has proven a number or an address. Safe to repeat. Audited. */
export async function retireUsername(ctx: Context, tx: Tx, userId: string): Promise<void> {
  const profile = await lockProfile.first(tx, userId)
  if (!profile || isMinor(ctx, profile.date_of_birth)) return
  if ((await activeAccounts(tx, [userId])).get(userId) === 'verified') await removeUsername(ctx, tx, userId)
}

/** Tells the guardians of a person who came of age that their part is over. The person is told in the app. */
export async function tellFormerGuardians(ctx: Context, tx: Tx, userId: string): Promise<void> {
  const child = await findProfile(ctx, tx, userId)
  if (!child) return
  for (const { guardian_id: guardianId } of await store.formerGuardiansOf.all(tx, userId))
    await tell(ctx, tx, guardianId, say.guardianshipOver, { child: child.firstName })
}

/** Ends every link of a person whose account is erased, on both sides. Safe to repeat. */
export async function endAllLinks(ctx: Context, tx: Tx, userId: string): Promise<void> {
  await lockProfile.first(tx, userId)
  await store.withdrawInvitations.run(tx, userId)
  for (const link of await store.lockAccepted.all(tx, userId)) await endLink(ctx, tx, link, 'unlinked')
  for (const ward of await store.wardsOf.all(tx, userId, 1000)) {
    await lockProfile.first(tx, ward.child_id)
    const link = await store.lockLinkOf.first(tx, ward.child_id, userId)
    if (link) await endLink(ctx, tx, link, 'unlinked')
  }
}

export async function endLink(
  ctx: Context,
  tx: Tx,
  link: Pick<store.LinkRow, 'child_id' | 'id' | 'guardian_id'>,
  status: 'unlinked' | 'came_of_age',
): Promise<void> {
  const { child_id: childId, id } = link
  const guardianId = link.guardian_id!
  await store.endLink.run(tx, childId, id, status, ctx.clock.now())
  await store.deleteWard.run(tx, guardianId, childId)
  await store.withdrawInvitationsBy.run(tx, childId, guardianId)
  await record(ctx, tx, {
    action: 'profiles.guardian_unlinked',
    subject: { type: 'user', id: childId },
    before: { guardian_id: guardianId },
    after: { status },
  })
  const at = ctx.clock.now().toString()
  await emit(ctx, tx, guardianUnlinked, { child_id: childId, guardian_id: guardianId, at })
}

/** The guardian's link and the others, held; the actor manages the account, also after whoever was before them. */
async function heldLinks(ctx: Context, tx: Tx, childId: string, guardianId: string) {
  if (!(await lockProfile.first(tx, childId))) refuse(kernelErrors.not_found)
  await requireManager(ctx, tx, childId)
  const links = await store.lockAccepted.all(tx, childId)
  const target = links.find((row) => row.guardian_id === guardianId) ?? refuse(errors.link_missing)
  return { target, others: links.filter((row) => row !== target) }
}

const manages = (link: store.LinkRow): boolean => link.capabilities.includes('manage')

/** Tells a guardian what another guardian decided about them; whoever decides on themselves knows. */
async function tellOther(
  ctx: Context,
  tx: Tx,
  childId: string,
  guardianId: string,
  message: Message<'child'>,
): Promise<void> {
  if (ctx.actor.kind === 'user' && ctx.actor.userId === guardianId) return
  const child = await findProfile(ctx, tx, childId)
  if ((await contactOf(ctx, tx, guardianId)).active)
    await tell(ctx, tx, guardianId, message, { child: child?.firstName ?? '' })
}
