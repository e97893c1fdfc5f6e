/** How a subscription starts: a trial, once per payer and child, ever; or at once with a paid period. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { contactOf } from '../identity/api.ts'
import { guardiansWith, isChild, requireOver } from '../profiles/api.ts'
import { allowNextMonth } from './allowances.ts'
import { errors } from './errors.ts'
import { started } from './events.ts'
import { subscriptionId } from './ids.ts'
import { save, tellOthers, type Subscription } from './lives.ts'
import * as say from './messages.ts'
import { nextPeriodInvoice } from './periods.ts'
import { offerOf } from './plans.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { daysBetween, periodEnd, priceOf, type Cycle } from './rules.ts'
import * as store from './store/subscriptions.ts'
import { tellPayer } from './telling.ts'

export interface NewSubscription {
  readonly id?: string
  readonly plan: string
  readonly cycle: Cycle
  readonly learners: readonly string[]
  readonly trial: boolean
}

/** Who can pay for a learner: an adult for themselves, a guardian with `pay` for a child. Never a child. */
export async function requirePayer(ctx: Context, tx: Tx, learner: string): Promise<void> {
  await requireOver(ctx, tx, learner, 'pay')
}

/**
 * Starts for the signed-in person and these learners. With `trial`: open at once, nothing to pay until it ends. Without: `pending`
 * until the first period is paid on the page. Refuses `kernel.not_found` (no right to pay for one of them), `plan_unknown`,
 * `too_many_learners`, `already_covered`, `trial_used`. Two guardians at once: one starts, the other is refused.
 */
export async function start(ctx: Context, tx: Tx, input: NewSubscription): Promise<Subscription> {
  const payer = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  if (await isChild(ctx, tx, payer)) refuse(kernelErrors.not_found)
  const learners = [...new Set(input.learners)].toSorted()
  for (const learner of learners) await requirePayer(ctx, tx, learner)
  const policy = subscriptionsPolicy(ctx)
  const today = todayOf(ctx)
  const { plan, current } = await offerOf(ctx, tx, input.plan, today)
  if (learners.length > plan.seats.max) refuse(errors.too_many_learners, { max: plan.seats.max })
  const { base_minor, extra_minor } = current.prices[input.cycle]
  const period_end = input.trial ? today.add({ days: policy.trial_days }) : periodEnd(today, input.cycle, today)
  const now = ctx.clock.now()
  const row: Subscription = {
    id: input.id ?? subscriptionId.create(ctx.clock),
    payer_id: payer,
    status: input.trial ? 'trial' : 'pending',
    plan: plan.code,
    plan_version: current.version,
    cycle: input.cycle,
    base_minor,
    extra_minor,
    seats_included: plan.seats.included,
    seats_max: plan.seats.max,
    price_minor: priceOf({ base_minor, extra_minor }, plan.seats, learners.length),
    currency: ctx.product.currency,
    // Paid periods are counted from the end of the trial.
    anchor_on: input.trial ? period_end : today,
    period_start: today,
    period_end,
    period_days: daysBetween(today, period_end),
    allowed_until: today,
    reminded_for: null,
    cancel_at_period_end: false,
    paid_ahead: null,
    charging: null,
    card_id: null,
    provider_subscription_id: null,
    failed_on: null,
    retries: 0,
    paused_on: null,
    paused_until: null,
    next_plan: null,
    next_cycle: null,
    noticed_version: null,
    noticed_on: null,
    due_at: null,
    created_at: now,
    created_by: payer,
    started_at: input.trial ? now : null,
    suspended_at: null,
    ended_at: null,
    end_reason: null,
  }
  await store.insertSubscription(tx, row)
  for (const learner of learners) await store.coverLearner(tx, row.id, learner, today)
  if (input.trial)
    for (const claimant of await claimants(ctx, tx, payer, learners)) await store.claimTrial(tx, claimant, row.id, now)
  const it = await save(ctx, tx, row, {})
  await record(ctx, tx, {
    action: 'subscriptions.started',
    subject: { type: 'subscription', id: it.id },
    after: { plan: it.plan, cycle: it.cycle, trial: input.trial, learners },
  })
  if (!input.trial) {
    await nextPeriodInvoice(ctx, tx, it)
    return it
  }
  await tellOthers(ctx, tx, started, it, { period_end: it.period_end.toString(), trial: true })
  await tellPayer(ctx, tx, it, say.trialStarted, '', (speak) => ({
    plan: speak.plan(it.plan),
    day: speak.day(it.period_end),
    link: speak.link,
  }))
  return allowNextMonth(ctx, tx, it)
}

/**
 * Who has had the trial: the payer, every learner, and the payer's contacts as keyed hashes, so that an account made anew with the
 * same number has none again.
 */
async function claimants(ctx: Context, tx: Tx, payer: string, learners: readonly string[]): Promise<string[]> {
  const { phone, email } = await contactOf(ctx, tx, payer)
  const contacts = [phone && `phone:${ctx.vault.blindIndex('subscriptions.trial', phone)}`, email && `email:${ctx.vault.blindIndex('subscriptions.trial', email)}`] // prettier-ignore
  const people = [payer, ...learners].map((id) => `user:${id}`)
  return [...new Set([...people, ...contacts.filter((it) => it !== undefined)])].toSorted()
}

/** Whether this person could start a trial for a learner: may pay for them, and nobody of them has had one. */
export async function trialOffered(ctx: Context, tx: Tx, payer: string, learner: string): Promise<boolean> {
  const child = await isChild(ctx, tx, learner)
  const mayPay = child ? (await guardiansWith(ctx, tx, learner, 'pay')).includes(payer) : payer === learner
  if (!mayPay) return false
  return (await store.findTrialClaims.all(tx, await claimants(ctx, tx, payer, [learner]))).length === 0
}
