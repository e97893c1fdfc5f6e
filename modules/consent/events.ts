/** What consent tells others. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const decision = Type.Object({ subject_id: Type.String(), purpose: Type.String() })

/** Somebody who may decide said yes. Whether the purpose is permitted now is asked of `permits`: another may have said no. */
export const consentGiven = defineEvent('consent.given', decision)
/** Somebody who may decide took their yes back. From this transaction on the purpose is not permitted. */
export const consentWithdrawn = defineEvent('consent.withdrawn', decision)
