/** The numbers of redemption. A product fills them in. */
import { definePolicy } from '../../kernel/module.ts'

export interface RedemptionPolicy {
  /** How long the partner that scanned may take the scan back. */
  readonly undo_minutes: number
  /** How long a QR code is shown on a screen before the next; it counts for as long again. */
  readonly code_window_seconds: number
  /** Whether holders may have a QR code on paper, which counts until the voucher ends. */
  readonly paper: boolean
}

export const redemptionPolicy = definePolicy<RedemptionPolicy>('redemption')
