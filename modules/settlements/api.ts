/** What other modules may ask of settlements. The contracts stand with the verbs. */
export { closePeriod, type Closing, type Settlement } from './closing.ts'
export { openDispute, resolveDispute, type Dispute, type NewDispute, type Resolution } from './disputes.ts'
export { errors as settlementsErrors } from './errors.ts'
export { settlementClosed, settlementPaid, settlementPayoutFailed } from './events.ts'
export { disputeId, settlementId, type SettlementId } from './ids.ts'
export { amountToPay, approveSettlement, paySettlement } from './paying.ts'
export { getSettlement, listOfPartner, listSettlements } from './reading.ts'
