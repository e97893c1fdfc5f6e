/** What learning says to others. Ids are UUIDs, days civil dates of the learner. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const Uuid = Type.String({ format: 'uuid' })

/** The first answer of a learner's day was recorded; of a late answer, the day it was given. */
export const practised = defineEvent('learning.practised', Type.Object({ learner_id: Uuid, day: Type.String() }))
/** A concept was mastered for the first time. A late answer may take that back and bring it again. */
export const conceptMastered = defineEvent(
  'learning.concept_mastered',
  Type.Object({ learner_id: Uuid, subject: Type.String(), concept: Type.String() }),
)

export const events = [practised, conceptMastered]
