/** What other modules may ask of the ledger. The contracts stand with the verbs. */
export { accountIds, holdIds, openAccount, transferIds, type AccountId } from './accounts.ts'
export { errors as ledgerErrors } from './errors.ts'
export { hold, postHold, voidHold, type Hold, type HoldPosting } from './holds.ts'
export { post, reverse, type Posted, type Reversal, type Transfer } from './posting.ts'
export {
  balanceAsOf,
  balanceOf,
  entryKey,
  statement,
  trialBalance,
  type Balance,
  type TrialBalance,
} from './reading.ts'
export { accountId, PLATFORM, type AccountRef, type Leg } from './rules.ts'
