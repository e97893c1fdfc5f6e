/** What other modules and products may ask of profiles. */
export { dateOfBirthOf, guardiansWith, isChild, requireOver, wardsOf, type ActingAs } from './capabilities.ts'
export { readNumber as readDocumentNumber } from './checks.ts'
export { tryDocument, type DocumentProof, type DocumentTry } from './document-proof.ts'
export {
  cameOfAge,
  dateOfBirthCorrected,
  guardianDeclined,
  guardianLinked,
  consentRightTaken,
  guardianUnlinked,
} from './events.ts'
export {
  acceptInvitation,
  declineInvitation,
  inviteGuardian,
  inviteFurtherGuardian,
  isGuardianOf,
  type Invitation,
} from './guardians.ts'
export { listWards, removeGuardian, setCapabilities, type Ward } from './links.ts'
export { addWard, type NewWard } from './wards.ts'
export { ofAge as ofAgeMessage } from './messages.ts'
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
export type { ProfilesChoices } from './policy.ts'
export {
  ageOn,
  celebrationDay,
  nextCelebration,
  type Capability,
  type IdentityCheck,
  type LeapDayPick,
  type Relation,
} from './rules.ts'
