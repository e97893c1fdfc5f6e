/** What a product may set about profiles; the defaults stand for everything it leaves out. */
import { civilDate } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Product } from '../../kernel/module.ts'

export interface ProfilesPolicy {
  /** Full years from which a person acts alone. */
  readonly legalAge: number
  /** When nobody said otherwise: times of day without messages that can wait. */
  readonly quietHours: { readonly start: string; readonly end: string } | null
  /** How many guardian invitations a child may send a day. */
  readonly invitationsDaily: number
}

const DEFAULTS: ProfilesPolicy = {
  legalAge: 18,
  quietHours: { start: '22:00', end: '08:00' },
  invitationsDaily: 5,
}

export function policyOf(ctx: { readonly product: Product }): ProfilesPolicy {
  return { ...DEFAULTS, ...(ctx.product.policy['profiles'] as Partial<ProfilesPolicy> | undefined) }
}

/** Today where the product lives: ages and birthdays are counted in its civil days. */
export function todayOf(ctx: Context): Temporal.PlainDate {
  return civilDate(ctx.clock.now(), ctx.product.timeZone)
}
