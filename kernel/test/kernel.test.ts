/** The runtime end to end, on the smallest module there is: what every product relies on without saying so. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../context.ts'
import type { Tx } from '../db/tx.ts'
import { productOf, testProduct, type TestProduct } from '../testing/product.ts'
import { enqueue } from '../jobs/job.ts'
import { faults, follow, insert, seen, tally, tallySubscriptions } from './tally/module.ts'

const AWA = '01980000-0000-7000-8000-00000000000a'
const BINTA = '01980000-0000-7000-8000-00000000000b'
let t: TestProduct

beforeAll(async () => {
  t = await testProduct(
    productOf([tally], {
      on: tallySubscriptions,
      // Tokens are "who:permission": what a session module would look up.
      authenticate: async (ctx, _tx, token): Promise<Actor | undefined> => {
        const [userId, permission] = token.split(':')
        if (userId !== AWA && userId !== BINTA) return undefined
        const grants = permission ? [{ permission }] : []
        return { kind: 'user', userId, sessionId: userId, grants, authenticatedAt: ctx.clock.now() }
      },
    }),
  )
})
afterAll(() => t.close())
beforeEach(() => {
  seen.length = 0
  Object.assign(faults, { route: 0, job: 0, slowJobMs: 0 })
})

const write = (note: string, token = AWA, key?: string, count = '5') =>
  t.call('POST', '/tallies', { token, body: { note, count_minor: count }, ...(key ? { key } : {}) })

describe('transactions', () => {
  test('a transaction that has ended cannot be used', async () => {
    let leaked: Tx | undefined
    await t.tx(async (tx) => void (leaked = tx))
    await expect(insert.run(leaked!, AWA, AWA, 'x', 1n, t.clock.now())).rejects.toThrow('after it had ended')
  })

  test('a deadlock is retried until both are through', async () => {
    const ids = [AWA, BINTA]
    await t.tx(async (tx) => {
      for (const id of ids) await insert.run(tx, id, id, 'deadlock', 100n, t.clock.now())
    })
    const { take } = await import('./tally/module.ts')
    const crossing = (order: string[]) =>
      t.tx(async (tx) => {
        await take.run(tx, order[0], 1n)
        await new Promise((done) => setTimeout(done, 200))
        await take.run(tx, order[1], 1n)
      })
    const before = t.db.counters.retries
    await Promise.all([crossing(ids), crossing([...ids].reverse())])
    expect(t.db.counters.retries).toBeGreaterThan(before)
  })

  test('the server’s role owns nothing, bypasses nothing and cannot make anything', async () => {
    const facts = await t.asApp(async (client) => {
      const role = await client.query(
        'select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
      )
      const owned = await client.query(
        'select count(*)::int as n from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user',
      )
      return { ...role.rows[0], owned: owned.rows[0].n }
    })
    expect(facts).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 })
    await expect(t.asApp((client) => client.query('create table public.x (a int)'))).rejects.toThrow(
      'permission denied',
    )
    await expect(
      t.asApp((client) => client.query('alter table tally.tally disable row level security')),
    ).rejects.toThrow('must be owner')
  })

  test('row-level security shows a person only their rows, and nobody any without a scope', async () => {
    await write('awa only')
    await write('binta only', BINTA)
    const notes = async (token: string) =>
      (await t.call('GET', '/tallies?limit=100', { token })).json.items.map((item: { note: string }) => item.note)
    expect(await notes(AWA)).toContain('awa only')
    expect(await notes(AWA)).not.toContain('binta only')
    const bare = await t.asApp((client) => client.query('select count(*)::int as n from tally.tally'))
    expect(bare.rows[0].n).toBe(0)
    await expect(
      t.tx((tx) => insert.run(tx, BINTA, AWA, 'smuggled', 1n, t.clock.now()), { rows: 'own', userId: AWA }),
    ).rejects.toThrow('row-level security')
  })
})

describe('idempotency keys', () => {
  test('same key and body: the stored answer; other body: an error; other caller: their own act', async () => {
    const first = await write('once', AWA, 'k1')
    const again = await write('once', AWA, 'k1')
    expect(first.status).toBe(201)
    expect(again.json).toEqual(first.json)
    expect(again.headers['idempotency-replayed']).toBe('true')
    const other = await write('twice', AWA, 'k1')
    expect([other.status, other.json.code]).toEqual([422, 'kernel.key_reused'])
    expect((await write('once', BINTA, 'k1')).json.id).not.toBe(first.json.id)
  })

  test('ten at once with one key are one act', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => write('race', AWA, 'k-race')))
    expect(new Set(answers.map((answer) => answer.json.id)).size).toBe(1)
    const mine = await t.call('GET', '/tallies?limit=100', { token: AWA })
    expect(mine.json.items.filter((item: { note: string }) => item.note === 'race')).toHaveLength(1)
  })

  test('an act of money is refused without a key, and a refusal is not stored', async () => {
    const { json } = await write('purse', AWA)
    const url = `/tallies/${json.id}/withdrawal`
    expect((await t.call('POST', url, { token: AWA, body: { count_minor: '1' } })).json.code).toBe(
      'kernel.key_required',
    )
    expect((await t.call('POST', url, { token: AWA, key: 'w', body: { count_minor: '9' } })).json.code).toBe(
      'tally.below_zero',
    )
    expect((await t.call('POST', url, { token: AWA, key: 'w', body: { count_minor: '5' } })).status).toBe(204)
  })

  test('an external act that died half-way is taken over later, not repeated at once', async () => {
    const order = () =>
      t.call('POST', '/tallies/order', { key: 'order-1', body: { note: 'ordered', count_minor: '1' } })
    faults.route = 1
    expect((await order()).status).toBe(503)
    expect((await order()).json.code).toBe('kernel.in_progress')
    t.clock.advance({ minutes: 1 })
    const done = await order()
    expect(done.status).toBe(201)
    expect((await order()).json).toEqual(done.json)
  })

  test('an external act that was refused can be corrected under the same key', async () => {
    const order = (note: string) =>
      t.call('POST', '/tallies/order', { key: 'order-2', body: { note, count_minor: '1' } })
    expect((await order('refused')).json.code).toBe('tally.below_zero')
    expect((await order('fine')).status).toBe(201)
  })
})

describe('answers', () => {
  test('a refusal speaks the person’s language, with a stable code and a request id', async () => {
    const { json: made } = await write('small', AWA)
    const answer = await t.call('POST', `/tallies/${made.id}/withdrawal`, {
      token: AWA,
      key: 'lang',
      body: { count_minor: '50' },
      headers: { 'accept-language': 'fr' },
    })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json).toMatchObject({
      code: 'tally.below_zero',
      status: 409,
      retry: 'never',
      request_id: answer.headers['x-request-id'],
    })
    expect(answer.json.detail).toContain('Il ne reste')
  })

  test('bad input names each field', async () => {
    const answer = await t.call('POST', '/tallies', { token: AWA, body: { count_minor: 'ten' } })
    expect(answer.status).toBe(422)
    expect(answer.json.fields).toMatchObject({
      note: { code: 'kernel.required' },
      count_minor: { code: 'kernel.malformed' },
    })
    expect((await t.call('POST', '/tallies', { token: AWA, body: '{"note":' })).json).toMatchObject({
      code: 'kernel.invalid_input',
      status: 400,
    })
    expect((await t.call('GET', '/nothing/here')).json.code).toBe('kernel.not_found')
  })

  test('a bug tells the person a number and nothing else', async () => {
    const answer = await t.call('GET', '/tallies/bug')
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('secret detail')
    expect(answer.json.detail).toContain(answer.headers['x-request-id'])
  })

  test('pages hold still while rows are added', async () => {
    const mine = () => t.call('GET', '/tallies?limit=2', { token: BINTA })
    for (const note of ['p1', 'p2', 'p3']) {
      await write(note, BINTA)
      t.clock.advance({ seconds: 1 })
    }
    const first = await mine()
    await write('p4', BINTA)
    const second = await t.call('GET', `/tallies?limit=2&cursor=${first.json.next_cursor}`, { token: BINTA })
    expect(first.json.items.map((item: { note: string }) => item.note)).toEqual(['p3', 'p2'])
    expect(second.json.items[0].note).toBe('p1')
    const forged = Buffer.from('["not an instant","nor an id"]').toString('base64url')
    for (const cursor of ['forged', forged])
      expect((await t.call('GET', `/tallies?cursor=${cursor}`, { token: BINTA })).json.fields.cursor.code).toBe(
        'kernel.malformed',
      )
  })
})

describe('bytes', () => {
  const weigh = (body: Buffer, type: string, token?: string) =>
    t.call('POST', '/tallies/weight', { body, headers: { 'content-type': type }, ...(token ? { token } : {}) })
  const bytes = Buffer.from([0, 255, 128, 10])

  test('come in whole where a route asks for their content type', async () => {
    expect((await weigh(bytes, 'image/png', AWA)).json).toEqual({ bytes: 4 })
  })
  test('are refused beyond the bound, of another type, and where a route takes none', async () => {
    expect((await weigh(Buffer.alloc(1001), 'image/png', AWA)).status).toBe(413)
    expect((await weigh(bytes, 'image/gif', AWA)).status).toBe(415)
    const elsewhere = await t.call('POST', '/tallies', {
      token: AWA,
      body: bytes,
      headers: { 'content-type': 'image/png' },
    })
    expect(elsewhere.status).toBe(415)
  })
  test('are not even read from who may not come in', async () => {
    expect((await weigh(Buffer.alloc(100_000), 'image/png')).status).toBe(401)
  })
})

describe('who may', () => {
  test('no session, a forged session, a missing permission', async () => {
    expect((await t.call('GET', '/tallies')).json.code).toBe('kernel.sign_in_required')
    expect((await t.call('GET', '/tallies', { token: 'forged' })).status).toBe(401)
    // Before the body is looked at: strangers learn nothing of its shape.
    expect((await t.call('POST', '/tallies', { body: { wrong: 1 } })).status).toBe(401)
    expect((await t.call('POST', '/tallies/seizure', { token: AWA, body: { record: true } })).json.code).toBe(
      'kernel.forbidden',
    )
  })

  test('a staff act that leaves no audit record does not happen', async () => {
    const token = `${AWA}:tally.seize`
    expect((await t.call('POST', '/tallies/seizure', { token, body: { record: true } })).status).toBe(200)
    expect((await t.call('POST', '/tallies/seizure', { token, body: { record: false } })).status).toBe(500)
  })

  test('a session cookie is worth nothing when the request comes from another site', async () => {
    const from = (site: string) =>
      t.call('POST', '/tallies', {
        body: { note: 'csrf', count_minor: '1' },
        headers: { cookie: `teranga_session=${AWA}`, 'sec-fetch-site': site },
      })
    expect((await from('cross-site')).json.code).toBe('kernel.cross_site')
    expect((await from('same-origin')).status).toBe(201)
  })

  test('the fourth guess in a minute waits, per address', async () => {
    const guess = (ip: string) => t.call('POST', '/tallies/guess', { body: { value: 'x' }, ip })
    const statuses = []
    for (let i = 0; i < 4; i++) statuses.push((await guess('10.0.0.1')).status)
    expect(statuses).toEqual([204, 204, 204, 429])
    expect((await guess('10.0.0.2')).status).toBe(204)
    t.clock.advance({ minutes: 1 })
    expect((await guess('10.0.0.1')).status).toBe(204)
  })
})

describe('events and jobs', () => {
  test('a subscriber hears of a fact once, after it is committed', async () => {
    await write('heard')
    expect(seen).toEqual([])
    await t.drain()
    expect(seen).toContain('heard')
    seen.length = 0
    await t.drain()
    expect(seen).toEqual([])
  })

  test('workers are told once a job is committed, and not of one that was rolled back', async () => {
    const told: string[] = []
    await t.asApp(async (client) => {
      client.on('notification', (note) => told.push(note.channel))
      await client.query('listen "jobs:insert"')
      await t
        .tx(async (tx) => {
          await enqueue(t.ctx(), tx, follow, { note: 'lost' })
          throw new Error('crash')
        })
        .catch(() => {})
      await new Promise((done) => setTimeout(done, 100))
      expect(told).toEqual([])
      await Promise.all(Array.from({ length: 5 }, () => t.tx((tx) => enqueue(t.ctx(), tx, follow, { note: 'told' }))))
      await expect.poll(() => told.length).toBeGreaterThan(0)
    })
    await t.drain()
    expect(seen.filter((note) => note === 'told')).toHaveLength(5)
    expect(seen).not.toContain('lost')
  })

  test('a job that crashes stays and is tried again', async () => {
    faults.job = 1
    await write('stubborn')
    await t.drain()
    expect(seen).not.toContain('stubborn')
    const waiting = await t.asApp((client) =>
      client.query("select attempts, last_error from job_queue.job where task = 'tally.follow'"),
    )
    expect(waiting.rows).toMatchObject([{ attempts: 1, last_error: expect.stringContaining('crashed') }])
    await t.asApp((client) => client.query('select job_queue.retry(id) from job_queue.job'))
    await t.drain()
    expect(seen).toContain('stubborn')
  })

  test('the server may add jobs but not read or change the queue', async () => {
    await expect(t.asApp((client) => client.query('delete from graphile_worker._private_jobs'))).rejects.toThrow(
      'permission denied',
    )
  })
})

test('health, metrics, the API description and its page answer', async () => {
  expect((await t.call('GET', '/health/live')).json).toEqual({ status: 'ok' })
  expect((await t.call('GET', '/health/ready')).json).toEqual({ status: 'ok' })
  expect((await t.call('GET', '/metrics')).text).toContain('http_request_duration_seconds')
  const api = await t.call('GET', '/openapi.json')
  expect(api.json.openapi).toBe('3.1.0')
  expect(api.json.paths['/api/tallies'].post.tags).toEqual(['tally'])
  expect((await t.call('GET', '/docs')).text).toContain('tally.below_zero')
})

test('stopping finishes the request and the job in hand, then answers nobody', async () => {
  const other = await testProduct(productOf([tally], { on: tallySubscriptions }))
  const address = await other.app.listen({ host: '127.0.0.1', port: 0 })
  await other.startJobs()
  faults.slowJobMs = 300
  await other.tx((tx) => enqueue(other.ctx(), tx, follow, { note: 'in hand' }))
  await expect
    .poll(async () => (await other.asApp((client) => client.query('select from job_queue.job where running'))).rowCount)
    .toBe(1)
  const asked = fetch(`${address}/api/tallies/slow`)
  await new Promise((done) => setTimeout(done, 100))
  const closed = other.close()
  expect(await (await asked).json()).toEqual({ done: true })
  await closed
  expect(seen).toContain('in hand')
  await expect(fetch(`${address}/health/live`)).rejects.toThrow()
})

test.each(['/metrics', '/health/checks'])('%s is for this machine, and not through a proxy on it', async (url) => {
  expect((await t.call('GET', url)).status).toBe(200)
  expect((await t.call('GET', url, { ip: '203.0.113.9' })).status).toBe(404)
  expect((await t.call('GET', url, { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(404)
  expect((await t.call('GET', url, { headers: { forwarded: 'for=127.0.0.1' } })).status).toBe(404)
})

test('a monitor elsewhere shows a token; then this machine must, too', async () => {
  const monitorToken = 'a-monitor-of-this-test-only'
  const watched = await testProduct(t.product, { env: { TERANGA_MONITOR_TOKEN: monitorToken } })
  const ask = async (token?: string, ip?: string) =>
    (await watched.call('GET', '/metrics', { ...(token ? { token } : {}), ...(ip ? { ip } : {}) })).status
  expect(await ask(monitorToken, '203.0.113.9')).toBe(200)
  expect(await ask('another-token-of-this-length', '203.0.113.9')).toBe(404)
  expect(await ask()).toBe(404)
  await watched.close()
})
