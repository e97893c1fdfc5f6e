/** Saved views and exports, for whoever works in the console. Each person sees their own, and the views others share. */
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Actor, Context } from '../../kernel/context.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, Empty, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import {
  cancelExport,
  getExport,
  headOf,
  KEPT_DAYS,
  listExports,
  openFile,
  partOf,
  requestExport,
  type Export,
} from './exports.ts'
import { exportId, viewId } from './ids.ts'
import { readExport } from './jobs.ts'
import { fileNameOf } from './rules.ts'
import { changeView, deleteView, listViews, saveView, type View } from './views.ts'

const use = { permission: 'reports.use' } as const

const Name = Type.String({ minLength: 1, maxLength: 60 })
const Query = Type.String({ maxLength: 1000, description: 'Filters and order as they stand in an address' })
const SavedView = Type.Object({
  id: WireId('viw'),
  list: Type.String({ description: 'Address of the page of the list' }),
  name: Type.String(),
  query: Type.String(),
  shared: Type.Boolean({ description: 'The whole team sees it' }),
  mine: Type.Boolean({ description: 'Only its owner may change it' }),
  opens_first: Type.Boolean({ description: 'The list opens with it, for its owner' }),
})

const ExportState = Type.Object({
  id: WireId('exp'),
  list: Type.String({ description: 'Path of the list in the API' }),
  query: Type.Record(Type.String(), Type.String()),
  state: Type.Union((['running', 'done', 'cancelled', 'stopped'] as const).map((state) => Type.Literal(state))),
  reason: Nullable(Type.String({ description: 'Why it stopped: `right_lost` or `list_gone`' })),
  row_count: Type.Integer({ description: 'Rows read so far' }),
  truncated: Type.Boolean({ description: 'The list has more rows than the million an export holds' }),
  requested_at: Instant,
  moved_at: Instant,
  finished_at: Nullable(Instant),
  kept_until: Instant,
})

/** Only people come here: the permission is nobody else's. */
function person(ctx: Context): Extract<Actor, { kind: 'user' }> {
  return ctx.actor.kind === 'user' ? ctx.actor : refuse(kernelErrors.sign_in_required)
}

const viewOnWire = (ctx: Context, { owner_id, ...view }: View) => {
  const mine = owner_id === person(ctx).userId
  return { ...view, id: viewId.wire(viewId.of(view.id)), mine, opens_first: mine && view.opens_first }
}

const exportOnWire = (row: Export) => ({
  ...row,
  id: exportId.wire(exportId.of(row.id)),
  kept_until: row.requested_at.add({ hours: KEPT_DAYS * 24 }),
})

const viewPath = Type.Object({ id: WireId('viw') })
const exportPath = Type.Object({ id: WireId('exp') })

