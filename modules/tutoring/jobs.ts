/** What tutoring does by itself: ends answers whose process died. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { giveUpDue } from './finishing.ts'

export const giveUpAnswers = defineJob({
  name: 'tutoring.give_up_answers',
  payload: Type.Object({}),
  cron: '* * * * *',
  // Touches nothing outside; "external" for a short transaction per answer.
  external: true,
  run: ({ ctx, transact }) => giveUpDue(ctx, transact),
})

export const jobs = [giveUpAnswers]
