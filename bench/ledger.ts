/**
 * What the ledger costs: its verb against the bare driver calling the same SQL function, one hot account against many, a
 * long history against none.
 */
import { randomInt, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Runtime, Urls } from '../kernel/boot.ts'
import { ALL_ROWS } from '../kernel/db/database.ts'
import { defineProduct } from '../kernel/module.ts'
import { audit } from '../modules/audit/module.ts'
import { PLATFORM, post, type AccountRef, type Leg } from '../modules/ledger/api.ts'
import { ledger } from '../modules/ledger/module.ts'
import { prove } from '../modules/ledger/proof.ts'
import { bodyHash, orderLegs } from '../modules/ledger/rules.ts'
import { columnsOf, post as postStatement } from '../modules/ledger/store.ts'
import { bulkLoad, openAccounts } from './history.ts'
import { linesOf, race, type Line, type Load } from './measure.ts'
import { IN_FLIGHT, type Stage } from './stage.ts'

const ACCOUNTS = 10_000
const ENTRIES = 5_000_000
const LAP_SECONDS = 2

const product = defineProduct({
  name: 'bench',
  currency: 'XOF',
  locales: ['en'],
  timeZone: 'UTC',
  country: 'SN',
  modules: [audit, ledger],
  on: [],
  policy: {},
  brand: { name: 'Bench', tagline: { en: 'A product to measure' } },
})

const wallets: AccountRef[] = Array.from({ length: ACCOUNTS }, () => ({
  owner: randomUUID(),
  kind: 'wallet',
  asset: 'XOF',
  mode: 'guarded',
}))
const fees: AccountRef[] = Array.from({ length: ACCOUNTS }, (_, i) => ({
  owner: randomUUID(),
  kind: 'fee',
  ref: String(i),
  asset: 'XOF',
  mode: 'deferred',
}))
const hot: AccountRef = { owner: PLATFORM, kind: 'fee', ref: 'hot', asset: 'XOF', mode: 'deferred' }

const any = <T>(list: readonly T[]): T => list[randomInt(list.length)]!

/** One F from one account to another. */
function legs(from: AccountRef, to: AccountRef): Leg[] {
  return [
    { account: from, amount_minor: -1n },
    { account: to, amount_minor: 1n },
  ]
}

/** Two different wallets. */
function pair(): Leg[] {
  const from = any(wallets)
  for (;;) {
    const to = any(wallets)
    if (to !== from) return legs(from, to)
  }
}

function throughVerb(runtime: Runtime, make: () => Leg[]): Load {
  const ctx = runtime.context()
  return {
    inFlight: IN_FLIGHT,
    seconds: LAP_SECONDS,
    run: () =>
      runtime.db.transaction(ALL_ROWS, (tx) => {
        const moved = make()
        return post(ctx, tx, { id: randomUUID(), owner: moved[0]!.account.owner, kind: 'bench.moved', legs: moved })
      }),
  }
}

/** The same function with the same arguments, by the driver alone. Arguments are made ahead: only the call is measured. */
function bare(pool: pg.Client[], inTransaction: boolean): Load {
  const ready = Array.from({ length: 4000 }, () => {
    const ordered = orderLegs(pair())
    return { owner: ordered[0]!.account.owner, hash: bodyHash('bench.moved', ordered), columns: columnsOf(ordered) }
  }).map(({ columns, ...rest }) => ({
    ...rest,
    columns: columns.map((column) => (column as unknown[]).map(String)),
  }))
  let next = 0
  return {
    inFlight: IN_FLIGHT,
    seconds: LAP_SECONDS,
    async run(slot) {
      const { owner, hash, columns } = ready[next++ % ready.length]!
      const now = new Date().toISOString()
      const values = [
        owner,
        randomUUID(),
        'bench.moved',
        hash,
        ...columns,
        null,
        null,
        null,
        now,
        'bench',
        'system:bench',
      ]
      const client = pool[slot]!
      if (inTransaction) await client.query("begin; set local app.scope = 'all'; set local app.user_id = ''")
      await client.query({ name: 'post', text: postStatement.text, values })
      if (inTransaction) await client.query('commit')
    },
  }
}

