/** What happens by itself: invitations expire, children come of age. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { sweepLinks } from './guardians.ts'

export const sweep = defineJob({
  name: 'profiles.sweep_links',
  payload: Type.Object({}),
  cron: '* * * * *',
  run: ({ ctx, tx }) => sweepLinks(ctx, tx),
})
