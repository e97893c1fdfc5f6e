/** What payments answer staff: payments by our and the provider's names, by payer; events; and the story of each. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { idType, refTo, uuidFrom } from '../../kernel/ids.ts'
import { factsOf, uuidsOf, type Search, type Thing, type Trace, type TraceStep } from '../../kernel/inquiry.ts'
import { transferIds } from '../ledger/api.ts'
import { payerOfMobile } from './charges.ts'
import { paymentIds, refundIds } from './rules.ts'
import * as store from './store/inquiry.ts'

const ROWS_MAX = 200
const PAYMENTS_MAX = 40

/** The name under which the audit trail knows an event. */
const eventSubject = idType('whk')
export const eventSubjectOf = (provider: string, eventId: string) =>
  uuidFrom('payments.webhook_event', provider, eventId)
const EVENT = 'evt_'

export const searches: readonly Search[] = [
  {
    permission: 'payments.view',
    async find(ctx, tx, { text, id, phone, person }, limit) {
      const payers = [...(phone ? [payerOfMobile(ctx, phone)] : []), ...(person ? [person] : [])]
      const references = id?.prefix === '' ? [text, paymentIds.wire(id.uuid)] : [text]
      const refunds = id && ['', 'rfd'].includes(id.prefix) ? [id.uuid] : []
      return (await store.findPayments.all(tx, references, [text], refunds, payers, limit)).map(thingOfPayment)
    },
  },
  {
    permission: 'payments.view',
    async find(_ctx, tx, { text }, limit) {
      return (await store.findEvents.all(tx, [text], [text], limit)).map(thingOfEvent)
    },
  },
]

function thingOfPayment(payment: store.PaymentThing): Thing {
  return {
    kind: 'payment',
    id: paymentIds.wire(payment.id),
    title: '',
    state: payment.state,
    at: payment.created_at,
    amount_minor: payment.amount_minor,
    currency: payment.currency,
    facts: factsOf({
      purpose: payment.purpose,
      reference: refTo(payment.reference),
      session_ref: payment.session_ref,
      late: payment.late ? 'yes' : null,
      failure_code: payment.failure_code,
      expires_at: payment.expires_at,
      succeeded_at: payment.succeeded_at,
      ended_at: payment.ended_at,
      poll_at: payment.poll_at,
    }),
  }
}

function thingOfEvent(event: store.EventThing): Thing {
  return {
    kind: 'webhook',
    id: event.event_id,
    title: event.type,
    state: event.status,
    at: event.received_at,
    facts: factsOf({ outcome: event.outcome, session_ref: event.session_ref, processed_at: event.processed_at }),
  }
}

function thingOfRefund(refund: store.TracedRefund): Thing {
  return {
    kind: 'refund',
    id: refundIds.wire(refund.id),
    title: '',
    state: refund.state,
    at: refund.requested_at,
    amount_minor: refund.amount_minor,
    currency: refund.currency,
    facts: factsOf({
      payment: paymentIds.wire(refund.payment_id),
      reason: refund.reason,
      attempts: refund.attempts,
      last_error: refund.last_error,
      failure_code: refund.failure_code,
      ended_at: refund.ended_at,
    }),
  }
}

export const trace: Trace = {
  permission: 'payments.view',
  prefixes: ['pay', 'rfd', 'evt', 'ref'],
  rootPrefixes: ['usr'],
  async trace(_ctx: Context, tx: Tx, refs, root) {
    const named = refs.filter(({ prefix }) => prefix === 'evt').map(({ text }) => text.slice(EVENT.length))
    const asked = named.length > 0 ? await store.findEvents.all(tx, named, [], ROWS_MAX) : []
    const persons = root ? uuidsOf(refs, 'usr') : []
    const sessions = asked.flatMap(({ session_ref }) => session_ref ?? [])
    const references = [...uuidsOf(refs, 'pay', 'ref').map((id) => paymentIds.wire(id)), ...sessions]
    const payments = await store.findPayments.all(
      tx, references, [], uuidsOf(refs, 'rfd'), persons, PAYMENTS_MAX,
    ) // prettier-ignore
    // A person's payments are named, each is told on its own page.
    if (persons.length > 0) return { things: payments.map(thingOfPayment), steps: [], refs: [] }
    const [owners, ids] = [payments.map((it) => it.owner_id), payments.map((it) => it.id)]
    const receipts = await store.receiptsOf.all(tx, owners, ids, ROWS_MAX)
    const refunds = await store.refundsOf.all(tx, owners, ids, ROWS_MAX)
    const spoken = [
      ...payments.flatMap(({ session_ref }) => session_ref ?? []),
      ...receipts.map((it) => it.session_ref),
    ]
    const events = spoken.length > 0 ? await store.findEvents.all(tx, [], spoken, ROWS_MAX) : []
    const told = [...new Map([...asked, ...events].map((event) => [event.event_id, event])).values()]
    return {
      things: [
        ...(named.length > 0 ? [] : payments.map(thingOfPayment)),
        ...told.map(thingOfEvent),
        ...(named.length > 0 ? payments.map(thingOfPayment) : []),
        ...refunds.map(thingOfRefund),
      ],
      steps: [
        ...(await store.stepsOf.all(tx, owners, ids, ROWS_MAX)).map(stepOf),
        ...receipts.map(stepOfReceipt),
        ...told.map(stepOfEvent),
      ],
      refs: [
        ...payments.map(({ reference }) => refTo(reference)),
        ...receipts.map(({ transfer_id }) => transferIds.wire(transfer_id)),
        ...refunds.flatMap(transfersOf),
        ...refunds.map(({ id }) => refundIds.wire(id)),
        ...told.map(({ provider, event_id }) => eventSubject.wire(eventSubjectOf(provider, event_id))),
      ],
    }
  },
}

/** What comes before the provider’s answer, whose time is whole seconds. */
const FIRST = ['requested', 'opened']

function stepOf({ payment_id, code, details, at }: store.TracedStep): TraceStep {
  const rank = FIRST.indexOf(code) < 0 ? FIRST.length + 1 : FIRST.indexOf(code) + 1
  return { at, kind: 'payment', ref: paymentIds.wire(payment_id), code, facts: details ?? {}, rank }
}

function stepOfReceipt(receipt: store.TracedReceipt): TraceStep {
  const { payment_id, received_at, status, amount_minor, currency, transaction_ref } = receipt
  return {
    at: received_at,
    kind: 'receipt',
    ref: paymentIds.wire(payment_id),
    code: status,
    facts: factsOf({ amount_minor, currency, transaction_ref }),
  }
}

function stepOfEvent({ event_id, type, status, outcome, received_at }: store.EventThing): TraceStep {
  return { at: received_at, kind: 'webhook', ref: EVENT + event_id, code: status, facts: factsOf({ type, outcome }) }
}

/** A refund leaves with a transfer of its own id and ends with another. */
function transfersOf({ id, state, settled_transfer_id }: store.TracedRefund): string[] {
  const sent = transferIds.wire(id)
  return state === 'requested' ? [sent] : [sent, transferIds.wire(settled_transfer_id)]
}
