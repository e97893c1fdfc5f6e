import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../kernel/context.ts'
import { defineJob, enqueue } from '../../../kernel/jobs/job.ts'
import { defineModule } from '../../../kernel/module.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { audit } from '../../audit/module.ts'
import { operations } from '../module.ts'
import { applyRetention } from '../operations.ts'

let failing = true
const flaky = defineJob({
  name: 'flaky.work',
  payload: Type.Object({}),
  attemptsMax: 1,
  async run() {
    if (failing) throw new Error('provider said no')
  },
})
const asked: string[] = []
const flakyModule = defineModule({
  name: 'flaky',
  folder: import.meta.dirname,
  placement: {},
  jobs: [flaky],
  retention: [
    {
      table: 'flaky.thing',
      keep: { days: 90 },
      remove: async (_ctx, _tx, before) => asked.push(before.toString()),
    },
  ],
})
const STAFF = '01980000-0000-7000-8000-00000000000a'
let t: TestProduct

beforeAll(async () => {
  t = await testProduct(
    productOf([audit, operations, flakyModule], {
      authenticate: async (ctx, _tx, token): Promise<Actor> => ({
        kind: 'user',
        userId: STAFF,
        sessionId: STAFF,
        grants: token.split(',').map((permission) => ({ permission })),
        authenticatedAt: ctx.clock.now(),
      }),
    }),
  )
})
afterAll(() => t.close())

test('a job that was given up is seen, makes health degraded, and can be tried again with a reason', async () => {
  await t.tx((tx) => enqueue(t.ctx(), tx, flaky, {}))
  await t.drain()
  const { json } = await t.call('GET', '/operations/jobs?failed=true', { token: 'operations.view' })
  expect(json.items).toMatchObject([{ task: 'flaky.work', given_up: true, attempts: 1 }])
  expect(json.items[0].last_error).toContain('provider said no')
  const health = await t.call('GET', '/health/checks')
  expect(health.json.checks).toMatchObject([{ module: 'operations', status: 'degraded' }])

  failing = false
  const url = `/operations/jobs/${json.items[0].id}/retry`
  expect((await t.call('POST', url, { token: 'operations.view', body: { reason: 'provider is back' } })).status).toBe(
    403,
  )
  expect((await t.call('POST', url, { token: 'operations.manage', body: { reason: 'provider is back' } })).status).toBe(
    204,
  )
  await t.drain()
  expect((await t.call('GET', '/operations/jobs', { token: 'operations.view' })).json.items).toEqual([])
  const gone = await t.call('POST', url, { token: 'operations.manage', body: { reason: 'provider is back' } })
  expect(gone.json.code).toBe('operations.job_not_found')
  const trail = await t.call('GET', '/audit?action=operations.job_retried', { token: 'audit.view' })
  expect(trail.json.items).toMatchObject([{ reason: 'provider is back', actor_id: STAFF }])
})

test('all failed jobs of one kind are tried again together, and others are left', async () => {
  failing = true
  for (let n = 0; n < 3; n++) await t.tx((tx) => enqueue(t.ctx(), tx, flaky, {}))
  await t.drain()
  const retry = (task: string, token = 'operations.manage') =>
    t.call('POST', '/operations/jobs/retry', { token, body: { task, reason: 'provider is back' } })
  expect((await retry('flaky.work', 'operations.view')).status).toBe(403)
  expect((await retry('other.work')).json).toEqual({ retried: 0 })
  failing = false
  expect((await retry('flaky.work')).json).toEqual({ retried: 3 })
  await t.drain()
  // A worker takes a finished job off the queue a moment after its work.
  const left = async () => (await t.call('GET', '/operations/jobs', { token: 'operations.view' })).json.items
  await expect.poll(left).toEqual([])
})

test('retention asks every module to remove what is older than it keeps', async () => {
  expect(await t.tx((tx) => applyRetention(t.ctx(), tx))).toEqual({ 'flaky.thing': 1 })
  expect(asked).toEqual([
    t.clock
      .now()
      .subtract({ hours: 24 * 90 })
      .toString(),
  ])
})
