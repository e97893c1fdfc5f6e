/** What people do with subscriptions: see the plans, start, pay, change, pause, end, take over; their invoices. */
import { Type } from 'typebox'
import { showing, topicOf } from '../../kernel/changes.ts'
import { can, userIdOf, type Context } from '../../kernel/context.ts'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, CivilDate, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { userId } from '../identity/api.ts'
import { cardIds, paymentIds } from '../payments/api.ts'
import { requireOver } from '../profiles/api.ts'
import { addLearner, changePlan, quotePlan, type Quote } from './changes.ts'
import { documentOf } from './document.ts'
import { cancel, undoCancel } from './endings.ts'
import { invoiceId, subscriptionId } from './ids.ts'
import type { Subscription } from './lives.ts'
import { payHere } from './money.ts'
import { chooseCard, leaveOrRemove, lockAsPayer, takeOver } from './payers.ts'
import { pause, resumeEarly } from './pauses.ts'
import { offersOn } from './plans.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { accessOf, explainInvoice, getFor, listInvoices, listInvoicesOf, listOfPayer, wholeOf } from './reading.ts'
import type { Cycle } from './rules.ts'
import { requirePayer, start, trialOffered } from './starting.ts'
import {
  CycleName,
  explainedOnWire,
  InvoiceItem,
  invoiceOnWire,
  InvoiceWhole,
  PlanItem,
  planOnWire,
  SubscriptionItem,
  subscriptionOnWire,
  SubscriptionWhole,
  wholeOnWire,
} from './wire.ts'

const params = Type.Object({ id: WireId('sub') })
/** The payer acts on learners' rows too; the verbs decide what is allowed. */
const mine = { access: 'user', rows: 'all' } as const
const acts = [{ name: 'subscriptions.act', per: 'user', max: 60, windowSeconds: 600 }] as const
const ENDS = Type.Union([Type.Literal('period_end'), Type.Literal('now')])
const planName = Type.String({ minLength: 1, maxLength: 40 })
const isStaff = (ctx: Context) => can(ctx.actor, 'subscriptions.view')

const QuoteItem = Type.Object({
  takes_effect: Type.Union((['now', 'now_paid', 'period_end', 'none'] as const).map((it) => Type.Literal(it))),
  on: CivilDate,
  due_minor: Type.String({ description: 'To be paid now, for the days that are left' }),
  credit_minor: Type.String({ description: 'Credited now' }),
  price_minor: Type.String({ description: 'Of a whole period from then on' }),
})
const quoteOnWire = (quote: Quote) => ({
  takes_effect: quote.takes_effect,
  on: quote.on.toString(),
  due_minor: String(quote.due_minor),
  credit_minor: String(quote.credit_minor),
  price_minor: String(quote.price_minor),
})

async function answer(tx: Tx, it: Subscription) {
  return wholeOnWire(await wholeOf(tx, it))
}