async function clients(url: string): Promise<pg.Client[]> {
  const made = Array.from({ length: IN_FLIGHT }, () => new pg.Client({ connectionString: url }))
  await Promise.all(made.map((client) => client.connect()))
  return made
}

async function prepared(stage: Stage, name: string): Promise<{ runtime: Runtime; urls: Urls }> {
  const booted = await stage.boot(product, name)
  await openAccounts(booted.urls.ownerUrl, wallets, fees, hot)
  return booted
}

/** Statements one request sends through the platform's own counter. */
async function statementsOf(runtime: Runtime, load: Load): Promise<number> {
  const before = runtime.db.counters.statements
  for (let i = 0; i < 20; i++) await load.run(0)
  return (runtime.db.counters.statements - before) / 20
}

export async function benchLedger(stage: Stage, say: (line: string) => void): Promise<Line[]> {
  const lines: Line[] = []
  const small = await prepared(stage, 'bench_small')
  const pool = await clients(small.urls.appUrl)
  const verb = throughVerb(small.runtime, pair)
  const each = await statementsOf(small.runtime, verb)

  say('posting through the verb against the bare driver …')
  const inTransaction = await race(
    { name: 'ledger.post, two guarded accounts', load: verb },
    { name: '  the same function, bare driver, in a transaction', load: bare(pool, true) },
  )
  lines.push(...linesOf(inTransaction, { limit: 0.8, statements: [each, 1] }))
  const alone = await race(
    { name: 'ledger.post, two guarded accounts', load: verb },
    { name: '  the same function, bare driver, one statement and no begin', load: bare(pool, false) },
  )
  lines.push(...linesOf(alone, { statements: [each, 1], note: 'no fact is written beside: for comparison only' }))
  await Promise.all(pool.map((client) => client.end()))

  say('one hot deferred account against ten thousand …')
  const heat = await race(
    { name: 'posting to one hot deferred account', load: throughVerb(small.runtime, () => legs(any(wallets), hot)) },
    {
      name: '  to one of 10,000 deferred accounts',
      load: throughVerb(small.runtime, () => legs(any(wallets), any(fees))),
    },
  )
  lines.push(...linesOf(heat, { limit: 0.9, statements: [each, each] }))
  const guarded = await race(
    { name: 'posting to one hot deferred account', load: throughVerb(small.runtime, () => legs(any(wallets), hot)) },
    { name: '  between 10,000 guarded accounts', load: verb },
  )
  lines.push(...linesOf(guarded, { limit: 0.9, statements: [each, each] }))

  say(`loading ${ENTRIES.toLocaleString('en')} entries …`)
  const large = await prepared(stage, 'bench_large')
  const empty = await prepared(stage, 'bench_empty')
  const began = performance.now()
  await bulkLoad(large.urls.ownerUrl, wallets, ENTRIES)
  say(
    `  loaded in ${((performance.now() - began) / 1000).toFixed(0)} s; posting on top of them against an empty ledger …`,
  )
  const history = await race(
    { name: 'posting on top of 5 million entries', load: throughVerb(large.runtime, pair) },
    { name: '  on an empty ledger', load: throughVerb(empty.runtime, pair) },
    12,
  )
  lines.push(...linesOf(history, { limit: 0.9, statements: [each, each] }))

  say('proving the large ledger …')
  const started = performance.now()
  const { db } = large.runtime
  const proof = await prove(large.runtime.context(), (body) => db.transaction(ALL_ROWS, body), { full: true })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(
    `  ${proof.passed ? 'proven' : `FAILED: ${JSON.stringify(proof.discrepancies[0])}`} in ${seconds} s: ${JSON.stringify(proof.counts)}`,
  )
  if (!proof.passed) throw new Error('the measured ledger does not balance')
  return lines
}
