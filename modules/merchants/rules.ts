/** Pure decisions on partners: which status may follow which, and how a number is shown without giving it away. */

/** What a partner does; packs have categories of their own. */
export const PARTNER_KINDS = ['cinema', 'restaurant', 'spa', 'experience', 'retail'] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]

/** How often a partner is paid. */
export const PAYMENT_TERMS = ['weekly', 'monthly', 'quarterly'] as const
export type PaymentTerms = (typeof PAYMENT_TERMS)[number]

export type PartnerStatus = 'pending' | 'active' | 'suspended' | 'terminated'

/** A partner that was let go does not come back under the same record: its statements are closed. */
export const PARTNER_NEXT: Readonly<Record<PartnerStatus, readonly PartnerStatus[]>> = {
  pending: ['active', 'terminated'],
  active: ['suspended', 'terminated'],
  suspended: ['active', 'terminated'],
  terminated: [],
}

/** The statuses from which `to` may be reached, for a conditional update. */
export function partnerStatusesBefore(to: PartnerStatus): PartnerStatus[] {
  return (Object.keys(PARTNER_NEXT) as PartnerStatus[]).filter((from) => PARTNER_NEXT[from].includes(to))
}

/** `+221771234567` → `+22177•••67`: enough to recognise, not to use. */
export function maskNumber(number: string): string {
  return `${number.slice(0, 6)}•••${number.slice(-2)}`
}
