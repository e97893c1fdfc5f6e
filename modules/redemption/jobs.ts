/** Jobs of redemption. */
import { Type } from 'typebox'
import { defineJob, enqueue, type Job } from '../../kernel/jobs/job.ts'
import { expireDue } from './vouchers.ts'

/** Every minute: what ran out becomes credit. Goes on at once while there is more, so it catches up after a pause. */
export const expireVouchers: Job = defineJob({
  name: 'redemption.expire_vouchers',
  payload: Type.Object({}),
  cron: '* * * * *',
  async run({ ctx, tx }) {
    if ((await expireDue(ctx, tx)) > 0)
      await enqueue(ctx, tx, expireVouchers, {}, { key: 'redemption.expire_vouchers' })
  },
})
