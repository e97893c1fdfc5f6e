/** What must not get out: answers kept for repetition, rows named by database errors, requests from pages that are nowhere. */
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../context.ts'
import { createLog } from '../log.ts'
import { productOf, testProduct, type TestProduct } from '../testing/product.ts'
import { tally } from './tally/module.ts'

const AWA = '01980000-0000-7000-8000-00000000000a'
let t: TestProduct

beforeAll(async () => {
  t = await testProduct(
    productOf([tally], {
      authenticate: async (ctx, _tx, token): Promise<Actor | undefined> =>
        token === AWA
          ? { kind: 'user', userId: AWA, sessionId: AWA, grants: [], authenticatedAt: ctx.clock.now() }
          : undefined,
    }),
  )
})
afterAll(() => t.close())

test('the answers kept for repeated requests are sealed, and open for their caller', async () => {
  const write = () =>
    t.call('POST', '/tallies', { token: AWA, key: 'sealed', body: { note: 'for Awa alone', count_minor: '5' } })
  const first = await write()
  const { rows } = await t.asOwner((client) =>
    client.query<{ request_hash: string }>('select to_jsonb(i) as kept, request_hash from kernel.idempotency i'),
  )
  expect(rows).toHaveLength(1)
  const kept = JSON.stringify(rows[0])
  for (const readable of ['for Awa alone', first.json.id]) expect(kept).not.toContain(readable)
  const again = await write()
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect(again.json).toEqual(first.json)
})

test('a logged database error does not carry the row it failed on', async () => {
  let written = ''
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk)
      done()
    },
  })
  // On a table with row-level security PostgreSQL leaves the values out itself.
  const twice = `insert into kernel.rate_limit (key, window_start, used) values ('what Awa wrote', now(), 1), ('what Awa wrote', now(), 1)`
  const error = await t.asApp((client) => client.query(twice)).catch((thrown: unknown) => thrown)
  expect(JSON.stringify(error)).toContain('what Awa wrote')
  createLog('info', 'test', sink).error({ err: error, phone: '+221771234567' }, 'failed')
  expect(written).toContain('rate_limit_pkey')
  expect(written).not.toContain('what Awa wrote')
  expect(written).not.toContain('771234567')
})

test('a page without an origin is another site, not a bug', async () => {
  const answer = await t.call('POST', '/tallies', {
    body: { note: 'framed', count_minor: '1' },
    headers: { cookie: `teranga_session=${AWA}`, origin: 'null' },
  })
  expect([answer.status, answer.json.code]).toEqual([403, 'kernel.cross_site'])
})

test('what the API answers runs nothing and stands in no frame when opened as a page', async () => {
  const { headers } = await t.call('GET', '/tallies', { token: AWA })
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  expect(headers['referrer-policy']).toBe('no-referrer')
})
