/** The promise of docs/new-product.md: what it shows is what runs, and a product holds what it composes and nothing else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testProduct, type TestProduct } from '../kernel/testing/product.ts'
import { lastCode } from '../modules/identity/test/make.ts'
import { tutor } from '../products/tutor/product.ts'
import { wolo } from '../products/wolo/product.ts'
import { merci } from './example/product.ts'

let t: TestProduct
beforeAll(async () => {
  t = await testProduct(merci)
})
afterAll(() => t?.close())

async function signUp(phone: string): Promise<string> {
  const asked = await t.call('POST', '/otp', { body: { phone } })
  const code = await lastCode(t, phone)
  return (await t.call('POST', `/otp/${asked.json.challenge_id}/verification`, { body: { code } })).json.token
}

test('people sign up by phone and thank one another; twice with one key is once', async () => {
  const [awa, modou] = [await signUp('+221771234567'), await signUp('+221771234568')]
  const thank = (key: string, phone = '+221771234568') =>
    t.call('POST', '/thanks', { token: awa, key, body: { phone } })
  expect((await thank('one')).status).toBe(201)
  expect((await thank('one')).status).toBe(201)
  expect((await thank('two')).status).toBe(201)
  expect((await t.call('GET', '/me/thanks', { token: modou })).json).toEqual({ points: '20' })
  expect((await thank('three', '+221771234567')).json.code).toBe('thanks.yourself')
  expect((await thank('four', '+221770000000')).json.code).toBe('thanks.nobody')
  await t.runCron(['ledger.prove_everything'])
  const proof = await t.asOwner((client) =>
    client.query('select passed from ledger.proof order by finished_at desc limit 1'),
  )
  expect(proof.rows).toEqual([{ passed: true }])
})

test('its published schema is there for analysts', async () => {
  const { rows } = await t.asOwner((client) => client.query('select status from merci.members'))
  expect(rows).toEqual([{ status: 'active' }, { status: 'active' }])
})

const schemasOf = (product: TestProduct) =>
  product.asOwner(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
    )
    return rows.map(({ name }) => name).sort()
  })

test.for([merci, wolo, tutor].map((product) => [product.name, product] as const))(
  'the database of %s holds the schemas of its own modules and no other',
  async ([, product]) => {
    const running = product === merci ? t : await testProduct(product)
    try {
      const own = product.modules.filter(({ placement }) => Object.keys(placement).length > 0).map(({ name }) => name)
      const published = product.published === undefined ? [] : [product.name]
      expect(await schemasOf(running)).toEqual([...own, ...published, 'graphile_worker', 'job_queue', 'kernel'].sort())
    } finally {
      if (running !== t) await running.close()
    }
  },
)

test('the guide shows these very files', () => {
  const guide = readFileSync(join(import.meta.dirname, '../docs/new-product.md'), 'utf8')
  for (const file of ['product.ts', 'thanks.ts', 'published/members.sql']) {
    const text = readFileSync(join(import.meta.dirname, 'example', file), 'utf8')
    expect(guide, `docs/new-product.md does not show test/example/${file} as it is`).toContain(text.trim())
  }
})
