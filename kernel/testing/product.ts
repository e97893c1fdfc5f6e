/**
 * A running product for one test file: its own database (cloned from a migrated template), a clock that stands still, jobs
 * that run when told. The server is the real one, called in process; only time and the outside world are ours.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { bootProduct, migrateProduct, type Runtime } from '../boot.ts'
import { testClock, type TestClock } from '../clock.ts'
import { loadConfig } from '../config.ts'
import type { Actor, Context } from '../context.ts'
import { sha256 } from '../crypto.ts'
import { ALL_ROWS, type Scope } from '../db/database.ts'
import { readMigrations } from '../db/migrate.ts'
import { ensureRoles, grantDatabase } from '../db/roles.ts'
import type { Tx } from '../db/tx.ts'
import { createLog } from '../log.ts'
import { defineProduct, type Module, type Product } from '../module.ts'

export interface TestProduct extends Runtime {
  readonly clock: TestClock
  /** A system context, or one of the given actor. */
  ctx(actor?: Actor): Context
  /** Runs `body` in a transaction that sees all rows (or as the given scope). */
  tx<T>(body: (tx: Tx) => Promise<T>, scope?: Scope): Promise<T>
  /** Calls the API in process. `body` is sent as JSON; `json` is the parsed answer. */
  call(method: string, url: string, options?: CallOptions): Promise<Answer>
  /** A client with the owner's rights, to look at what the server cannot. */
  asOwner<T>(body: (client: pg.Client) => Promise<T>): Promise<T>
  /** A bare client in the server's own role. */
  asApp<T>(body: (client: pg.Client) => Promise<T>): Promise<T>
  /** How many statements `body` sends, counted once nothing else is sent: others are told of a commit a moment after it. */
  costs(body: () => Promise<unknown>): Promise<number>
  readonly urls: { ownerUrl: string; appUrl: string; jobsUrl: string }
}

const QUIET_MS = 50

export interface CallOptions {
  body?: unknown
  /** Session token, sent as a bearer. */
  token?: string
  /** Idempotency-Key. */
  key?: string
  headers?: Record<string, string>
  ip?: string
}

export interface Answer {
  status: number
  // What a test looks into; its shape is the route's.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any
  headers: Record<string, string | string[] | number | undefined>
  text: string
}

/** Monday 2 March 2026, 10:00 in Dakar. */
export const TEST_START = '2026-03-02T10:00:00Z'

/** A product of just these modules (with their needs listed too), for the tests of a module. */
export function productOf(modules: Module[], spec: Partial<Product> = {}): Product {
  return defineProduct({
    name: 'test',
    currency: 'XOF',
    locales: ['fr-SN', 'en'],
    timeZone: 'Africa/Dakar',
    country: 'SN',
    on: [],
    policy: {},
    brand: { name: 'Test', tagline: { en: 'A product for tests' } },
    ...spec,
    modules,
  })
}

/** Boots the product on a fresh database. Call `close` in afterAll. */
export async function testProduct(
  product: Product,
  options: { start?: string; env?: Record<string, string>; publicUrl?: string; silent?: boolean } = {},
): Promise<TestProduct> {
  const adminUrl = process.env['TERANGA_TEST_ADMIN_URL']
  if (!adminUrl)
    throw new Error('the test cluster is not running; run the tests through vitest with the project configuration')
  const modules = Object.fromEntries(product.modules.flatMap((m) => (m.config ? [[m.name, m.config]] : [])))
  const config = loadConfig(
    { NODE_ENV: 'test', TERANGA_POOL_SIZE: '10', ...options.env },
    { products: { [product.name]: 0 }, modules },
  )
  const database = await freshDatabase(adminUrl, product)
  const urls = database.urls
  const clock = testClock(options.start ?? TEST_START)
  const runtime = await bootProduct(product, {
    config,
    urls,
    clock,
    publicUrl: options.publicUrl ?? 'http://localhost',
    log: createLog(process.env['TEST_LOG'] ?? 'silent', product.name),
  })
  const as = async <T>(url: string, body: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return await body(client)
    } finally {
      await client.end()
    }
  }
  return {
    ...runtime,
    clock,
    urls,
    ctx: (actor) => runtime.context(actor ? { actor } : {}),
    tx: (body, scope = ALL_ROWS) => runtime.db.transaction(scope, body),
    async call(method, url, { body, token, key, headers, ip } = {}) {
      const answer = await runtime.app.inject({
        method: method as 'GET',
        url:
          url.startsWith('/webhooks/') || url.startsWith('/health') || /^\/(metrics|openapi|docs)/.test(url)
            ? url
            : `/api${url}`,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
        ...(ip ? { remoteAddress: ip } : {}),
      })
      const text = answer.body
      const isJson = String(answer.headers['content-type']).includes('json')
      return {
        status: answer.statusCode,
        json: isJson && text ? JSON.parse(text) : undefined,
        headers: answer.headers,
        text,
      }
    },
    asOwner: (body) => as(urls.ownerUrl, body),
    asApp: (body) => as(urls.appUrl, body),
    async costs(body) {
      const { counters } = runtime.db
      let before: number
      do {
        before = counters.statements
        await sleep(QUIET_MS)
      } while (counters.statements !== before)
      await body()
      return counters.statements - before
    },
    async close() {
      await runtime.close()
      await as(adminUrl, async (client) => {
        // A worker's pool lets its connections go a moment after its run; dropping under them would end them with an error.
        const others = 'select 1 from pg_stat_activity where datname = $1 limit 1'
        for (let i = 0; i < 100 && (await client.query(others, [database.name])).rowCount === 1; i++) await sleep(10)
        await client.query(`drop database if exists "${database.name}" with (force)`)
      })
    },
  }
}

/** Clones the template of this set of modules, making it first when no test file has yet. */
async function freshDatabase(adminUrl: string, product: Product) {
  const hash = sha256(
    JSON.stringify(readMigrations(product.modules).map(({ module, name, hash }) => [module, name, hash])),
  ).slice(0, 16)
  const template = `template_${hash}`
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(7236013)')
    const roles = await ensureRoles(adminUrl, 'test')
    const found = await admin.query('select 1 from pg_database where datname = $1', [template])
    if (found.rowCount === 0) {
      await admin.query(`create database "${template}_making" owner test_owner`)
      await grantDatabase(adminUrl, `${template}_making`, 'test')
      await migrateProduct(product, urlsFor(roles, `${template}_making`))
      await admin.query(`alter database "${template}_making" rename to "${template}"`)
    }
    await admin.query(`create database "${name}" template "${template}" owner test_owner`)
    await grantDatabase(adminUrl, name, 'test')
    return { name, urls: urlsFor(roles, name) }
  } finally {
    await admin.end()
  }
}

function urlsFor(roles: { ownerUrl: string; appUrl: string; jobsUrl: string }, database: string) {
  const to = (text: string) => {
    const url = new URL(text)
    url.pathname = `/${database}`
    return url.toString()
  }
  return { ownerUrl: to(roles.ownerUrl), appUrl: to(roles.appUrl), jobsUrl: to(roles.jobsUrl) }
}
