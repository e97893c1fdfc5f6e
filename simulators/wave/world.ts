// What every part of one running simulator shares: its memory, its webhook sender and the choices made at start.
import type { Store } from './state.ts'
import type { Webhooks } from './webhooks.ts'

export interface World {
  store: Store
  webhooks: Webhooks
  apiKey: string
  businessName: string
  sessionMinutes: number
  batchDelayMs: number
  pageSize: number
  /** The address browsers reach the simulator at. */
  url: () => string
}
