/** What staff may see of payouts. */
import { Type } from 'typebox'
import { pageOf, pageRequest, timeRange, uuidFilter } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, Instant, Nullable, Page, timedQuery, WireId } from '../../kernel/http/schema.ts'
import type { Payout } from './payouts.ts'
import { describePayout, listPayouts } from './reading.ts'
import { payoutIds, type PayoutState } from './rules.ts'

const State = Type.Union(
  (['requested', 'processing', 'succeeded', 'failed', 'reversed'] as const).map((it) => Type.Literal(it)),
)

const PayoutSummary = Type.Object({
  id: WireId('pyo'),
  owner_id: Type.String({ format: 'uuid' }),
  provider: Type.String(),
  purpose: Type.String({ description: 'module.what_for' }),
  reference: Type.String({ format: 'uuid', description: 'The id of what it pays, in that module' }),
  amount_minor: AmountMinor,
  currency: Type.String(),
  fee_minor: Nullable(AmountMinor),
  state: State,
  provider_ref: Nullable(Type.String()),
  failure_code: Nullable(Type.String()),
  attempts: Type.Integer(),
  last_error: Nullable(Type.String()),
  next_check_at: Nullable(Instant),
  requested_at: Instant,
  succeeded_at: Nullable(Instant),
  ended_at: Nullable(Instant),
})

export const routes = [
  route({
    method: 'GET',
    path: '/payouts',
    summary: 'Payouts, newest first unless `sort=oldest`',
    access: { permission: 'payments.view' },
    rows: 'all',
    query: Type.Object({
      ...timedQuery,
      state: Type.Optional(State),
      owner_id: Type.Optional(Type.String({ maxLength: 36 })),
      purpose: Type.Optional(Type.String({ maxLength: 100 })),
      reference: Type.Optional(Type.String({ maxLength: 36 })),
    }),
    response: { 200: Page(PayoutSummary) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const owner_id = uuidFilter(query.owner_id, 'owner_id')
      const reference = uuidFilter(query.reference, 'reference')
      const filter = {
        ...(query.state ? { state: query.state as PayoutState } : {}),
        ...(owner_id ? { owner_id } : {}),
        ...(query.purpose ? { purpose: query.purpose } : {}),
        ...(reference ? { reference } : {}),
        ...timeRange(query),
        oldestFirst: query.sort === 'oldest',
      }
      const rows = await listPayouts(tx, filter, page)
      return pageOf(rows, page, (row) => [row.requested_at, row.id], summaryOf)
    },
  }),
  route({
    method: 'GET',
    path: '/payouts/{id}',
    summary: 'One payout with its recipient',
    access: { permission: 'payments.view' },
    rows: 'all',
    params: Type.Object({ id: Type.String() }),
    response: {
      200: Type.Object({
        ...PayoutSummary.properties,
        recipient_mobile: Nullable(Type.String()),
        recipient_name: Nullable(Type.String()),
        note: Nullable(Type.String()),
      }),
    },
    async handle({ ctx, tx, params }) {
      const { payout, recipient } = await describePayout(ctx, tx, payoutIds.parse(params.id))
      return {
        ...summaryOf(payout),
        note: payout.note,
        recipient_mobile: recipient?.mobile ?? null,
        recipient_name: recipient?.name ?? null,
      }
    },
  }),
]

function summaryOf(payout: Payout) {
  const { mobile: _, name: __, from_account: ___, ...rest } = payout
  return { ...rest, id: payoutIds.wire(payout.id) }
}
