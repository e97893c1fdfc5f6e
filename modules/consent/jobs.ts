/** What consent does when something happened elsewhere, and by itself. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { askAgain, comeOfAge, endOfRight } from './endings.ts'
import { noteDeclined, noteRefunded, noteRefundFailed, noteUnpaid, refundAgain, takeProof } from './proof.ts'
import { expireRequests } from './requests.ts'

const Told = Type.Object({
  owner_id: Type.String(),
  payment_id: Type.String(),
  purpose: Type.String(),
  reference: Type.String(),
})

export const recordProof = defineJob({
  name: 'consent.record_proof',
  payload: Told,
  run: ({ ctx, tx, payload }) => takeProof(ctx, tx, payload),
})
export const noteDeclinedProof = defineJob({
  name: 'consent.note_declined_proof',
  payload: Told,
  run: ({ tx, payload }) => noteDeclined(tx, payload),
})
export const noteExpiredProof = defineJob({
  name: 'consent.note_expired_proof',
  payload: Told,
  run: ({ tx, payload }) => noteUnpaid(tx, payload, 'not_paid'),
})
export const noteDisputedProof = defineJob({
  name: 'consent.note_disputed_proof',
  payload: Told,
  run: ({ tx, payload }) => noteUnpaid(tx, payload, 'disputed'),
})
export const noteProofRefunded = defineJob({
  name: 'consent.note_proof_refunded',
  payload: Told,
  run: ({ tx, payload }) => noteRefunded(tx, payload),
})
export const noteProofRefundFailed = defineJob({
  name: 'consent.note_proof_refund_failed',
  payload: Told,
  run: ({ ctx, tx, payload }) => noteRefundFailed(ctx, tx, payload),
})
export const followEndOfRight = defineJob({
  name: 'consent.follow_end_of_right',
  payload: Type.Object({ child_id: Type.String(), guardian_id: Type.String(), at: Type.String() }),
  run: ({ ctx, tx, payload: { child_id, guardian_id, at } }) =>
    endOfRight(ctx, tx, child_id, guardian_id, Temporal.Instant.from(at)),
})
export const followComingOfAge = defineJob({
  name: 'consent.follow_coming_of_age',
  payload: Type.Object({ user_id: Type.String() }),
  run: ({ ctx, tx, payload }) => comeOfAge(ctx, tx, payload.user_id),
})
export const sweep = defineJob({
  name: 'consent.sweep',
  payload: Type.Object({}),
  cron: '*/5 * * * *',
  async run({ ctx, tx }) {
    await expireRequests(ctx, tx)
    await refundAgain(ctx, tx)
  },
})
export const askAboutRenewed = defineJob({
  name: 'consent.ask_about_renewed',
  payload: Type.Object({}),
  cron: '40 7 * * *',
  run: ({ ctx, tx }) => askAgain(ctx, tx),
})
