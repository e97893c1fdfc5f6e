/** What profiles tells others. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

/** The date of birth of an existing profile is another one now. */
export const dateOfBirthCorrected = defineEvent(
  'profiles.date_of_birth_corrected',
  Type.Object({ user_id: Type.String(), date_of_birth: Type.String({ description: 'ISO date' }) }),
)

const Link = Type.Object({ child_id: Type.String(), guardian_id: Type.String() })
const Ended = Type.Object({ child_id: Type.String(), guardian_id: Type.String(), at: Type.String() })

export const guardianLinked = defineEvent('profiles.guardian_linked', Link)
/** The invited person said no. Whoever it is need not have an account. */
export const guardianDeclined = defineEvent('profiles.guardian_declined', Type.Object({ child_id: Type.String() }))
/** The link ended: either side ended it, or the child came of age. `at`: from when on; a later link is another one. */
export const guardianUnlinked = defineEvent('profiles.guardian_unlinked', Ended)
/** The guardian may no longer decide about consents; given back later, it begins anew. */
export const consentRightTaken = defineEvent('profiles.consent_right_taken', Ended)
/** The person is of age since today, or by a corrected date of birth: nobody is their guardian any more. Once. */
export const cameOfAge = defineEvent('profiles.came_of_age', Type.Object({ user_id: Type.String() }))
