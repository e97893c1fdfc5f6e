/** Jobs of operations. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { applyRetention, sweepRuntime as sweep } from './operations.ts'

/** Daily, at night: what each module declares it keeps, and no longer. */
export const retention = defineJob({
  name: 'operations.retention',
  payload: Type.Object({}),
  cron: '17 3 * * *',
  async run({ ctx, tx }) {
    await applyRetention(ctx, tx)
  },
})

export const sweepRuntime = defineJob({
  name: 'operations.sweep_runtime',
  payload: Type.Object({}),
  cron: '23 * * * *',
  run: ({ ctx, tx }) => sweep(ctx, tx),
})
