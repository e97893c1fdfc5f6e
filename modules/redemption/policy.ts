/** The numbers of redemption. A product fills them in. */
import { definePolicy } from '../../kernel/module.ts'

export interface RedemptionPolicy {
  /** How long the partner that scanned may take the scan back. */
  readonly undo_minutes: number
}

export const redemptionPolicy = definePolicy<RedemptionPolicy>('redemption')
