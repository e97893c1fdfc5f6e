// Money leaving the wallet: payouts to people, batches of them, payouts to businesses, their search and their reversal within three days.
// A payout is synchronous unless a fault says `processing`; nothing is ever announced by webhook, as in the real API.
import type { FastifyInstance } from 'fastify'
import { strike } from '../faults.ts'
import type { Answer } from '../serving.ts'
import { ApiError, declare, fieldsOf, invalid, notFound, ok, once, type Fields } from './api.ts'
import { nameOf, newBatchId, newBusinessPayoutId, newPayoutId } from './ids.ts'
import type { Payout } from './records.ts'
import { instant } from './state.ts'
import { available, feeOf, record, takeBack } from './wallet.ts'
import type { World } from './world.ts'

const REVERSAL_DAYS = 3
const BATCH_MAX = 1_000

const MESSAGES: Record<string, string> = {
  'insufficient-funds': 'Insufficient funds in wallet.',
  'recipient-minor': 'The recipient is a minor and cannot receive this payment.',
  'recipient-account-blocked': 'The recipient account is blocked.',
  'recipient-account-inactive': 'The recipient account is inactive.',
  'recipient-limit-exceeded': 'The recipient has reached their monthly limit.',
  'payout-reversal-time-limit-exceeded': 'The time limit to reverse this payout has passed.',
  'payout-reversal-account-terminated': 'The recipient account has been deactivated.',
}

const refusal = (code: string): ApiError => new ApiError(422, code, MESSAGES[code] ?? code)

export function payoutRoutes(world: World, app: FastifyInstance): void {
  declare(world, app, 'POST', '/payout', 'payout.create', (incoming) =>
    once(world, 'payout.create', incoming, () => ok(present(create(world, fieldsOf(incoming.body))))),
  )
  declare(world, app, 'GET', '/payout/:id', 'payout.get', ({ id }) => ok(present(get(world, id, 'person'))))
  declare(world, app, 'GET', '/payouts/search', 'payout.search', ({ query }) => {
    const reference = query['client_reference']
    if (!reference) throw invalid(['client_reference'], 'field required')
    const found = world.store.list('payout').filter((it) => it.kind === 'person' && it.client_reference === reference)
    return ok({ result: found.map((it) => present(look(world, it))) })
  })
  declare(world, app, 'POST', '/payout/:id/reverse', 'payout.reverse', ({ id }) => {
    reverse(world, get(world, id, 'person'))
    return ok()
  })
  declare(world, app, 'POST', '/payout-batch', 'batch.create', (incoming) =>
    once(world, 'batch.create', incoming, () => createBatch(world, fieldsOf(incoming.body))),
  )
  // The reference also spells the reading path with an s.
  for (const path of ['/payout-batch/:id', '/payouts-batch/:id']) {
    declare(world, app, 'GET', path, 'batch.get', ({ id }) => {
      const batch = world.store.find('batch', id)
      if (!batch) throw notFound('payout batch')
      const payouts = batch.payouts.map((payout) => get(world, payout, 'person'))
      const status = payouts.some((it) => it.status === 'processing') ? 'processing' : 'complete'
      return ok({ id, status, payouts: payouts.map(present) })
    })
  }
  declare(world, app, 'POST', '/b2b/payout', 'b2b.create', (incoming) =>
    once(world, 'b2b.create', incoming, () => ok(present(createBusiness(world, fieldsOf(incoming.body))))),
  )
  declare(world, app, 'GET', '/b2b/payout/:id', 'b2b.get', ({ id }) => ok(present(get(world, id, 'business'))))
}

function read(world: World, fields: Fields): Payout {
  const receive_amount = fields.amount('receive_amount')
  const currency = fields.required('currency', 3)
  const mobile = fields.mobile('mobile')
  const payout: Payout = {
    id: newPayoutId(),
    kind: 'person',
    batch: null,
    currency,
    receive_amount,
    fee: String(feeOf(receive_amount)),
    mobile,
    recipient_id: null,
    fee_payment_method: null,
    name: fields.optional('name'),
    national_id: fields.optional('national_id'),
    payment_reason: fields.optional('payment_reason', 40),
    client_reference: fields.optional('client_reference'),
    aggregated_merchant_id: fields.optional('aggregated_merchant_id'),
    status: 'processing',
    payout_error: null,
    timestamp: instant(world.store.now()),
    outcome: null,
  }
  if (currency !== 'XOF')
    throw new ApiError(400, 'currency-mismatch', 'The currency does not match the currency of your wallet.')
  if (!mobile.startsWith('+221'))
    throw new ApiError(400, 'country-mismatch', 'The recipient must be in the same country as your business.')
  return payout
}

