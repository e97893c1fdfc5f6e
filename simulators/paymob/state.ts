// The memory of this stand-in: its tables, its numbers, and an instant as Paymob writes it.
import { openStore as open, type Store as StoreOf } from '../state.ts'
import type { Settings, Tables } from './records.ts'

export type Store = StoreOf<Tables>

export function openStore(path: string | null, defaults: Omit<Settings, 'id'>): Store {
  return open<Tables>(
    path,
    ['intention', 'transaction', 'card', 'plan', 'subscription', 'callback', 'fault', 'settings'],
    { id: 'settings', ...defaults },
  )
}

/** The next number: orders, transactions and all else count up together. */
export function nextNumber(store: Store): number {
  const next = store.settings().next_number
  store.change({ next_number: next + 1 })
  return next
}

/** An instant as Paymob writes it: UTC, microseconds, no offset. */
export function instant(epoch_ms: number): string {
  return new Date(epoch_ms).toISOString().slice(0, 23) + '000'
}
