/** What other modules and products may ask of identity. */
export {
  activeAccounts,
  contactOf,
  createUser,
  emailContact,
  findUserByContact,
  hasVerifiedContact,
  isActive,
  phoneContact,
  reinstateUser,
  setLocale,
  suspendUser,
  type Contact,
  type ContactDetails,
  type NewUser,
} from './accounts.ts'
export { authenticate, endSessionsOf, startSession, type Device, type StartedSession } from './sessions.ts'
export { installSecondFactor } from './factors.ts'
export {
  changePin,
  changeUsername,
  createNamedUser,
  findUserByUsername,
  preparePin,
  removeUsername,
  usernameOf,
  type PreparedPin,
} from './usernames.ts'
export { setPassword } from './passwords.ts'
export {
  contactVerified,
  secondFactorAdded,
  secondFactorRemoved,
  userReinstated,
  userSignedUp,
  userSuspended,
} from './events.ts'
export { latinDigits } from './rules.ts'
export { sessionId, userId, type SessionId, type UserId } from './ids.ts'
export { makeToken, readToken, type MadeToken } from './tokens.ts'
export type { IdentityChoices } from './policy.ts'
