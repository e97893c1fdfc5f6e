/** What is on offer: the plans of the policy with the prices of a day. Announcing a new price, and telling those it concerns. */
import { assert } from '../../kernel/assert.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { errors } from './errors.ts'
import { subscriptionsPolicy, todayOf, type PlanSpec } from './policy.ts'
import { CYCLES, type Cycle, type Prices } from './rules.ts'
import * as store from './store/subscriptions.ts'

export interface Version {
  readonly version: number
  readonly effective_on: Temporal.PlainDate | null
  readonly prices: Readonly<Record<Cycle, Prices>>
}

export interface Offer {
  readonly plan: PlanSpec
  /** What somebody who begins on the day asked for pays. */
  readonly current: Version
  /** Announced, not begun. */
  readonly coming: Version | null
}

export function planOf(ctx: Context, code: string): PlanSpec {
  return subscriptionsPolicy(ctx).plans.find((plan) => plan.code === code) ?? refuse(errors.plan_unknown)
}

/** Every plan with its prices on a day, the smallest first. */
export async function offersOn(ctx: Context, tx: Tx, day: Temporal.PlainDate): Promise<Offer[]> {
  const rows = await store.listVersions.all(tx)
  return subscriptionsPolicy(ctx)
    .plans.toSorted((a, b) => a.rank - b.rank)
    .map((plan) => {
      const versions: Version[] = [{ version: 1, effective_on: null, prices: plan.prices }]
      for (const row of rows) if (row.plan === plan.code) versions.push(versionOf(row))
      const begun = versions.filter((it) => it.effective_on === null || !isAfter(it.effective_on, day))
      const coming = versions.find((it) => it.effective_on !== null && isAfter(it.effective_on, day)) ?? null
      return { plan, current: begun.at(-1)!, coming }
    })
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0

/** The offer of one plan. Refuses `plan_unknown`. */
export async function offerOf(ctx: Context, tx: Tx, code: string, day: Temporal.PlainDate): Promise<Offer> {
  return (await offersOn(ctx, tx, day)).find((offer) => offer.plan.code === code) ?? refuse(errors.plan_unknown)
}

/** A version by its number; the first one is the policy's. */
export async function versionNumbered(ctx: Context, tx: Tx, code: string, version: number): Promise<Version> {
  if (version === 1) return { version, effective_on: null, prices: planOf(ctx, code).prices }
  const row = (await store.listVersions.all(tx)).find((it) => it.plan === code && it.version === version)
  assert(row, `${code} has no version ${version}`)
  return versionOf(row)
}

function versionOf({ version, effective_on, prices }: store.PlanVersionRow): Version {
  const of = (cycle: Cycle): Prices => ({
    base_minor: BigInt(prices[cycle].base_minor),
    extra_minor: BigInt(prices[cycle].extra_minor),
  })
  return { version, effective_on, prices: { monthly: of('monthly'), quarterly: of('quarterly'), yearly: of('yearly') } }
}

/**
 * Staff announce new prices of a plan. They hold for whoever starts from that day on, and for each subscription from the first
 * period that begins thirty days after its payer was told. Refuses `price_too_soon`, `plan_unknown`, `not_now` to the
 * second of two at once. Audited.
 */
export async function announcePrices(
  ctx: Context,
  tx: Tx,
  code: string,
  input: { readonly prices: Readonly<Record<Cycle, Prices>>; readonly effective_on: Temporal.PlainDate },
): Promise<Version> {
  const plan = planOf(ctx, code)
  const earliest = todayOf(ctx).add({ days: subscriptionsPolicy(ctx).price_notice_days })
  const last = (await store.listVersions.all(tx)).findLast((row) => row.plan === code)
  const notBefore = last && isAfter(last.effective_on, earliest) ? last.effective_on : earliest
  if (isAfter(notBefore, input.effective_on)) refuse(errors.price_too_soon, { day: notBefore.toString() })
  const version = (last?.version ?? 1) + 1
  const prices = Object.fromEntries(CYCLES.map((cycle) => [cycle, input.prices[cycle]]))
  const [by, now] = [userIdOf(ctx.actor), ctx.clock.now()]
  await store.insertVersion(tx, plan.code, version, prices, input.effective_on, by, now)
  await record(ctx, tx, {
    action: 'subscriptions.prices_announced',
    subject: { type: 'plan', id: planRecordId(code) },
    after: { plan: code, version, effective_on: input.effective_on.toString(), prices },
  })
  return { version, effective_on: input.effective_on, prices: input.prices }
}

/** The audit trail names things by UUID. */
const planRecordId = (code: string) => uuidFrom('subscriptions.plan', code)
