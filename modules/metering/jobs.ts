/** What metering does by itself. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { endDue } from './quotas.ts'

const Nothing = Type.Object({})

export const endQuotas = defineJob({
  name: 'metering.end_quotas',
  payload: Nothing,
  cron: '* * * * *',
  // Touches nothing outside; "external" for a short transaction per grant.
  external: true,
  async run({ ctx, transact }) {
    await endDue(ctx, transact)
  },
})

export const jobs = [endQuotas]
