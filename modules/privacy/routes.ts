/** Privacy on the wire: a copy of one's data, an erasure and its undoing, the certificate. */
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { enqueue } from '../../kernel/jobs/job.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, Empty, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { publicKeyOf } from '../../kernel/signing.ts'
import { userId } from '../identity/api.ts'
import { signers } from './config.ts'
import { certificateOf, openErasure, requestErasure, undoErasure, type Erasure } from './erasures.ts'
import { getExport, headOf, listExports, openFile, partOf, requestExport, TAIL, type DataExport } from './exports.ts'
import { dataExportId, erasureId } from './ids.ts'
import { readExport } from './jobs.ts'

const Person = Type.Object({ id: WireId('usr') })
const ExportParams = Type.Object({ id: WireId('usr'), export_id: WireId('dex') })
const ExportSchema = Type.Object({
  id: WireId('dex'),
  state: Type.Union([Type.Literal('running'), Type.Literal('ready')]),
  done: Type.Integer({ description: 'Parts that are read' }),
  total: Type.Integer({ description: 'Parts in all' }),
  requested_at: Instant,
  finished_at: Nullable(Instant),
  expires_at: Instant,
  reason: Nullable(Type.String({ description: 'Why staff made it; null for what the person asked for' })),
})
export const ErasureSchema = Type.Object({
  id: WireId('ers'),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('running')]),
  blocked_by: Nullable(Type.String({ description: 'Code of what is in the way although the day has come' })),
  requested_at: Instant,
  due_at: Instant,
})

function exportBody(row: DataExport) {
  const { id, state, done, total, requested_at, finished_at, expires_at } = row
  // Once it is the person's too, what staff said is for the record alone.
  const reason = row.for_person ? null : row.reason
  return { id: dataExportId.wire(id), state, done, total, requested_at, finished_at, expires_at, reason }
}

export function erasureBody(row: Erasure) {
  const { id, state, blocked_by, requested_at, due_at } = row
  return { id: erasureId.wire(id), state, blocked_by, requested_at, due_at }
}

const Why = Type.String({ minLength: 3, maxLength: 500 })
const anew = 'Staff prove their second factor anew (`identity.step_up_required`)'
const byStaff = `${anew} and give a \`reason\`, which is on record.`

const whose = 'For the person, guardians with `manage`, and staff with `privacy.manage`; `kernel.not_found` else.'

