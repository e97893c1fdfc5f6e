/**
 * What the first page of the console’s table of gifts costs over a million of them: asked as staff over HTTP with session,
 * permission (as a server remembers them) and row-level security, against the bare statement that the page needs, sent by the driver
 * alone. Both take turns request by request over the same rows; what counts is the slow end, the 99th of a hundred.
 */
import { Agent, get } from 'node:http'
import pg from 'pg'
import type { Runtime } from '../kernel/boot.ts'
import { ALL_ROWS } from '../kernel/db/database.ts'
import { defineProduct } from '../kernel/module.ts'
import { assignRole } from '../modules/access/api.ts'
import { authenticate, createUser, startSession } from '../modules/identity/api.ts'
import { GIFT_ORDERS, staffGiftsStatement, type GiftFilter, type GiftOrder } from '../modules/pots/api.ts'
import { Histogram, type Line, type Measured } from './measure.ts'
import { potsProduct, seedPots } from './pot-page.ts'
import type { Stage } from './stage.ts'

const GIFTS = 1_000_000
/** The machine has slow moments of its own: laps spread them over all questions. */
const LAPS = 3
/** Of fewer, the slowest hundredth is a handful, and chance. */
const REQUESTS = 1000
/** A question that takes long is asked less often, but not less than a hundredth can be told from. */
const REQUESTS_MIN = 50
const LAP_MS = 5000
const WARM_UP = 60
/** Rows of a page unless asked otherwise. */
const PAGE = 20
/** At most so many times the bare statement’s. */
const P99_FACTOR = 2

const product = defineProduct({
  ...potsProduct,
  authenticate,
  policy: { ...potsProduct.policy, access: { roles: { support: ['pots.view'] } } },
})

interface Question {
  readonly name: string
  readonly order: GiftOrder
  readonly filter: GiftFilter
}

