/** What a page asks of the API of this very server, as the visitor who asked for the page: without a socket, or without even a request. */
import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify'
import type { ApiAnswer, ApiRequest } from './contract.ts'

/** Headers of the visitor that the API sees as its own. */
const FORWARDED = [
  'cookie',
  'user-agent',
  'origin',
  'sec-fetch-site',
  'host',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
]

/** Answers of the API that need no request (kernel/http/direct.ts); nothing where one is needed. */
export type ReadDirectly = (asked: {
  readonly id: string
  readonly path: string
  readonly query: URLSearchParams
  readonly ip: string
  readonly headers: Readonly<Partial<Record<'accept-language' | 'user-agent', string>>>
}) => Promise<{ readonly text: string; readonly headers: Readonly<Record<string, string>> } | undefined>

/**
 * `fetch` to this very server without a socket. The API sees the visitor's cookies and address; cookies it sets, such as
 * a session's, are collected for the page's own response.
 */
export function apiFetch(
  app: FastifyInstance,
  visitor: FastifyRequest,
  requestId: string,
  cookies: string[],
  /** Hears what each answer says it depends on. */
  depends: (tag: string | undefined) => void,
  readDirectly?: ReadDirectly,
) {
  return async (call: ApiRequest): Promise<ApiAnswer> => {
    const { pathname, search, searchParams } = new URL(call.url)
    if (readDirectly && call.method === 'GET') {
      const headers = {
        'accept-language': call.headers.get('accept-language') ?? '',
        'user-agent': visitor.headers['user-agent'] ?? '',
      }
      const read = await readDirectly({ id: requestId, path: pathname, query: searchParams, ip: visitor.ip, headers })
      if (read) {
        depends(read.headers['cache-tag'])
        return {
          ok: true,
          status: 200,
          headers: { get: (name) => read.headers[name.toLowerCase()] ?? null },
          text: async () => read.text,
          json: async () => JSON.parse(read.text) as unknown,
          arrayBuffer: async () => new TextEncoder().encode(read.text).buffer,
        }
      }
    }
    const headers: Record<string, string | string[]> = Object.fromEntries(call.headers)
    for (const name of FORWARDED) {
      const value = visitor.headers[name]
      if (value !== undefined) headers[name] = value
    }
    headers['x-request-id'] = requestId
    const body = call.body ? Buffer.from(await call.arrayBuffer()) : undefined
    const answer = await app.inject({
      method: call.method as NonNullable<InjectOptions['method']>,
      url: pathname + search,
      headers,
      remoteAddress: visitor.socket.remoteAddress ?? visitor.ip,
      ...(body ? { payload: body } : {}),
    })
    const tag = answer.headers['cache-tag']
    depends(call.method === 'GET' && typeof tag === 'string' ? tag : undefined)
    const { 'set-cookie': set = [], ...answered } = answer.headers
    for (const cookie of [set].flat()) cookies.push(String(cookie))
    // A real Response would carry its body through a stream, which costs as much as many a route.
    return {
      ok: answer.statusCode >= 200 && answer.statusCode < 300,
      status: answer.statusCode,
      headers: { get: (name) => answered[name.toLowerCase()]?.toString() ?? null },
      text: async () => answer.payload,
      json: async () => JSON.parse(answer.payload) as unknown,
      arrayBuffer: async () => new Uint8Array(answer.rawPayload).buffer,
    }
  }
}
