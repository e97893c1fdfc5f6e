/** What the database itself refuses: to the server's role, and to the owner of the schema as well. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { accountId, hold, PLATFORM, voidHold, type AccountRef } from '../api.ts'
import { clearing, funded, move, newId, startLedger, wallet } from './make.ts'

let t: TestProduct
let awa: AccountRef
beforeAll(async () => {
  t = await startLedger()
  awa = await funded(t, 1000n)
})
afterAll(() => t.close())

const TABLES = [
  'account',
  'balance',
  'transfer',
  'entry',
  'hold',
  'hold_outcome',
  'reversed_leg',
  'account_fold',
  'proof',
]
const DENIED = /permission denied/

describe('the server’s role', () => {
  test.each(TABLES)('may change no row of %s', async (table) => {
    await t.asApp(async (client) => {
      await client.query("set app.scope = 'all'")
      await expect(client.query(`delete from ledger.${table}`)).rejects.toThrow(DENIED)
      await expect(client.query(`truncate ledger.${table}`)).rejects.toThrow(DENIED)
      const { rows } = await client.query(
        `select attname from pg_attribute where attrelid = 'ledger.${table}'::regclass and attnum = 1`,
      )
      await expect(client.query(`update ledger.${table} set ${rows[0].attname} = null`)).rejects.toThrow(DENIED)
      await expect(client.query(`insert into ledger.${table} default values`)).rejects.toThrow(DENIED)
    })
  })

  test('may not reach a partition past the policy of its parent', async () => {
    const { rows } = await t.asOwner((client) =>
      client.query(
        "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'ledger.entry'::regclass",
      ),
    )
    expect(rows.length).toBeGreaterThan(12)
    await t.asApp(async (client) => {
      for (const { name } of rows) await expect(client.query(`select from ${name}`)).rejects.toThrow(DENIED)
    })
  })

  test('may not call what the functions call inside', async () => {
    await t.asApp(async (client) => {
      const args = Array.from({ length: 21 }, () => 'null').join(', ')
      await expect(client.query(`select ledger.write_transfer(${args})`)).rejects.toThrow(DENIED)
      const release = Array.from({ length: 10 }, () => 'null').join(', ')
      await expect(client.query(`select ledger.release_hold(${release})`)).rejects.toThrow(DENIED)
    })
  })

  test('sees nobody’s rows without a scope', async () => {
    await t.asApp(async (client) => {
      for (const table of ['account', 'balance', 'transfer', 'entry'])
        expect((await client.query(`select count(*)::int as n from ledger.${table}`)).rows[0].n).toBe(0)
    })
  })

  test('owns nothing of the ledger', async () => {
    const { rows } = await t.asApp((client) =>
      client.query(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'ledger' and pg_has_role(current_user, c.relowner, 'member')`),
    )
    expect(rows).toEqual([])
  })
})

describe('a call of the posting function itself', () => {
  const legs = (amounts: string, assets = "array['XOF','XOF']", modes = "array['deferred','deferred']") => `
    select ledger.post('${PLATFORM}', '${randomUUID()}', 'test.moved', 'hash',
      array['${PLATFORM}','${PLATFORM}']::uuid[],
      array['00000000-0000-8000-8000-0000000000a1','00000000-0000-8000-8000-0000000000a2']::uuid[],
      ${assets}, ${amounts}, array['x','y'], array['',''], ${modes}, null, null, null, now(), 'r', 'a')`
  const call = (sql: string) => t.asApp((client) => client.query(sql))

  test('is refused when the legs do not sum to zero', async () => {
    await expect(call(legs('array[5,-4]::bigint[]'))).rejects.toMatchObject({ constraint: 'transfer_sums_to_zero' })
  })
  test('is refused when an asset pays for another', async () => {
    await expect(call(legs('array[5,-5]::bigint[]', "array['XOF','PTS']"))).rejects.toMatchObject({
      constraint: 'transfer_sums_to_zero',
    })
  })
  test('is refused when legs move nothing, or are missing', async () => {
    await expect(call(legs('array[0,0]::bigint[]'))).rejects.toThrow(/violates check constraint/)
    await expect(call(legs('array[5,null]::bigint[]'))).rejects.toThrow(/violates/)
    await expect(call(legs('array[1000000000000001,-1000000000000001]::bigint[]'))).rejects.toMatchObject({
      constraint: 'transfer_amounts_are_sound',
    })
  })
  test('is refused when it names one account twice, or out of order', async () => {
    const twice = legs('array[5,-5]::bigint[]').replace('0000000000a2', '0000000000a1')
    await expect(call(twice)).rejects.toMatchObject({ code: 'LG090' })
    const backwards = legs('array[5,-5]::bigint[]').replace('0000000000a1', '0000000000a9')
    await expect(call(backwards)).rejects.toMatchObject({ code: 'LG090' })
  })
  test('is refused when it says another asset than the account has', async () => {
    await call(legs('array[5,-5]::bigint[]'))
    await expect(call(legs('array[5,-5]::bigint[]', "array['PTS','PTS']"))).rejects.toMatchObject({ code: 'LG090' })
  })
  test('is refused when it opens one purpose under two numbers', async () => {
    const other = legs('array[5,-5]::bigint[]').replace('0000000000a2', '0000000000a3')
    await expect(call(other)).rejects.toMatchObject({ code: 'LG090' })
  })
  test('is refused when it takes more than a guarded account has', async () => {
    const sql = legs('array[-1,1]::bigint[]', undefined, "array['guarded','guarded']")
    await expect(
      call(sql.replaceAll('0000000000a', '0000000000b').replace("'x','y'", "'v','w'")),
    ).rejects.toMatchObject({
      code: 'LG001',
    })
  })
})

describe('the owner of the schema', () => {
  const refused = async (sql: string, params: unknown[], error: object) => {
    await t.asOwner(async (client: pg.Client) => {
      await expect(client.query(sql, params)).rejects.toMatchObject(error)
    })
  }
  const APPEND_ONLY = { code: '23001' }

  test.each(['transfer', 'entry', 'hold_outcome'])('may not update, delete or empty %s', async (table) => {
    const id = newId()
    const expires_at = t.clock.now().add({ hours: 1 })
    await t.tx((tx) => hold(t.ctx(), tx, { id, account: awa, amount_minor: 1n, expires_at }))
    await t.tx((tx) => voidHold(t.ctx(), tx, { owner: awa.owner, hold_id: id }))
    await refused(`update ledger.${table} set owner_id = owner_id`, [], APPEND_ONLY)
    await refused(`delete from ledger.${table}`, [], APPEND_ONLY)
    await refused(`truncate ledger.${table} cascade`, [], APPEND_ONLY)
  })

  test('may not change entries through their partition either', async () => {
    const { rows } = await t.asOwner((client) => client.query('select tableoid::regclass::text as t from ledger.entry'))
    await refused(`delete from ${rows[0].t}`, [], APPEND_ONLY)
    await refused(`truncate ${rows[0].t}`, [], APPEND_ONLY)
    await t.asOwner((client) => client.query(`select ledger.create_partitions('2031-02-01', '2031-02-01')`))
    await refused('truncate ledger.entry_2031_02', [], APPEND_ONLY)
  })

  test('may not write a transfer that does not balance', async () => {
    const sql = `insert into ledger.transfer (owner_id, id, kind, body_hash, leg_owner_ids, leg_account_ids, leg_assets,
        leg_amounts_minor, effective_at, recorded_at, request_id, actor)
      values ($1, $2, 'test.moved', 'h', array_fill($1::uuid, array[$5::int]), array_fill($2::uuid, array[$5::int]), $3, $4, now(), now(), 'r', 'a')`
    const ids = [randomUUID(), randomUUID()]
    const unbalanced = { constraint: 'transfer_sums_to_zero' }
    await refused(sql, [...ids, ['XOF', 'XOF'], [5, -4], 2], unbalanced)
    await refused(sql, [...ids, ['XOF', 'PTS'], [5, -5], 2], unbalanced)
    await refused(sql, [...ids, ['XOF', 'XOF', 'XOF'], [5, -4, -2], 3], unbalanced)
    await refused(sql, [...ids, ['XOF', 'XOF', 'XOF'], [5, -4, -1], 2], { constraint: 'transfer_legs_match' })
  })

  test('may not take a guarded account below its floor', async () => {
    const params = [awa.owner, accountId(awa)]
    const overdraft = { constraint: 'balance_not_below_floor' }
    const own = 'where owner_id = $1 and account_id = $2'
    await refused(`update ledger.balance set posted_minor = -1 ${own}`, params, overdraft)
    await refused(`update ledger.balance set held_minor = posted_minor + 1 ${own}`, params, overdraft)
    await refused(`update ledger.balance set held_minor = -1 ${own}`, params, {
      constraint: 'balance_held_not_negative',
    })
  })

  test('may not give a hold a second outcome', async () => {
    const id = newId()
    const expires_at = t.clock.now().add({ hours: 1 })
    await t.tx((tx) => hold(t.ctx(), tx, { id, account: awa, amount_minor: 1n, expires_at }))
    await t.tx((tx) => voidHold(t.ctx(), tx, { owner: awa.owner, hold_id: id }))
    await refused(
      `insert into ledger.hold_outcome (owner_id, hold_id, outcome, posted_minor, resolved_at, recorded_at, request_id, actor)
       values ($1, $2, 'expired', 0, now(), now(), 'r', 'a')`,
      [awa.owner, id],
      { constraint: 'hold_outcome_pkey' },
    )
  })

  test('may not reverse more than there was', async () => {
    const { id } = await t.tx((tx) => move(t.ctx(), tx, awa, wallet(), 10n))
    await refused(
      `insert into ledger.reversed_leg (owner_id, transfer_id, leg_no, original_minor, reversed_minor) values ($1, $2, 1, 10, 11)`,
      [awa.owner, id],
      { constraint: 'reversed_leg_within_original' },
    )
  })

  test('may not post one id twice', async () => {
    const { id } = await t.tx((tx) => move(t.ctx(), tx, awa, wallet(), 10n))
    await refused(
      `insert into ledger.transfer select * from ledger.transfer where owner_id = $1 and id = $2`,
      [awa.owner, id],
      { constraint: 'transfer_pkey' },
    )
  })
})

test('entries go to the month they were recorded in, and months are made ahead', async () => {
  const fresh = await funded(t, 5n)
  const where = async (ref: AccountRef) => {
    const sql = 'select tableoid::regclass::text as t from ledger.entry where account_id = $1'
    return (await t.asOwner((client) => client.query(sql, [accountId(ref)]))).rows[0].t as string
  }
  expect(await where(fresh)).toBe('ledger.entry_2026_03')
  const start = t.clock.now()
  t.clock.set('2031-05-31T23:59:59Z')
  const stray = await funded(t, 5n)
  expect(await where(stray)).toBe('ledger.entry_default')
  await t.runCron()
  t.clock.advance({ seconds: 1 })
  expect(await where(await funded(t, 5n))).toBe('ledger.entry_2031_06')
  // The month that had begun in the default partition stays there, and is as good.
  expect(await where(await funded(t, 5n, stray.owner))).toBe('ledger.entry_2031_06')
  t.clock.set(start)
  expect(await where({ ...clearing })).toMatch(/^ledger\.entry_/)
})
