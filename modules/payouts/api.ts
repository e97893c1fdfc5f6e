/** What other modules may ask of payouts. The contracts stand with the verbs. */
export { errors as payoutErrors } from './errors.ts'
export { payoutFailed, payoutReversed, payoutSucceeded } from './events.ts'
export { getPayout, requestPayout, type Payout, type PayoutRequest } from './payouts.ts'
export { payoutIds, type PayoutId } from './rules.ts'
