/** The smallest module that uses every part of the kernel; the kernel's own tests compose it. */
import { Type } from 'typebox'
import { defineConfig } from '../../setting.ts'
import { owner } from '../../db/placement.ts'
import { refusing, statement } from '../../db/statement.ts'
import { isMarked, mark } from '../../db/tx.ts'
import { defineErrors, Fault, refuse } from '../../errors.ts'
import { defineEvent, emit, on } from '../../events/event.ts'
import { pageOf, pageRequest } from '../../http/page.ts'
import { route } from '../../http/route.ts'
import { AmountMinor, Body, Instant, Page, pageQuery } from '../../http/schema.ts'
import { idType } from '../../ids.ts'
import { defineJob } from '../../jobs/job.ts'
import { defineModule } from '../../module.ts'

export const tallyId = idType('tal')
export const errors = defineErrors('tally', {
  below_zero: { status: 409, retry: 'never', say: { en: 'Only {left} left.', fr: 'Il ne reste que {left}.' } },
})
export const config = defineConfig({
  greeting: { env: 'TALLY_GREETING', kind: 'text', default: 'hello', meaning: 'What it says.' },
})
export const tallied = defineEvent('tally.tallied', Type.Object({ note: Type.String() }))

/** What the follower saw, in order; the test reads it. */
export const seen: string[] = []
/** What the next runs of the external route and the job do. */
export const faults = { route: 0, job: 0, slowJobMs: 0 }

interface Row {
  id: string
  note: string
  count_minor: bigint
  created_at: Temporal.Instant
}

export const insert = statement(
  'tally.insert',
  'insert into tally.tally (owner_id, id, note, count_minor, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
)
const list = statement<Row>(
  'tally.list',
  `select id, note, count_minor, created_at from tally.tally
   where ($1::timestamptz is null or (created_at, id) < ($1, $2::uuid)) order by created_at desc, id desc limit $3`,
)
export const take = statement('tally.take', 'update tally.tally set count_minor = count_minor - $2 where id = $1')

export const follow = defineJob({
  name: 'tally.follow',
  payload: Type.Object({ note: Type.String() }),
  async run({ payload }) {
    if (faults.job > 0) {
      faults.job -= 1
      throw new Error('the job crashed')
    }
    await new Promise((done) => setTimeout(done, faults.slowJobMs))
    seen.push(payload.note)
  },
})

const Tally = Type.Object({ id: Type.String(), note: Type.String(), count_minor: AmountMinor, created_at: Instant })
const TallyBody = Body({ note: Type.String({ minLength: 1, maxLength: 50 }), count_minor: AmountMinor })

export const routes = [
  route({
    method: 'POST',
    path: '/tallies',
    summary: 'Write a tally',
    access: 'user',
    body: TallyBody,
    limits: [{ name: 'tally.write', per: 'user', max: 30, windowSeconds: 60 }],
    response: { 201: Tally },
    async handle({ ctx, tx, body }) {
      const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : ''
      const id = tallyId.create(ctx.clock)
      const row = { id, note: body.note, count_minor: BigInt(body.count_minor), created_at: ctx.clock.now() }
      await insert.run(tx, userId, id, row.note, row.count_minor, row.created_at)
      await emit(ctx, tx, tallied, { note: body.note })
      return { ...row, id: tallyId.wire(id) }
    },
  }),
  route({
    method: 'GET',
    path: '/tallies',
    summary: 'My tallies',
    access: 'user',
    query: Type.Object(pageQuery),
    response: { 200: Page(Tally) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const rows = await list.all(tx, page.after?.[0], page.after?.[1], page.limit + 1)
      return pageOf(
        rows,
        page,
        (row) => [row.created_at, row.id],
        (row) => ({ ...row, id: tallyId.wire(row.id) }),
      )
    },
  }),
  route({
    method: 'POST',
    path: '/tallies/{id}/withdrawal',
    summary: 'Take from a tally',
    access: 'user',
    idempotency: 'required',
    params: Type.Object({ id: Type.String() }),
    body: Body({ count_minor: AmountMinor }),
    response: { 204: Type.Null() },
    async handle({ tx, params, body }) {
      await refusing(take.run(tx, tallyId.parse(params.id), BigInt(body.count_minor)), {
        tally_not_negative: errors.below_zero,
      })
    },
  }),
  route({
    method: 'POST',
    path: '/tallies/order',
    summary: 'Order a tally from a provider that may fail',
    access: 'public',
    external: true,
    idempotency: 'required',
    body: TallyBody,
    response: { 201: Type.Object({ id: Type.String() }) },
    async handle({ ctx, transact, body, key }) {
      const id = tallyId.derive(key!)
      await transact((tx) => insert.run(tx, id, id, body.note, BigInt(body.count_minor), ctx.clock.now()))
      if (faults.route > 0) {
        faults.route -= 1
        throw new Fault('provider', 'no answer')
      }
      if (body.note === 'refused') refuse(errors.below_zero, { left: 0 })
      return { id: tallyId.wire(id) }
    },
  }),
  route({
    method: 'POST',
    path: '/tallies/seizure',
    summary: 'An act of staff that must leave a record',
    access: { permission: 'tally.seize' },
    audited: true,
    body: Body({ record: Type.Boolean() }),
    response: { 200: Type.Object({ marked: Type.Boolean() }) },
    async handle({ tx, body }) {
      if (body.record) mark(tx, 'audited')
      return { marked: isMarked(tx, 'audited') }
    },
  }),
  route({
    method: 'POST',
    path: '/tallies/guess',
    summary: 'Limited per address',
    access: 'public',
    body: Body({ value: Type.String() }),
    limits: [{ name: 'tally.guess', per: 'address', max: 3, windowSeconds: 60 }],
    response: { 204: Type.Null() },
    async handle() {},
  }),
  route({
    method: 'POST',
    path: '/tallies/weight',
    summary: 'Weighs bytes',
    access: 'user',
    rawBody: { types: ['image/png'], bytesMax: 1000 },
    response: { 200: Type.Object({ bytes: Type.Integer() }) },
    handle: async ({ raw }) => ({ bytes: raw.length }),
  }),
  route({
    method: 'GET',
    path: '/tallies/slow',
    summary: 'Takes a moment',
    access: 'public',
    response: { 200: Type.Object({ done: Type.Boolean() }) },
    async handle() {
      await new Promise((done) => setTimeout(done, 300))
      return { done: true }
    },
  }),
  route({
    method: 'GET',
    path: '/tallies/bug',
    summary: 'A bug of ours',
    access: 'public',
    response: { 200: Type.Null() },
    async handle() {
      throw new Error('secret detail of a bug')
    },
  }),
]

export const tally = defineModule({
  name: 'tally',
  folder: import.meta.dirname,
  routes,
  jobs: [follow],
  events: [tallied],
  errors,
  config,
  placement: { tally: owner('owner_id') },
})
export const tallySubscriptions = [on(tallied, follow)]
