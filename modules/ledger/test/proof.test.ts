/** The verifier finds what is wrong. To make something wrong the tests must first switch off what prevents it. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { defineModule } from '../../../kernel/module.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { accountId, balanceOf, hold, ledgerErrors, PLATFORM, type AccountRef } from '../api.ts'
import { foldDeferred } from '../folds.ts'
import { prove, removeProofs, type Proof } from '../proof.ts'
import { clearing, commission, funded, move, newId, startLedger, wallet } from './make.ts'

/** What a module would say of its own rows. */
let expected: { transfer_id: string; amount_minor: bigint }[] = []
/** Runs after the first page was read, as another session's commit would. */
let meanwhile: (() => void) | undefined
const gifts = defineModule({
  name: 'gifts',
  folder: import.meta.dirname,
  placement: {},
  expectedTransfers: [
    {
      kinds: ['gifts.given'],
      async page(_tx, after, limit) {
        const rows = expected
          .filter((row) => after === undefined || row.transfer_id > after)
          .sort((a, b) => (a.transfer_id < b.transfer_id ? -1 : 1))
          .slice(0, limit)
        meanwhile?.()
        meanwhile = undefined
        return rows
      },
    },
  ],
})

let t: TestProduct
const opened: TestProduct[] = []
beforeEach(async () => {
  expected = []
  t = await startLedger({ modules: [gifts] })
  opened.push(t)
})
afterAll(async () => {
  for (const one of opened) await one.close()
})

const run = (full = false): Promise<Proof> => prove(t.ctx(), (body) => t.tx(body), { full })
/** Breaks something, as the owner of the schema can once the triggers are switched off. */
async function tamper(...sql: [string, unknown[]?][]): Promise<void> {
  await t.asOwner(async (client) => {
    const switched = (to: string) =>
      client.query(`alter table ledger.entry ${to} trigger user; alter table ledger.transfer ${to} trigger user`)
    await switched('disable')
    for (const [text, params] of sql) await client.query(text, params ?? [])
    await switched('enable')
  })
}
const checks = (proof: Proof) => proof.discrepancies.map((one) => one.check)

test('a ledger in order passes, counts what was looked at, and is healthy', async () => {
  const awa = await funded(t, 1000n)
  const expires_at = t.clock.now().add({ hours: 1 })
  await t.tx((tx) => hold(t.ctx(), tx, { id: newId(), account: awa, amount_minor: 100n, expires_at }))
  const before = await t.app.inject({ url: '/health/checks' })
  expect(before.json().checks).toContainEqual({
    module: 'ledger',
    name: 'proof',
    status: 'degraded',
    detail: 'the ledger was never proven',
  })
  const proof = await run()
  expect(proof).toMatchObject({ scope: 'full', passed: true, discrepancies: [] })
  expect(proof.counts).toMatchObject({ accounts: 1, transfers: 1, entries: 2, discrepancies: 0 })
  expect((await t.app.inject({ url: '/health/checks' })).json()).toMatchObject({ status: 'ok' })
  t.clock.advance({ hours: 2 })
  expect((await t.app.inject({ url: '/health/checks' })).body).toContain('degraded')
})

test('the next proof looks at what came since', async () => {
  await funded(t, 1000n)
  t.clock.advance({ hours: 1 })
  await run()
  t.clock.advance({ hours: 1 })
  const awa = await funded(t, 500n)
  const proof = await run()
  expect(proof).toMatchObject({ scope: 'incremental', passed: true })
  expect(proof.counts).toMatchObject({ accounts: 1, transfers: 1 })
  await tamper(['update ledger.balance set posted_minor = 501 where account_id = $1', [accountId(awa)]])
  expect(checks(await run())).toEqual(['balance'])
})

test('a balance that is not its entries is found, and its account frozen until a person has looked', async () => {
  const awa = await funded(t, 1000n)
  await tamper(['update ledger.balance set posted_minor = posted_minor + 1 where account_id = $1', [accountId(awa)]])
  const proof = await run()
  expect(proof.passed).toBe(false)
  expect(proof.discrepancies).toEqual([
    {
      check: 'balance',
      owner_id: awa.owner,
      id: accountId(awa),
      detail: 'the balance is 1001, its entries sum to 1000',
    },
  ])
  const health = await t.app.inject({ url: '/health/checks' })
  expect([health.statusCode, health.json().status]).toEqual([503, 'failed'])
  const frozen = { message: ledgerErrors.account_frozen.code }
  await expect(t.tx((tx) => move(t.ctx(), tx, awa, wallet(), 1n))).rejects.toMatchObject(frozen)
  await expect(t.tx((tx) => move(t.ctx(), tx, clearing, awa, 1n))).rejects.toMatchObject(frozen)
  const expires_at = t.clock.now().add({ hours: 1 })
  await expect(
    t.tx((tx) => hold(t.ctx(), tx, { id: newId(), account: awa, amount_minor: 1n, expires_at })),
  ).rejects.toMatchObject(frozen)
})

test('a failure stays one until everything was seen to be right again', async () => {
  const awa = await funded(t, 1000n)
  await run()
  await tamper(['update ledger.balance set posted_minor = 999 where account_id = $1', [accountId(awa)]])
  expect((await run(true)).passed).toBe(false)
  t.clock.advance({ days: 1 })
  // Nothing new was posted, so a look at what is new would find nothing.
  expect(await run()).toMatchObject({ scope: 'full', passed: false })
  await tamper(['update ledger.balance set posted_minor = 1000 where account_id = $1', [accountId(awa)]])
  expect(await run()).toMatchObject({ scope: 'full', passed: true })
  expect(await run()).toMatchObject({ scope: 'incremental', passed: true })
})

