/** Statements: for the partner, and for staff who close, approve, pay and decide. */
import { Type } from 'typebox'
import { startOfDay } from '../../kernel/clock.ts'
import { can, type Context } from '../../kernel/context.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, Body, CivilDate, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { textIn } from '../catalog/api.ts'
import { getPartner, partnerId } from '../merchants/api.ts'
import { listSettleable, redemptionId } from '../redemption/api.ts'
import { closePeriod, periodDue, type Settlement } from './closing.ts'
import { getDispute, openDispute, resolveDispute, type Dispute } from './disputes.ts'
import { documentOf } from './document.ts'
import { disputeId, settlementId } from './ids.ts'
import { amountToPay, approveSettlement, paySettlement } from './paying.ts'
import { csvOf, disputesOf, getSettlement, isSealIntact, linesOf, listOfPartner, listSettlements } from './reading.ts'
import type { Line } from './rules.ts'

const Status = Type.Enum(['pending', 'approved', 'paying', 'paid', 'disputed', 'carried'])
const StatementItem = Type.Object({
  id: WireId('stl'),
  partner_id: WireId('prt'),
  period_start: CivilDate,
  period_end: CivilDate,
  currency: Type.String(),
  line_count: Type.Integer(),
  gross_minor: AmountMinor,
  share_minor: AmountMinor,
  commission_minor: AmountMinor,
  released_minor: AmountMinor,
  carried_in_minor: AmountMinor,
  payable_minor: AmountMinor,
  withheld_minor: AmountMinor,
  to_pay_minor: AmountMinor,
  minimum_payout_minor: AmountMinor,
  status: Status,
  closed_at: Instant,
  approved_at: Nullable(Instant),
  paid_at: Nullable(Instant),
  payout_failure: Nullable(Type.String()),
  carried_into: Nullable(WireId('stl')),
})
const LineItem = Type.Object({
  line_no: Type.Integer(),
  kind: Type.Enum(['redemption', 'reversal', 'released']),
  redemption_id: WireId('rdm'),
  occurred_at: Instant,
  pack_name: Type.String(),
  venue_name: Type.String(),
  gross_minor: AmountMinor,
  share_minor: AmountMinor,
  commission_minor: AmountMinor,
})
const DisputeItem = Type.Object({
  id: WireId('dsp'),
  line_no: Type.Integer(),
  share_minor: AmountMinor,
  reason: Type.String(),
  opened_at: Instant,
  resolution: Nullable(Type.Enum(['released', 'withdrawn'])),
  resolution_note: Nullable(Type.String()),
  resolved_at: Nullable(Instant),
})
const StatementDetail = Type.Object({
  ...StatementItem.properties,
  partner_name: Type.String(),
  seal: Type.String({ description: 'SHA-256 over head and lines' }),
  seal_intact: Type.Boolean({ description: 'Head and lines are what they were when the period was closed' }),
  approved_by_you: Type.Boolean({ description: 'Then somebody else has to pay it' }),
  lines: Type.Array(LineItem),
  disputes: Type.Array(DisputeItem),
  csv_path: Type.String(),
  document_path: Type.String({ description: 'The statement as PDF' }),
})

const item = (settlement: Settlement) => ({
  ...settlement,
  id: settlementId.wire(settlement.id),
  partner_id: partnerId.wire(settlement.partner_id),
  currency: settlement.asset,
  to_pay_minor: amountToPay(settlement),
  carried_into: settlement.carried_into && settlementId.wire(settlement.carried_into),
})
const lineItem = (ctx: Context, line: Line) => ({
  ...line,
  redemption_id: redemptionId.wire(line.redemption_id),
  pack_name: textIn(line.pack_name, ctx.locale, ctx.product.locales[0]),
})
const disputeItem = (dispute: Dispute) => ({ ...dispute, id: disputeId.wire(dispute.id) })

/** Staff who look at statements, or the partner's own people. */
function mayRead(ctx: Context, partner: string): void {
  const { actor } = ctx
  if (!can(actor, 'settlements.view') && !can(actor, 'settlements.statement', partner)) refuse(kernelErrors.forbidden)
}

