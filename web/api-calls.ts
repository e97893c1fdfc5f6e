/** What a page asks of the API: a call to this very server without a socket, as the visitor who asked for the page. */
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
) {
  return async (call: ApiRequest): Promise<ApiAnswer> => {
    const headers: Record<string, string | string[]> = Object.fromEntries(call.headers)
    for (const name of FORWARDED) {
      const value = visitor.headers[name]
      if (value !== undefined) headers[name] = value
    }
    headers['x-request-id'] = requestId
    const { pathname, search } = new URL(call.url)
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
