/** The ledger accounts of quotas: one per grant, and where all of it comes from and goes to. */
import { PLATFORM, type AccountRef } from '../ledger/api.ts'
import { ASSETS, type Meter } from './rules.ts'

/** What is left of a grant. */
export const quotaAccount = (subject: string, grantId: string, meter: Meter): AccountRef => ({
  owner: subject,
  kind: 'quota',
  ref: grantId,
  asset: ASSETS[meter],
  mode: 'guarded',
})

const platform =
  (kind: string) =>
  (meter: Meter): AccountRef => ({
    owner: PLATFORM,
    kind,
    asset: ASSETS[meter],
    mode: 'deferred',
  })

export const issuedAccount = platform('quota_issued')
export const usedAccount = platform('quota_used')
export const endedAccount = platform('quota_ended')
