/** What other modules and products may ask of privacy. */
export { carryOut, requestErasure, undoErasure, type Erasure } from './erasures.ts'
export { heldPersons } from './holds.ts'
export { reapply, type Reapplied } from './log.ts'
export type { PrivacyPolicy } from './policy.ts'
export { logFileOf } from './config.ts'