/** A partner's name as part of a file's: letters and digits of any system that will keep it. */
function fileName(name: string): string {
  return (
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'releve'
  )
}

const read = { access: 'user', rows: 'all' } as const
const act = (permission: string) => ({ access: { permission }, rows: 'all', audited: true, stepUp: true }) as const
const SettlementParams = Type.Object({ id: WireId('stl') })
const PartnerParams = Type.Object({ id: WireId('prt') })
const Reason = Type.String({ minLength: 3, maxLength: 500 })

export const routes = [
  route({
    method: 'GET',
    path: '/settlements',
    summary: 'Every partner’s statements, last closed first, for staff',
    access: { permission: 'settlements.view' },
    rows: 'all',
    query: Type.Object({ ...pageQuery, status: Type.Optional(Status) }),
    response: { 200: Page(StatementItem) },
    async handle({ tx, query }) {
      const page = await listSettlements(tx, query.status ? { status: query.status } : {}, pageRequest(query))
      return { ...page, items: page.items.map(item) }
    },
  }),
  route({
    method: 'GET',
    path: '/partners/{id}/settlements',
    summary: 'A partner’s statements, newest period first, and what the next one will say so far',
    ...read,
    params: PartnerParams,
    query: Type.Object(pageQuery),
    response: {
      200: Type.Object({
        ...Page(StatementItem).properties,
        next: Type.Object({
          period_start: CivilDate,
          period_end: CivilDate,
          redemption_count: Type.Integer(),
          share_minor: AmountMinor,
        }),
      }),
    },
    async handle({ ctx, tx, params, query }) {
      const id = partnerId.parse(params.id)
      mayRead(ctx, id)
      const page = await listOfPartner(tx, id, pageRequest(query))
      const { start, end } = await periodDue(ctx, tx, await getPartner(tx, id))
      const open = await listSettleable(tx, id, startOfDay(end.add({ days: 1 }), ctx.product.timeZone))
      const share = open.reduce((sum, line) => sum + (line.reversal ? -line.share_minor : line.share_minor), 0n)
      const next = { period_start: start, period_end: end, redemption_count: open.length, share_minor: share }
      return { next_cursor: page.next_cursor, items: page.items.map(item), next }
    },
  }),
  route({
    method: 'GET',
    path: '/settlements/{id}',
    summary: 'One statement with its lines',
    ...read,
    params: SettlementParams,
    response: { 200: StatementDetail },
    async handle({ ctx, tx, params }) {
      const settlement = await getSettlement(tx, settlementId.parse(params.id))
      const { id, partner_id } = settlement
      mayRead(ctx, partner_id)
      return {
        ...item(settlement),
        partner_name: (await getPartner(tx, partner_id)).name,
        seal_intact: await isSealIntact(tx, settlement),
        approved_by_you: ctx.actor.kind === 'user' && settlement.approved_by === ctx.actor.userId,
        lines: (await linesOf(tx, partner_id, id)).map((line) => lineItem(ctx, line)),
        disputes: (await disputesOf(tx, partner_id, id)).map(disputeItem),
        csv_path: `/api/settlements/${params.id}/lines.csv`,
        document_path: `/api/settlements/${params.id}/document`,
      }
    },
  }),
  route({
    method: 'GET',
    path: '/settlements/{id}/lines.csv',
    summary: 'The lines of a statement as CSV',
    ...read,
    params: SettlementParams,
    response: { 200: Type.String() },
    async handle({ ctx, tx, params, reply }) {
      const { id, partner_id, period_end } = await getSettlement(tx, settlementId.parse(params.id))
      mayRead(ctx, partner_id)
      const partner = await getPartner(tx, partner_id)
      reply.header('content-type', 'text/csv; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="${fileName(partner.name)}-${period_end}.csv"`)
      return csvOf(ctx, await linesOf(tx, partner_id, id))
    },
  }),
  route({
    method: 'GET',
    path: '/settlements/{id}/document',
    summary: 'A statement as a PDF to file',
    description:
      'A4, in French and English: partner, period, each line with its reference, commission and net, the sums, what was paid ' +
      'and when. Beyond 1,000 lines the rest stands in the CSV only. For the partner’s managers and staff with ' +
      '`settlements.view`; refuses `kernel.forbidden`, `settlements.settlement_unknown`. Repeatable.',
    ...read,
    limits: [{ name: 'settlements.document', per: 'user', max: 30, windowSeconds: 60 }],
    params: SettlementParams,
    response: { 200: Type.String({ format: 'binary', description: 'application/pdf' }) },
    async handle({ ctx, tx, params, reply }) {
      const settlement = await getSettlement(tx, settlementId.parse(params.id))
      const { id, partner_id, period_end } = settlement
      mayRead(ctx, partner_id)
      const partner = await getPartner(tx, partner_id)
      const [lines, disputes] = [await linesOf(tx, partner_id, id), await disputesOf(tx, partner_id, id)]
      reply.header('content-type', 'application/pdf')
      reply.header('content-disposition', `attachment; filename="${fileName(partner.name)}-${period_end}.pdf"`)
      reply.header('cache-control', 'private, no-store')
      return documentOf(ctx, { settlement, partner, lines, disputes })
    },
  }),
  route({
    method: 'POST',
    path: '/partners/{id}/settlements',
    summary: 'Close a partner’s period now',
    description:
      'Safe to repeat: a closed period gives its statement. Periods are closed in order and only when they are over.',
    ...act('settlements.manage'),
    params: PartnerParams,
    body: Body({ period_end: CivilDate }),
    response: { 201: StatementItem },
    async handle({ ctx, tx, params, body }) {
      const period_end = Temporal.PlainDate.from(body.period_end)
      return item(await closePeriod(ctx, tx, { partner_id: partnerId.parse(params.id), period_end }))
    },
  }),
  route({
    method: 'POST',
    path: '/settlements/{id}/approval',
    summary: 'Approve a statement',
    description: 'Approving again replaces the approval, as needed when the partner’s payout destination was changed.',
    ...act('settlements.approve'),
    params: SettlementParams,
    response: { 200: StatementItem },
    handle: async ({ ctx, tx, params }) => item(await approveSettlement(ctx, tx, settlementId.parse(params.id))),
  }),
  route({
    method: 'POST',
    path: '/settlements/{id}/payment',
    summary: 'Pay an approved statement, as another person than who approved it',
    description:
      'The statement is `paying` until the outcome of the payout is known. Refuses `settlements.second_person_needed`, ' +
      '`settlements.destination_changed`, `settlements.not_from_here`.',
    ...act('settlements.pay'),
    idempotency: 'required',
    params: SettlementParams,
    response: { 200: StatementItem },
    handle: async ({ ctx, tx, params }) => item(await paySettlement(ctx, tx, settlementId.parse(params.id))),
  }),
  route({
    method: 'POST',
    path: '/settlements/{id}/disputes',
    summary: 'Dispute one line; the rest of the statement goes on',
    description: 'By staff with `settlements.manage` or the partner itself.',
    ...read,
    audited: true,
    params: SettlementParams,
    body: Body({ line_no: Type.Integer({ minimum: 1 }), reason: Reason }),
    response: { 201: DisputeItem },
    async handle({ ctx, tx, params, body }) {
      const { id, partner_id } = await getSettlement(tx, settlementId.parse(params.id))
      const { actor } = ctx
      if (!can(actor, 'settlements.manage') && !can(actor, 'settlements.statement', partner_id))
        refuse(kernelErrors.forbidden)
      return disputeItem(await openDispute(ctx, tx, { ...body, settlement_id: id }))
    },
  }),
  route({
    method: 'POST',
    path: '/disputes/{id}/resolution',
    summary: 'Decide a dispute: pay the partner after all, or take the redemption back',
    ...act('settlements.manage'),
    idempotency: 'required',
    params: Type.Object({ id: WireId('dsp') }),
    body: Body({ resolution: Type.Enum(['released', 'withdrawn']), note: Reason }),
    response: { 200: DisputeItem },
    async handle({ ctx, tx, params, body }) {
      const { id } = await getDispute(tx, disputeId.parse(params.id))
      return disputeItem(await resolveDispute(ctx, tx, { ...body, dispute_id: id }))
    },
  }),
]
