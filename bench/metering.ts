/**
 * What metering costs: fifty thousand usage events taken in by batches, counted once, costed and summed, against a bare COPY of the
 * same events into an equal table; and a quota set aside and settled against two bare ledger postings.
 */
import { randomInt, randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Runtime } from '../kernel/boot.ts'
import { copyIn } from '../kernel/db/copy.ts'
import { ALL_ROWS } from '../kernel/db/database.ts'
import { defineProduct } from '../kernel/module.ts'
import { access } from '../modules/access/module.ts'
import { audit } from '../modules/audit/module.ts'
import { identity } from '../modules/identity/module.ts'
import { PLATFORM, type AccountRef } from '../modules/ledger/api.ts'
import { ledger } from '../modules/ledger/module.ts'
import { bodyHash, orderLegs } from '../modules/ledger/rules.ts'
import { columnsOf, post as postStatement } from '../modules/ledger/store.ts'
import { messaging } from '../modules/messaging/module.ts'
import { addPrice, grantQuota, recordUsage, reserve, settle, type UsageEvent } from '../modules/metering/api.ts'
import { metering } from '../modules/metering/module.ts'
import { differences } from '../modules/metering/usage.ts'
import { notifications } from '../modules/notifications/module.ts'
import { profiles } from '../modules/profiles/module.ts'
import { linesOf, race, type Line, type Load, type Measured } from './measure.ts'
import { IN_FLIGHT, type Stage } from './stage.ts'

const EVENTS = 50_000
const BATCH = 5_000
const LEARNERS = 5_000
const ROUNDS = 5
const WITH_QUOTA = 500
const LAP_SECONDS = 2

const product = defineProduct({
  name: 'metering',
  currency: 'EGP',
  locales: ['en'],
  timeZone: 'Africa/Cairo',
  country: 'EG',
  modules: [audit, messaging, access, identity, profiles, notifications, ledger, metering],
  on: [],
  policy: { access: { roles: {}, scopedRoles: [] }, metering: {} },
  brand: { name: 'Bench', tagline: { en: 'A product to measure' } },
})

const learners = Array.from({ length: LEARNERS }, () => randomUUID())

const withQuota = learners.slice(0, WITH_QUOTA)

/** Events of the last thirty days, each of another id. */
function eventsOf(runtime: Runtime): UsageEvent[] {
  const now = runtime.clock.now()
  return Array.from({ length: EVENTS }, (_, i) => ({
    id: randomUUID(),
    subject: learners[i % LEARNERS]!,
    session: randomUUID(),
    service: 'tutor',
    provider: 'somebody',
    model: 'small',
    tokens_in: randomInt(2000),
    tokens_out: randomInt(500),
    occurred_at: now.subtract({ seconds: randomInt(30 * 24 * 3600) }),
  }))
}

const COLUMNS = `subject_id, day, id, session_id, service, provider, model, tokens_in, tokens_out, speech_seconds, occurred_at,
  received_at`

function asText(events: readonly UsageEvent[], now: Temporal.Instant): string {
  return events
    .map((it) =>
      [
        it.subject,
        it.occurred_at.toZonedDateTimeISO(product.timeZone).toPlainDate().toString(),
        it.id,
        it.session,
        it.service,
        it.provider,
        it.model,
        it.tokens_in,
        it.tokens_out,
        0,
        it.occurred_at.toString(),
        now.toString(),
      ].join('\t'),
    )
    .join('\n')
    .concat('\n')
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

function measuredFrom(name: string, times: number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b)
  const sum = times.reduce((total, time) => total + time, 0)
  const [p50Ms, maxMs] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!]
  return { name, requests: times.length, perSecond: (EVENTS * times.length * 1000) / sum, p50Ms, p99Ms: maxMs, maxMs }
}

/** In turns, changing who begins; what makes the events is not measured. The ratio is the median of the rounds'. */
async function raceIntake(runtime: Runtime, owner: pg.Client): Promise<Line[]> {
  const file = join(tmpdir(), `teranga-bench-${randomUUID()}.tsv`)
  await owner.query(
    'create table metering.bare_event (like metering.usage_event including constraints including indexes)',
  )
  const ctx = runtime.context()
  const ours = async () => {
    const events = eventsOf(runtime)
    return timed(async () => {
      for (let at = 0; at < EVENTS; at += BATCH)
        await runtime.db.transaction(ALL_ROWS, (tx) => recordUsage(ctx, tx, events.slice(at, at + BATCH)))
    })
  }
  const theirs = async () => {
    writeFileSync(file, asText(eventsOf(runtime), runtime.clock.now()))
    return timed(() => copyIn(owner, `copy metering.bare_event (${COLUMNS}) from stdin`, file))
  }
  const times = { ours: [] as number[], theirs: [] as number[] }
  await ours()
  await theirs()
  for (let round = 0; round < ROUNDS; round++)
    for (const side of round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const))
      times[side].push(await (side === 'ours' ? ours() : theirs()))
  rmSync(file)
  const ratios = times.ours.map((time, i) => times.theirs[i]! / time).sort((a, b) => a - b)
  return [
    {
      measured: measuredFrom('50,000 usage events in batches: once each, costed, summed', times.ours),
      ratio: ratios[Math.floor(ROUNDS / 2)]!,
      limit: 0.2,
      statements: EVENTS / BATCH,
      note: 'events per second; two more rows are written per event or person and day',
    },
    { measured: measuredFrom('  bare COPY of 50,000 into an equal table', times.theirs), statements: 1 },
  ]
}

