/** The jobs of payouts: each parses its payload and calls one verb. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { advancePayout, sweepPayouts } from './sending.ts'

export const sendPayout = defineJob({
  name: 'payouts.send_payout',
  payload: Type.Object({ owner_id: Type.String(), payout_id: Type.String() }),
  external: true,
  run: ({ ctx, transact, payload }) => advancePayout(ctx, transact, payload.owner_id, payload.payout_id),
})

/** Every minute: payouts to try again, to ask about, or that the provider may have taken back. */
export const sweep = defineJob({
  name: 'payouts.sweep',
  payload: Type.Object({}),
  cron: '* * * * *',
  run: ({ ctx, tx }) => sweepPayouts(ctx, tx),
})
