/**
 * The verbs on children whom a guardian adds and looks after: the account without a contact, its name and PIN, its profile. Who
 * its guardians are is in links.ts.
 */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import {
  changePin,
  changeUsername,
  createNamedUser,
  endSessionsOf,
  findUserByUsername,
  preparePin,
  userId as userIds,
  usernameOf,
} from '../identity/api.ts'
import { requireManager, requireOver } from './capabilities.ts'
import { errors } from './errors.ts'
import { guardianLinked } from './events.ts'
import { listCurrentLinks, type Invitation } from './guardians.ts'
import { guardianLinkId } from './ids.ts'
import { policyOf, todayOf } from './policy.ts'
import {
  correctDateOfBirth,
  findProfile,
  getProfile,
  isMinor,
  putProfile,
  refuseField,
  standing,
  type Profile,
} from './profiles.ts'
import { CAPABILITIES, cleanName, dateOfBirthProblem, type Relation } from './rules.ts'
import { lockProfile } from './store.ts'
import * as store from './store/guardians.ts'

export interface NewWard {
  readonly firstName: string
  readonly lastName?: string | null | undefined
  readonly dateOfBirth: Temporal.PlainDate
  readonly username: string
  readonly pin: string
  readonly relation: Relation
  readonly locale?: string | undefined
}

/**
 * Adds a child: an account without a contact, signed in to by name and PIN, with a profile and the caller as its guardian, who
 * may do everything. The caller is an adult with a profile and a verified account. Safe to repeat: the caller's own child of
 * this name, first name and birthday is given again, unchanged. Refuses `kernel.not_found` where the product lets nobody add
 * children, `guardian_minor`, `guardian_unverified`, `too_many_wards`, `ward_must_be_minor`, what is wrong with the name, date,
 * language, username or PIN. Audited; emits `profiles.guardian_linked`.
 */
export async function addWard(ctx: Context, transact: Transact, input: NewWard): Promise<{ childId: string }> {
  const guardianId = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  if (policyOf(ctx).wardsMax === 0) refuse(kernelErrors.not_found)
  const problem = dateOfBirthProblem(input.dateOfBirth, todayOf(ctx))
  if (problem) refuseField('date_of_birth', errors[problem])
  if (!isMinor(ctx, input.dateOfBirth)) refuseField('date_of_birth', errors.ward_must_be_minor)
  const before = await transact(async (tx) => {
    await requireGuardianToBe(ctx, tx, guardianId)
    return sameWard(ctx, tx, guardianId, input)
  })
  if (before !== undefined) return { childId: before }
  const { username, dateOfBirth: bornOn } = input
  const pin = await preparePin(ctx, { userId: userIds.create(ctx.clock), pin: input.pin, username, bornOn })
  return transact(async (tx) => {
    await lockProfile.first(tx, guardianId)
    await requireGuardianToBe(ctx, tx, guardianId)
    // Sent twice at once: the second waited for the first, and finds its child.
    const meanwhile = await sameWard(ctx, tx, guardianId, input)
    if (meanwhile !== undefined) return { childId: meanwhile }
    const locale = input.locale ?? ctx.locale
    const childId = await createNamedUser(ctx, tx, { username, pin, locale })
    const { firstName, lastName, dateOfBirth } = input
    await putProfile(ctx, tx, childId, { firstName, lastName, dateOfBirth, locale, allowSponsorContact: false })
    const linkId = guardianLinkId.create(ctx.clock)
    const now = ctx.clock.now()
    await store.insertOwnLink.run(tx, childId, linkId, input.relation, guardianId, CAPABILITIES, now)
    const inserted = await store.insertWardWithin.run(tx, guardianId, childId, linkId, now, policyOf(ctx).wardsMax)
    if (inserted === 0) refuse(errors.too_many_wards, { count: policyOf(ctx).wardsMax })
    await record(ctx, tx, {
      action: 'profiles.ward_added',
      subject: { type: 'user', id: childId },
      after: { guardian_id: guardianId, relation: input.relation },
    })
    await emit(ctx, tx, guardianLinked, { child_id: childId, guardian_id: guardianId })
    return { childId }
  })
}

export interface WardGuardian {
  readonly guardianId: string
  readonly name: string | null
  readonly relation: Relation
  readonly capabilities: Invitation['capabilities']
  readonly linkedAt: Temporal.Instant
}

export interface WardDetails {
  readonly profile: Profile
  /** Only for guardians who manage the account: it is half of what signs the child in. */
  readonly username: string | null
  readonly guardians: readonly WardGuardian[]
  /** Still open; only for guardians who manage the account, because they show whom others asked. */
  readonly invitations: readonly Invitation[]
}

