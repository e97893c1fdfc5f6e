// The business wallet: its balance, its fee of 1 %, and the list of transactions by calendar day. An amount in the list is what the
// transaction did to the wallet (net of the fee, negative when money left), so the balance is the opening balance plus all amounts.
import type { FastifyInstance } from 'fastify'
import type { Answer } from '../serving.ts'
import { declare, invalid, notFound, ok, type Incoming } from './api.ts'
import { newTransactionId } from './ids.ts'
import type { Transaction } from './records.ts'
import { refundTransaction } from './sessions.ts'
import { instant } from './state.ts'
import type { World } from './world.ts'

/** One percent, rounded up to the franc. */
export function feeOf(amount: string): bigint {
  return (BigInt(amount) + 99n) / 100n
}

export function balance(world: World): bigint {
  const last = lastTransaction(world)
  return BigInt(last?.balance ?? world.store.settings().opening_balance)
}

/** What can still be spent: payouts in processing have not left yet but are spoken for. */
export function available(world: World): bigint {
  const promised = world.store.list('payout').filter((it) => it.status === 'processing')
  return promised.reduce((sum, it) => sum - BigInt(it.receive_amount) - BigInt(it.fee), balance(world))
}

function lastTransaction(world: World): Transaction | undefined {
  return world.store.list('transaction').at(-1)
}

type Entry = Pick<Transaction, 'transaction_type' | 'currency'> &
  Partial<Omit<Transaction, 'amount' | 'fee' | 'balance' | 'id' | 'timestamp'>> & { amount: bigint; fee: bigint }

export function record(world: World, entry: Entry): Transaction {
  const id = entry.transaction_id ?? newTransactionId()
  const transaction: Transaction = {
    is_reversal: false,
    counterparty_name: null,
    counterparty_mobile: null,
    counterparty_id: null,
    client_reference: null,
    payment_reason: null,
    checkout_api_session_id: null,
    batch_id: null,
    aggregated_merchant_id: null,
    payout_id: null,
    reverses: null,
    ...entry,
    id,
    transaction_id: id,
    timestamp: instant(world.store.now()),
    amount: String(entry.amount),
    fee: String(entry.fee),
    balance: String(balance(world) + entry.amount),
  }
  world.store.put('transaction', transaction)
  return transaction
}

/** Takes a transaction back entirely, fee included. */
export function takeBack(world: World, original: Transaction, transaction_type: string): Transaction {
  return record(world, {
    ...original,
    transaction_id: newTransactionId(),
    transaction_type,
    amount: -BigInt(original.amount),
    fee: -BigInt(original.fee),
    is_reversal: true,
    reverses: original.id,
  })
}

export function walletRoutes(world: World, app: FastifyInstance): void {
  declare(world, app, 'GET', '/balance', 'balance.get', () => ok({ amount: String(balance(world)), currency: 'XOF' }))
  declare(world, app, 'GET', '/transactions', 'transactions.list', (incoming) => listDay(world, incoming))
  declare(world, app, 'POST', '/transactions/:id/refund', 'transactions.refund', ({ id }) => {
    const transaction = world.store.find('transaction', id)
    if (!transaction || !['merchant_payment', 'api_checkout'].includes(transaction.transaction_type))
      throw notFound('transaction')
    refundTransaction(world, transaction)
    return ok()
  })
}

function listDay(world: World, incoming: Incoming): Answer {
  const date = incoming.query['date'] ?? instant(world.store.now()).slice(0, 10)
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null
  if (day === null || Number.isNaN(day.getTime()) || instant(day.getTime()).slice(0, 10) !== date) {
    throw invalid(['date'], 'invalid date format: YYYY-MM-DD expected')
  }
  const all = world.store.list('transaction').filter((it) => it.timestamp.startsWith(date))
  const after = incoming.query['after']
  const start = after === undefined || after === '' ? 0 : all.findIndex((it) => cursorOf(it) === after) + 1
  if (after !== undefined && after !== '' && start === 0) throw invalid(['after'], 'unknown cursor')
  const page = all.slice(start, start + world.pageSize)
  return ok({
    page_info: {
      start_cursor: after === undefined || after === '' ? null : after,
      end_cursor: page.length > 0 ? cursorOf(page.at(-1)!) : null,
      has_next_page: start + page.length < all.length,
    },
    date,
    items: page.map(present),
  })
}

const cursorOf = (transaction: Transaction): string => Buffer.from(transaction.id).toString('base64url')

function present(transaction: Transaction): Record<string, unknown> {
  const { id: _id, payout_id: _payout, reverses: _reverses, ...rest } = transaction
  return {
    ...rest,
    aggregated_merchant_name: null,
    business_user_name: null,
    business_user_mobile: null,
    employee_id: null,
    custom_fields: null,
    submerchant_id: null,
    submerchant_name: null,
    government_tax_amount: null,
    government_tax_paid_by_wave: null,
  }
}
