/** Every route of Wolo, taken from its published description: who gets in, what leaves a record, what needs a key. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyRoute } from '../kernel/http/route.ts'
import { urlOf } from '../kernel/http/route.ts'
import { testProduct, type TestProduct } from '../kernel/testing/product.ts'
import { assignRole } from '../modules/access/api.ts'
import { makeUser } from '../modules/identity/test/make.ts'
import { partnerId } from '../modules/merchants/api.ts'
import { makePartner } from '../modules/merchants/test/make.ts'
import { access } from '../products/wolo/policy.ts'
import { wolo } from '../products/wolo/product.ts'

interface Described {
  readonly security?: unknown[]
  readonly parameters?: { name: string; in: string; schema: { pattern?: string } }[]
}
interface Known {
  readonly name: string
  readonly route: AnyRoute
  /** With identifiers that have the right form and are nobody's. */
  readonly address: string
}

/** Money moves, or a promise of money is made. */
const MONEY = [
  'POST /api/p/{slug}/gifts',
  'POST /api/gifts/{id}/choice',
  'POST /api/pots/{id}/pack-purchase',
  'POST /api/pots/{id}/top-up',
  'POST /api/refund-requests/{id}/approval',
  'POST /api/redemptions',
  'POST /api/redemptions/{id}/undo',
  'POST /api/settlements/{id}/payment',
  'POST /api/disputes/{id}/resolution',
  'POST /api/payments/{id}/reversals/{reversal_id}/cover',
]
/** What a stranger may do. A new one is added here on purpose, or not at all. */
const PUBLIC = [
  'GET /api/dev/authenticator',
  'GET /api/dev/outbox',
  'GET /api/gifts/{id}',
  'GET /api/guardian-invitations/{token}',
  'GET /api/images/{id}/{size}',
  'GET /api/p',
  'GET /api/p/{slug}',
  'GET /api/p/{slug}/gifts',
  'GET /api/p/{slug}/progress',
  'GET /api/packs',
  'GET /api/packs/{id}',
  'GET /api/partners/{id}',
  'GET /api/payments/{id}/return',
  'GET /api/pots/rules',
  'DELETE /api/sessions/current',
  'POST /api/accounts',
  'POST /api/email-verifications/confirmation',
  'POST /api/gifts/{id}/checkout',
  'POST /api/gifts/{id}/choice',
  'POST /api/guardian-invitations/{token}/refusal',
  'POST /api/otp',
  'POST /api/otp/{challenge_id}/verification',
  'POST /api/p/{slug}/gifts',
  'POST /api/p/{slug}/shares',
  'POST /api/p/{slug}/views',
  'POST /api/password-resets',
  'POST /api/password-resets/confirmation',
  'POST /api/sessions',
  'POST /api/sessions/username',
  'POST /webhooks/paymob',
  'POST /webhooks/wave',
]
/** Whoever holds one of these moves money or gives rights: each act asks for a fresh proof of the second factor. */
const STEP_UP_PERMISSIONS = [
  'access.manage',
  'pots.refund.request',
  'pots.refund.approve',
  'settlements.manage',
  'settlements.approve',
  'settlements.pay',
  // What got stuck is applied anew, and accounts are frozen or freed.
  'operations.manage',
  'payments.replay',
  'payments.cover',
]
/** All acts that do, those above and others. */
const STEP_UP = [
  'DELETE /api/ledger/accounts/{id}/freeze',
  'POST /api/disputes/{id}/resolution',
  'POST /api/gifts/{id}/refund-request',
  'POST /api/ledger/accounts/{id}/freeze',
  'POST /api/me/second-factor/recovery-codes',
  'POST /api/memberships/{user_id}/{role}/removal',
  'POST /api/operations/jobs/retry',
  'POST /api/operations/jobs/{id}/retry',
  'POST /api/partners/{id}/settlements',
  'POST /api/payments/{id}/reversals/{reversal_id}/cover',
  'POST /api/pots/{id}/refund-request',
  'POST /api/refund-requests/{id}/approval',
  'POST /api/refund-requests/{id}/rejection',
  'POST /api/settlements/{id}/approval',
  'POST /api/settlements/{id}/payment',
  'POST /api/users/{id}/reinstatement',
  'POST /api/users/{id}/second-factor/reset',
  'POST /api/webhook-events/replay',
  'POST /api/webhook-events/{id}/replay',
  'PUT /api/memberships/{user_id}/{role}',
  'PUT /api/partners/{id}/payout-destination',
]
const NOBODY = '00000000000000000000000000'

const inBraces = (url: string) => url.replaceAll(/:(\w+)/g, '{$1}')
const routes: Known[] = wolo.modules.flatMap((module) =>
  module.routes.map((route) => ({
    name: `${route.method} ${inBraces(urlOf(route))}`,
    route,
    address: urlOf(route).replaceAll(/:(\w+)/g, (_, name: string) => {
      const schema = route.params?.properties[name] as { pattern?: string } | undefined
      const prefix = /^\^([a-z]+)_/.exec(schema?.pattern ?? '')?.[1]
      return prefix ? `${prefix}_${NOBODY}` : 'nobody'
    }),
  })),
)
const unsafe = (route: AnyRoute) => route.method !== 'GET'
const permissionOf = (route: AnyRoute) => (typeof route.access === 'object' ? route.access.permission : undefined)
const ofPartners: readonly string[] = access.roles['partner_manager']!
const isStaff = (route: AnyRoute) => {
  const permission = permissionOf(route)
  return permission !== undefined && !ofPartners.includes(permission)
}

