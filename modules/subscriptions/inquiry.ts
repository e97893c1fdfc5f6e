/** What subscriptions answer staff: by payer or learner, by the number of an invoice, and the way to the payments. */
import { factsOf, uuidsOf, type Search, type Thing, type Trace, type TraceStep } from '../../kernel/inquiry.ts'
import { userId } from '../identity/api.ts'
import { paymentIds } from '../payments/api.ts'
import { invoiceId, subscriptionId } from './ids.ts'
import type { InvoiceRow } from './store/invoices.ts'
import * as store from './store/inquiry.ts'

const THINGS_MAX = 40

export const search: Search = {
  permission: 'subscriptions.view',
  async find(_ctx, tx, { id, person, text }, limit) {
    if (/^[A-Z]{2,6}(-CN)?-\d{4}-\d{6}$/i.test(text))
      return (await store.findByNumber.all(tx, text.toUpperCase())).map(invoiceThing)
    const asked = id && ['', 'sub'].includes(id.prefix) ? [id.uuid] : []
    const who = person ?? (id?.prefix === 'usr' ? id.uuid : null)
    const found = asked.length > 0 || who !== null ? await store.findThings.all(tx, asked, who, limit) : []
    const bills = id && ['', 'inv'].includes(id.prefix) ? await store.findInvoices.all(tx, [id.uuid], [], limit) : []
    return [...found.map(thingOf), ...bills.map(invoiceThing)]
  },
}

function thingOf(it: store.SubscriptionThing): Thing {
  const { plan, payer_id, end_reason } = it
  return {
    kind: 'subscription',
    id: subscriptionId.wire(it.id),
    title: '',
    state: it.status,
    at: it.created_at,
    amount_minor: it.price_minor,
    currency: it.currency,
    facts: factsOf({ plan, payer: userId.wire(payer_id), end_reason }),
  }
}

function invoiceThing(it: InvoiceRow): Thing {
  return {
    kind: it.kind,
    id: invoiceId.wire(it.id),
    title: it.number ?? '',
    state: it.status,
    at: it.settled_at ?? it.created_at,
    amount_minor: it.gross_minor,
    currency: it.currency,
    facts: factsOf({ subscription: subscriptionId.wire(it.subscription_id), plan: it.plan, reason: it.reason }),
  }
}

function stepsOf(it: store.SubscriptionThing): TraceStep[] {
  const ref = subscriptionId.wire(it.id)
  const at = { asked: it.created_at, started: it.started_at, suspended: it.suspended_at, ended: it.ended_at }
  return Object.entries(at).flatMap(([code, when]) =>
    when === null ? [] : [{ at: when, kind: 'subscription', ref, code, facts: {} }],
  )
}

export const trace: Trace = {
  permission: 'subscriptions.view',
  prefixes: ['sub', 'inv', 'ref'],
  rootPrefixes: ['usr'],
  async trace(_ctx, tx, refs, root) {
    const person = root ? (uuidsOf(refs, 'usr')[0] ?? null) : null
    const asked = uuidsOf(refs, 'sub', 'inv', 'ref')
    const direct = await store.findInvoices.all(tx, asked, [], THINGS_MAX)
    const ids = [...asked, ...direct.map((it) => it.subscription_id)]
    const found = await store.findThings.all(tx, ids, person, THINGS_MAX)
    const places = found.map((it) => it.id)
    const bills = await store.findInvoices.all(tx, [], places, THINGS_MAX)
    const payments = await store.findPayments.all(tx, places, THINGS_MAX)
    return {
      things: [...found.map(thingOf), ...bills.map(invoiceThing)],
      steps: [
        ...found.flatMap(stepsOf),
        ...bills.map((it) => ({
          at: it.settled_at ?? it.created_at,
          kind: it.kind,
          ref: invoiceId.wire(it.id),
          code: it.status,
          facts: factsOf({ number: it.number }),
        })),
      ],
      refs: [...found.map((it) => userId.wire(it.payer_id)), ...payments.map((it) => paymentIds.wire(it.id))],
    }
  },
}