function create(world: World, fields: Fields): Payout {
  const payout = read(world, fields)
  const refused = refusalOf(world, payout)
  if (refused !== null) throw refusal(refused)
  return start(world, payout)
}

/** Why the wallet or the recipient cannot take part, as far as can be told before trying. */
function refusalOf(world: World, payout: Payout): string | null {
  const fault = strike(world.store, 'payout-refused', referencesOf(payout))
  if (fault) return String(fault['code'])
  const recipient = payout.mobile === null ? undefined : world.store.find('recipient', payout.mobile)
  if (recipient?.condition === 'minor') return 'recipient-minor'
  if (recipient?.condition === 'blocked') return 'recipient-account-blocked'
  if (recipient?.condition === 'inactive' || recipient?.condition === 'terminated') return 'recipient-account-inactive'
  if (recipient?.limit && BigInt(payout.receive_amount) > BigInt(recipient.limit)) return 'recipient-limit-exceeded'
  if (available(world) < BigInt(payout.receive_amount) + BigInt(payout.fee)) return 'insufficient-funds'
  return null
}

function start(world: World, payout: Payout): Payout {
  const fault = strike(world.store, 'payout-processing', referencesOf(payout))
  if (!fault) return finish(world, payout, 'succeeded', '')
  const after_ms = Number(fault['after_ms'])
  const at_ms = after_ms < 0 ? null : world.store.now() + after_ms
  return change(world, {
    ...payout,
    outcome: { at_ms, status: fault['becomes'] === 'failed' ? 'failed' : 'succeeded', code: String(fault['code']) },
  })
}

const referencesOf = (payout: Payout): (string | null)[] => [
  payout.id,
  payout.client_reference,
  payout.mobile,
  payout.recipient_id,
]

function change(world: World, payout: Payout): Payout {
  world.store.put('payout', payout)
  return payout
}

/** Settles a payout in processing. */
export function finish(world: World, payout: Payout, status: 'succeeded' | 'failed', code: string): Payout {
  if (status === 'failed') {
    const payout_error = { error_code: code, error_message: MESSAGES[code] ?? code }
    return change(world, { ...payout, status, payout_error, outcome: null })
  }
  record(world, {
    transaction_type: payout.kind === 'business' ? 'b2b_payment' : 'api_payout',
    amount: -(BigInt(payout.receive_amount) + BigInt(payout.fee)),
    fee: BigInt(payout.fee),
    currency: payout.currency,
    counterparty_name: payout.name ?? (payout.mobile === null ? null : nameOf(payout.mobile)),
    counterparty_mobile: payout.mobile,
    counterparty_id: payout.recipient_id,
    client_reference: payout.client_reference,
    payment_reason: payout.payment_reason,
    batch_id: payout.batch,
    payout_id: payout.id,
    aggregated_merchant_id: payout.aggregated_merchant_id,
  })
  return change(world, { ...payout, status, outcome: null })
}

/** The payout as it is now: one whose moment has come on the simulated clock is settled. */
function look(world: World, payout: Payout): Payout {
  const { outcome } = payout
  if (payout.status !== 'processing' || outcome === null || outcome.at_ms === null || world.store.now() < outcome.at_ms)
    return payout
  return finish(world, payout, outcome.status, outcome.code)
}

/** Settles everything due, so that the balance and the day's list are right even when nobody asked about the payout itself. */
export function settleDue(world: World): void {
  for (const payout of world.store.list('payout')) look(world, payout)
}

export function get(world: World, id: string, kind: Payout['kind'] | null = null): Payout {
  const payout = world.store.find('payout', id)
  if (!payout || (kind !== null && payout.kind !== kind)) throw notFound('payout')
  return look(world, payout)
}

