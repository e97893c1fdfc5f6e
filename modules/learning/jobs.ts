/** Jobs of learning. */
import { Type } from 'typebox'
import { defineJob, enqueue, type Job } from '../../kernel/jobs/job.ts'
import { renewOutdated } from './replay.ts'
import { tellMastered, tellStreaksAtRisk } from './telling.ts'

/** Follows `learning.concept_mastered`. */
export const tellConceptMastered = defineJob({
  name: 'learning.tell_concept_mastered',
  payload: Type.Object({ learner_id: Type.String(), subject: Type.String(), concept: Type.String() }),
  run: ({ ctx, tx, payload }) => tellMastered(ctx, tx, payload),
})

/** Every half hour: some zones' days begin at half past. A batch at a time. */
export const remind = defineJob({
  name: 'learning.remind',
  payload: Type.Object({ after: Type.Optional(Type.String()) }),
  cron: '*/30 * * * *',
  async run({ ctx, tx, payload }) {
    const last = await tellStreaksAtRisk(ctx, tx, payload.after)
    if (last !== undefined) await enqueue(ctx, tx, remind as Job, { after: last })
  },
})

/** Nightly, and on at once while there is more: states of a former fold or former parameters follow from the log anew. */
export const renewMastery: Job = defineJob({
  name: 'learning.renew_mastery',
  payload: Type.Object({}),
  cron: '17 1 * * *',
  async run({ ctx, tx }) {
    if ((await renewOutdated(ctx, tx, 200)) === 200)
      await enqueue(ctx, tx, renewMastery, {}, { key: 'learning.renew_mastery' })
  },
})
