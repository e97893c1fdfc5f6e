/**
 * What our own pages read of the API without a request. An answer that anybody may have and that the database makes as text
 * (`reads: 'text'`) needs no session, no limits and no serializer, so a page in the same process asks its handler. Whatever does
 * not simply come out (no such address, a refusal, a failure) is left to the server, which words it.
 */
import type { HTTPMethods } from 'fastify'
import { guestOf, type AdmissionParts, type Guest } from './admission.ts'
import type { Metrics } from '../metrics.ts'
import { urlOf, type AnyRoute, type InternalRoute, type Reply } from './route.ts'

/** What the API is asked by GET, and as whom. */
export interface DirectRequest extends Guest {
  readonly path: string
  readonly query: URLSearchParams
}

export interface DirectAnswer {
  /** JSON. */
  readonly text: string
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** The answer the API would give with 200, or nothing where the API must be asked by a request. Safe to repeat. */
export type ReadDirectly = (asked: DirectRequest) => Promise<DirectAnswer | undefined>

type Validate = (part: {
  schema: object
  method: HTTPMethods
  url: string
  httpPart: string
}) => (data: unknown) => boolean

interface Readable {
  readonly url: string
  readonly pattern: RegExp
  readonly names: readonly string[]
  readonly isParams: (data: unknown) => boolean
  readonly isQuery: (data: unknown) => boolean
  readonly handle: InternalRoute<undefined, undefined, undefined>['handle']
}

export const JSON_TYPE = 'application/json; charset=utf-8'

export function directReads(parts: AdmissionParts & { readonly metrics: Metrics }, validator: Validate): ReadDirectly {
  const { product, db, metrics } = parts
  const gets = product.modules.flatMap(({ routes }) => routes.filter(({ method }) => method === 'GET'))
  const readables = gets.filter(isDirect).flatMap((route) => {
    const url = urlOf(route)
    // Of two routes for one address the server's own rules choose.
    if (gets.some((other) => other !== route && mayMeet(urlOf(other), url))) return []
    const check = (schema: object | undefined, httpPart: string) =>
      schema ? validator({ schema, method: 'GET', url, httpPart }) : () => true
    return [
      {
        url,
        pattern: new RegExp(`^${url.replaceAll(/:\w+/g, '([^/]+)')}$`),
        names: [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!),
        isParams: check(route.params, 'params'),
        isQuery: check(route.query, 'querystring'),
        handle: route.handle,
      } satisfies Readable,
    ]
  })

  return async (asked) => {
    const since = performance.now()
    for (const { url, pattern, names, isParams, isQuery, handle } of readables) {
      const found = pattern.exec(asked.path)
      if (!found) continue
      const headers: Record<string, string> = { 'content-type': JSON_TYPE }
      try {
        const params = Object.fromEntries(names.map((name, place) => [name, decodeURIComponent(found[place + 1]!)]))
        const query = Object.fromEntries(asked.query)
        if (!isParams(params) || !isQuery(query)) return undefined
        const text = await handle({
          ctx: parts.context(guestOf(asked, product)),
          tx: db.reading(),
          params: params as never,
          query: query as never,
          body: undefined,
          headers: {},
          raw: Buffer.alloc(0),
          reply: { ...onlyHeaders, header: (name, value) => void (headers[name] = value) },
          key: undefined,
        })
        if (typeof text !== 'string') return undefined
        metrics.requests.observe({ method: 'GET', route: url, status: 200 }, (performance.now() - since) / 1000)
        return { text, headers }
      } catch {
        // The request that follows fails the same way, and says so.
        return undefined
      }
    }
    return undefined
  }
}

function isDirect(route: AnyRoute): route is InternalRoute<undefined, undefined, undefined> {
  const { access, limits, rows } = route
  return !route.external && !route.streams && route.reads === 'text' && access === 'public' && rows !== 'own' && !limits
}

/** Whether one address may be of both. */
function mayMeet(one: string, other: string): boolean {
  const [a, b] = [one.split('/'), other.split('/')]
  return a.length === b.length && a.every((part, place) => part === b[place] || part[0] === ':' || b[place]![0] === ':')
}

/** Statuses and cookies are for requests. */
const onlyHeaders: Omit<Reply, 'header'> = { status: needsRequest, cookie: needsRequest, clearCookie: needsRequest }

function needsRequest(): never {
  throw new Error('only a request can be answered so')
}
