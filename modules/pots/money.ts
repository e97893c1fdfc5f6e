/** Moves of a pot's money other than gifts and refunds, each with its row, its totals and its transfer in step. */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { post, type AccountRef } from '../ledger/api.ts'
import * as store from './store/pots.ts'

export interface Change {
  readonly raised?: bigint
  readonly gifts?: number
  readonly topped_up?: bigint
  readonly spent?: bigint
  readonly to_credit?: bigint
  readonly set_aside?: bigint
}

/** Changes the totals of the pot by so much. */
export async function addToTotal(tx: Tx, pot: { owner_id: string; id: string }, change: Change): Promise<void> {
  const { raised = 0n, gifts = 0, topped_up = 0n, spent = 0n, to_credit = 0n, set_aside = 0n } = change
  const rows = await store.addToTotal.run(
    tx,
    pot.owner_id,
    pot.id,
    raised,
    gifts,
    topped_up,
    spent,
    to_credit,
    set_aside,
  )
  assert(rows === 1, 'every pot has its totals')
}

export type MovementKind = 'surplus' | 'top_up' | 'top_up_returned' | 'gift_credited'

/** Posts `amount` from one account to the other and keeps the row that the verifier expects. Safe to repeat by id. */
export async function move(
  ctx: Context,
  tx: Tx,
  pot: { owner_id: string; id: string },
  movement: { id: string; kind: MovementKind; from: AccountRef; to: AccountRef; amount: bigint; gift?: string },
): Promise<void> {
  const { id, kind, from, to, amount, gift } = movement
  await post(ctx, tx, {
    id,
    owner: pot.owner_id,
    kind: `pots.${kind}`,
    legs: [
      { account: from, amount_minor: -amount },
      { account: to, amount_minor: amount },
    ],
    metadata: gift ? { pot_id: pot.id, gift_id: gift } : { pot_id: pot.id },
  })
  await store.insertMovement.run(tx, pot.owner_id, id, pot.id, gift, kind, amount, ctx.clock.now())
}
