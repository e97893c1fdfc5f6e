/** What other modules may ask of profiles. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { LeapDayPick } from './rules.ts'

export { ageOn, celebrationDay, nextCelebration, type LeapDayPick } from './rules.ts'

export type IdentityCheck = 'not_required' | 'required' | 'submitted' | 'passed' | 'refused'

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
  readonly identityCheck: IdentityCheck
}

export interface ProfileInput {
  readonly firstName: string
  readonly lastName?: string | null
  readonly displayName?: string
  readonly dateOfBirth: Temporal.PlainDate
  readonly celebrates?: LeapDayPick
  readonly locale?: string
  readonly timeZone?: string
  readonly visibility?: 'public' | 'private'
}

export interface Standing {
  /** Under legal age today in the product's time zone. */
  readonly minor: boolean
  /** Accepted guardians while the person is a minor; else empty. */
  readonly guardianIds: string[]
  /** May hold money in their own name: contact proven, guardian there for a minor, no identity check pending. */
  readonly verified: boolean
  readonly identityCheck: IdentityCheck
}

export interface Preferences {
  readonly channels: { readonly sms: boolean; readonly email: boolean; readonly in_app: boolean }
  readonly categories: {
    readonly pots: boolean
    readonly gifts: boolean
    readonly rewards: boolean
    readonly partners: boolean
    readonly marketing: boolean
  }
  /** Local times `HH:MM` in `timeZone`; may pass midnight. Null: none. */
  readonly quietHours: { readonly start: string; readonly end: string } | null
  readonly timeZone: string
}

declare const soon: never

/** The profile. Refuses `profiles.no_profile`. */
export const getProfile: (ctx: Context, tx: Tx, userId: string) => Promise<Profile> = () => soon
/** The profile, if the person made one. */
export const findProfile: (ctx: Context, tx: Tx, userId: string) => Promise<Profile | undefined> = () => soon
/** Makes or changes the profile. */
export const putProfile: (ctx: Context, tx: Tx, userId: string, input: ProfileInput) => Promise<Profile> = () => soon
/** What the person may do, by age, guardians, contact and identity check. Without a profile: not verified, not a minor. */
export const standing: (ctx: Context, tx: Tx, userId: string) => Promise<Standing> = () => soon
/** How the person wants to be told things; defaults when they never said. */
export const preferencesOf: (tx: Tx, userId: string) => Promise<Preferences> = () => soon
/** True while the child is a minor and has accepted this guardian. */
export const isGuardianOf: (ctx: Context, tx: Tx, guardianId: string, childId: string) => Promise<boolean> = () => soon
