/**
 * A route: path, schemas, who may, then one verb. Kernel/http does the rest: session, limits, idempotency, transaction,
 * errors. A route that calls a provider is `external`: it gets no open transaction and opens short ones itself. One whose
 * answer comes bit by bit `streams`.
 */
import type { Static, TObject, TSchema } from 'typebox'
import { assert } from '../assert.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/tx.ts'
import type { Transact } from '../jobs/job.ts'

/**
 * Who may call: anyone, anyone signed in, or who holds a permission. A scoped permission is checked by the verb with
 * `can(ctx.actor, permission, scope)`; `{ permission, scoped: true }` lets in who holds it in any scope.
 */
export type Access = 'public' | 'user' | { readonly permission: string; readonly scoped?: boolean }

/** At most `max` calls in each window, per address, per signed-in user, or per value of a body field. */
export interface Limit {
  readonly name: string
  readonly per: 'address' | 'user' | { readonly field: string }
  readonly max: number
  readonly windowSeconds: number
}

export interface Reply {
  status(code: number): void
  header(name: string, value: string): void
  /** HttpOnly, SameSite=Lax, Secure outside plain-http development. */
  cookie(name: string, value: string, options: { maxAgeSeconds: number }): void
  clearCookie(name: string): void
}

type Schemas = { params?: TObject; query?: TObject; body?: TSchema }
type Of<S> = S extends TSchema ? Static<S> : undefined

interface RouteBase<P, Q, B> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** One line for the documentation. */
  readonly summary: string
  /** What must hold, what holds after, errors, safe to repeat or not, source of the rule. Markdown. */
  readonly description?: string
  readonly access: Access
  /**
   * Which rows the transaction may see. 'own' (default for signed-in access): the caller's, enforced by the database.
   * 'all': for acts that cross people (a gift to somebody's pot); the verb decides what is allowed.
   */
  readonly rows?: 'own' | 'all'
  /**
   * For unsafe methods. 'required': refuses without an Idempotency-Key (money). 'optional' (default): honoured when sent.
   * 'none': the answer carries a secret that must not be stored; say why in `description`.
   */
  readonly idempotency?: 'required' | 'optional' | 'none'
  readonly limits?: readonly Limit[]
  /**
   * Acts that money or rights depend on: the session must have proven itself anew a moment ago. Kept before the key is
   * claimed, so the act is sent again with the same key once it has.
   */
  readonly stepUp?: boolean
  /** Also for a session whose sign-in is not finished: it may finish it here, or end. */
  readonly halfOpen?: boolean
  /** Staff acts: the verb must record an audit entry in the same transaction; checked before commit. */
  readonly audited?: boolean
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Status → schema of the answer. The first 2xx is the default status. */
  readonly response: Readonly<Record<number, TSchema>>
  /** The request body as it came: JSON whose signature is checked (`true`), or bytes of these content types. */
  readonly rawBody?: true | RawBytes
}

/** A body that is not JSON. No idempotency key is kept for it: the act must be repeatable by its bytes. */
export interface RawBytes {
  readonly types: readonly string[]
  readonly bytesMax: number
}

export interface Call<P, Q, B> {
  ctx: Context
  params: P
  query: Q
  body: B
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** Only with `rawBody`. */
  raw: Buffer
  reply: Reply
  /** The caller's Idempotency-Key; undefined when none was sent. Derive ids from it in external routes. */
  key: string | undefined
}

export interface InternalRoute<P, Q, B> extends RouteBase<P, Q, B> {
  readonly external?: false
  readonly streams?: false
  /**
   * 'statement': a read of one statement, run without begin and commit and seeing all rows: only for data anybody may see
   * or that the statement itself filters by owner. 'text': the same where the database makes the whole answer, which goes out
   * as it is; the schema only documents it, so a test must hold the two together.
   */
  readonly reads?: 'statement' | 'text'
  handle(call: Call<Of<P>, Of<Q>, Of<B>> & { tx: Tx }): Promise<unknown>
}

export interface ExternalRoute<P, Q, B> extends RouteBase<P, Q, B> {
  readonly external: true
  readonly streams?: false
  handle(call: Call<Of<P>, Of<Q>, Of<B>> & { transact: Transact }): Promise<unknown>
}

/**
 * An external route whose text is sent while it is made: `text/event-stream` to who accepts it (stream.ts), else the whole at
 * the end. It yields text and returns the body of the answer. What it refuses before its first text is a refusal like any
 * other. It runs to its end although the caller is gone, and no key is kept: the act must be repeatable by its own ids.
 */
export interface StreamingRoute<P, Q, B> extends RouteBase<P, Q, B> {
  readonly streams: true
  readonly external?: false
  readonly idempotency: 'none'
  handle(call: Call<Of<P>, Of<Q>, Of<B>> & { transact: Transact }): AsyncGenerator<string, unknown, void>
}

// A route of any shape, as the lists of modules hold it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyRoute = InternalRoute<any, any, any> | ExternalRoute<any, any, any> | StreamingRoute<any, any, any>

export function route<
  const P extends Schemas['params'] = undefined,
  const Q extends Schemas['query'] = undefined,
  const B extends Schemas['body'] = undefined,
>(spec: InternalRoute<P, Q, B>): AnyRoute
export function route<
  const P extends Schemas['params'] = undefined,
  const Q extends Schemas['query'] = undefined,
  const B extends Schemas['body'] = undefined,
>(spec: ExternalRoute<P, Q, B>): AnyRoute
export function route<
  const P extends Schemas['params'] = undefined,
  const Q extends Schemas['query'] = undefined,
  const B extends Schemas['body'] = undefined,
>(spec: StreamingRoute<P, Q, B>): AnyRoute
export function route(spec: AnyRoute): AnyRoute {
  assert(spec.path.startsWith('/'), `route path ${spec.path} must start with /`)
  const success = Object.keys(spec.response).some((status) => status.startsWith('2') || status.startsWith('3'))
  assert(success, `${spec.method} ${spec.path} declares no successful response`)
  return Object.freeze(spec)
}

/** Pages and the API share an origin: the API stands below /api, webhooks at the address given to providers. */
export function urlOf(route: AnyRoute): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1')
  return path.startsWith('/webhooks/') ? path : `/api${path}`
}
