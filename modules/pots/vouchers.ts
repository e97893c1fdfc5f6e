/** What became of the voucher a pot was turned into, for its timeline. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { Step } from './rules.ts'
import * as store from './store/pots.ts'
import { note } from './timeline.ts'

/** Notes the news on the pot that bought this voucher. Safe to repeat; news of other vouchers is ignored. */
export async function noteVoucher(
  ctx: Context,
  tx: Tx,
  news: { readonly voucher_id: string; readonly reference: string; readonly holder_id: string },
  step: Step,
  at: string,
  turn: string,
): Promise<void> {
  const pot = await store.findPot.first(tx, news.holder_id, news.reference)
  if (pot?.voucher_id !== news.voucher_id) return
  await note(ctx, tx, pot, step, { at: Temporal.Instant.from(at), turn })
}
