/** How long identity keeps things that serve only for a while. */
import type { Retention } from '../../kernel/module.ts'
import { removeUnusedSignUps } from './passwords.ts'
import * as store from './store.ts'

export const retention: readonly Retention[] = [
  {
    table: 'identity.otp_challenge',
    keep: { days: 1 },
    remove: (_ctx, tx, before) => store.removeChallenges.run(tx, before),
  },
  {
    table: 'identity.otp_destination',
    keep: { days: 1 },
    remove: (_ctx, tx, before) => store.removeDestinations.run(tx, before),
  },
  { table: 'identity.mail_token', keep: { days: 2 }, remove: removeUnusedSignUps },
  {
    table: 'identity.sign_in_throttle',
    keep: { days: 2 },
    remove: (_ctx, tx, before) => store.removeThrottles.run(tx, before),
  },
  // No session lives longer, so what is removed here has ended.
  {
    table: 'identity.session',
    keep: { days: 90 },
    remove: (_ctx, tx, before, held) => store.removeSessions.run(tx, before, held),
  },
]
