/** What the tests of metering share: the product, people, quotas and their proof. */
import { randomUUID } from 'node:crypto'
import type { Product } from '../../../kernel/module.ts'
import type { Module } from '../../../kernel/module.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { identity } from '../../identity/module.ts'
import { authenticate } from '../../identity/api.ts'
import { ledger } from '../../ledger/module.ts'
import { prove } from '../../ledger/proof.ts'
import { messaging } from '../../messaging/module.ts'
import { notifications } from '../../notifications/module.ts'
import { profiles } from '../../profiles/module.ts'
import { grantQuota, type Meter } from '../api.ts'
import { metering } from '../module.ts'

/** What any product with metering composes. */
export const MODULES: Module[] = [audit, messaging, access, identity, profiles, notifications, ledger, metering]

export const startMetering = (spec: Partial<Product> = {}, start?: string): Promise<TestProduct> =>
  testProduct(
    productOf([...MODULES, ...(spec.modules ?? [])], {
      currency: 'EGP',
      locales: ['ar-EG', 'en'],
      timeZone: 'Africa/Cairo',
      country: 'EG',
      authenticate,
      ...spec,
      policy: { access: { roles: {}, scopedRoles: [] }, metering: {}, ...spec.policy },
    }),
    start ? { start } : {},
  )

export const newId = (): string => randomUUID()

/** Grants `amount` from now for 30 days, or as said. */
export async function granted(
  t: TestProduct,
  subject: string,
  amount: bigint,
  more: { id?: string; meter?: Meter; from?: Temporal.Instant; days?: number } = {},
): Promise<string> {
  const { id = newId(), meter = 'ai_tokens', from = t.clock.now(), days = 30 } = more
  const period_end = from.add({ hours: 24 * days })
  await t.tx((tx) => grantQuota(t.ctx(), tx, { id, subject, meter, amount, period_start: from, period_end }))
  return id
}

/** Proves the whole ledger, the transfers metering accounts for included. */
export async function proven(t: TestProduct) {
  const { passed, discrepancies } = await prove(t.ctx(), (body) => t.tx(body), { full: true })
  return { passed, discrepancies }
}
