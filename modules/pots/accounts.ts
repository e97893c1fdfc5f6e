/** The ledger accounts pots deal with. */
import type { AccountRef } from '../ledger/api.ts'

interface Of {
  readonly owner_id: string
  readonly currency: string
}

/** What lies in the pot. */
export const potAccount = (pot: Of & { id: string }): AccountRef => ({
  owner: pot.owner_id,
  kind: 'pot',
  ref: pot.id,
  asset: pot.currency,
  mode: 'guarded',
})

/** The person's credit with the product: surplus, late gifts they were left, vouchers that ran out. */
export const creditAccount = ({ owner_id, currency }: Of): AccountRef => ({
  owner: owner_id,
  kind: 'credit',
  asset: currency,
  mode: 'guarded',
})
