// What every part of one running simulator shares: its memory, its callback sender, its keys and integrations.
import type { Callbacks } from './callbacks.ts'
import type { Store } from './state.ts'

export type IntegrationKind = 'card' | 'moto' | 'wallet'

export interface Integration {
  kind: IntegrationKind
  mode: 'test' | 'live'
}

/** The integrations of the account. A key of one mode does not see those of the other. */
export const INTEGRATIONS: Readonly<Record<number, Integration>> = {
  1001: { kind: 'card', mode: 'test' },
  1002: { kind: 'moto', mode: 'test' },
  1003: { kind: 'wallet', mode: 'test' },
  9001: { kind: 'card', mode: 'live' },
  9002: { kind: 'moto', mode: 'live' },
}

export interface World {
  store: Store
  callbacks: Callbacks
  secretKey: string
  publicKey: string
  apiKey: string
  businessName: string
  /** Bearer tokens that were given out, and when each ends on the simulated clock. */
  tokens: Map<string, number>
}

export const modeOf = (key: string): 'test' | 'live' => (key.includes('_live_') ? 'live' : 'test')
