// The faults this stand-in can be told to commit, and the calls they can be meant for.
import { callFaults, choice, deliveryFaults, integer, text, type FaultList } from '../faults.ts'
import { FORGERIES } from './signature.ts'

const CALLS = [
  'auth.token', 'intention.create', 'intention.get', 'order.inquiry', 'transaction.get', 'payment.pay', 'transaction.refund',
  'transaction.void', 'transaction.capture', 'plan', 'subscription.get', 'subscription.act',
] as const // prettier-ignore
export type Call = (typeof CALLS)[number]

export const FAULTS: FaultList = {
  ...deliveryFaults('callback', FORGERIES),
  'wrong-amount': {
    says: 'the next payment takes another amount than the order asks for (ten times, or `amount` piasters)',
    parameters: { amount: text(null) },
  },
  'wrong-currency': {
    says: 'the next payment is in another currency',
    parameters: { currency: text('USD') },
  },
  'wrong-integration': {
    says: 'the next payment runs on another integration (of live keys, say)',
    parameters: { integration: integer(9001, 1, 999_999) },
  },
  disagree: {
    says: 'the next callback of a declined or pending payment claims success, correctly signed; asked, the truth is told',
    parameters: {},
  },
  'response-lies': {
    says: 'the browser is sent back with the opposite of what happened, correctly signed',
    parameters: {},
  },
  'fail-payment': {
    says: 'the next attempt to pay is declined with `code`',
    parameters: { code: choice('DECLINED', ['DECLINED', 'INSUFFICIENT_FUNDS', 'EXPIRED_CARD']) },
  },
  ...callFaults(CALLS),
  'refund-refused': { says: 'the next refund is refused', parameters: {} },
}