export const routes = [
  route({
    method: 'GET',
    path: '/views',
    summary: 'Saved views of lists: one’s own and those the team shares',
    access: use,
    rows: 'all',
    reads: 'statement',
    response: { 200: Type.Object({ items: Type.Array(SavedView) }) },
    async handle({ ctx, tx }) {
      return { items: (await listViews(tx, person(ctx).userId)).map((view) => viewOnWire(ctx, view)) }
    },
  }),
  route({
    method: 'POST',
    path: '/views',
    summary: 'Keep a list’s filters and order under a name',
    description: 'Refuses `reports.name_taken` and, from the fifty-first on, `reports.too_many_views`.',
    access: use,
    rows: 'own',
    audited: true,
    body: Body({
      list: Type.String({ pattern: '^/staff(/[a-z-]+){1,3}$', maxLength: 100 }),
      name: Name,
      query: Query,
      shared: Type.Boolean(),
    }),
    response: { 201: SavedView },
    handle: async ({ ctx, tx, body }) => viewOnWire(ctx, await saveView(ctx, tx, person(ctx).userId, body)),
  }),
  route({
    method: 'PATCH',
    path: '/views/{id}',
    summary: 'Rename a view, change what it shows, share it, or let its list open with it',
    description: 'Only one’s own; others’ are `reports.view_unknown`. Safe to repeat.',
    access: use,
    rows: 'own',
    audited: true,
    params: viewPath,
    body: Body({
      name: Type.Optional(Name),
      query: Type.Optional(Query),
      shared: Type.Optional(Type.Boolean()),
      opens_first: Type.Optional(Type.Boolean()),
    }),
    response: { 200: SavedView },
    async handle({ ctx, tx, params, body }) {
      return viewOnWire(ctx, await changeView(ctx, tx, person(ctx).userId, viewId.parse(params.id), body))
    },
  }),
  route({
    method: 'DELETE',
    path: '/views/{id}',
    summary: 'Delete a view of one’s own',
    access: use,
    rows: 'own',
    audited: true,
    params: viewPath,
    response: { 204: Empty },
    handle: ({ ctx, tx, params }) => deleteView(ctx, tx, person(ctx).userId, viewId.parse(params.id)),
  }),
  route({
    method: 'GET',
    path: '/exports',
    summary: 'One’s own exports with their progress, newest first',
    access: use,
    rows: 'own',
    query: Type.Object(pageQuery),
    response: { 200: Page(ExportState) },
    async handle({ ctx, tx, query }) {
      const page = pageRequest(query)
      const rows = await listExports(tx, person(ctx).userId, page)
      return pageOf(rows, page, (row) => [row.requested_at, row.id], exportOnWire)
    },
  }),
  route({
    method: 'POST',
    path: '/exports',
    summary: 'Export a list with its filters as a CSV file',
    description:
      'Runs in the background with the caller’s rights, looked up anew as it goes; the same list and filters while one runs give that one. Holds a million rows at most. Lines end with CRLF, the text is UTF-8 with a byte order mark, the separator is `;` in French and `,` else; heads, states and yes or no are words in the caller’s language, amounts decimals in major units with their currency in a column of its own or behind the head, instants local time of the product; ids and open codes stay as they are; what a spreadsheet would run as a formula begins with an apostrophe. Refuses `reports.not_exportable`, `kernel.forbidden`, `reports.too_many_exports`, and `kernel.invalid_input` for filters the list does not know.',
    access: use,
    rows: 'all',
    audited: true,
    limits: [{ name: 'exports', per: 'user', max: 60, windowSeconds: 3600 }],
    body: Body({
      list: Type.String({ maxLength: 100, description: 'Path of the list in the API, such as `/gifts`' }),
      query: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 200 }), { maxProperties: 20 }),
    }),
    response: { 202: ExportState },
    async handle({ ctx, tx, body }) {
      const { row, started } = await requestExport(ctx, tx, person(ctx), body.list, body.query)
      if (started) await enqueue(ctx, tx, readExport, { owner_id: row.owner_id, id: row.id })
      return exportOnWire(row)
    },
  }),
  route({
    method: 'GET',
    path: '/exports/{id}',
    summary: 'One export of one’s own',
    access: use,
    rows: 'own',
    params: exportPath,
    response: { 200: ExportState },
    handle: async ({ ctx, tx, params }) =>
      exportOnWire(await getExport(tx, person(ctx).userId, exportId.parse(params.id))),
  }),
  route({
    method: 'POST',
    path: '/exports/{id}/cancellation',
    summary: 'Stop a running export and forget its rows',
    description: 'Safe to repeat; one that has ended stays as it is.',
    access: use,
    rows: 'own',
    audited: true,
    params: exportPath,
    response: { 200: ExportState },
    handle: async ({ ctx, tx, params }) =>
      exportOnWire(await cancelExport(ctx, tx, person(ctx).userId, exportId.parse(params.id))),
  }),
  route({
    method: 'GET',
    path: '/exports/{id}/file',
    summary: 'The file of a finished export',
    description:
      'Sent part by part. For who asked for it, while they still may read the list: `kernel.forbidden` else. Refuses `reports.not_ready`. Every download is recorded.',
    access: use,
    rows: 'own',
    // Opens a short transaction for each part instead of holding one for as long as the download takes.
    external: true,
    params: exportPath,
    response: { 200: Type.String({ description: 'text/csv' }) },
    async handle({ ctx, transact, params, reply }) {
      const row = await transact((tx) => openFile(ctx, tx, person(ctx), exportId.parse(params.id)))
      const day = row.requested_at.toZonedDateTimeISO(ctx.product.timeZone).toPlainDate()
      reply.header('content-type', 'text/csv; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="${fileNameOf(row.list, day)}"`)
      reply.header('cache-control', 'no-store')
      return Readable.from(
        (async function* () {
          yield headOf(row)
          for (let no = 0; no < row.part_count; no++) yield await transact((tx) => partOf(ctx, tx, row, no))
        })(),
      )
    },
  }),
]
