/** What other modules and products may ask of profiles. */
export { dateOfBirthOf, guardiansWith, isChild, requireOver, wardsOf, type ActingAs } from './capabilities.ts'
export { cameOfAge, dateOfBirthCorrected, guardianDeclined, guardianLinked, guardianUnlinked } from './events.ts'
export {
  acceptInvitation,
  declineInvitation,
  inviteGuardian,
  isGuardianOf,
  listWards,
  type Invitation,
  type Relation,
  type Ward,
} from './guardians.ts'
export { preferencesOf, type Preferences } from './preferences.ts'
export {
  findProfile,
  getProfile,
  putProfile,
  standing,
  type Profile,
  type ProfileInput,
  type Standing,
} from './profiles.ts'
export type { ProfilesPolicy } from './policy.ts'
export {
  ageOn,
  celebrationDay,
  nextCelebration,
  type Capability,
  type IdentityCheck,
  type LeapDayPick,
} from './rules.ts'