let t: TestProduct
let described: Record<string, Record<string, Described>>
const tokens = { nobody: '', cashier: '', manager: '' }

beforeAll(async () => {
  t = await testProduct(wolo)
  described = (await t.call('GET', '/openapi.json')).json.paths
  const { partner } = await makePartner(t)
  tokens.nobody = (await makeUser(t)).token
  for (const who of ['cashier', 'manager'] as const) {
    const user = await makeUser(t)
    tokens[who] = user.token
    await t.tx((tx) =>
      assignRole(t.ctx(), tx, {
        userId: user.userId,
        role: `partner_${who}`,
        scope: partnerId.parse(partnerId.wire(partner.id)),
      }),
    )
  }
})
afterAll(() => t.close())

const call = ({ route, address }: Known, token?: string) =>
  t.app.inject({
    method: route.method,
    url: address,
    headers: { 'idempotency-key': 'routes', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(unsafe(route) && route.body ? { payload: {} } : {}),
  })

test('the published description has exactly these routes', () => {
  const published = Object.entries(described).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(published.sort()).toEqual(routes.map(({ name }) => name).sort())
})

test('only what is meant for strangers is open to them', () => {
  const open = Object.entries(described).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { security }]) =>
      security === undefined ? [`${method.toUpperCase()} ${path}`] : [],
    ),
  )
  expect(open.sort()).toEqual([...PUBLIC].sort())
})

test('every act of strangers is limited; but signing out, and what providers send, which is signed', () => {
  const unlimited = routes.filter(({ route }) => unsafe(route) && route.access === 'public' && !route.limits?.length)
  expect(unlimited.map(({ name }) => name).sort()).toEqual([
    'DELETE /api/sessions/current',
    'POST /webhooks/paymob',
    'POST /webhooks/wave',
  ])
})

test('every act of staff leaves a record', () => {
  const silent = routes.filter(({ route }) => unsafe(route) && isStaff(route) && !route.audited)
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('every act of staff on money and rights asks for a fresh second factor', () => {
  const declared = routes.filter(({ route }) => route.stepUp)
  expect(declared.map(({ name }) => name).sort()).toEqual(STEP_UP)
  const forgotten = routes.filter(
    ({ route }) => unsafe(route) && STEP_UP_PERMISSIONS.includes(permissionOf(route) ?? '') && !route.stepUp,
  )
  expect(forgotten.map(({ name }) => name)).toEqual([])
})

test('before the second factor was proven, a session may only prove it or end', () => {
  const open = routes.filter(({ route }) => route.halfOpen)
  expect(open.map(({ name }) => name).sort()).toEqual([
    'DELETE /api/sessions/current',
    'GET /api/sessions/current/second-factor',
    'POST /api/sessions/current/second-factor',
  ])
})

test('every act on money needs a key', () => {
  const names = routes.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(MONEY))
  const required = routes.filter(({ route }) => route.idempotency === 'required').map(({ name }) => name)
  expect(required).toEqual(expect.arrayContaining(MONEY))
})

test('an answer with a session’s token is never kept', () => {
  const tokened = routes.filter(({ route }) =>
    Object.values(route.response).some((schema) => 'token' in ((schema as { properties?: object }).properties ?? {})),
  )
  const signing = tokened.filter(({ route }) => unsafe(route))
  expect(signing.length).toBeGreaterThan(0)
  expect(signing.filter(({ route }) => route.idempotency !== 'none').map(({ name }) => name)).toEqual([])
})

test('no body with a password or a code is kept for comparison', () => {
  const secret = routes.filter(({ route, name }) => {
    const fields = Object.keys((route.body as { properties?: object } | undefined)?.properties ?? {})
    // A voucher's code is looked at with a key, because a scan is money; the request is kept as a keyed hash only.
    return name !== 'POST /api/redemptions' && fields.some((field) => ['password', 'code'].includes(field))
  })
  expect(secret.length).toBeGreaterThan(0)
  expect(secret.filter(({ route }) => route.idempotency !== 'none').map(({ name }) => name)).toEqual([])
})

describe('who gets in', () => {
  test.each(routes.filter(({ route }) => route.access !== 'public'))('$name: no guest', async (known) => {
    for (const token of [undefined, 'forged']) expect((await call(known, token)).statusCode).toBe(401)
  })

  test.each(routes.filter(({ route }) => permissionOf(route) !== undefined))(
    '$name: nobody without the right',
    async (known) => {
      expect((await call(known, tokens.nobody)).statusCode).toBe(403)
    },
  )

  test.each(routes.filter(({ route }) => isStaff(route)))('$name: nobody of a partner', async (known) => {
    expect((await call(known, tokens.cashier)).statusCode).toBe(403)
    expect((await call(known, tokens.manager)).statusCode).toBe(403)
  })
})

test('staff routes of partners are open to their people, so the refusals above are of the right, not of the form', async () => {
  const scans = await t.call('GET', '/redemptions', { token: tokens.cashier })
  expect(scans.status).toBe(200)
})
