// What Wave sends to the registered webhook, as a message of the courier: its body with the faults that change it, its id, its signature
// of the simulated second.
import { startCourier, type Courier } from '../delivery.ts'
import { strike } from '../faults.ts'
import { newEventId } from './ids.ts'
import type { WebhookEvent } from './records.ts'
import { forged, genuine, type Forgery } from './signature.ts'
import { instant, type Store } from './state.ts'

export interface Webhooks extends Omit<Courier<WebhookEvent>, 'emit'> {
  emit(event: {
    type: string
    subject: string
    client_reference: string | null
    data: Record<string, unknown>
  }): WebhookEvent
}

export function startWebhooks(store: Store, retry_ms?: readonly number[], budget_ms?: number): Webhooks {
  const courier = startCourier<WebhookEvent>(
    {
      name: 'wave',
      messages: {
        find: (id) => store.find('event', id),
        list: () => store.list('event'),
        put: (event) => store.put('event', event),
      },
      faults: store,
      now: () => instant(store.now()),
      address: () => store.settings().webhook_url,
      sign({ raw }, forgery) {
        const { webhook_secrets, webhook_mode } = store.settings()
        const t = Math.floor(store.now() / 1000)
        return forgery === null
          ? genuine(webhook_mode, webhook_secrets, t, raw)
          : forged(forgery as Forgery, webhook_mode, webhook_secrets, t, raw)
      },
    },
    retry_ms,
    budget_ms,
  )
  return {
    ...courier,
    emit({ type, subject, client_reference, data }) {
      const references = [subject, client_reference, type]
      const content = { ...data }
      const amount = 'amount' in content ? strike(store, 'wrong-amount', references) : null
      if (amount) content['amount'] = String(amount['amount'] ?? BigInt(String(content['amount'])) * 10n)
      const currency = 'currency' in content ? strike(store, 'wrong-currency', references) : null
      if (currency) content['currency'] = String(currency['currency'])
      const id = newEventId()
      const raw = JSON.stringify({ id, type, data: content })
      return courier.emit(references, (fate) => ({ id, type, subject, client_reference, raw, ...fate }))
    },
  }
}
