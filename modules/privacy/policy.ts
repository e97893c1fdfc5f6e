/** What a product sets about privacy. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { RefusalKind } from '../../kernel/errors.ts'
import { definePolicy } from '../../kernel/module.ts'

export interface PrivacyPolicy {
  /** How long an erasure waits, so that it can be undone. */
  readonly erasureDays: number
  /** How long what was kept for a purpose waits after its consent was withdrawn, so that the person can change their mind. */
  readonly purposeErasureDays: number
  /** What must be settled before a person can be erased (an open subscription, money on its way); undefined when nothing. */
  readonly blocks?: (ctx: Context, tx: Tx, subjectId: string) => Promise<RefusalKind | undefined>
  /** On a restored backup: a consent that was withdrawn after the backup is withdrawn again. */
  readonly withdrawAgain?: (ctx: Context, tx: Tx, subjectId: string, purpose: string) => Promise<void>
}

export const policyOf = definePolicy<PrivacyPolicy>('privacy')
