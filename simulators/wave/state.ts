// The memory of this stand-in: its tables, and an instant as Wave writes it.
import { openStore as open, type Store as StoreOf } from '../state.ts'
import type { Settings, Tables } from './records.ts'

export type Store = StoreOf<Tables>

export function openStore(path: string | null, defaults: Omit<Settings, 'id'>): Store {
  return open<Tables>(
    path,
    ['session', 'payout', 'batch', 'transaction', 'recipient', 'event', 'fault', 'idempotent', 'settings'],
    { id: 'settings', ...defaults },
  )
}

/** An instant as Wave writes it: UTC, to the second. */
export function instant(epoch_ms: number): string {
  return new Date(epoch_ms).toISOString().slice(0, 19) + 'Z'
}