export const routes = [
  route({
    method: 'POST',
    path: '/people/{id}/exports',
    summary: 'Ask for a copy of everything kept about a person',
    description: `${whose} While one is being made, gives that one. Kept for seven days. Each request is on record. ${byStaff} The person and the guardians are told that staff made a copy, and why, unless \`untold_because\` names the law or order that forbids it. What staff made is not shown to the person.`,
    access: 'user',
    rows: 'all',
    audited: true,
    limits: [{ name: 'privacy.exports', per: 'user', max: 20, windowSeconds: 86_400 }],
    params: Person,
    body: Body({ reason: Type.Optional(Why), untold_because: Type.Optional(Why) }),
    response: { 202: ExportSchema },
    async handle({ ctx, tx, params, body }) {
      const why = { reason: body.reason, untoldBecause: body.untold_because }
      const { row, started } = await requestExport(ctx, tx, userId.parse(params.id), why)
      if (started) await enqueue(ctx, tx, readExport, { subject_id: row.subject_id, id: row.id })
      return exportBody(row)
    },
  }),
  route({
    method: 'GET',
    path: '/people/{id}/exports',
    summary: 'The copies that can be downloaded or are being made, newest first',
    description: whose,
    access: 'user',
    rows: 'all',
    params: Person,
    response: { 200: Type.Object({ items: Type.Array(ExportSchema) }) },
    handle: async ({ ctx, tx, params }) => ({
      items: (await listExports(ctx, tx, userId.parse(params.id))).map(exportBody),
    }),
  }),
  route({
    method: 'GET',
    path: '/people/{id}/exports/{export_id}',
    summary: 'One copy and how far it is',
    description: `${whose} Staff prove their second factor anew. Refuses \`privacy.export_unknown\`.`,
    access: 'user',
    rows: 'all',
    params: ExportParams,
    response: { 200: ExportSchema },
    handle: async ({ ctx, tx, params }) =>
      exportBody(await getExport(ctx, tx, userId.parse(params.id), dataExportId.parse(params.export_id))),
  }),
  route({
    method: 'GET',
    path: '/people/{id}/exports/{export_id}/file',
    summary: 'The file of a finished copy',
    description: `${whose} One JSON document, part by part. Every download is recorded. ${byStaff} Refuses \`privacy.export_unknown\`, \`privacy.not_ready\`.`,
    access: 'user',
    rows: 'all',
    // Opens a short transaction for each part instead of holding one for as long as the download takes.
    external: true,
    params: ExportParams,
    query: Type.Object({ reason: Type.Optional(Why) }),
    response: { 200: Type.String({ description: 'application/json, as a file' }) },
    async handle({ ctx, transact, params, query, reply }) {
      const [subject, id] = [userId.parse(params.id), dataExportId.parse(params.export_id)]
      const row = await transact((tx) => openFile(ctx, tx, subject, id, { reason: query.reason }))
      const day = row.requested_at.toZonedDateTimeISO(ctx.product.timeZone).toPlainDate()
      reply.header('content-type', 'application/json; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="${ctx.product.name}-data-${day.toString()}.json"`)
      reply.header('cache-control', 'no-store')
      return Readable.from(
        (async function* () {
          yield headOf(ctx, row)
          for (let no = 0; no < row.done; no++) yield await transact((tx) => partOf(ctx, tx, row, no))
          yield TAIL
        })(),
      )
    },
  }),
  route({
    method: 'POST',
    path: '/people/{id}/erasure',
    summary: 'Ask for a person to be erased',
    description: `${whose} ${anew}. Carried out after the waiting time, in which it can be undone; the one that waits is given when there is one. The person and everybody who may undo it are told. Refuses \`privacy.only_guardian\`, and what the product says must be settled first.`,
    access: 'user',
    rows: 'all',
    audited: true,
    params: Person,
    response: { 202: ErasureSchema },
    handle: async ({ ctx, tx, params }) => erasureBody(await requestErasure(ctx, tx, userId.parse(params.id))),
  }),
  route({
    method: 'GET',
    path: '/people/{id}/erasure',
    summary: 'The erasure that waits or runs',
    description: 'For the person (a child too), guardians with `view`, staff. `erasure` is null when there is none.',
    access: 'user',
    rows: 'all',
    params: Person,
    response: { 200: Type.Object({ erasure: Nullable(ErasureSchema) }) },
    async handle({ ctx, tx, params }) {
      const row = await openErasure(ctx, tx, userId.parse(params.id))
      return { erasure: row ? erasureBody(row) : null }
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/{id}/erasure',
    summary: 'Undo an erasure that waits',
    description: `${whose} Refuses \`privacy.erasure_unknown\`, \`privacy.erasure_begun\`.`,
    access: 'user',
    rows: 'all',
    audited: true,
    params: Person,
    response: { 204: Empty },
    async handle({ ctx, tx, params }) {
      await undoErasure(ctx, tx, userId.parse(params.id))
    },
  }),
  route({
    method: 'GET',
    path: '/erasures/{id}/certificate',
    summary: 'The certificate of an erasure',
    description:
      'For whoever has its number, which went to the erased person. Names nobody. `signature` is Ed25519 over `certificate` as JSON, in the order given. Refuses `privacy.erasure_unknown` until it is done.',
    access: 'public',
    rows: 'all',
    limits: [{ name: 'privacy.certificate', per: 'address', max: 120, windowSeconds: 3600 }],
    params: Type.Object({ id: WireId('ers') }),
    response: {
      200: Type.Object({
        certificate: Type.Object({
          format: Type.String(),
          id: WireId('ers'),
          product: Type.String(),
          subject_sha256: Type.String(),
          requested_at: Instant,
          erased_at: Instant,
          modules: Type.Array(Type.String()),
          key_destroyed: Type.Boolean(),
        }),
        key_id: Type.String(),
        signature: Type.String(),
        public_key: Type.String(),
      }),
    },
    async handle({ ctx, tx, params }) {
      return { ...(await certificateOf(tx, erasureId.parse(params.id))), public_key: publicKeyOf(signers(ctx)) }
    },
  }),
]
