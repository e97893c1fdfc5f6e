/** What identity tells others. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const Person = Type.Object({ user_id: Type.String() })

/** An account was made: somebody proved a number or an address for the first time. */
export const userSignedUp = defineEvent('identity.user_signed_up', Person)
/** A signed-in person proved that a number or an address is theirs. */
export const contactVerified = defineEvent(
  'identity.contact_verified',
  Type.Object({ user_id: Type.String(), kind: Type.Union([Type.Literal('phone'), Type.Literal('email')]) }),
)
/** Staff suspended the account; its sessions are over. */
export const userSuspended = defineEvent('identity.user_suspended', Person)
/** Staff lifted the suspension. */
export const userReinstated = defineEvent('identity.user_reinstated', Person)
/** From now on signing in asks for a code of the person's authenticator. */
export const secondFactorAdded = defineEvent('identity.second_factor_added', Person)
/** The person removed it, or an administrator did for them. */
export const secondFactorRemoved = defineEvent('identity.second_factor_removed', Person)
