/** The verbs on profiles: making and changing one, reading it, and what a person may do by age, guardians and checks. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse, type RefusalKind } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { record } from '../audit/api.ts'
import { activeAccounts, setLocale } from '../identity/api.ts'
import { errors } from './errors.ts'
import { dateOfBirthCorrected } from './events.ts'
import { policyOf, todayOf } from './policy.ts'
import { ageOn, checkSettled, cleanName, dateOfBirthProblem, type IdentityCheck, type LeapDayPick } from './rules.ts'
import * as store from './store.ts'
import { guardiansOf, wardsOf } from './store/guardians.ts'

export interface Profile {
  readonly userId: string
  readonly firstName: string
  readonly lastName: string | null
  /** How the person is shown to others. */
  readonly displayName: string
  readonly dateOfBirth: Temporal.PlainDate
  readonly celebrates: LeapDayPick
  readonly locale: string
  /** IANA. */
  readonly timeZone: string
  readonly visibility: 'public' | 'private'
  readonly allowSponsorContact: boolean
  readonly identityCheck: IdentityCheck
  /** What staff said about the check, for the person to read. */
  readonly identityCheckNote: string | null
}

export interface ProfileInput {
  readonly firstName: string
  readonly lastName?: string | null | undefined
  /** By default the first name. */
  readonly displayName?: string | undefined
  readonly dateOfBirth: Temporal.PlainDate
  readonly celebrates?: LeapDayPick | undefined
  readonly locale?: string | undefined
  readonly timeZone?: string | undefined
  readonly visibility?: 'public' | 'private' | undefined
  readonly allowSponsorContact?: boolean | undefined
}

interface Names {
  readonly first: string
  readonly last: string | null
  readonly display: string
}

/**
 * Makes or changes the profile; what is left out stays (or gets its default). Safe to repeat. The person may change the date
 * of birth twice, and not while or after an identity check; a change that turns a minor into an adult makes an identity check
 * `required`, so that it opens nothing by itself. Refuses names, dates, zones and languages that cannot be,
 * `date_of_birth_locked`, `guardian_must_be_adult`. Emits `profiles.date_of_birth_corrected` when an existing date changes.
 */
export async function putProfile(ctx: Context, tx: Tx, userId: string, input: ProfileInput): Promise<Profile> {
  const names = namesOf(input)
  const problem = dateOfBirthProblem(input.dateOfBirth, todayOf(ctx))
  if (problem) refuseField('date_of_birth', errors[problem])
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone)) refuseField('time_zone', errors.time_zone_unknown)
  if (input.locale !== undefined && !ctx.product.locales.includes(input.locale))
    refuseField('locale', errors.locale_unknown)

  const now = ctx.clock.now()
  const sealed = await ctx.vault.seal(tx, userId, 'profiles.profile.names', JSON.stringify(names))
  const inserted = await store.insertProfile.run(
    tx,
    userId,
    sealed,
    input.dateOfBirth,
    input.celebrates ?? '28_february',
    input.locale ?? ctx.locale,
    input.timeZone ?? ctx.product.timeZone,
    input.visibility ?? 'private',
    input.allowSponsorContact ?? true,
    now,
  )
  if (inserted === 0) {
    const before = (await store.lockProfile.first(tx, userId)) ?? refuse(errors.no_profile)
    await store.updateProfile.run(
      tx,
      userId,
      sealed,
      input.celebrates ?? before.celebrates,
      input.locale ?? before.locale,
      input.timeZone ?? before.time_zone,
      input.visibility ?? before.visibility,
      input.allowSponsorContact ?? before.allow_sponsor_contact,
      now,
    )
    if (!before.date_of_birth.equals(input.dateOfBirth)) await correctOwnDateOfBirth(ctx, tx, before, input.dateOfBirth)
  }
  const profile = await getProfile(ctx, tx, userId)
  await setLocale(ctx, tx, userId, profile.locale)
  return profile
}

async function correctOwnDateOfBirth(
  ctx: Context,
  tx: Tx,
  before: store.ProfileRow,
  dateOfBirth: Temporal.PlainDate,
): Promise<void> {
  if (before.identity_check === 'passed' || before.identity_check === 'submitted')
    refuseField('date_of_birth', errors.date_of_birth_locked)
  const wasMinor = isMinor(ctx, before.date_of_birth)
  // An account without a contact was made by a guardian, whose word on the age stands.
  if ((await activeAccounts(tx, [before.user_id])).get(before.user_id) === 'without_contact')
    refuseField('date_of_birth', wasMinor ? errors.guardian_decides : errors.date_of_birth_locked)
  await correctDateOfBirth(ctx, tx, before, dateOfBirth, 1)
  if (wasMinor && !isMinor(ctx, dateOfBirth))
    await store.setIdentityCheck.run(tx, before.user_id, 'required', null, null, ctx.clock.now())
}

