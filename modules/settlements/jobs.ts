/** Jobs of settlements: closing what is due, and following payouts. */
import { Type } from 'typebox'
import { defineJob, enqueue, type Job } from '../../kernel/jobs/job.ts'
import { closeIfDue, partnersDue } from './closing.ts'
import { notePaid, notePayoutFailed } from './paying.ts'

const CloseOne = Type.Object({ partner_id: Type.String() })

/** One period of one partner in its own transaction; goes on while there are more. */
export const closePartner: Job<typeof CloseOne> = defineJob({
  name: 'settlements.close_partner',
  payload: CloseOne,
  async run({ ctx, tx, payload }) {
    if (await closeIfDue(ctx, tx, payload.partner_id))
      await enqueue(ctx, tx, closePartner, payload, { key: `settlements.close_partner:${payload.partner_id}` })
  },
})

/** Every hour, so that a period is closed soon after midnight wherever the product lives. */
export const closeDue = defineJob({
  name: 'settlements.close_due',
  payload: Type.Object({}),
  cron: '5 * * * *',
  async run({ ctx, tx }) {
    let after: readonly string[] | undefined
    do {
      const { due, next } = await partnersDue(ctx, tx, after)
      for (const partner_id of due)
        await enqueue(ctx, tx, closePartner, { partner_id }, { key: `settlements.close_partner:${partner_id}` })
      after = next
    } while (after)
  },
})

const outcome = {
  payout_id: Type.String(),
  purpose: Type.String(),
  reference: Type.String(),
  owner_id: Type.String(),
}

/** On `payouts.payout_succeeded`. */
export const notePayoutSucceeded = defineJob({
  name: 'settlements.note_payout_succeeded',
  payload: Type.Object(outcome),
  run: ({ ctx, tx, payload }) => notePaid(ctx, tx, payload),
})

/** On `payouts.payout_failed`. */
export const notePayoutRefused = defineJob({
  name: 'settlements.note_payout_refused',
  payload: Type.Object({ ...outcome, reason: Type.String() }),
  run: ({ ctx, tx, payload }) => notePayoutFailed(ctx, tx, payload, payload.reason),
})

/** On `payouts.payout_reversed`. */
export const notePayoutReversed = defineJob({
  name: 'settlements.note_payout_reversed',
  payload: Type.Object(outcome),
  run: ({ ctx, tx, payload }) => notePayoutFailed(ctx, tx, payload, 'payout_reversed'),
})
