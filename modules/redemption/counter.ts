/** What a partner's staff look at: the last attempts, today's total, and what the next statement will say. */
import { civilDate, startOfDay } from '../../kernel/clock.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { pageOf, type PageOf, type PageRequest } from '../../kernel/http/page.ts'
import { contactOf } from '../identity/api.ts'
import { redemptionPolicy } from './policy.ts'
import { undoUntil } from './rules.ts'
import * as store from './store.ts'

export interface Attempt extends store.AttemptRow {
  /** Set while the scan can still be taken back. */
  readonly undo_until: Temporal.Instant | null
}

/** The partner's attempts, newest first. */
export async function listAttempts(
  ctx: Context,
  tx: Tx,
  partnerId: string,
  page: PageRequest,
): Promise<PageOf<Attempt>> {
  const [attemptedAt, id] = page.after ?? []
  const rows = await store.listAttempts.all(tx, partnerId, attemptedAt, id, page.limit + 1)
  const { undo_minutes } = redemptionPolicy(ctx)
  const openUntil = (row: store.AttemptRow) => {
    if (row.result !== 'accepted' || row.redeemed_at === null || row.undone_at !== null) return null
    const until = undoUntil(row.redeemed_at, undo_minutes)
    return Temporal.Instant.compare(ctx.clock.now(), until) <= 0 ? until : null
  }
  return pageOf(
    rows,
    page,
    (row) => [row.attempted_at, row.id],
    (row) => ({ ...row, undo_until: openUntil(row) }),
  )
}

/** What the partner honoured since 00:00 in the product's zone. */
export async function totalToday(
  ctx: Context,
  tx: Tx,
  partnerId: string,
): Promise<{ redeemed: bigint; price_minor: bigint; share_minor: bigint }> {
  const { timeZone } = ctx.product
  return store.totalSince.one(tx, partnerId, startOfDay(civilDate(ctx.clock.now(), timeZone), timeZone))
}

export interface CounterTotal {
  readonly venue_name: string
  /** Whether the caller scanned these. */
  readonly own: boolean
  /** The end of the cashier's number, enough for who knows them; null when there is none any more. */
  readonly cashier_ending: string | null
  readonly redeemed: bigint
  readonly share_minor: bigint
}

const COUNTERS_MAX = 100

/** The same per venue and cashier, for who manages them. */
export async function totalsTodayByCounter(ctx: Context, tx: Tx, partnerId: string): Promise<CounterTotal[]> {
  const { timeZone } = ctx.product
  const since = startOfDay(civilDate(ctx.clock.now(), timeZone), timeZone)
  const rows = await store.totalsByCounter.all(tx, partnerId, since, COUNTERS_MAX)
  const endings = new Map<string, string | null>()
  for (const { scanned_by: id } of rows)
    if (id !== null && !endings.has(id)) endings.set(id, (await contactOf(ctx, tx, id)).phone?.slice(-2) ?? null)
  return rows.map(({ scanned_by, ...row }) => ({
    ...row,
    own: scanned_by !== null && scanned_by === userIdOf(ctx.actor),
    cashier_ending: (scanned_by && endings.get(scanned_by)) ?? null,
  }))
}

export type Settleable = Readonly<store.SettleableRow>

const SETTLEABLE_MAX = 10_000

/** What happened before `until` and no statement has yet, in order: redemptions, and take-backs of what was settled. */
export async function listSettleable(tx: Tx, partnerId: string, until: Temporal.Instant): Promise<Settleable[]> {
  return store.listSettleable.all(tx, partnerId, until, SETTLEABLE_MAX)
}

/**
 * Gives these to a statement and marks them as its own, each once: whoever asks at the same time gets what is left. A
 * redemption belongs to the statement in whose time it was scanned, to the last nanosecond before `until`; one that was
 * committed late belongs to the next.
 */
export async function settle(
  tx: Tx,
  partnerId: string,
  until: Temporal.Instant,
  settlementId: string,
): Promise<Settleable[]> {
  const reversals = await store.settleReversals.all(tx, partnerId, until, settlementId)
  const open = await store.settleOpen.all(tx, partnerId, until, settlementId)
  return [...reversals, ...open].sort(
    (a, b) => Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1) || Number(a.reversal) - Number(b.reversal),
  )
}