describe('also found is', () => {
  let awa: AccountRef
  beforeEach(async () => {
    awa = await funded(t, 1000n)
  })
  const tampered = async (...sql: [string, unknown[]?][]) => {
    await tamper(...sql)
    return checks(await run(true))
  }

  test('an amount held by no hold', async () => {
    expect(
      await tampered(['update ledger.balance set held_minor = 5 where account_id = $1', [accountId(awa)]]),
    ).toEqual(['held'])
  })
  test('an entry that is gone', async () => {
    const found = await tampered(['delete from ledger.entry where account_id = $1', [accountId(awa)]])
    expect(found).toEqual(['balance', 'entries'])
  })
  test('an entry on a deferred account that was changed', async () => {
    const found = await tampered([
      'update ledger.entry set amount_minor = -999 where account_id = $1',
      [accountId(clearing)],
    ])
    expect(found).toEqual(['entries', 'orphan'])
  })
  test('an entry without a transfer', async () => {
    const found = await tampered([
      `insert into ledger.entry (owner_id, account_id, recorded_at, transfer_owner_id, transfer_id, leg_no, kind,
         amount_minor, effective_at) values ($1, $2, $3, $1, $4, 1, 'test.moved', 5, $3)`,
      [PLATFORM, accountId(clearing), t.clock.now().toString(), newId()],
    ])
    expect(found).toEqual(['orphan'])
  })
  test('a transfer that does not balance', async () => {
    const found = await tampered(
      ['alter table ledger.transfer drop constraint transfer_sums_to_zero'],
      ['update ledger.transfer set leg_amounts_minor[1] = leg_amounts_minor[1] + 1'],
    )
    expect(found).toEqual(['zero_sum', 'entries', 'orphan'])
  })
  test('a fold that is not its entries', async () => {
    t.clock.set(Temporal.Now.instant().subtract({ hours: 2 }))
    await t.tx((tx) => move(t.ctx(), tx, awa, commission, 10n))
    await foldDeferred(t.ctx(), (body) => t.tx(body))
    expect((await run(true)).passed).toBe(true)
    expect(await tampered(['update ledger.account_fold set amount_minor = amount_minor + 1'])).toContain('fold')
  })
})

describe('of what modules expect', () => {
  const give = async (amount: bigint, id = newId(), owner?: string) => {
    const awa = await funded(t, amount)
    await t.tx((tx) =>
      move(t.ctx(), tx, awa, commission, amount, { id, kind: 'gifts.given', ...(owner ? { owner } : {}) }),
    )
    return id
  }

  test('each has its transfer and there is no other', async () => {
    for (let i = 0; i < 5; i++) expected.push({ transfer_id: await give(100n), amount_minor: 100n })
    const proof = await run()
    expect(proof).toMatchObject({ passed: true })
    expect(proof.counts).toMatchObject({ expected_transfers: 5 })
  })

  test('a missing, an unknown, a doubled and a different transfer are found', async () => {
    const good = await give(100n)
    const unknown = await give(200n)
    const different = await give(300n)
    const doubled = await give(400n)
    await give(400n, doubled)
    const missing = newId()
    expected = [
      { transfer_id: good, amount_minor: 100n },
      { transfer_id: different, amount_minor: 301n },
      { transfer_id: doubled, amount_minor: 400n },
      { transfer_id: missing, amount_minor: 500n },
    ]
    const proof = await run()
    const found = Object.fromEntries(proof.discrepancies.map(({ check, id }) => [`${check} ${id}`, true]))
    expect(Object.keys(found).sort()).toEqual(
      [`amount ${different}`, `missing ${missing}`, `unexpected ${doubled}`, `unexpected ${unknown}`].sort(),
    )
  })

  test('a row that is committed between the reading of rows and of transfers is not taken for unknown', async () => {
    const id = await give(100n)
    meanwhile = () => expected.push({ transfer_id: id, amount_minor: 100n })
    expect(await run()).toMatchObject({ passed: true })
    expect(meanwhile).toBeUndefined()
  })

  test('more rows than fit on one page are all looked at', async () => {
    expected = Array.from({ length: 1203 }, () => ({ transfer_id: newId(), amount_minor: 1n }))
    const proof = await run()
    expect(proof.counts).toMatchObject({ expected_transfers: 1203, discrepancies: 1203 })
    expect(proof.discrepancies).toHaveLength(100)
  })
})

test('proving while others post finds nothing', async () => {
  const wallets = await Promise.all([1, 2, 3, 4].map(() => funded(t, 10_000n)))
  let stop = false
  const posting = [0, 1, 2].map(async (i) => {
    for (let n = 0; !stop; n++)
      await t.tx((tx) => move(t.ctx(), tx, wallets[i]!, wallets[(i + n) % 3 === i ? 3 : (i + n) % 3]!, 1n))
  })
  for (let i = 0; i < 5; i++) expect(await run(true)).toMatchObject({ passed: true })
  stop = true
  await Promise.all(posting)
  expect((await t.tx((tx) => balanceOf(tx, wallets[3]!))).posted_minor).toBeGreaterThan(10_000n)
})

test('old proofs that passed are removed, the latest never', async () => {
  await run()
  await run()
  const later = Temporal.Now.instant().add({ hours: 1 })
  expect(await t.tx((tx) => removeProofs(tx, later))).toBe(1)
  expect(await t.tx((tx) => removeProofs(tx, later))).toBe(0)
})
