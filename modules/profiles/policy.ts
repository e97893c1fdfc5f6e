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
  /** How many minors a person may add accounts for (`POST /wards`); 0: children have accounts of their own making only. */
  readonly wardsMax: number
  /** How many guardians a child may have at once. */
  readonly guardiansMax: number
  /**
   * Who says who a child's guardians are: the child, who may invite any number and end each link; or the guardians, once there
   * is one. Then the child can only invite the first.
   */
  readonly guardiansChosenBy: 'child' | 'guardian'
}

/** What a product writes down: any part of it. */
export type ProfilesChoices = Partial<ProfilesPolicy>

const DEFAULTS: ProfilesPolicy = {
  legalAge: 18,
  quietHours: { start: '22:00', end: '08:00' },
  invitationsDaily: 5,
  wardsMax: 0,
  guardiansMax: 10,
  guardiansChosenBy: 'child',
}

export function policyOf(ctx: { readonly product: Product }): ProfilesPolicy {
  return { ...DEFAULTS, ...(ctx.product.policy['profiles'] as ProfilesChoices | undefined) }
}

/** Today where the product lives: ages and birthdays are counted in its civil days. */
export function todayOf(ctx: Context): Temporal.PlainDate {
  return civilDate(ctx.clock.now(), ctx.product.timeZone)
}