/** The child as its guardians see it. Refuses `kernel.not_found` to whoever may not see it. */
export async function readWard(ctx: Context, tx: Tx, childId: string): Promise<WardDetails> {
  const actingAs = await requireOver(ctx, tx, childId, 'view')
  if (actingAs !== 'guardian') refuse(kernelErrors.not_found)
  const links = await listCurrentLinks(ctx, tx, childId)
  const guardians = links.flatMap(
    ({ status, guardianId, guardianName, relation, capabilities, decidedAt, invitedAt }) =>
      status === 'accepted' && guardianId !== null
        ? [{ guardianId, name: guardianName, relation, capabilities, linkedAt: decidedAt ?? invitedAt }]
        : [],
  )
  const me = userIdOf(ctx.actor)
  const manages = guardians.some(({ guardianId, capabilities }) => guardianId === me && capabilities.includes('manage'))
  return {
    profile: await getProfile(ctx, tx, childId),
    username: manages ? ((await usernameOf(ctx, tx, childId)) ?? null) : null,
    guardians,
    invitations: manages ? links.filter((link) => link.status === 'invited') : [],
  }
}

/**
 * A guardian who manages the account changes the child's name, language or date of birth; the child stays a minor, and the date
 * can be changed as often as one's own. Refuses `kernel.not_found`, `ward_must_be_minor`, `date_of_birth_locked` and what is
 * wrong with the input.
 */
export async function changeWard(
  ctx: Context,
  tx: Tx,
  childId: string,
  input: Pick<NewWard, 'firstName' | 'lastName' | 'dateOfBirth' | 'locale'>,
): Promise<void> {
  const before = (await lockProfile.first(tx, childId)) ?? refuse(kernelErrors.not_found)
  await requireManager(ctx, tx, childId)
  const problem = dateOfBirthProblem(input.dateOfBirth, todayOf(ctx))
  if (problem) refuseField('date_of_birth', errors[problem])
  if (!isMinor(ctx, input.dateOfBirth)) refuseField('date_of_birth', errors.ward_must_be_minor)
  if (!before.date_of_birth.equals(input.dateOfBirth)) {
    if (before.identity_check === 'passed' || before.identity_check === 'submitted')
      refuseField('date_of_birth', errors.date_of_birth_locked)
    await correctDateOfBirth(ctx, tx, before, input.dateOfBirth, 1)
  }
  const { locale, ...rest } = input
  await putProfile(ctx, tx, childId, { ...rest, locale: locale ?? before.locale })
}

/**
 * A guardian who manages the account gives the child another PIN; the child is signed out everywhere and need not wait. Refuses
 * `kernel.not_found`, `identity.pin_invalid`, `identity.pin_weak`, `identity.username_missing`. Audited.
 */
export async function changeWardPin(ctx: Context, transact: Transact, childId: string, pin: string): Promise<void> {
  const known = await transact(async (tx) => {
    await requireManager(ctx, tx, childId)
    const { dateOfBirth: bornOn } = await getProfile(ctx, tx, childId)
    return { bornOn, username: (await usernameOf(ctx, tx, childId)) ?? '' }
  })
  const prepared = await preparePin(ctx, { userId: childId, pin, ...known })
  await transact(async (tx) => {
    await requireManager(ctx, tx, childId)
    await changePin(ctx, tx, prepared)
  })
}

/**
 * A guardian who manages the account gives the child another name to sign in by; the child is signed out everywhere. Refuses
 * `kernel.not_found`, `identity.username_invalid`, `identity.username_taken`, `identity.username_missing`. Audited.
 */
export async function changeWardUsername(ctx: Context, tx: Tx, childId: string, username: string): Promise<void> {
  await requireManager(ctx, tx, childId)
  await changeUsername(ctx, tx, childId, username)
}

/** A guardian who manages the account signs the child out everywhere; gives the number of sessions ended. Audited. */
export async function endWardSessions(ctx: Context, tx: Tx, childId: string): Promise<number> {
  await requireManager(ctx, tx, childId)
  return endSessionsOf(ctx, tx, childId, 'signed_out_by_guardian')
}

async function requireGuardianToBe(ctx: Context, tx: Tx, guardianId: string): Promise<void> {
  const { hasProfile, minor, verified } = await standing(ctx, tx, guardianId)
  if (!hasProfile) refuse(errors.no_profile)
  if (minor) refuse(errors.guardian_minor)
  if (!verified) refuse(errors.guardian_unverified)
}

/** The guardian's own child who signs in by this name and is the same by first name and birthday: the act was repeated. */
async function sameWard(ctx: Context, tx: Tx, guardianId: string, input: NewWard): Promise<string | undefined> {
  const holder = await findUserByUsername(ctx, tx, input.username)
  if (holder === undefined) return undefined
  const [link, child] = [await store.guardianship.first(tx, holder, guardianId), await findProfile(ctx, tx, holder)]
  const same = child?.firstName === cleanName(input.firstName) && child?.dateOfBirth.equals(input.dateOfBirth)
  return link?.capabilities && same ? holder : undefined
}
