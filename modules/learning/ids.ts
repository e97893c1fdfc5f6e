/** Identifiers of learning. */
import { idType, uuidFrom } from '../../kernel/ids.ts'

/** Answers carry the device's own UUIDs; this is how they are named to staff. */
export const answerId = idType('ans')

/** One exercise is answered once, whatever the answer is called. */
export const exerciseIdOf = (token: string) => uuidFrom('learning.exercise', token)
export const masteryIdOf = (learner: string, subject: string, concept: string) =>
  uuidFrom('learning.mastery', learner, subject, concept)
