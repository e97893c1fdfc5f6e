import { afterAll, beforeAll, expect, test } from 'vitest'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { record } from '../api.ts'
import { listRecords } from '../audit.ts'
import { audit } from '../module.ts'

let t: TestProduct
const subject = '01980000-0000-7000-8000-00000000aaaa'

beforeAll(async () => {
  t = await testProduct(productOf([audit]))
})
afterAll(() => t.close())

test('an act is recorded with its actor, request and reason, newest first', async () => {
  await t.tx((tx) =>
    record(t.ctx(), tx, { action: 'pots.closed', subject: { type: 'pot', id: subject }, after: { minor: 5n } }),
  )
  t.clock.advance({ minutes: 1 })
  const ctx = t.ctx({ kind: 'user', userId: subject, sessionId: subject, grants: [], authenticatedAt: t.clock.now() })
  await t.tx((tx) =>
    record(ctx, tx, { action: 'pots.reopened', subject: { type: 'pot', id: subject }, reason: 'by mistake' }),
  )
  const rows = await t.tx((tx) => listRecords(tx, { subjectId: subject }, { after: undefined, limit: 10 }))
  expect(rows.map((row) => [row.action, row.actor_kind, row.reason])).toEqual([
    ['pots.reopened', 'user', 'by mistake'],
    ['pots.closed', 'system', null],
  ])
  expect(rows[1]!.after).toEqual({ minor: '5' })
})

test('an act whose transaction fails leaves no record', async () => {
  const other = '01980000-0000-7000-8000-00000000bbbb'
  await expect(
    t.tx(async (tx) => {
      await record(t.ctx(), tx, { action: 'pots.closed', subject: { type: 'pot', id: other } })
      throw new Error('crash')
    }),
  ).rejects.toThrow('crash')
  expect(await t.tx((tx) => listRecords(tx, { subjectId: other }, { after: undefined, limit: 10 }))).toEqual([])
})

test('nobody changes or deletes a record, not even the owner of the schema', async () => {
  await expect(t.asApp((client) => client.query("update audit.record set reason = 'x'"))).rejects.toThrow(
    'permission denied',
  )
  await expect(t.asOwner((client) => client.query("update audit.record set reason = 'x'"))).rejects.toThrow(
    'append-only',
  )
  for (const sql of ['delete from audit.record', 'truncate audit.record', 'truncate audit.record_default'])
    await expect(t.asOwner((client) => client.query(sql))).rejects.toThrow('append-only')
})

test('the trail is for staff', async () => {
  expect((await t.call('GET', '/audit')).status).toBe(401)
})
