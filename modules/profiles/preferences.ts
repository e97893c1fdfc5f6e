/** The verbs on preferences: by which channels, about what, and when a person wants to be told things. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { isChild } from './capabilities.ts'
import { errors } from './errors.ts'
import { policyOf } from './policy.ts'
import { refuseField } from './profiles.ts'
import * as store from './store.ts'

export interface Preferences {
  readonly channels: { readonly sms: boolean; readonly email: boolean; readonly in_app: boolean }
  readonly categories: {
    readonly pots: boolean
    readonly gifts: boolean
    readonly rewards: boolean
    readonly partners: boolean
    readonly learning: boolean
    readonly billing: boolean
    /** Opt-in, and for adults only. */
    readonly marketing: boolean
  }
  /** Local times `HH:MM` in `timeZone`; may pass midnight. Null: none. */
  readonly quietHours: { readonly start: string; readonly end: string } | null
  /** IANA: the person's own, or the product's. */
  readonly timeZone: string
}

/** How the person wants to be told things; the product's defaults when they never said. One statement. */
export async function preferencesOf(ctx: Context, tx: Tx, userId: string): Promise<Preferences> {
  const row = await store.preferencesOf.one(tx, userId)
  const timeZone = row.time_zone ?? ctx.product.timeZone
  if (!row.there)
    return {
      channels: { sms: true, email: true, in_app: true },
      categories: {
        pots: true,
        gifts: true,
        rewards: true,
        partners: true,
        learning: true,
        billing: true,
        marketing: false,
      },
      quietHours: policyOf(ctx).quietHours,
      timeZone,
    }
  return {
    channels: { sms: row.sms === true, email: row.email === true, in_app: row.in_app === true },
    categories: {
      pots: row.pots === true,
      gifts: row.gifts === true,
      rewards: row.rewards === true,
      partners: row.partners === true,
      learning: row.learning === true,
      billing: row.billing === true,
      marketing: row.marketing === true,
    },
    quietHours:
      row.quiet_start === null || row.quiet_end === null ? null : { start: row.quiet_start, end: row.quiet_end },
    timeZone,
  }
}

type Later = 'learning' | 'billing'

/** Pages that know nothing of a later category leave it out; it then stays as it is. */
export type PreferencesInput = Omit<Preferences, 'timeZone' | 'categories'> & {
  readonly categories: Omit<Preferences['categories'], Later> & {
    readonly [K in Later]?: boolean | undefined
  }
}

/** Replaces the preferences. Safe to repeat. Refuses `quiet_hours_invalid`, `marketing_needs_adult`. */
export async function putPreferences(
  ctx: Context,
  tx: Tx,
  userId: string,
  input: PreferencesInput,
): Promise<Preferences> {
  const { channels, categories, quietHours } = input
  if (quietHours && quietHours.start === quietHours.end) refuseField('quiet_hours', errors.quiet_hours_invalid)
  if (categories.marketing && (await isChild(ctx, tx, userId)))
    refuseField('categories.marketing', errors.marketing_needs_adult)
  await store.putPreferences.run(
    tx,
    userId,
    channels.sms,
    channels.email,
    channels.in_app,
    categories.pots,
    categories.gifts,
    categories.rewards,
    categories.partners,
    categories.marketing,
    quietHours?.start,
    quietHours?.end,
    ctx.clock.now(),
    categories.learning,
    categories.billing,
  )
  return preferencesOf(ctx, tx, userId)
}
