/** Reading the ledger: balances now and at any instant, statements, the accounts of an owner, the trial balance. */
import type { Tx } from '../../kernel/db/tx.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { accountId, FIRST_UUID, LAST_UUID, type AccountRef } from './rules.ts'
import * as store from './store.ts'

export type { AccountRow, EntryRow } from './store.ts'

export interface Balance {
  readonly posted_minor: bigint
  /** Set aside by open holds. */
  readonly held_minor: bigint
  /** What may leave: posted − held. */
  readonly available_minor: bigint
}

/** The balance now; all zero when the account was never opened. Row-level security hides other people's accounts as zero. */
export async function balanceOf(tx: Tx, ref: AccountRef): Promise<Balance> {
  const find = ref.mode === 'guarded' ? store.guardedBalance : store.deferredBalance
  const { posted_minor, held_minor } = await find.one(tx, ref.owner, accountId(ref))
  return { posted_minor, held_minor, available_minor: posted_minor - held_minor }
}

/**
 * The posted balance as it stood at `instant`, that instant included. By `recorded` time: what the ledger knew then. By
 * `effective` time: what was true then, with everything known today.
 */
export async function balanceAsOf(
  tx: Tx,
  ref: AccountRef,
  instant: Temporal.Instant,
  by: 'effective' | 'recorded',
): Promise<bigint> {
  const find = by === 'recorded' ? store.balanceRecordedBy : store.balanceEffectiveBy
  return (await find.one(tx, ref.owner, accountId(ref), instant)).posted_minor
}

/** One page of the account's entries, newest first; one row more than `page.limit` so that the caller sees the end. */
export async function statement(tx: Tx, ref: AccountRef, page: PageRequest): Promise<store.EntryRow[]> {
  return entriesOf(tx, ref.owner, accountId(ref), page)
}

/** The same by the account's id. `entryKey` gives the cursor of a row. */
async function entriesOf(
  tx: Tx,
  owner: string,
  id: string,
  page: PageRequest,
  from = '-infinity',
): Promise<store.EntryRow[]> {
  return store.listEntries.all(tx, owner, id, ...(page.after ?? AFTER_ALL), page.limit + 1, from)
}

/** An entry with what the account held after it, deferred accounts included. */
export interface StatementRow extends store.EntryRow {
  readonly balance_minor: bigint
}

/**
 * One page of a statement between two instants, newest first, each entry with the balance after it. The balance is carried
 * from page to page in the cursor, so that reading on costs no more than the first page. `statementKey` gives the cursor.
 */
export async function statementOf(
  tx: Tx,
  account: AccountRef,
  range: { readonly from?: Temporal.Instant | undefined; readonly to?: Temporal.Instant | undefined },
  page: PageRequest,
): Promise<StatementRow[]> {
  const { from, to } = range
  const [carried, ...after] = page.after ?? []
  const start = to === undefined ? AFTER_ALL : [to.toString(), '0', FIRST_UUID, FIRST_UUID]
  const at = { limit: page.limit, after: after.length === start.length ? after : start }
  const rows = await entriesOf(tx, account.owner, accountId(account), at, from?.toString())
  let balance = 0n
  if (carried !== undefined) balance = BigInt(carried)
  else if (to !== undefined) balance = await balanceAsOf(tx, account, to.subtract({ microseconds: 1 }), 'recorded')
  else balance = (await balanceOf(tx, account)).posted_minor
  return rows.map((row) => {
    const balance_minor = balance
    balance -= row.amount_minor
    return { ...row, balance_minor }
  })
}

/** Where a statement goes on: what the account held before the entry, and the entry. */
export function statementKey(row: StatementRow): unknown[] {
  return [row.balance_minor - row.amount_minor, ...entryKey(row)]
}

/** Sorts after every entry. */
const AFTER_ALL = ['infinity', (2n ** 62n).toString(), LAST_UUID, LAST_UUID]

/** The sort key of an entry, for `pageOf`. */
export function entryKey(row: store.EntryRow): unknown[] {
  return [row.recorded_at, row.account_version ?? 0n, row.transfer_owner_id, row.transfer_id]
}

/** The accounts of one owner, by kind when given. */
export async function listAccounts(
  tx: Tx,
  owner: string,
  kind: string | undefined,
  page: PageRequest,
): Promise<store.AccountRow[]> {
  return store.listAccounts.all(tx, owner, kind, page.after?.[0] ?? FIRST_UUID, page.limit + 1)
}

/** Accounts of whoever, of one kind when given; for staff. */
export async function listAllAccounts(
  tx: Tx,
  kind: string | undefined,
  page: PageRequest,
): Promise<store.AccountRow[]> {
  const after = page.after?.[0] ?? FIRST_UUID
  return kind === undefined
    ? store.listAllAccounts.all(tx, after, page.limit + 1)
    : store.listAccountsOfKind.all(tx, kind, after, page.limit + 1)
}

/** Where all value is now, by kind of account, kinds that hold nothing left out. Each asset sums to zero. */
export async function balancesByKind(tx: Tx): Promise<TrialBalance['lines']> {
  return store.balancesByKind.all(tx)
}

/** Finds an account by its id alone, wherever its owner lives; for staff. */
export async function findAccount(tx: Tx, id: string): Promise<store.AccountRow | undefined> {
  return store.findAccount.first(tx, id)
}

export interface TrialBalance {
  readonly at: Temporal.Instant
  /** Sum of every account kind and asset; each asset sums to zero over its kinds. */
  readonly lines: { kind: string; asset: string; accounts: bigint; balance_minor: bigint }[]
  readonly balanced: boolean
}

/** What every kind of account held at `at`, by recorded time. Scans the entries up to then: for staff, not for pages. */
export async function trialBalance(tx: Tx, at: Temporal.Instant): Promise<TrialBalance> {
  const lines = await store.trialBalance.all(tx, at)
  const sums = new Map<string, bigint>()
  for (const line of lines) sums.set(line.asset, (sums.get(line.asset) ?? 0n) + line.balance_minor)
  return { at, lines, balanced: [...sums.values()].every((sum) => sum === 0n) }
}
