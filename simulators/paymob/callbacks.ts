// What Paymob sends – processed transactions, card tokens, what is told of subscriptions – as messages of the courier: where each goes,
// and its signature, which stands in the query or in the body.
import { randomBytes } from 'node:crypto'
import { startCourier, type Courier } from '../delivery.ts'
import type { Callback } from './records.ts'
import { forged, type Forgery } from './signature.ts'
import { instant, type Store } from './state.ts'

export interface Callbacks extends Omit<Courier<Callback>, 'emit'> {
  emit(callback: {
    type: string
    /** What it is about, and our merchant's name for it: what a fault can be meant for. */
    subject: string
    reference: string | null
    /** Null: where the account's callbacks go. */
    url: string | null
    body: Record<string, unknown>
    /** Undefined: the signature is in the body. */
    hmac?: string
  }): Callback
}

export function startCallbacks(store: Store, retry_ms?: readonly number[], budget_ms?: number): Callbacks {
  const courier = startCourier<Callback>(
    {
      name: 'paymob',
      messages: {
        find: (id) => store.find('callback', id),
        list: () => store.list('callback'),
        put: (callback) => store.put('callback', callback),
      },
      faults: store,
      now: () => instant(store.now()),
      address: ({ url }) => url,
      sign(callback, forgery) {
        const { raw, hmac } =
          forgery === null ? callback : forged(forgery as Forgery, callback.raw, callback.hmac ?? '')
        return hmac === null ? { raw } : { raw, query: { hmac } }
      },
    },
    retry_ms,
    budget_ms,
  )
  return {
    ...courier,
    emit: ({ type, subject, reference, url, body, hmac }) =>
      courier.emit([subject, reference, type], (fate) => ({
        id: `CB_${randomBytes(6).toString('hex')}`,
        type,
        subject,
        reference,
        url: url ?? store.settings().callback_url,
        raw: JSON.stringify(body),
        hmac: hmac ?? null,
        ...fate,
      })),
  }
}
