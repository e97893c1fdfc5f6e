/** What tutoring tells others. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

/** A learner wrote something that may mean they are not well (`distress`) or that somebody hurts them (`danger`). */
export const concernNoted = defineEvent(
  'tutoring.concern_noted',
  Type.Object({ learner_id: Type.String(), exchange_id: Type.String(), concern: Type.String() }),
)
