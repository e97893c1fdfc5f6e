/** What strangers read: pages the database makes in one statement, sent on as they come. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { GiftId } from './ids.ts'
import { potsPolicy } from './policy.ts'
import * as store from './store/public.ts'
import { secretHash } from './telling.ts'

const STEPS_SHOWN = 50

/** The public page as JSON text. Refuses with `kernel.not_found`. One statement. */
export async function publicPage(ctx: Context, tx: Tx, slug: string): Promise<string> {
  const row = await store.publicPage.first(tx, slug, potsPolicy(ctx).gifts_shown, STEPS_SHOWN)
  return row?.page ?? refuse(kernelErrors.not_found)
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
