/** What other modules and products may ask of identity. */
export {
  activeVerified,
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
export { authenticate, startSession, type Device, type StartedSession } from './sessions.ts'
export { installSecondFactor } from './factors.ts'
export { setPassword } from './passwords.ts'
export { secondFactorAdded, secondFactorRemoved, userReinstated, userSignedUp, userSuspended } from './events.ts'
export { sessionId, userId, type SessionId, type UserId } from './ids.ts'
export { makeToken, readToken, type MadeToken } from './tokens.ts'
export type { IdentityChoices } from './policy.ts'