/** Stores another date of birth. `counted` is 1 for the person's own change, 0 for one by staff. */
export async function correctDateOfBirth(
  ctx: Context,
  tx: Tx,
  before: store.ProfileRow,
  dateOfBirth: Temporal.PlainDate,
  counted: 0 | 1,
): Promise<void> {
  const { user_id: userId } = before
  if (isMinor(ctx, dateOfBirth) && (await wardsOf.all(tx, userId, 1)).length > 0)
    refuseField('date_of_birth', errors.guardian_must_be_adult)
  const changed = await store.changeDateOfBirth.run(tx, userId, dateOfBirth, counted, ctx.clock.now())
  if (changed === 0) refuseField('date_of_birth', errors.date_of_birth_locked)
  await record(ctx, tx, {
    action: 'profiles.date_of_birth_corrected',
    subject: { type: 'user', id: userId },
    before: { minor: isMinor(ctx, before.date_of_birth) },
    after: { minor: isMinor(ctx, dateOfBirth) },
  })
  await emit(ctx, tx, dateOfBirthCorrected, { user_id: userId, date_of_birth: dateOfBirth.toString() })
}

/** The profile, if the person made one and was not erased. */
export async function findProfile(ctx: Context, tx: Tx, userId: string): Promise<Profile | undefined> {
  const row = await store.findProfile.first(tx, userId)
  const opened = row && (await ctx.vault.open(tx, userId, 'profiles.profile.names', row.sealed_names))
  if (!row || opened === undefined) return undefined
  const names = JSON.parse(opened) as Names
  return {
    userId,
    firstName: names.first,
    lastName: names.last,
    displayName: names.display,
    dateOfBirth: row.date_of_birth,
    celebrates: row.celebrates,
    locale: row.locale,
    timeZone: row.time_zone,
    visibility: row.visibility,
    allowSponsorContact: row.allow_sponsor_contact,
    identityCheck: row.identity_check,
    identityCheckNote: row.identity_check_note,
  }
}

/** The profile. Refuses `profiles.no_profile`. */
export async function getProfile(ctx: Context, tx: Tx, userId: string): Promise<Profile> {
  return (await findProfile(ctx, tx, userId)) ?? refuse(errors.no_profile)
}

export interface Standing {
  /** False: nothing is known of the person's age yet, so nothing that depends on it may be done. */
  readonly hasProfile: boolean
  /** Under legal age today, in the product's time zone. */
  readonly minor: boolean
  /** Accepted guardians while the person is a minor; else empty. */
  readonly guardianIds: string[]
  /**
   * May hold money in their own name: active account with a proven contact, for a minor at least one accepted guardian with
   * the same (a minor's own account may then be without any contact), and no identity check open or refused.
   */
  readonly verified: boolean
  readonly identityCheck: IdentityCheck
}

/** What the person may do. At most three statements; never refuses. */
export async function standing(ctx: Context, tx: Tx, userId: string): Promise<Standing> {
  const row = await store.findProfile.first(tx, userId)
  if (!row) return { hasProfile: false, minor: false, guardianIds: [], verified: false, identityCheck: 'not_required' }
  const minor = isMinor(ctx, row.date_of_birth)
  const guardianIds = minor ? (await guardiansOf.all(tx, userId)).map((link) => link.guardian_id) : []
  const accounts = await activeAccounts(tx, [userId, ...guardianIds])
  const own = accounts.get(userId)
  // Whoever has no contact, as a child may, is as good as the guardian.
  const sound = own === 'verified' || (minor && own === 'without_contact')
  const guarded = !minor || guardianIds.some((guardianId) => accounts.get(guardianId) === 'verified')
  const verified = sound && guarded && checkSettled(row.identity_check)
  return { hasProfile: true, minor, guardianIds, verified, identityCheck: row.identity_check }
}

export function isMinor(ctx: Context, dateOfBirth: Temporal.PlainDate): boolean {
  return ageOn(dateOfBirth, todayOf(ctx)) < policyOf(ctx).legalAge
}

function namesOf(input: ProfileInput): Names {
  const first = cleanName(input.firstName) ?? refuseField('first_name', errors.name_invalid)
  const last = input.lastName ? (cleanName(input.lastName) ?? refuseField('last_name', errors.name_invalid)) : null
  const display = input.displayName
    ? (cleanName(input.displayName) ?? refuseField('display_name', errors.name_invalid))
    : first
  return { first, last, display }
}

export function refuseField(field: string, kind: RefusalKind): never {
  return refuse(kind, {}, { [field]: kind })
}

function isTimeZone(timeZone: string): boolean {
  try {
    // Only names: an offset is no place and knows no rules of its own.
    return /^[A-Za-z]/.test(timeZone) && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone) !== null
  } catch {
    return false
  }
}
