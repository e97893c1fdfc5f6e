/** What strangers read: pages the database makes in one statement, sent on as they come. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { GiftId } from './ids.ts'
import { potsPolicy } from './policy.ts'
import * as store from './store/public.ts'
import { suggestedAmounts } from './suggestions.ts'
import { secretHash } from './telling.ts'

const STEPS_SHOWN = 50
/** What people gave longer ago says little about today. */
const TYPICAL_DAYS = 90

/** The public page as JSON text, and whose pot it shows. Refuses with `kernel.not_found`. One statement. */
export async function publicPage(ctx: Context, tx: Tx, slug: string): Promise<{ text: string; ownerId: string }> {
  const policy = potsPolicy(ctx)
  const { page, given, owner_id } =
    (await store.publicPage.first(tx, slug, policy.gifts_shown, STEPS_SHOWN)) ?? refuse(kernelErrors.not_found)
  const usual = given?.map(BigInt) ?? policy.suggested_amounts_minor
  const suggested = suggestedAmounts(usual, policy.gift_min_minor, policy.gift_max_minor).map(String)
  // The page is JSON text already: the one field that is no fact of the database goes in at its end.
  const text = `${page.slice(0, -1)}, "suggested_amounts_minor": ${JSON.stringify(suggested)}}`
  return { text, ownerId: owner_id }
}

/** Before every gift of a list, newest first. */
const START = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const

/**
 * The gifts that a pot lists, newest first, one more than the page holds, and whose pot it is. None of a private pot. Refuses
 * with `kernel.not_found`. One statement.
 */
export async function listShownGifts(
  tx: Tx,
  slug: string,
  page: PageRequest,
): Promise<{ rows: store.ShownGiftRow[]; ownerId: string }> {
  const [at, id] = page.after ?? START
  const found = await store.listShownGifts.all(tx, slug, at, id, page.limit + 1)
  const { owner_id } = found[0] ?? refuse(kernelErrors.not_found)
  return { rows: found.filter(({ gift }) => gift !== null), ownerId: owner_id }
}

/** Looks at what was given in the last 90 days, for pots that have too few gifts of their own to go by. Safe to repeat. */
export async function refreshTypicalAmounts(ctx: Context, tx: Tx): Promise<void> {
  const now = ctx.clock.now()
  await store.refreshTypicalAmounts.run(tx, ctx.product.currency, now, now.subtract({ hours: 24 * TYPICAL_DAYS }))
}

/** What changes while people watch, as JSON text. One statement. */
export async function progressOf(tx: Tx, slug: string): Promise<string> {
  return (await store.progress.first(tx, slug))?.page ?? refuse(kernelErrors.not_found)
}

/** A gift and its pot as the donor sees them, as JSON text. One statement. */
export async function giftPage(tx: Tx, id: GiftId, secret: string): Promise<string> {
  return (await store.giftPage.first(tx, secretHash(secret), id, STEPS_SHOWN))?.page ?? refuse(kernelErrors.not_found)
}

/** Public pots that take gifts, newest first; one row more than the limit when there is a next page. */
export async function listPublicPots(tx: Tx, page: PageRequest): Promise<store.ListedPotRow[]> {
  return store.listPublic.all(tx, page.after?.[0], page.after?.[1], page.limit + 1)
}
