/** What subscriptions say to others. Ids are UUIDs, days ISO dates. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const subject = {
  subscription_id: Type.String(),
  payer_id: Type.String(),
  learner_ids: Type.Array(Type.String()),
  plan: Type.String(),
}
const until = { ...subject, period_end: Type.String() }

/** Lessons are open: a trial, or the first paid period. */
export const started = defineEvent('subscriptions.started', Type.Object({ ...until, trial: Type.Boolean() }))
/** The next period is paid. */
export const renewed = defineEvent('subscriptions.renewed', Type.Object(until))
/** The renewal was declined, or there is no card; access goes on until `grace_end`. */
export const renewalFailed = defineEvent(
  'subscriptions.renewal_failed',
  Type.Object({ ...subject, grace_end: Type.String() }),
)
/** Lessons are closed until somebody pays, or until the pause is over. */
export const suspended = defineEvent('subscriptions.suspended', Type.Object({ ...subject, reason: Type.String() }))
/** Lessons are open again. */
export const resumed = defineEvent('subscriptions.resumed', Type.Object(until))
/** It is over, for good. `reason`: `payer`, `unpaid`, `abandoned`, `staff`, `erased`, `provider`, `nobody_left`. */
export const cancelled = defineEvent('subscriptions.cancelled', Type.Object({ ...subject, reason: Type.String() }))
