/** What a product sets about consent: its legal texts, and who decides by which proof, per country and purpose. */
import { definePolicy } from '../../kernel/module.ts'

/** How a guardian proves to be a grown-up who means it, beyond the link: something a child cannot do. */
export type ProofMethod = 'card_charge' | 'id_review'

/** One version of the text of one purpose, in every language of the product. */
export interface LegalText {
  readonly purpose: string
  /** ISO 3166-1. */
  readonly country: string
  readonly version: {
    /** A new one asks everybody anew. */
    readonly major: number
    /** Wording only: a yes to the text before stays a yes. */
    readonly minor: number
  }
  /** ISO date in the product's time zone. Until then the version before is in force; a yes to this one is taken already. */
  readonly inForceFrom: string
  /** Language → the text. The hash is of exactly `body` in UTF-8. */
  readonly in: Readonly<Record<string, { readonly title: string; readonly body: string }>>
}

export interface PurposeRule {
  /** Full years from which a person decides alone; before, the guardians do. */
  readonly ownDecisionFrom: number
  /** How a guardian may prove it; the first is offered first. */
  readonly proofs: readonly ProofMethod[]
  /** Days for which the guardians' yes still counts after the learner came to decide alone, to give them time to answer. */
  readonly graceDays?: number
}

export interface ConsentPolicy {
  /** Every version ever published stays in the list. */
  readonly texts: readonly LegalText[]
  /** ISO 3166-1 → purpose → rule. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, PurposeRule>>>>
  /** What the proof by card takes and gives back at once, in minor units of the product's currency. */
  readonly proofChargeMinor: bigint
  /** How long a link waits for its answer. */
  readonly requestDays: number
  /** How many requests about one child may be sent in a day. */
  readonly requestsDaily: number
}

export const policyOf = definePolicy<ConsentPolicy>('consent')