function createBatch(world: World, fields: Fields): Answer {
  const items = fields.raw['payouts']
  if (!Array.isArray(items) || items.length === 0)
    throw invalid(['payouts'], 'a list of at least one payout is expected')
  if (items.length > BATCH_MAX) throw invalid(['payouts'], `ensure this value has at most ${BATCH_MAX} items`)
  const id = newBatchId()
  const payouts = items.map((item, index) => read(world, fieldsOf(item ?? null, ['payouts', index])))
  for (const payout of payouts) {
    // A batch is asynchronous: each payout is decided now, one after the other, and shows it a moment later.
    const refused = refusalOf(world, payout)
    const started = { ...payout, batch: id }
    const at_ms = world.store.now() + world.batchDelayMs
    if (refused !== null) change(world, { ...started, outcome: { at_ms, status: 'failed', code: refused } })
    else {
      const fault = strike(world.store, 'payout-processing', referencesOf(payout))
      const later = fault === null ? 0 : Number(fault['after_ms'])
      const status = fault?.['becomes'] === 'failed' ? 'failed' : 'succeeded'
      const outcome = { at_ms: later < 0 ? null : at_ms + later, status, code: String(fault?.['code'] ?? '') } as const
      change(world, { ...started, outcome })
    }
  }
  world.store.put('batch', { id, payouts: payouts.map((it) => it.id) })
  return ok({ id })
}

function createBusiness(world: World, fields: Fields): Payout {
  const receive_amount = fields.amount('receive_amount')
  const currency = fields.required('currency', 3)
  const fee_payment_method = fields.optional('fee_payment_method') ?? 'SENDER_PAYS'
  if (!['SENDER_PAYS', 'RECIPIENT_PAYS'].includes(fee_payment_method)) {
    throw invalid(['fee_payment_method'], 'SENDER_PAYS or RECIPIENT_PAYS is expected')
  }
  const payout: Payout = {
    id: newBusinessPayoutId(),
    kind: 'business',
    batch: null,
    currency,
    receive_amount,
    fee: fee_payment_method === 'SENDER_PAYS' ? String(feeOf(receive_amount)) : '0',
    mobile: null,
    recipient_id: fields.required('recipient_id', 255),
    fee_payment_method,
    name: null,
    national_id: null,
    payment_reason: fields.optional('payment_reason', 40),
    client_reference: fields.optional('client_reference'),
    aggregated_merchant_id: fields.optional('aggregated_merchant_id'),
    status: 'processing',
    payout_error: null,
    timestamp: instant(world.store.now()),
    outcome: null,
  }
  if (currency !== 'XOF')
    throw new ApiError(400, 'currency-mismatch', 'The currency does not match the currency of your wallet.')
  const refused = refusalOf(world, payout)
  if (refused !== null) throw refusal(refused)
  return start(world, payout)
}

function reverse(world: World, payout: Payout): void {
  if (payout.status === 'reversed') return
  if (payout.status !== 'succeeded')
    throw new ApiError(409, 'conflict', `A payout that is ${payout.status} cannot be reversed.`)
  const fault = strike(world.store, 'reversal-refused', referencesOf(payout))
  if (fault) throw refusal(String(fault['code']))
  if (world.store.now() > Date.parse(payout.timestamp) + REVERSAL_DAYS * 86_400_000) {
    throw refusal('payout-reversal-time-limit-exceeded')
  }
  const recipient = payout.mobile === null ? undefined : world.store.find('recipient', payout.mobile)
  if (recipient?.condition === 'terminated') throw refusal('payout-reversal-account-terminated')
  const transaction = world.store.list('transaction').find((it) => it.payout_id === payout.id)
  if (!transaction) throw notFound('payout')
  takeBack(world, transaction, `${transaction.transaction_type}_reversal`)
  change(world, { ...payout, status: 'reversed' })
}

function present(payout: Payout): Record<string, unknown> {
  const {
    kind,
    batch: _batch,
    outcome: _outcome,
    recipient_id,
    fee_payment_method,
    mobile,
    name,
    national_id,
    ...rest
  } = payout
  return kind === 'business' ? { ...rest, recipient_id, fee_payment_method } : { ...rest, mobile, name, national_id }
}
