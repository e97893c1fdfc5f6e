/** What the tests of identity share: the product, people, and reading what was sent to them. */
import { Secret, TOTP } from 'otpauth'
import type { Actor } from '../../../kernel/context.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import type { Product } from '../../../kernel/module.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { messaging } from '../../messaging/module.ts'
import { authenticate, createUser, installSecondFactor, startSession, type UserId } from '../api.ts'
import { identity } from '../module.ts'
import { noteSecondFactor } from '../store/factors.ts'

export const roles = {
  support: ['identity.view'],
  administrator: ['identity.view', 'identity.suspend', 'access.manage'],
}

export function startIdentity(spec: Partial<Product> = {}): Promise<TestProduct> {
  return testProduct(
    productOf([audit, access, messaging, identity], { policy: { access: { roles } }, authenticate, ...spec }),
  )
}

/**
 * Gives the person behind the token a second factor, unless they have one, that their session has proven just now: what
 * staff do before they act on money and rights. Gives the factor's secret.
 */
export async function proveFactor(t: TestProduct, token: string): Promise<string> {
  return t.tx(async (tx) => {
    const ctx = t.ctx()
    const actor = (await authenticate(ctx, tx, token)) as Extract<Actor, { kind: 'user' }>
    await installSecondFactor(ctx, tx, actor.userId, FACTOR_SECRET)
    await noteSecondFactor.run(tx, actor.userId, actor.sessionId, t.clock.now())
    return FACTOR_SECRET
  })
}

/** The six digits an authenticator shows, now or some steps of 30 seconds away. */
export function digitsOf(t: TestProduct, secret: string, steps = 0): string {
  const timestamp = t.clock.now().epochMilliseconds + steps * 30_000
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp })
}

const FACTOR_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

let made = 0
/** A mobile number nobody has used in this run. */
export const newPhone = (): string => `+22177${String(1_000_000 + ++made * 1007)}`
export const newEmail = (): string => `awa.${++made}@example.sn`

/** A person with a proven number, signed in. */
export async function makeUser(
  t: TestProduct,
  phone = newPhone(),
): Promise<{ userId: UserId; token: string; phone: string; actor: Actor }> {
  const userId = await t.tx((tx) => createUser(t.ctx(), tx, { phone, verified: true }))
  const { token } = await t.tx((tx) => startSession(t.ctx(), tx, userId, { label: 'Test', ip: '203.0.113.7' }))
  const actor = (await t.tx((tx) => authenticate(t.ctx(), tx, token)))!
  return { userId, token, phone, actor }
}

/** The newest message to an address, as the development outbox shows it. */
export async function lastMessage(t: TestProduct, address: string): Promise<{ key: string; body: string } | undefined> {
  const { json } = await t.call('GET', `/dev/outbox?address=${encodeURIComponent(address)}`)
  const [first] = json.items as { message_key: string; body: string }[]
  return first && { key: first.message_key, body: first.body }
}

/** The six digits last sent to a number. */
export async function lastCode(t: TestProduct, phone: string): Promise<string> {
  return /\b\d{6}\b/.exec((await lastMessage(t, phone))!.body)![0]
}

/** The token of the link last sent to an address. */
export async function lastLink(t: TestProduct, email: string): Promise<string> {
  return /token=([\w-]+)/.exec((await lastMessage(t, email))!.body)![1]!
}

/**
 * Opens all ten connections before a race: callers that must still connect come one after the other and race nobody.
 */
export async function warm(t: TestProduct): Promise<void> {
  let [waiting, go] = [0, () => {}]
  const all = new Promise<void>((resolve) => (go = resolve))
  const hold = async () => {
    if (++waiting === 10) go()
    await all
  }
  await Promise.all(Array.from({ length: 10 }, () => t.tx(hold)))
}
