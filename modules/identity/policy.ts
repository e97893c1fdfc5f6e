/** What a product may set about identity; the defaults stand for everything it leaves out. */
import type { Context } from '../../kernel/context.ts'

export interface IdentityPolicy {
  /** How many codes may be sent. Each SMS costs money, and somebody may be paid for receiving them. */
  readonly codes: {
    readonly perNumberHourly: number
    readonly perNumberDaily: number
    /** Generous: in many countries thousands of phones share one address. */
    readonly perAddressHourly: number
    readonly perAddressDaily: number
    /** For the thousand numbers around a number. */
    readonly perRangeHourly: number
    readonly perRangeDaily: number
    /** For all numbers of one country other than the product's own. */
    readonly perForeignCountryHourly: number
  }
  /** ISO 3166 codes of the countries codes are sent to; absent: all. */
  readonly countries?: readonly string[]
  readonly secondFactor: {
    /** Roles that open nothing before their holder has a second factor. */
    readonly requiredFor: readonly string[]
    /** How long a session that proved its second factor may act on money and rights. */
    readonly stepUpMinutes: number
  }
}

const DEFAULTS: IdentityPolicy = {
  codes: {
    perNumberHourly: 5,
    perNumberDaily: 10,
    perAddressHourly: 60,
    perAddressDaily: 300,
    perRangeHourly: 20,
    perRangeDaily: 60,
    perForeignCountryHourly: 100,
  },
  secondFactor: { requiredFor: [], stepUpMinutes: 10 },
}

/** What a product writes down: any part of it. */
export type IdentityChoices = {
  readonly [K in keyof IdentityPolicy]?: IdentityPolicy[K] extends readonly unknown[] | undefined
    ? IdentityPolicy[K]
    : Partial<IdentityPolicy[K]>
}

export function policyOf(ctx: Context): IdentityPolicy {
  const given = (ctx.product.policy['identity'] ?? {}) as IdentityChoices
  return {
    ...DEFAULTS,
    ...given,
    codes: { ...DEFAULTS.codes, ...given.codes },
    secondFactor: { ...DEFAULTS.secondFactor, ...given.secondFactor },
  }
}
