/** What other modules may ask of settlements. The contracts stand with the verbs. */
export { settlementClosed, settlementPaid, settlementPayoutFailed } from './events.ts'
export { settlementId, type SettlementId } from './ids.ts'
