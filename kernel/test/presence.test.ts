/** Jobs in the hands of workers that live, and of one that was killed. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '../jobs/job.ts'
import { holdPresence } from '../jobs/presence.ts'
import { productOf, testProduct, type TestProduct } from '../testing/product.ts'
import { follow, seen, tally } from './tally/module.ts'

let t: TestProduct
beforeAll(async () => {
  t = await testProduct(productOf([tally]))
})
afterAll(() => t.close())

test('jobs of a worker that was killed are given back, those of a worker that lives are not', async () => {
  const other = new pg.Client({ connectionString: t.urls.jobsUrl })
  await other.connect()
  try {
    await other.query(holdPresence, ['pool-alive'])
    for (const worker of ['pool-killed', 'pool-alive']) {
      await t.tx((tx) => enqueue(t.ctx(), tx, follow, { note: worker }))
      await other.query(
        `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute', attempts = 1
         where locked_by is null`,
        [worker],
      )
    }
    await t.startJobs()
    await expect.poll(() => seen).toContain('pool-killed')
    const { rows } = await other.query<{ locked_by: string }>('select locked_by from graphile_worker._private_jobs')
    expect(rows).toEqual([{ locked_by: 'pool-alive' }])
    // Its connection ends with the process that holds it.
    await other.end()
    await expect.poll(() => seen).toContain('pool-alive')
  } finally {
    await other.end()
  }
})

test('a worker at work holds its presence', async () => {
  await t.tx((tx) => enqueue(t.ctx(), tx, follow, { note: 'mine' }))
  await expect.poll(() => seen).toContain('mine')
  const { rows } = await t.asOwner((client) =>
    client.query<{ held: number }>(
      `select count(*)::int as held from pg_locks where locktype = 'advisory' and classid = 7236013 and granted
         and database = (select oid from pg_database where datname = current_database())`,
    ),
  )
  expect(rows).toEqual([{ held: 1 }])
})
