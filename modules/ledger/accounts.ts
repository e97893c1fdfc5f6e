/** Accounts: opening them ahead with a floor, freezing and releasing them. Postings open what they need by themselves. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { idType, type Id } from '../../kernel/ids.ts'
import { accountId, type AccountRef } from './rules.ts'
import * as store from './store.ts'

export const accountIds = idType('acc')
export const transferIds = idType('trf')
export const holdIds = idType('hld')
export type AccountId = Id<'acc'>

/**
 * Opens the account if it is not there. Needed only for a floor other than zero: the lowest `posted − held` a guarded
 * account may have (−5000n is a credit line of 5000). Opening again with another floor is a bug and throws.
 */
export async function openAccount(
  ctx: Context,
  tx: Tx,
  ref: AccountRef,
  options: { floor_minor?: bigint } = {},
): Promise<AccountId> {
  const id = accountId(ref)
  await store.openAccount.run(
    tx,
    ref.owner,
    id,
    ref.kind,
    ref.ref ?? '',
    ref.asset,
    ref.mode,
    options.floor_minor ?? 0n,
    ctx.clock.now(),
  )
  return accountIds.of(id)
}

/** Stops every posting and hold on the account until it is unfrozen. Repeating keeps the first reason. */
export async function freezeAccount(ctx: Context, tx: Tx, owner: string, id: string, reason: string): Promise<void> {
  await store.freezeAccount.run(tx, owner, id, reason, ctx.clock.now())
}

/** Lets the account move again. Safe to repeat. */
export async function unfreezeAccount(tx: Tx, owner: string, id: string): Promise<void> {
  await store.unfreezeAccount.run(tx, owner, id)
}
