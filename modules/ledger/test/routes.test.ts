/** What staff read over HTTP: accounts, statements, the trial balance, the proof; and who may not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../../kernel/context.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { accountId, accountIds, ledgerErrors, PLATFORM, transferIds, type AccountRef } from '../api.ts'
import { clearing, commission, funded, move, newId, startLedger, wallet } from './make.ts'

const userId = newId()
const actors: Record<string, string[]> = {
  finance: ['ledger.view'],
  boss: ['ledger.view', 'operations.manage'],
  awa: [],
}
const authenticate = async (_ctx: unknown, _tx: unknown, token: string): Promise<Actor | undefined> =>
  actors[token] && {
    kind: 'user',
    userId,
    sessionId: newId(),
    authenticatedAt: Temporal.Now.instant(),
    grants: actors[token].map((permission) => ({ permission })),
  }

let t: TestProduct
let awa: AccountRef
let sent: string
beforeAll(async () => {
  t = await startLedger({ authenticate })
  awa = await funded(t, 25_000n)
  sent = (await t.tx((tx) => move(t.ctx(), tx, awa, commission, 5000n))).id
})
afterAll(() => t.close())

const as = (token: string, method: string, url: string, more = {}) => t.call(method, url, { token, ...more })
const wire = () => accountIds.wire(accountId(awa))

describe('only who may view the ledger', () => {
  test.each([
    ['GET', '/ledger/accounts?owner=00000000-0000-8000-8000-000000000001'],
    ['GET', '/ledger/accounts/acc_00000000000000000000000000'],
    ['GET', '/ledger/accounts/acc_00000000000000000000000000/statement'],
    ['GET', '/ledger/accounts'],
    ['GET', '/insights/money'],
    ['GET', '/ledger/proofs'],
    ['GET', '/ledger/trial-balance'],
    ['GET', '/ledger/proof'],
    ['POST', '/ledger/proof'],
  ])('%s %s', async (method, url) => {
    expect((await t.call(method, url)).status).toBe(401)
    expect((await as('awa', method, url)).status).toBe(403)
  })

  test('and who only views may not freeze', async () => {
    const answer = await as('finance', 'POST', `/ledger/accounts/${wire()}/freeze`, { body: { reason: 'odd' } })
    expect(answer.status).toBe(403)
  })
})

test('the accounts of an owner with their balances, guarded or deferred', async () => {
  const { json } = await as('finance', 'GET', `/ledger/accounts?owner=${awa.owner}`)
  expect(json).toMatchObject({
    items: [
      { id: wire(), kind: 'wallet', ref: null, mode: 'guarded', posted_minor: '20000', available_minor: '20000' },
    ],
    next_cursor: null,
  })
  const platform = await as('finance', 'GET', `/ledger/accounts?owner=${PLATFORM}&kind=provider_clearing`)
  expect(platform.json.items).toMatchObject([{ ref: 'wave', posted_minor: '-25000', floor_minor: null }])
  const byNumber = await as('finance', 'GET', `/ledger/accounts?owner=${transferIds.wire(awa.owner)}`)
  expect(byNumber.json.items).toHaveLength(1)
  expect((await as('finance', 'GET', '/ledger/accounts?owner=nobody')).status).toBe(404)
})

test('a statement, in pages', async () => {
  const first = await as('finance', 'GET', `/ledger/accounts/${wire()}/statement?limit=1`)
  expect(first.json.items).toMatchObject([
    { transfer_id: transferIds.wire(sent), kind: 'test.moved', amount_minor: '-5000', balance_after_minor: '20000' },
  ])
  const second = await as(
    'finance',
    'GET',
    `/ledger/accounts/${wire()}/statement?limit=1&cursor=${first.json.next_cursor}`,
  )
  expect(second.json).toMatchObject({
    items: [{ amount_minor: '25000', balance_after_minor: '25000' }],
    next_cursor: null,
  })
  const fee = await as('finance', 'GET', `/ledger/accounts/${accountIds.wire(accountId(commission))}/statement`)
  expect(fee.json.items).toMatchObject([{ amount_minor: '5000', balance_after_minor: '5000' }])
  expect((await as('finance', 'GET', `/ledger/accounts/${accountIds.wire(newId())}/statement`)).status).toBe(404)
})

test('a statement of a deferred account runs its balance from page to page, between two instants', async () => {
  const fees: AccountRef = { owner: PLATFORM, kind: 'test_fees', asset: 'XOF', mode: 'deferred' }
  const from = await funded(t, 10_000n)
  for (const amount of [100n, 200n, 300n, 400n]) {
    t.clock.advance({ minutes: 1 })
    await t.tx((tx) => move(t.ctx(), tx, from, fees, amount))
  }
  const url = `/ledger/accounts/${accountIds.wire(accountId(fees))}/statement`
  const seen: [string, string, string][] = []
  let cursor = ''
  do {
    const { json } = await as('finance', 'GET', `${url}?limit=1${cursor && `&cursor=${cursor}`}`)
    for (const entry of json.items) seen.push([entry.amount_minor, entry.balance_after_minor, entry.recorded_at])
    cursor = json.next_cursor ?? ''
  } while (cursor)
  expect(seen.map(([amount, balance]) => [amount, balance])).toEqual([
    ['400', '1000'],
    ['300', '600'],
    ['200', '300'],
    ['100', '100'],
  ])
  const [, third, second] = seen
  const { json } = await as('finance', 'GET', `${url}?from=${second![2]}&to=${third![2]}`)
  expect(json.items).toMatchObject([{ amount_minor: '200', balance_after_minor: '300' }])
})

test('accounts of one kind, whosever they are, page by page', async () => {
  const ids: string[] = []
  let cursor = ''
  do {
    const { json } = await as('finance', 'GET', `/ledger/accounts?kind=wallet&limit=1${cursor && `&cursor=${cursor}`}`)
    for (const account of json.items) {
      expect(account.kind).toBe('wallet')
      ids.push(account.id)
    }
    cursor = json.next_cursor ?? ''
  } while (cursor)
  expect(ids).toContain(wire())
  expect(new Set(ids).size).toBe(ids.length)
  const all = await as('finance', 'GET', '/ledger/accounts?limit=100')
  expect(all.json.items.length).toBeGreaterThan(ids.length)
})

test('where all value is now, which is what the trial balance says', async () => {
  const money = (await as('finance', 'GET', '/insights/money')).json.lines as { balance_minor: string }[]
  const trial = (await as('finance', 'GET', '/ledger/trial-balance')).json.lines as {
    kind: string
    balance_minor: string
  }[]
  const plain = (lines: object[]) => lines.map((line) => ({ ...line, accounts: undefined }))
  expect(plain(money)).toEqual(plain(trial.filter(({ balance_minor }) => balance_minor !== '0')))
  expect(money.reduce((sum, { balance_minor }) => sum + BigInt(balance_minor), 0n)).toBe(0n)
})

test('the trial balance, now and then', async () => {
  const { json } = await as('finance', 'GET', '/ledger/trial-balance')
  expect(json.balanced).toBe(true)
  expect(json.lines).toContainEqual({ kind: 'provider_clearing', asset: 'XOF', accounts: '1', balance_minor: '-35000' })
  const then = await as('finance', 'GET', '/ledger/trial-balance?at=2026-01-01T00:00:00Z')
  expect(then.json).toMatchObject({ balanced: true, lines: [] })
})

test('the proof, on request and on record', async () => {
  expect((await as('finance', 'GET', '/ledger/proof')).json).toBeNull()
  expect((await as('finance', 'POST', '/ledger/proof')).status).toBe(202)
  await t.drain()
  expect((await as('finance', 'GET', '/ledger/proof')).json).toMatchObject({
    scope: 'full',
    passed: true,
    discrepancies: [],
  })
  const earlier = (await as('finance', 'GET', '/ledger/proofs')).json
  expect(earlier).toMatchObject({ items: [{ scope: 'full', passed: true }], next_cursor: null })
  const { rows } = await t.asOwner((client) =>
    client.query("select actor_id from audit.record where action = 'ledger.proof_requested'"),
  )
  expect(rows).toEqual([{ actor_id: userId }])
})

test('an account is frozen, shown as frozen, and let go again, all on record', async () => {
  const freeze = `/ledger/accounts/${wire()}/freeze`
  expect((await as('boss', 'POST', freeze, { body: { reason: 'court order 12' } })).status).toBe(204)
  expect((await as('boss', 'GET', `/ledger/accounts/${wire()}`)).json).toMatchObject({
    frozen_reason: 'court order 12',
  })
  await expect(t.tx((tx) => move(t.ctx(), tx, awa, wallet(), 1n))).rejects.toMatchObject({
    message: ledgerErrors.account_frozen.code,
  })
  expect((await as('boss', 'DELETE', freeze)).status).toBe(204)
  await t.tx((tx) => move(t.ctx(), tx, awa, clearing, 1n))
  const { rows } = await t.asOwner((client) =>
    client.query("select action, reason from audit.record where action like 'ledger.account_%' order by action"),
  )
  expect(rows).toEqual([
    { action: 'ledger.account_frozen', reason: 'court order 12' },
    { action: 'ledger.account_unfrozen', reason: null },
  ])
})

test('each refusal has a sentence in French and English', () => {
  for (const kind of Object.values(ledgerErrors)) {
    expect(kind.say['en']).toMatch(/\.$/)
    expect(kind.say['fr']).toMatch(/\.$/)
  }
})
