/** What is due now: pots whose deadline came, late gifts nobody chose for, refunds to try again. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { GiftPlace } from './store/gifts.ts'
import * as gifts from './store/gifts.ts'
import * as pots from './store/pots.ts'

const BATCH = 500

/** At most `BATCH` of each, longest due first; the next sweep takes the rest. */
export async function dueNow(
  ctx: Context,
  tx: Tx,
): Promise<{ pots: GiftPlace[]; unchosen: GiftPlace[]; failed: GiftPlace[] }> {
  const now = ctx.clock.now()
  return {
    pots: await pots.listDue.all(tx, now, BATCH),
    unchosen: await gifts.listUnchosen.all(tx, now, BATCH),
    failed: await gifts.listRefundsToRetry.all(tx, now, BATCH),
  }
}
