/** Makes accounts and movements for the tests of the ledger. */
import { randomUUID } from 'node:crypto'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Tx } from '../../../kernel/db/tx.ts'
import type { Product } from '../../../kernel/module.ts'
import { audit } from '../../audit/module.ts'
import { PLATFORM, post, type AccountRef, type Posted } from '../api.ts'
import { ledger } from '../module.ts'

export const startLedger = (spec: Partial<Product> = {}, start?: string): Promise<TestProduct> =>
  testProduct(productOf([audit, ledger, ...(spec.modules ?? [])], spec), start ? { start } : {})

export const newId = (): string => randomUUID()

export const clearing: AccountRef = {
  owner: PLATFORM,
  kind: 'provider_clearing',
  ref: 'wave',
  asset: 'XOF',
  mode: 'deferred',
}
export const commission: AccountRef = { owner: PLATFORM, kind: 'commission', asset: 'XOF', mode: 'deferred' }

export const wallet = (owner = newId(), asset = 'XOF'): AccountRef => ({
  owner,
  kind: 'wallet',
  asset,
  mode: 'guarded',
})

/** Moves `amount` from one account to another. */
export function move(
  ctx: Context,
  tx: Tx,
  from: AccountRef,
  to: AccountRef,
  amount_minor: bigint,
  more: { id?: string; owner?: string; kind?: string; effective_at?: Temporal.Instant } = {},
): Promise<Posted> {
  const { id = newId(), owner = from.owner, kind = 'test.moved', ...rest } = more
  return post(ctx, tx, {
    id,
    owner,
    kind,
    legs: [
      { account: from, amount_minor: -amount_minor },
      { account: to, amount_minor },
    ],
    ...rest,
  })
}

/** A new wallet with money from outside. */
export async function funded(t: TestProduct, amount: bigint, owner = newId()): Promise<AccountRef> {
  const account = wallet(owner)
  await t.tx((tx) => move(t.ctx(), tx, clearing, account, amount))
  return account
}