/** Two years of gifts, more of them lately; most received, some never paid, few in trouble; amounts as people give them. */
async function fill(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("set work_mem = '128MB'; set maintenance_work_mem = '512MB'; set synchronous_commit = off")
    const { rows } = await client.query<{ indexname: string; indexdef: string }>(
      `select indexname, indexdef from pg_indexes i where schemaname = 'pots' and tablename = 'gift'
         and not exists (select 1 from pg_constraint c where c.conname = i.indexname)`,
    )
    for (const { indexname } of rows) await client.query(`drop index pots.${pg.escapeIdentifier(indexname)}`)
    await client.query(`with pot as materialized (select owner_id, id, row_number() over () - 1 as n from pots.pot),
        many as (select count(*)::integer as pots from pot)
      insert into pots.gift (owner_id, id, pot_id, payment_id, transfer_id, status, amount_minor, currency, donor_subject,
        donor_name, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at, held_at, choose_until,
        refund_id, refund_reason, refunded_at)
      select p.owner_id, g.id, p.id, gen_random_uuid(), gen_random_uuid(), g.status, g.amount_minor, 'XOF', gen_random_uuid(),
        case when g.n % 7 <> 0 then 'Modou Fall' end, case when g.n % 3 = 0 then 'Joyeux anniversaire !' end, g.n % 7 = 0, true,
        'fr-SN', g.at, case when g.paid then g.at end, case when g.paid and g.status <> 'held' then g.at end,
        case when g.status = 'held' then g.at end, case when g.status = 'held' then g.at + interval '14 days' end,
        case when g.status = 'refunded' then gen_random_uuid() end, case when g.status = 'refunded' then 'failed_pot' end,
        case when g.status = 'refunded' then g.at + interval '20 days' end
      from (
        select n, gen_random_uuid() as id, at, amount_minor, status, status not in ('pending', 'failed', 'expired') as paid
        from generate_series(1, ${GIFTS}) n,
          lateral (select now() - interval '730 days' * power(random(), 1.5) - interval '1 hour' as at,
            case when n % 4 = 0 then 500 * (1 + floor(random() * 200))::bigint
              else (array[2000, 5000, 5000, 10000, 25000])[1 + n % 5]::bigint end as amount_minor,
            (array['failed', 'expired', 'refunded', 'held', 'pending'])[least(5, 1 + n % 40)] as odd) x,
          lateral (select case when n % 40 < 4 then odd when n % 997 = 0 then 'held' else 'received' end as status) s
      ) g, many, pot p where p.n = g.n % many.pots`)
    for (const { indexdef } of rows) await client.query(indexdef)
    await client.query('vacuum (analyze) pots.gift')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

/** A member of staff who may look, signed in. */
async function signIn(runtime: Runtime): Promise<string> {
  return runtime.db.transaction(ALL_ROWS, async (tx) => {
    const ctx = runtime.context()
    const user = await createUser(ctx, tx, { phone: '+221779999999', verified: true })
    await assignRole(ctx, tx, { userId: user, role: 'support' })
    return (await startSession(ctx, tx, user)).token
  })
}

/** What staff ask: each order, and the usual filters in the usual order and by amount. */
function questions(): Question[] {
  const day = (ago: number) =>
    Temporal.Now.instant()
      .subtract({ hours: 24 * ago })
      .toString()
  const asked = (name: string, filter: GiftFilter, order: GiftOrder = 'newest') => ({ name, filter, order })
  return [
    ...GIFT_ORDERS.map((order) => asked(order, {}, order)),
    ...['received', 'held', 'refunded', 'pending'].map((status) => asked(status, { status })),
    asked('received, largest', { status: 'received' }, 'largest'),
    asked('held, oldest', { status: 'held' }, 'oldest'),
    asked('one day a year ago', { from: day(366), to: day(365) }),
    asked('last week', { from: day(7) }),
    asked('10 000 to 25 000 F', { min_minor: '10000', max_minor: '25000' }),
    asked('over 90 000 F', { min_minor: '90000' }),
    asked('last week, largest', { from: day(7) }, 'largest'),
    asked('held, a month a year ago, from 5 000 F', {
      status: 'held',
      from: day(395),
      to: day(365),
      min_minor: '5000',
    }),
    asked('over 90 000 F, one day a year ago', { from: day(366), to: day(365), min_minor: '90000' }),
  ]
}

function ask(url: string, agent: Agent, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}: ${text}`))
        else resolve((JSON.parse(text) as { items: unknown[] }).items.length)
      })
    }).on('error', reject)
  })
}

interface Sides {
  readonly ours: () => Promise<number>
  readonly theirs: () => Promise<number>
}

/** How one question is asked on either side, and how long it took so far. */
interface Compared {
  readonly name: string
  readonly sides: Sides
  readonly times: { readonly ours: Histogram; readonly theirs: Histogram }
  readonly spent: { ours: number; theirs: number }
  asked: number
}

function comparison(
  { name, order, filter }: Question,
  ask: (query: string) => Promise<number>,
  driver: pg.Pool,
): Compared {
  const parameters = new URLSearchParams({ sort: order, ...filter } as Record<string, string>)
  const [bare, values] = staffGiftsStatement(filter, order, { after: undefined, limit: PAGE })
  const sides = {
    ours: () => ask(`?${parameters}`),
    theirs: async () =>
      Math.min(
        PAGE,
        (await driver.query({ ...(bare.kept && { name: bare.name }), text: bare.text, values: [...values] })).rows
          .length,
      ),
  }
  const times = { ours: new Histogram(), theirs: new Histogram() }
  return { name, sides, times, spent: { ours: 0, theirs: 0 }, asked: 0 }
}

/** Asks it for one lap more. */
async function lap(question: Compared): Promise<void> {
  const { name, sides, times, spent } = question
  const until = spent.ours + spent.theirs + LAP_MS
  for (let i = -WARM_UP; i < REQUESTS; i++) {
    if (i >= REQUESTS_MIN && spent.ours + spent.theirs > until) break
    const found = { ours: 0, theirs: 0 }
    for (const side of i % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)) {
      const before = performance.now()
      found[side] = await sides[side]()
      const took = performance.now() - before
      if (i < 0) continue
      times[side].add(took * 1000)
      spent[side] += took
    }
    if (found.ours !== found.theirs) throw new Error(`${name}: ${found.ours} rows against ${found.theirs}`)
    if (i >= 0) question.asked += 1
  }
}

function lines({ name, times, spent, asked }: Compared): Line[] {
  const measured = (side: 'ours' | 'theirs', said: string): Measured => ({
    name: said,
    requests: asked,
    perSecond: (asked * 1000) / spent[side],
    p50Ms: times[side].quantile(0.5) / 1000,
    p99Ms: times[side].quantile(0.99) / 1000,
    maxMs: times[side].max / 1000,
  })
  const [ours, theirs] = [measured('ours', `gifts, ${name}`), measured('theirs', '  the bare statement')]
  return [
    { measured: ours, ratio: theirs.p99Ms / ours.p99Ms, limit: 1 / P99_FACTOR, statements: 1, note: 'by p99' },
    { measured: theirs, statements: 1 },
  ]
}

export async function benchConsoleTable(stage: Stage, say: (line: string) => void): Promise<Line[]> {
  const { runtime, urls } = await stage.boot(product, 'bench_console_table')
  say(`making ${GIFTS} gifts …`)
  await seedPots(runtime, urls.ownerUrl)
  await fill(urls.ownerUrl)
  const token = await signIn(runtime)
  await runtime.changes.follow(runtime.callers)
  const address = await runtime.app.listen({ port: 0, host: '127.0.0.1' })
  // The product’s policy on rows applies to both; the driver alone is spared saying so each time.
  const driver = new pg.Pool({ connectionString: urls.appUrl, options: '-c app.scope=all', max: 1 })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const asked = questions().map((question) =>
    comparison(question, (query) => ask(`${address}/api/gifts${query}`, agent, token), driver),
  )
  try {
    for (let i = 1; i <= LAPS; i++) {
      say(`asking for first pages as staff against the bare statement, lap ${i} of ${LAPS} …`)
      for (const question of asked) await lap(question)
    }
  } finally {
    agent.destroy()
    await driver.end()
  }
  return asked.flatMap(lines)
}
