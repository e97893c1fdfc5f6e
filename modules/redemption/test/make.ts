/** What the tests of redemption and settlements share: the product, funded holders, vouchers, a partner's staff. */
import { randomUUID } from 'node:crypto'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import type { Module, Product } from '../../../kernel/module.ts'
import { assignRole } from '../../access/api.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { packTerms, type NewPack } from '../../catalog/api.ts'
import { catalog } from '../../catalog/module.ts'
import { makePack } from '../../catalog/test/make.ts'
import { authenticate } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { makeUser } from '../../identity/test/make.ts'
import { balanceOf, PLATFORM, post, type AccountRef } from '../../ledger/api.ts'
import { ledger } from '../../ledger/module.ts'
import type { NewPartner, Partner, Venue } from '../../merchants/api.ts'
import { merchants } from '../../merchants/module.ts'
import { makePartner } from '../../merchants/test/make.ts'
import { messaging } from '../../messaging/module.ts'
import {
  askForPaper,
  issueVoucher,
  paperToken,
  redeem,
  screenToken,
  validityOf,
  type NewVoucher,
  type ScanOutcome,
} from '../api.ts'
import { redemption } from '../module.ts'

export const roles = {
  partner_manager: ['redemption.scan', 'redemption.undo', 'settlements.statement'],
  partner_cashier: ['redemption.scan', 'redemption.undo'],
  operations: ['settlements.manage'],
  finance: ['settlements.approve', 'settlements.pay'],
}

/** The birthday of everybody in these tests: in ten days. */
const BIRTHDAY = Temporal.PlainDate.from('2026-03-12')

export function startRedemption(
  more: { modules?: Module[]; spec?: Partial<Product>; env?: Record<string, string> } = {},
): Promise<TestProduct> {
  const modules = [audit, messaging, access, identity, ledger, merchants, catalog, redemption, ...(more.modules ?? [])]
  const policy = { access: { roles }, redemption: { undo_minutes: 10, code_window_seconds: 30, paper: true } }
  return testProduct(productOf(modules, { policy, authenticate, ...more.spec }), more.env ? { env: more.env } : {})
}

export const potOf = (owner: string, ref: string): AccountRef => ({
  owner,
  kind: 'pot',
  ref,
  asset: 'XOF',
  mode: 'guarded',
})
export const creditOf = (owner: string): AccountRef => ({ owner, kind: 'credit', asset: 'XOF', mode: 'guarded' })
const clearing: AccountRef = {
  owner: PLATFORM,
  kind: 'provider_clearing',
  ref: 'wave',
  asset: 'XOF',
  mode: 'deferred',
}
export const commission: AccountRef = { owner: PLATFORM, kind: 'commission', asset: 'XOF', mode: 'deferred' }
export const payableOf = (partner: string): AccountRef => ({
  owner: partner,
  kind: 'partner_payable',
  asset: 'XOF',
  mode: 'deferred',
})

export const balance = async (t: TestProduct, account: AccountRef): Promise<bigint> =>
  (await t.tx((tx) => balanceOf(tx, account))).posted_minor

/** A partner with one pack, ready to sell. */
export async function makeShop(
  t: TestProduct,
  given: { partner?: Partial<NewPartner>; pack?: Partial<NewPack>; cities?: string[] } = {},
) {
  const made = await makePartner(t, given.partner, given.cities)
  return { ...made, pack: await makePack(t, made.partner.id, given.pack) }
}

/** A voucher of the pack, paid from a full pot of a new holder, valid from `BIRTHDAY`; `show` is what a screen shows then. */
export async function makeScreenVoucher(t: TestProduct, packId: string, given: Partial<NewVoucher> = {}) {
  const holder = await makeUser(t)
  const pot = randomUUID()
  return t.tx(async (tx) => {
    const terms = await packTerms(t.ctx(), tx, packId)
    const price = BigInt(terms.price_minor)
    const funding = potOf(holder.userId, pot)
    await post(t.ctx(), tx, {
      id: randomUUID(),
      owner: holder.userId,
      kind: 'test.gift',
      legs: [
        { account: clearing, amount_minor: -price },
        { account: funding, amount_minor: price },
      ],
    })
    const input: NewVoucher = {
      id: randomUUID(),
      holder_id: holder.userId,
      reference: pot,
      terms,
      funding,
      requires_guardian: false,
      ...validityOf(t.ctx(), BIRTHDAY, terms),
      ...given,
    }
    const voucher = await issueVoucher(t.ctx(), tx, input)
    return { voucher, holder, input, show: () => screenToken(t.ctx(), voucher) }
  })
}

/** The same on paper: a token that does not change. */
export async function makeVoucher(t: TestProduct, packId: string, given: Partial<NewVoucher> = {}) {
  const { holder, input } = await makeScreenVoucher(t, packId, given)
  const voucher = await t.tx((tx) => askForPaper(t.ctx(), tx, holder.userId, input.id))
  return { voucher, token: paperToken(t.ctx(), voucher), holder, input }
}

/** Scans at the partner's venue, as the system. */
export function scan(
  t: TestProduct,
  shop: { partner: Partner; venue: Venue },
  shown: { token?: string; code?: string },
): Promise<ScanOutcome> {
  const at = { partner_id: shop.partner.id, venue_id: shop.venue.id }
  return t.tx((tx) => redeem(t.ctx(), tx, { ...shown, ...at }))
}

/** A signed-in person with a role, for a partner or everywhere. */
export async function makeStaff(t: TestProduct, role: keyof typeof roles, scope?: string) {
  const user = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: user.userId, role, ...(scope ? { scope } : {}) }))
  const actor = (await t.tx((tx) => authenticate(t.ctx(), tx, user.token)))!
  return { ...user, actor }
}
