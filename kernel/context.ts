/** What every verb gets: who asks, when it is, for which product, and where to log. No global state anywhere. */
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { RefusalKind } from './errors.ts'
import type { Log } from './log.ts'
import type { Product } from './module.ts'
import type { Vault } from './db/vault.ts'

/** One permission, everywhere or within one scope (a partner's id, say). */
export interface Grant {
  readonly permission: string
  readonly scope?: string
}

/** Who acts. `system` is a job or the command line. */
export type Actor =
  | { readonly kind: 'guest' }
  | { readonly kind: 'system'; readonly name: string }
  | {
      readonly kind: 'user'
      readonly userId: string
      readonly sessionId: string
      readonly grants: readonly Grant[]
      /** When this session last proved who it is (password, code, second factor). */
      readonly authenticatedAt: Temporal.Instant
      readonly barred?: Barred
    }

/** What still keeps a session from some routes, as the refusal it meets there. Who authenticates decides; the server keeps it. */
export interface Barred {
  /** Met everywhere but on routes that are `halfOpen`; on public ones the caller is a guest. */
  readonly everything?: RefusalKind
  /** Met on routes that ask for a permission. */
  readonly permissions?: RefusalKind
  /** Met on routes that are `stepUp`. */
  readonly stepUp?: RefusalKind
}

export interface Context {
  readonly requestId: string
  readonly clock: Clock
  readonly log: Log
  readonly config: Config
  readonly product: Product
  readonly actor: Actor
  /** BCP 47, one of the product's locales. */
  readonly locale: string
  readonly vault: Vault
  /** Where people reach the product, without a slash at the end; for links in messages. */
  readonly publicUrl: string
  /** Where the request came from; absent in jobs. */
  readonly origin?: { readonly ip: string; readonly userAgent: string }
}

/** True when the actor holds the permission everywhere or within `scope`. The system may do everything. */
export function can(actor: Actor, permission: string, scope?: string): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'guest') return false
  return actor.grants.some(
    (grant) => grant.permission === permission && (grant.scope === undefined || grant.scope === scope),
  )
}

/** The signed-in user's id; undefined for guests and the system. */
export function userIdOf(actor: Actor): string | undefined {
  return actor.kind === 'user' ? actor.userId : undefined
}