const quota = (owner: string, ref: string): AccountRef => ({
  owner,
  kind: 'quota',
  ref,
  asset: 'AI_TOKEN',
  mode: 'guarded',
})
const sink: AccountRef = { owner: PLATFORM, kind: 'quota_used', asset: 'AI_TOKEN', mode: 'deferred' }

/** A question's two transactions: set aside before, settle after. */
function throughQuota(runtime: Runtime): Load {
  const ctx = runtime.context()
  return {
    inFlight: IN_FLIGHT,
    seconds: LAP_SECONDS,
    async run() {
      const [id, subject] = [randomUUID(), withQuota[randomInt(WITH_QUOTA)]!]
      await runtime.db.transaction(ALL_ROWS, (tx) =>
        reserve(ctx, tx, { id, subject, meter: 'ai_tokens', estimate: 5n }),
      )
      await runtime.db.transaction(ALL_ROWS, (tx) => settle(ctx, tx, { subject, id, used: 3n }))
    },
  }
}

/** Two postings from the same accounts, each in a transaction, by the driver alone. */
function twoPostings(pool: pg.Client[], grants: ReadonlyMap<string, string>): Load {
  return {
    inFlight: IN_FLIGHT,
    seconds: LAP_SECONDS,
    async run(slot) {
      const owner = withQuota[randomInt(WITH_QUOTA)]!
      const legs = orderLegs([
        { account: quota(owner, grants.get(owner)!), amount_minor: -1n },
        { account: sink, amount_minor: 1n },
      ])
      const columns = columnsOf(legs).map((column) => (column as unknown[]).map(String))
      const hash = bodyHash('bench.used', legs)
      const client = pool[slot]!
      for (let time = 0; time < 2; time++) {
        const values = [owner, randomUUID(), 'bench.used', hash, ...columns, null, null, null, new Date().toISOString()]
        await client.query("begin; set local app.scope = 'all'; set local app.user_id = ''")
        await client.query({ name: 'post', text: postStatement.text, values: [...values, 'bench', 'system:bench'] })
        await client.query('commit')
      }
    },
  }
}

export async function benchMetering(stage: Stage, say: (line: string) => void): Promise<Line[]> {
  const { runtime, urls } = await stage.boot(product, 'bench_metering')
  const ctx = runtime.context()
  const owner = new pg.Client({ connectionString: urls.ownerUrl })
  await owner.connect()
  const now = runtime.clock.now()
  const [input, output] = [150_000n, 600_000n]
  const valid_from = now.subtract({ hours: 24 * 365 })
  await runtime.db.transaction(ALL_ROWS, (tx) =>
    addPrice(ctx, tx, { provider: 'somebody', model: 'small', valid_from, input, output, second: 0n }),
  )
  say(`taking in ${EVENTS.toLocaleString('en')} usage events against a bare COPY …`)
  const lines = await raceIntake(runtime, owner)
  const today = now.toZonedDateTimeISO(product.timeZone).toPlainDate()
  const wrong = await runtime.db.transaction(ALL_ROWS, (tx) =>
    differences(tx, today.subtract({ days: 40 }), today.add({ days: 1 })),
  )
  if (wrong.length > 0) throw new Error('the measured sums differ from their events')
  await owner.end()

  say('a quota set aside and settled against two bare postings …')
  const grants = new Map(withQuota.map((learner) => [learner, randomUUID()]))
  for (const [subject, id] of grants)
    await runtime.db.transaction(ALL_ROWS, (tx) =>
      grantQuota(ctx, tx, {
        id,
        subject,
        meter: 'ai_tokens',
        amount: 10n ** 12n,
        period_start: now,
        period_end: now.add({ hours: 24 * 30 }),
      }),
    )
  const pool = Array.from({ length: IN_FLIGHT }, () => new pg.Client({ connectionString: urls.appUrl }))
  await Promise.all(pool.map((client) => client.connect()))
  const load = throughQuota(runtime)
  const before = runtime.db.counters.statements
  for (let i = 0; i < 20; i++) await load.run(0)
  const statements = (runtime.db.counters.statements - before) / 20
  const result = await race(
    { name: 'quota: set aside, then settled', load },
    { name: '  two bare postings, each in a transaction', load: twoPostings(pool, grants) },
  )
  await Promise.all(pool.map((client) => client.end()))
  return [
    ...lines,
    ...linesOf(result, {
      limit: 0.4,
      statements: [statements, 2],
      note: 'a hold, its outcome and who it is for besides',
    }),
  ]
}
