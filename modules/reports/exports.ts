/**
 * The verbs of exports: ask for a list as a file, read it in the background part by part, cancel, hand out the file. A part, its
 * rows and the place where it ends are written in one transaction, so a killed worker loses at most one part of work and
 * writes none twice. The requester's rights are looked up anew for every part.
 */
import { assert } from '../../kernel/assert.ts'
import { sha256 } from '../../kernel/crypto.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../kernel/csv.ts'
import type { Actor, Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { grantsOf } from '../access/api.ts'
import { record } from '../audit/api.ts'
import { isActive } from '../identity/api.ts'
import { errors } from './errors.ts'
import { exportId } from './ids.ts'
import { listAt, mayRead, readPage, type ListQuery } from './lists.ts'
import * as store from './store.ts'
import { cellOf, headsOf, type Reader } from './writing.ts'

export type Export = store.ExportRow

/** More rows than a spreadsheet opens; the export then says that it is not all. */
const ROWS_MAX = 1_000_000
const PAGE_ROWS = 100
const PAGES_PER_PART = 20
export const KEPT_DAYS = 7
const SEALED = 'reports.part.body'

type User = Extract<Actor, { kind: 'user' }>

/**
 * Starts an export of a list with its filters; while the same one runs, gives that one. Reads one row first, so that wrong
 * filters are refused here and not in the background. Audited. Refuses `not_exportable`, `kernel.forbidden`,
 * `too_many_exports`, and what the list refuses. `started` is false when it was running already.
 */
export async function requestExport(
  ctx: Context,
  tx: Tx,
  actor: User,
  path: string,
  query: ListQuery,
): Promise<{ row: Export; started: boolean }> {
  const list = listAt(ctx.product, path) ?? refuse(errors.not_exportable)
  if (!mayRead(actor, list)) refuse(kernelErrors.forbidden)
  await readPage(ctx, tx, list, query, { cursor: null, limit: 1 })
  const owner = actor.userId
  const names = Object.keys(query).sort()
  const fingerprint = sha256(JSON.stringify([path, ctx.locale, ...names.map((name) => [name, query[name]])]))
  const id = exportId.create(ctx.clock)
  let made: store.ExportRow | undefined
  let running: store.ExportRow | undefined
  // Who asks at the same moment may take the free place first; then the next one is free, or none.
  for (let place = 0; place < store.EXPORTS_AT_ONCE && !made && !running; place++) {
    made = await store.insertExport.first(
      tx,
      owner,
      id,
      actor.sessionId,
      path,
      query,
      fingerprint,
      ctx.locale,
      list.columns,
      headsOf(list, readerOf(ctx)),
      ctx.clock.now(),
    )
    if (!made) running = await store.findRunning.first(tx, owner, fingerprint)
  }
  const row = made ?? running ?? refuse(errors.too_many_exports)
  // The names of the filters only: a value may be somebody's number.
  await record(ctx, tx, {
    action: 'reports.export_requested',
    subject: { type: 'export', id: row.id },
    after: { list: path, filters: names.join(' ') },
  })
  return { row, started: made !== undefined }
}

/** Reads the next part. True while there is more to read. Safe to repeat and to run twice at once. */
export async function readPart(ctx: Context, tx: Tx, owner: string, id: string): Promise<boolean> {
  const row = await store.lockExport.first(tx, owner, id)
  if (row?.state !== 'running') return false
  const end = async (state: 'done' | 'stopped', reason: string | null, truncated = false): Promise<false> => {
    await store.finish.run(tx, owner, id, state, reason, truncated, ctx.clock.now())
    // A file that breaks off is no file.
    if (state === 'stopped') await store.deleteParts.run(tx, owner, id)
    return false
  }
  const list = listAt(ctx.product, row.list)
  if (!list) return end('stopped', 'list_gone')
  const actor = await requesterOf(ctx, tx, row)
  if (!actor || !mayRead(actor, list)) return end('stopped', 'right_lost')

  const asRequester = { ...ctx, actor, locale: row.locale }
  const writing = { locale: row.locale, timeZone: ctx.product.timeZone }
  const reader = readerOf(asRequester)
  let { cursor } = row
  let text = ''
  let rows = 0
  let more = true
  for (let pages = 0; more && pages < PAGES_PER_PART; pages++) {
    const limit = Math.min(PAGE_ROWS, ROWS_MAX - row.row_count - rows)
    if (limit === 0) break
    const page = await readPage(asRequester, tx, list, row.query, { cursor, limit })
    for (const item of page.items) {
      const cells = row.columns.map((name) => (row.heads ? cellOf(list, name, item, reader) : item[name]))
      text += csvLine(cells, writing)
    }
    rows += page.items.length
    cursor = page.next_cursor
    more = cursor !== null
  }
  if (rows > 0) {
    await store.insertPart.run(tx, owner, id, row.part_count, await ctx.vault.seal(tx, owner, SEALED, text))
    await store.advance.run(tx, owner, id, cursor, rows, ctx.clock.now())
  }
  if (!more) return end('done', null)
  return row.row_count + rows >= ROWS_MAX ? end('done', null, true) : true
}

/** Who asked, with the rights they hold now; undefined when the account no longer acts. */
async function requesterOf(ctx: Context, tx: Tx, row: Export): Promise<User | undefined> {
  if (!(await isActive(tx, row.owner_id))) return undefined
  return {
    kind: 'user',
    userId: row.owner_id,
    sessionId: row.session_id,
    grants: await grantsOf(ctx, tx, row.owner_id),
    authenticatedAt: row.requested_at,
  }
}

/** Stops a running export and forgets its rows; one that has ended stays as it is. Audited. Refuses `export_unknown`. */
export async function cancelExport(ctx: Context, tx: Tx, owner: string, id: string): Promise<Export> {
  const row = (await store.lockExport.first(tx, owner, id)) ?? refuse(errors.export_unknown)
  if (row.state === 'running') {
    await store.finish.run(tx, owner, id, 'cancelled', null, false, ctx.clock.now())
    await store.deleteParts.run(tx, owner, id)
  }
  await record(ctx, tx, { action: 'reports.export_cancelled', subject: { type: 'export', id } })
  return getExport(tx, owner, id)
}

/** An export of this person; refuses `export_unknown`. */
export async function getExport(tx: Tx, owner: string, id: string): Promise<Export> {
  return (await store.findExport.first(tx, owner, id)) ?? refuse(errors.export_unknown)
}

/** A person's exports, newest first, one row more than the page. */
export async function listExports(tx: Tx, owner: string, page: PageRequest): Promise<Export[]> {
  const [at, id] = page.after ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  return store.listExports.all(tx, owner, at, id, page.limit + 1)
}

/**
 * Opens the file of a finished export to who asked for it, while they still may read the list. Audited. Refuses
 * `export_unknown`, `not_ready`, `kernel.forbidden`.
 */
export async function openFile(ctx: Context, tx: Tx, actor: User, id: string): Promise<Export> {
  const row = await getExport(tx, actor.userId, id)
  const list = listAt(ctx.product, row.list)
  if (!list || !mayRead(actor, list)) refuse(kernelErrors.forbidden)
  if (row.state !== 'done') refuse(errors.not_ready)
  await record(ctx, tx, { action: 'reports.export_downloaded', subject: { type: 'export', id } })
  return row
}

/** The first line of the file: what the columns are called. */
export function headOf({ heads, columns, locale }: Export): string {
  return BYTE_ORDER_MARK + csvLine(heads ?? columns, { locale, timeZone: 'UTC' })
}

const readerOf = (ctx: Context): Reader => ({ locale: ctx.locale, currency: ctx.product.currency })

/** The lines of one part, in the order they were read. */
export async function partOf(ctx: Context, tx: Tx, row: Export, no: number): Promise<string> {
  const { body } = await store.findPart.one(tx, row.owner_id, row.id, no)
  const text = await ctx.vault.open(tx, row.owner_id, SEALED, body)
  assert(text !== undefined, 'who reads a file still has the key it is sealed with')
  return text
}
