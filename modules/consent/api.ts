/** What other modules and products may ask of consent. */
export { give, sayNo, type Answer } from './decisions.ts'
export { withdrawAgain } from './endings.ts'
export { consentGiven, consentWithdrawn } from './events.ts'
export { permits, require } from './gate.ts'
export type { ConsentPolicy, LegalText, ProofMethod, PurposeRule } from './policy.ts'
export { FORMAT as receiptFormat, receiptOf, verifyReceipt, type Receipt, type Verification } from './receipts.ts'
export { verifyChains, type Checked, type Finding } from './verify.ts'
