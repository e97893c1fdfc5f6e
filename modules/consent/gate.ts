/**
 * The gate: whether a purpose is permitted for a person at this moment. Read from the chain at each use, never remembered, so a
 * withdrawal holds from the transaction that records it.
 */
import { civilDate } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { ageOn, dateOfBirthOf, guardiansWith } from '../profiles/api.ts'
import { errors } from './errors.ts'
import type { PurposeRule } from './policy.ts'
import { standingOf, together, type Standing } from './rules.ts'
import * as store from './store/records.ts'
import { currentText, ruleOf } from './texts.ts'

/** Who decides: the person, their guardians, or nobody yet, because no date of birth is known. */
export type Decider = 'self' | 'guardians' | 'unknown'

export interface Situation {
  readonly permitted: boolean
  readonly decides: Decider
  readonly standing: Standing
  /** Permitted only because the learner who came of age still has time to answer. */
  readonly grace: boolean
  /** Those who may decide, with what each decided. */
  readonly deciders: readonly { readonly userId: string; readonly standing: Standing }[]
}

/**
 * True when the subject's data may be used for the purpose now: whoever decides for themselves has said yes to the text in force
 * (its major version); for a child at least one guardian with the capability `consent` has, and none of them said no. One
 * statement when nobody said yes, two for adults, three for children.
 */
export async function permits(ctx: Context, tx: Tx, subjectId: string, purpose: string): Promise<boolean> {
  return (await situationOf(ctx, tx, subjectId, purpose, 'quick')).permitted
}

/** Refuses `consent.needed` unless the purpose is permitted. */
export async function require(ctx: Context, tx: Tx, subjectId: string, purpose: string): Promise<void> {
  if (!(await permits(ctx, tx, subjectId, purpose))) refuse(errors.needed, { purpose })
}

/** How it stands with one purpose. `quick` stops as soon as it is known that it is not permitted. */
export async function situationOf(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  purpose: string,
  quick?: 'quick',
): Promise<Situation> {
  const rule = ruleOf(ctx, purpose)
  const { major } = currentText(ctx, purpose).version
  const latest = await store.latestOf.all(tx, subjectId, purpose)
  const none = { permitted: false, grace: false, standing: 'open', deciders: [] } as const
  if (quick && !latest.some(({ decision }) => decision === 'given' || decision === 'ended'))
    return { ...none, decides: 'unknown' }
  const born = await dateOfBirthOf(ctx, tx, subjectId)
  if (born === undefined) return { ...none, decides: 'unknown' }
  const decides = decidesAlone(ctx, rule, born) ? 'self' : 'guardians'
  const ids = decides === 'self' ? [subjectId] : await guardiansWith(ctx, tx, subjectId, 'consent')
  const deciders = ids.map((userId) => ({
    userId,
    standing: standingOf(
      latest.find(({ decided_by }) => decided_by === userId),
      major,
    ),
  }))
  const standing = together(deciders.map((decider) => decider.standing))
  const grace =
    decides === 'self' &&
    standing === 'open' &&
    rule.graceDays !== undefined &&
    !decidesAlone(ctx, rule, born, rule.graceDays) &&
    latest.some(({ decided_as, decision, method }) => decided_as === 'guardian' && (decision === 'given' || method === 'came_of_age')) // prettier-ignore
  return { permitted: standing === 'given' || grace, decides, standing, grace, deciders }
}

/** Who decides about a purpose for this person now. */
export async function deciderOf(ctx: Context, tx: Tx, subjectId: string, purpose: string): Promise<Decider> {
  const rule = ruleOf(ctx, purpose)
  const born = await dateOfBirthOf(ctx, tx, subjectId)
  if (born === undefined) return 'unknown'
  return decidesAlone(ctx, rule, born) ? 'self' : 'guardians'
}

function decidesAlone(ctx: Context, rule: PurposeRule, born: Temporal.PlainDate, daysAgo = 0): boolean {
  const day = civilDate(ctx.clock.now(), ctx.product.timeZone).subtract({ days: daysAgo })
  return ageOn(born, day) >= rule.ownDecisionFrom
}