export const routes = [
  route({
    method: 'GET',
    path: '/plans',
    summary: 'The plans, their prices with tax, and how long the trial is',
    access: 'public',
    rows: 'all',
    response: {
      200: Type.Object({
        trial_days: Type.Integer(),
        tax_basis_points: Type.Integer(),
        currency: Type.String(),
        plans: Type.Array(PlanItem),
      }),
    },
    async handle({ ctx, tx, reply }) {
      showing(reply, topicOf(ctx.vault, 'subscriptions'))
      const { trial_days, tax_basis_points } = subscriptionsPolicy(ctx)
      const plans = (await offersOn(ctx, tx, todayOf(ctx))).map(planOnWire)
      return { trial_days, tax_basis_points, currency: ctx.product.currency, plans }
    },
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/subscription',
    summary: 'Whether lessons are open, for the learner, those who look after them, and staff',
    description: '`subscription_id` is told to its payer only. Refuses `kernel.not_found`.',
    ...mine,
    params: Type.Object({ id: WireId('usr') }),
    response: {
      200: Type.Object({
        status: Type.Union((['trial', 'active', 'grace', 'suspended', 'paused', 'none'] as const).map((it) => Type.Literal(it))), // prettier-ignore
        open: Type.Boolean(),
        until: Nullable(Instant),
        plan: Nullable(Type.String()),
        trial_offered: Type.Boolean({ description: 'The caller could start a trial for this learner' }),
        subscription_id: Nullable(WireId('sub')),
        pays: Type.Boolean({ description: 'The caller pays it' }),
      }),
    },
    async handle({ ctx, tx, params: { id } }) {
      const learner = userId.parse(id)
      await requireOver(ctx, tx, learner, 'view', 'subscriptions.view')
      const { status, open, plan, until, subscription_id, payer_id } = await accessOf(ctx, tx, learner)
      const caller = userIdOf(ctx.actor)!
      const pays = payer_id === caller
      return {
        status,
        open,
        plan,
        until: until?.toString() ?? null,
        trial_offered: subscription_id === null && (await trialOffered(ctx, tx, caller, learner)),
        subscription_id: subscription_id && (pays || isStaff(ctx)) ? subscriptionId.wire(subscription_id) : null,
        pays,
      }
    },
  }),
  route({
    method: 'GET',
    path: '/subscriptions',
    summary: 'The subscriptions I pay, newest first',
    ...mine,
    query: Type.Object(pageQuery),
    response: { 200: Page(SubscriptionItem) },
    async handle({ ctx, tx, query }) {
      const page = pageRequest(query)
      const rows = await listOfPayer(tx, userIdOf(ctx.actor)!, page)
      return pageOf(rows, page, (row) => [row.created_at, row.id], subscriptionOnWire)
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions',
    summary: 'Start: a free trial, or a paid period that opens once it is paid',
    description:
      'For oneself as an adult, or for children one may pay for. One trial per payer and per child, ever. Refuses `kernel.not_found`, `subscriptions.plan_unknown`, `.too_many_learners`, `.already_covered`, `.trial_used`. With the same Idempotency-Key it is the same subscription.',
    ...mine,
    idempotency: 'required',
    limits: acts,
    body: Body({
      plan: planName,
      cycle: CycleName,
      learner_ids: Type.Array(WireId('usr'), { minItems: 1, maxItems: 20 }),
      trial: Type.Boolean(),
    }),
    response: { 201: SubscriptionWhole },
    async handle({ ctx, tx, body }) {
      const learners = body.learner_ids.map((id) => userId.parse(id))
      const { plan, trial } = body
      return answer(tx, await start(ctx, tx, { plan, cycle: body.cycle as Cycle, learners, trial }))
    },
  }),
  route({
    method: 'GET',
    path: '/subscriptions/{id}',
    summary: 'One subscription, for its payer and staff',
    ...mine,
    params,
    response: { 200: SubscriptionWhole },
    async handle({ ctx, tx, params: { id } }) {
      return answer(tx, await getFor(ctx, tx, subscriptionId.parse(id), isStaff(ctx)))
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/{id}/checkout',
    summary: 'The page on which what is due is paid',
    description:
      'The same page while it is open, a new one after it has expired. `launch_url` is null when credit paid all of it. What is due: the first period, the one after the trial, a renewal that failed, the difference of a change. Nothing counts until the provider says that money arrived. `save_card`: the payer lets the card be kept and charged for renewals. Refuses `subscriptions.over`, `.nothing_due`, `.payment_under_way`. Safe to repeat.',
    ...mine,
    external: true,
    limits: acts,
    params,
    body: Body({
      save_card: Type.Optional(Type.Boolean()),
      renewed_by: Type.Optional(Type.Union([Type.Literal('us'), Type.Literal('provider')])),
    }),
    response: {
      200: Type.Object({ payment_id: Nullable(WireId('pay')), launch_url: Nullable(Type.String()) }),
    },
    async handle({ ctx, transact, params: { id }, body: { save_card = false, renewed_by = 'us' } }) {
      const subscription = subscriptionId.parse(id)
      await transact((tx) => lockAsPayer(ctx, tx, subscription))
      const page = await payHere(ctx, transact, subscription, { save_card, renewed_by })
      if (!page) return { payment_id: null, launch_url: null }
      return { payment_id: paymentIds.wire(page.payment_id), launch_url: page.launch_url }
    },
  }),
  route({
    method: 'GET',
    path: '/subscriptions/{id}/quote',
    summary: 'What another plan or cycle would come to; changes nothing',
    ...mine,
    params,
    query: Type.Object({ plan: planName, cycle: CycleName, when: Type.Optional(ENDS) }),
    response: { 200: QuoteItem },
    async handle({ ctx, tx, params: { id }, query }) {
      const it = await getFor(ctx, tx, subscriptionId.parse(id), isStaff(ctx))
      const { plan, cycle, when = 'period_end' } = query
      return quoteOnWire(await quotePlan(ctx, tx, it, { plan, cycle: cycle as Cycle, when }))
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/{id}/change',
    summary: 'Another plan or cycle',
    description:
      'More: the difference for the days left is charged to the saved card, or paid at the page (`checkout`); it takes effect when the money is there. Less: from the next period, or with `when: now` at once and the rest is credit. Another cycle: from the next period. Asking for what it is takes a waiting change back. Refuses `subscriptions.over`, `.pay_first`, `.not_now`, `.paid_ahead`, `.provider_run`, `.payment_under_way`, `.too_many_learners`, `.same_terms`.',
    ...mine,
    idempotency: 'required',
    limits: acts,
    params,
    body: Body({ plan: planName, cycle: CycleName, when: Type.Optional(ENDS) }),
    response: { 200: QuoteItem },
    async handle({ ctx, tx, params: { id }, body: { plan, cycle, when = 'period_end' } }) {
      const it = await lockAsPayer(ctx, tx, subscriptionId.parse(id))
      return quoteOnWire(await changePlan(ctx, tx, it, { plan, cycle: cycle as Cycle, when }))
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/{id}/learners',
    summary: 'One learner more, or one who was to leave stays',
    description:
      'Free within the plan and in a trial, else the days left are paid first. Refuses as `change`, `subscriptions.already_covered`, `.trial_used`.',
    ...mine,
    idempotency: 'required',
    limits: acts,
    params,
    body: Body({ learner_id: WireId('usr') }),
    response: { 200: QuoteItem },
    async handle({ ctx, tx, params: { id }, body }) {
      const it = await lockAsPayer(ctx, tx, subscriptionId.parse(id))
      const learner = userId.parse(body.learner_id)
      await requirePayer(ctx, tx, learner)
      return quoteOnWire(await addLearner(ctx, tx, it, learner))
    },
  }),
  route({
    method: 'DELETE',
    path: '/subscriptions/{id}/learners/{learner_id}',
    summary: 'One learner less: at the end of what is paid; a learner of age leaves at once',
    description: 'Refuses `subscriptions.not_covered`, `.last_learner`, `.pay_first`. Safe to repeat.',
    ...mine,
    limits: acts,
    params: Type.Object({ id: WireId('sub'), learner_id: WireId('usr') }),
    response: { 204: Type.Null() },
    async handle({ ctx, tx, params: { id, learner_id } }) {
      await leaveOrRemove(ctx, tx, subscriptionId.parse(id), userId.parse(learner_id))
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/{id}/pause',
    summary: 'Pause from today on; the days left count again afterwards',
    description:
      'Refuses `subscriptions.not_now`, `.paid_ahead`, `.pause_too_long`, `.payment_under_way`, `.provider_run`, `.over`.',
    ...mine,
    limits: acts,
    params,
    body: Body({ days: Type.Integer({ minimum: 1, maximum: 366 }) }),
    response: { 200: SubscriptionWhole },
    async handle({ ctx, tx, params: { id }, body }) {
      return answer(tx, await pause(ctx, tx, await lockAsPayer(ctx, tx, subscriptionId.parse(id)), body.days))
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/{id}/resume',
    summary: 'Go on before the pause is over',
    ...mine,
    limits: acts,
    params,
    response: { 200: SubscriptionWhole },
    async handle({ ctx, tx, params: { id } }) {
      return answer(tx, await resumeEarly(ctx, tx, await lockAsPayer(ctx, tx, subscriptionId.parse(id))))
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/{id}/cancel',
    summary: 'End it: with the period, or now',
    description:
      'With the period it can be undone until then. `now`: what is unused goes back, where the policy says so. What is not paid ends at once. Safe to repeat.',
    ...mine,
    limits: acts,
    params,
    body: Body({ when: ENDS }),
    response: { 200: SubscriptionWhole },
    async handle({ ctx, tx, params: { id }, body: { when } }) {
      return answer(tx, await cancel(ctx, tx, await lockAsPayer(ctx, tx, subscriptionId.parse(id)), when))
    },
  }),
  route({
    method: 'DELETE',
    path: '/subscriptions/{id}/cancel',
    summary: 'Go on after all',
    ...mine,
    limits: acts,
    params,
    response: { 200: SubscriptionWhole },
    async handle({ ctx, tx, params: { id } }) {
      return answer(tx, await undoCancel(ctx, tx, await lockAsPayer(ctx, tx, subscriptionId.parse(id))))
    },
  }),
  route({
    method: 'POST',
    path: '/learners/{id}/subscription/payer',
    summary: 'I pay from now on',
    description:
      'For another guardian who may pay for every learner it covers, or for the one learner who has come of age. Refuses `kernel.not_found`, `subscriptions.over`, `.same_terms`, `.payment_under_way`, `.provider_run`.',
    ...mine,
    limits: acts,
    params: Type.Object({ id: WireId('usr') }),
    response: { 200: SubscriptionWhole },
    async handle({ ctx, tx, params: { id } }) {
      return answer(tx, await takeOver(ctx, tx, userId.parse(id)))
    },
  }),
  route({
    method: 'PUT',
    path: '/subscriptions/{id}/card',
    summary: 'Which saved card renews, or none',
    ...mine,
    limits: acts,
    params,
    body: Body({ card_id: Nullable(WireId('crd')) }),
    response: { 200: SubscriptionWhole },
    async handle({ ctx, tx, params: { id }, body }) {
      const card = body.card_id === null ? null : cardIds.parse(body.card_id)
      return answer(tx, await chooseCard(ctx, tx, await lockAsPayer(ctx, tx, subscriptionId.parse(id)), card))
    },
  }),
  route({
    method: 'GET',
    path: '/subscriptions/{id}/invoices',
    summary: 'The invoices and credit notes of one subscription that are mine; all for staff',
    ...mine,
    params,
    response: { 200: Type.Object({ items: Type.Array(InvoiceItem) }) },
    async handle({ ctx, tx, params: { id } }) {
      const staff = isStaff(ctx)
      const it = await getFor(ctx, tx, subscriptionId.parse(id), staff)
      const rows = await listInvoices(tx, it.id)
      return { items: rows.filter((row) => staff || row.payer_id === it.payer_id).map(invoiceOnWire) }
    },
  }),
  route({
    method: 'GET',
    path: '/invoices',
    summary: 'My invoices and credit notes, newest first',
    ...mine,
    query: Type.Object(pageQuery),
    response: { 200: Page(InvoiceItem) },
    async handle({ ctx, tx, query }) {
      const page = pageRequest(query)
      const rows = await listInvoicesOf(tx, userIdOf(ctx.actor)!, page)
      return pageOf(rows, page, (row) => [row.created_at, row.id], invoiceOnWire)
    },
  }),
  route({
    method: 'GET',
    path: '/invoices/{id}',
    summary:
      'One invoice and all that explains it: lines, tax, payments, what is earned and what is owed, credit, refunds',
    ...mine,
    params: Type.Object({ id: WireId('inv') }),
    response: { 200: InvoiceWhole },
    async handle({ ctx, tx, params: { id } }) {
      return explainedOnWire(await explainInvoice(ctx, tx, invoiceId.parse(id), isStaff(ctx)))
    },
  }),
  route({
    method: 'GET',
    path: '/invoices/{id}/document',
    summary: 'An issued invoice or credit note as a PDF, in Arabic or English',
    description:
      'In the language of the request, or `language`. Refuses `kernel.not_found` while it is open. Repeatable.',
    ...mine,
    limits: [{ name: 'subscriptions.document', per: 'user', max: 30, windowSeconds: 60 }],
    params: Type.Object({ id: WireId('inv') }),
    query: Type.Object({ language: Type.Optional(Type.Union([Type.Literal('ar'), Type.Literal('en')])) }),
    response: { 200: Type.String({ format: 'binary', description: 'application/pdf' }) },
    async handle({ ctx, tx, params: { id }, query, reply }) {
      const explained = await explainInvoice(ctx, tx, invoiceId.parse(id), isStaff(ctx))
      const { bytes, name } = await documentOf(ctx, explained, query.language)
      reply.header('content-type', 'application/pdf')
      reply.header('content-disposition', `attachment; filename="${name}.pdf"`)
      reply.header('cache-control', 'private, no-store')
      return bytes
    },
  }),
]
