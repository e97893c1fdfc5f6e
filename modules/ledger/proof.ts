/**
 * The verifier: proves that the ledger is what its rows say. It walks in bounded pages, each in a short transaction of its
 * own, up to a cut-off; so it runs beside any amount of posting. What it finds is kept, shown, and a guarded account whose
 * balance differs from its entries is frozen.
 */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import type { ExpectedTransfers } from '../../kernel/module.ts'
import { freezeAccount } from './accounts.ts'
import { FIRST_UUID, LAST_UUID } from './rules.ts'
import * as store from './store/proof.ts'

export type Proof = store.ProofRow
export type Discrepancy = Proof['discrepancies'][number]

const DISCREPANCIES_MAX = 100
const PAGE = 500
const TRANSFERS_PER_WINDOW = 5000
const FOLD_PAGE = 20
/** In an incremental run, so that it stays short however long the history is; the next run goes on from there. */
const EXPECTED_PAGES_MAX = 100
/** A transfer recorded before the last cut-off may have been committed after it. */
const OVERLAP = { minutes: 10 }
const BEGINNING = Temporal.Instant.from('1970-01-01T00:00:00Z')

interface Run {
  readonly ctx: Context
  readonly transact: Transact
  readonly full: boolean
  readonly from: Temporal.Instant
  readonly cutOff: Temporal.Instant
  readonly counts: Record<string, number>
  readonly resume: Record<string, string>
  readonly found: Discrepancy[]
}

export async function latestProof(tx: Tx): Promise<Proof | undefined> {
  return store.latestProof.first(tx)
}

/** Earlier proofs, newest first, one more than the page. */
export async function listProofs(tx: Tx, page: PageRequest) {
  return store.listProofs.all(tx, ...(page.after ?? ['infinity', LAST_UUID]), page.limit + 1)
}

/** Removes proofs that passed before `before`, never the latest. Says how many. */
export async function removeProofs(tx: Tx, before: Temporal.Instant): Promise<number> {
  return Number((await store.removeProofs.one(tx, before)).removed)
}

/**
 * Runs the proof and keeps its result. Incremental: what was posted since the last proof that passed. Full when asked for,
 * the first time, and after a proof that failed, so that a failure stays visible until everything was seen to be right.
 */
export async function prove(ctx: Context, transact: Transact, options: { full: boolean }): Promise<Proof> {
  const started = ctx.clock.now()
  const last = await transact(latestProof)
  const full = options.full || last === undefined || !last.passed
  const from = full ? BEGINNING : last.cut_off.subtract(OVERLAP)
  const run: Run = { ctx, transact, full, from, cutOff: started, counts: {}, resume: {}, found: [] }
  await (full ? proveAllAccounts(run) : proveOpenHolds(run))
  await proveTransfers(run)
  await proveFolds(run)
  for (const module of ctx.product.modules)
    for (const [i, expected] of module.expectedTransfers.entries())
      await proveExpected(run, `${module.name}.${i}`, expected, full ? undefined : last?.resume)
  const { counts, resume } = run
  const proof: Proof = {
    id: uuidV7(ctx.clock),
    scope: full ? 'full' : 'incremental',
    started_at: started,
    finished_at: ctx.clock.now(),
    cut_off: run.cutOff,
    passed: run.found.length === 0,
    counts: { ...counts, discrepancies: run.found.length },
    discrepancies: run.found.slice(0, DISCREPANCIES_MAX),
    resume,
  }
  await transact((tx) =>
    store.recordProof.run(
      tx,
      proof.id,
      proof.scope,
      proof.started_at,
      proof.finished_at,
      proof.cut_off,
      proof.passed,
      proof.counts,
      JSON.stringify(proof.discrepancies),
      proof.resume,
    ),
  )
  if (!proof.passed) ctx.log.error({ proof: proof.id, first: proof.discrepancies[0] }, 'the ledger proof failed')
  return proof
}

function note(run: Run, check: string, owner_id: string | null, id: string, detail: string): void {
  run.found.push({ check, owner_id, id, detail })
}

function count(run: Run, what: string, many: number): void {
  run.counts[what] = (run.counts[what] ?? 0) + many
}

/** Every guarded balance equals its entries, and what it holds equals its open holds. */
async function proveAllAccounts(run: Run): Promise<void> {
  let after: [string, string] = [FIRST_UUID, FIRST_UUID]
  for (;;) {
    const rows = await run.transact(async (tx) =>
      judge(run, tx, await store.checkAccountsAfter.all(tx, ...after, PAGE)),
    )
    const last = rows.at(-1)
    if (last === undefined) return
    after = [last.owner_id, last.account_id]
  }
}

async function proveOpenHolds(run: Run): Promise<void> {
  let after: [string, string] = [FIRST_UUID, FIRST_UUID]
  for (;;) {
    const last = await run.transact(async (tx) => {
      const keys = await store.accountsWithOpenHolds.all(tx, ...after, PAGE)
      await proveAccounts(run, tx, keys)
      return keys.at(-1)
    })
    if (last === undefined) return
    after = [last.owner_id, last.account_id]
  }
}

async function proveAccounts(run: Run, tx: Tx, keys: { owner_id: string; account_id: string }[]): Promise<void> {
  const owners = keys.map((key) => key.owner_id)
  const ids = keys.map((key) => key.account_id)
  if (keys.length > 0) await judge(run, tx, await store.checkAccounts.all(tx, owners, ids))
}

