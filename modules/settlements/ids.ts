/** Identifiers of settlements and disputes, and the payout ids that follow from them. */
import { idType, uuidFrom, type Id } from '../../kernel/ids.ts'

export const settlementId = idType('stl')
export const disputeId = idType('dsp')

export type SettlementId = Id<'stl'>

/** One payout per settlement and attempt: a failed one is tried again under a new id, an unknown one under the same. */
export const payoutIdOf = (settlement: string, attempt: number) =>
  uuidFrom('settlements.payout', settlement, String(attempt))
