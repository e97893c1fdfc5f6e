/**
 * A child who is not well gets a kind sentence and no model. Of distress the guardians are told, without a word of what was
 * written. Of danger they are not: it may come from them; staff who look after children see that it was noted.
 */
import { civilDate } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { notify } from '../notifications/api.ts'
import { findProfile, guardiansWith } from '../profiles/api.ts'
import { CARE } from './builtin/sentences.ts'
import { childWorried } from './messages.ts'
import { policy } from './policy.ts'
import { textIn } from './rules.ts'
import type { Concern } from './words.ts'

/** What the child reads. It says that the family is told only where somebody is. */
export async function careFor(ctx: Context, tx: Tx, learner: string, concern: Concern): Promise<string> {
  const helpline = policy(ctx)?.helpline
  const told = concern === 'distress' && (await guardiansWith(ctx, tx, learner, 'view')).length > 0
  const texts = [CARE[concern], ...(told ? [CARE.told] : []), ...(helpline ? [helpline] : [])]
  return texts.map((text) => textIn(text, ctx.locale)).join('\n\n')
}

/** Tells the guardians of a learner in distress: once a day. */
export async function tellGuardians(ctx: Context, tx: Tx, learner: string): Promise<void> {
  const child = (await findProfile(ctx, tx, learner))?.firstName
  if (child === undefined) return
  const helpline = policy(ctx)?.helpline
  const today = civilDate(ctx.clock.now(), ctx.product.timeZone)
  for (const userId of await guardiansWith(ctx, tx, learner, 'view'))
    await notify(ctx, tx, childWorried, {
      to: { userId },
      values: (locale) => ({ child, helpline: helpline ? textIn(helpline, locale) : '' }),
      dedupe: `worried:${learner}:${today.toString()}`,
      about: { type: 'learner', id: learner },
    })
}