async function judge(run: Run, tx: Tx, rows: store.CheckedAccount[]): Promise<store.CheckedAccount[]> {
  count(run, 'accounts', rows.length)
  for (const row of rows) {
    const { owner_id, account_id, posted_minor, entries_minor, held_minor, open_holds_minor } = row
    const wrong =
      posted_minor !== entries_minor
        ? ['balance', `the balance is ${posted_minor}, its entries sum to ${entries_minor}`]
        : row.version !== row.entries
          ? ['version', `the balance counts ${row.version} entries, there are ${row.entries}`]
          : held_minor !== open_holds_minor
            ? ['held', `${held_minor} is held, open holds sum to ${open_holds_minor}`]
            : undefined
    if (wrong === undefined) continue
    note(run, wrong[0]!, owner_id, account_id, wrong[1]!)
    await freezeAccount(run.ctx, tx, owner_id, account_id, `proof: ${wrong[1]}`)
  }
  return rows
}

/**
 * Every transfer sums to zero per asset, its legs are its entries, and no entry stands without a transfer that has it as a
 * leg. In an incremental run the accounts it touched are looked at too.
 */
async function proveTransfers(run: Run): Promise<void> {
  for (let lower = run.from; Temporal.Instant.compare(lower, run.cutOff) < 0;) {
    const window = await run.transact(async (tx) => {
      const checked = await store.checkWindow.one(tx, lower, run.cutOff, TRANSFERS_PER_WINDOW, !run.full)
      await proveAccounts(run, tx, checked.touched)
      return checked
    })
    count(run, 'transfers', Number(window.transfers))
    count(run, 'entries', Number(window.entries))
    for (const { owner_id, id, balanced, legs, entered } of window.wrong) {
      if (!balanced) note(run, 'zero_sum', owner_id, id, 'the legs do not sum to zero')
      if (legs !== entered) note(run, 'entries', owner_id, id, `${entered} of ${legs} legs entered`)
    }
    for (const { owner_id, account_id, transfer_id } of window.orphans)
      note(run, 'orphan', owner_id, transfer_id, `an entry on ${account_id} has no such leg`)
    assert(Temporal.Instant.compare(window.upper, lower) > 0, 'each window of a proof ends later than it began')
    lower = window.upper
  }
}

/** Every fold equals the entries it stands for. */
async function proveFolds(run: Run): Promise<void> {
  let after: [string, string, Temporal.Instant] = [FIRST_UUID, FIRST_UUID, BEGINNING]
  for (;;) {
    const rows = await run.transact((tx) => store.checkFoldsAfter.all(tx, run.from, ...after, FOLD_PAGE))
    count(run, 'folds', rows.length)
    for (const row of rows)
      if (row.amount_minor !== row.entries_minor)
        note(run, 'fold', row.owner_id, row.account_id, `fold ${row.amount_minor}, entries ${row.entries_minor}`)
    const last = rows.at(-1)
    if (last === undefined) return
    after = [last.owner_id, last.account_id, last.up_to]
  }
}

/** Each row of a module has its transfer with its amount, and there is no other transfer of these kinds. */
async function proveExpected(
  run: Run,
  name: string,
  expected: ExpectedTransfers,
  resume: Record<string, string> | undefined,
): Promise<void> {
  let after = resume?.[name]
  for (let pages = 0; ; pages++) {
    if (!run.full && pages === EXPECTED_PAGES_MAX) {
      run.resume[name] = after ?? FIRST_UUID
      return
    }
    const next = await run.transact(async (tx) => {
      // Rows first, transfers second: a row and its transfer are committed together, so none can look missing.
      const rows = await expected.page(tx, after, PAGE)
      const upTo = rows.length < PAGE ? LAST_UUID : rows.at(-1)!.transfer_id
      const transfers = await store.transfersOfKinds.all(tx, expected.kinds, after ?? FIRST_UUID, upTo, PAGE)
      const reached = transfers.length < PAGE ? upTo : transfers.at(-1)!.id
      await compare(
        run,
        tx,
        expected,
        rows.filter((row) => row.transfer_id <= reached),
        transfers,
      )
      return reached
    })
    if (next === LAST_UUID) return
    after = next
  }
}

async function compare(
  run: Run,
  tx: Tx,
  expected: ExpectedTransfers,
  rows: { transfer_id: string; amount_minor: bigint }[],
  transfers: store.KindTransfer[],
): Promise<void> {
  count(run, 'expected_transfers', rows.length)
  const there = new Map(transfers.map((transfer) => [transfer.id, transfer]))
  const kinds = expected.kinds.join(', ')
  const wanted = new Set<string>()
  for (const { transfer_id, amount_minor } of rows) {
    wanted.add(transfer_id)
    const transfer = there.get(transfer_id)
    if (transfer === undefined) note(run, 'missing', null, transfer_id, `no transfer of ${kinds} for ${amount_minor}`)
    else if (transfer.amount_minor !== amount_minor)
      note(run, 'amount', transfer.owner_id, transfer_id, `${transfer.amount_minor} moved, ${amount_minor} expected`)
  }
  for (const transfer of transfers) {
    // Two of one id, for different owners: the second is as unexpected as one that nobody knows.
    const again = there.get(transfer.id) !== transfer
    if (!again && wanted.has(transfer.id)) continue
    if (!again && (await isExpected(tx, expected, transfer.id))) continue
    note(run, 'unexpected', transfer.owner_id, transfer.id, `a transfer of ${kinds} that nothing accounts for`)
  }
}

/** Asks again for this one: its row may have been committed since the page was read. */
async function isExpected(tx: Tx, expected: ExpectedTransfers, id: string): Promise<boolean> {
  const before = BigInt(`0x${id.replaceAll('-', '')}`) - 1n
  const hex = before.toString(16).padStart(32, '0')
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  const [row] = await expected.page(tx, uuid, 1)
  return row?.transfer_id === id
}
