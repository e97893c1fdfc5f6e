/** Turns a product into a running one: database, server, worker, clock. The entry point, the command line and the tests use it. */
import type { FastifyInstance } from 'fastify'
import { openChanges, type Changes, type Keeper } from './changes.ts'
import { systemClock, type MovableClock } from './clock.ts'
import { demandNeeded, type Config } from './config.ts'
import type { Actor, Context } from './context.ts'
import { ALL_ROWS, openDatabase, type Database } from './db/database.ts'
import { migrate, type Migration } from './db/migrate.ts'
import { publish } from './db/publish.ts'
import { readerOf } from './db/roles.ts'
import { openVault } from './db/vault.ts'
import { hmacSha256 } from './crypto.ts'
import { mountDevelopment } from './http/development.ts'
import { rememberCallers } from './http/callers.ts'
import type { ReadDirectly } from './http/direct.ts'
import { createServer, type EarlyAnswer } from './http/server.ts'
import { gatherLooks } from './http/looks.ts'
import { mountSystem } from './http/system.ts'
import { uuidV7 } from './ids.ts'
import { readOffset } from './jobs/housekeeping.ts'
import { ENQUEUED } from './jobs/job.ts'
import { knocker } from './jobs/knock.ts'
import { cronJobs, drainJobs, prepareQueue, runJob, startWorker, type WorkerParts } from './jobs/worker.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import type { Product } from './module.ts'

export interface Urls {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly jobsUrl: string
}

export interface Runtime {
  readonly product: Product
  readonly config: Config
  readonly clock: MovableClock
  readonly db: Database
  readonly app: FastifyInstance
  readonly log: Log
  readonly changes: Changes
  /** Remembers whoever asks once it follows `changes`; until then everybody is looked up each time. */
  readonly callers: Keeper
  /** Lets answers that lie ready be sent before anything else is asked. */
  early(answer: EarlyAnswer): void
  /** For pages in this process: what the API answers without a request. */
  readonly readDirectly: ReadDirectly
  /** A person looked at the page at this path. */
  looked(path: string): void
  /** A context outside a request: the system by default. */
  context(given?: { actor?: Actor; locale?: string }): Context
  /** Starts the job worker. */
  startJobs(options?: { concurrency?: number }): Promise<void>
  /** Runs every due job now, until none is due. */
  drain(): Promise<void>
  /** Runs every cron job (or the named ones) once now, then what they enqueued. After the clock was moved, and in tests. */
  runCron(names?: readonly string[]): Promise<void>
  /** Stops taking requests, finishes those in hand and the jobs in hand, closes the database. */
  close(): Promise<void>
}

export interface BootOptions {
  readonly config: Config
  readonly urls: Pick<Urls, 'appUrl' | 'jobsUrl'>
  readonly clock?: MovableClock
  readonly publicUrl?: string
  readonly log?: Log
}

const JOBS_AT_ONCE = 4

/** The most database connections one serving process takes: two pools of `poolSize`, the worker's, and two that listen. */
export function connectionsOf(poolSize: number): number {
  return 2 * poolSize + JOBS_AT_ONCE + 2 + 2
}

/** Brings the product's database up to date: modules in order, then the job queue. Safe to repeat and to run concurrently. */
export async function migrateProduct(
  product: Product,
  urls: Urls,
  onApplied?: (migration: Migration) => void,
): Promise<Migration[]> {
  const app = decodeURIComponent(new URL(urls.appUrl).username)
  const applied = await migrate(urls.ownerUrl, product.modules, { app }, onApplied)
  await prepareQueue(urls.jobsUrl, app)
  if (product.published !== undefined)
    await publish(
      urls.ownerUrl,
      { schema: product.name, folder: product.published },
      { app, reader: readerOf(product.name) },
    )
  return applied
}

/** Boots the product on a migrated database. Listens nowhere yet: the caller adds pages and listens on `app`. */
export async function bootProduct(product: Product, options: BootOptions): Promise<Runtime> {
  const { config, urls } = options
  demandNeeded(config, product.modules, product.policy)
  const clock = options.clock ?? systemClock()
  let closing = false
  const log = options.log ?? createLog(config.logLevel, product.name)
  const db = openDatabase(urls.appUrl, {
    poolSize: config.poolSize,
    onError: (error) => log.warn({ err: error }, 'an idle database connection broke'),
    afterCommit: (marks, written) => {
      if (marks.has(ENQUEUED)) tellWorkers()
      changes.committed(written)
    },
  })
  const tellWorkers = knocker(db, (err) => !closing && log.warn({ err }, 'the workers were not told of a job'))
  const indexKey = Buffer.from(hmacSha256(config.secrets.masterKey, 'blind index'), 'hex')
  const vault = openVault(config.secrets.masterKey, indexKey, clock)
  const changes = openChanges({ product, db, vault, directUrl: urls.jobsUrl, log })
  const publicUrl = options.publicUrl ?? config.publicUrl(product.name)
  const metrics = createMetrics(product.name, () => db.counters.statements)
  const context = (given: Pick<Context, 'requestId' | 'actor' | 'locale' | 'origin'>): Context => ({
    ...given,
    clock,
    log,
    config,
    product,
    vault,
    publicUrl,
  })
  const parts: WorkerParts = { product, db, jobsUrl: urls.jobsUrl, log, metrics, context }
  const callers = rememberCallers(product)
  const { app, early, readDirectly } = await createServer({
    product,
    db,
    callers,
    metrics,
    context,
    plainHttp: publicUrl.startsWith('http://'),
    trustProxy: config.trustProxy,
    answersKey: Buffer.from(hmacSha256(config.secrets.masterKey, 'idempotent answers'), 'hex'),
  })
  const systemContext = (given: { actor?: Actor; locale?: string } = {}) =>
    context({
      requestId: uuidV7(clock),
      actor: given.actor ?? { kind: 'system', name: 'boot' },
      locale: given.locale ?? product.locales[0],
    })

  const looks = gatherLooks(product, db, systemContext)

  let worker: { stop(): Promise<void> } | undefined
  let clockTimer: NodeJS.Timeout | undefined
  const runtime: Runtime = {
    product,
    config,
    clock,
    db,
    app,
    log,
    changes,
    callers,
    early,
    readDirectly,
    looked: (path) => looks.add(path),
    context: systemContext,
    async startJobs({ concurrency = JOBS_AT_ONCE } = {}) {
      worker = await startWorker(parts, { concurrency })
    },
    drain: () => drainJobs(parts),
    async runCron(names) {
      for (const job of cronJobs(product).filter(({ name }) => names?.includes(name) ?? true))
        await runJob(db, systemContext({ actor: { kind: 'system', name: job.name } }), job, {})
      await drainJobs(parts)
    },
    async close() {
      if (closing) return
      closing = true
      clearInterval(clockTimer)
      await app.close()
      await worker?.stop()
      await looks.flush()
      await changes.close()
      await db.close()
    },
  }
  mountSystem(app, {
    product,
    db,
    metrics,
    context: systemContext,
    closing: () => closing,
    monitorToken: config.monitorToken,
  })
  if (config.mode === 'development') {
    mountDevelopment(app, runtime)
  }
  if (config.mode === 'development' && !options.clock) {
    // A moved clock is the same in every process, also after a restart.
    const follow = async () => clock.setOffset(await db.transaction(ALL_ROWS, readOffset))
    await follow()
    clockTimer = setInterval(() => void follow().catch(() => {}), 2000)
    clockTimer.unref()
  }
  return runtime
}
