// How a stand-in serves: one HTTP application with the manners of its provider, one call of its API that faults can strike, and a start
// and an end that lose nothing of what was promised.
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import { strike, type Fault, type FaultQueue } from './faults.ts'

export interface Answer {
  status: number
  /** Undefined sends an empty body. */
  body?: unknown
}

/** How the provider words what went wrong. */
export interface Manners {
  /** A body that is no JSON, as an error that `refusal` knows. */
  unreadable(cause: Error): Error
  /** The answer to an expected error; undefined: it is none. */
  refusal(error: FastifyError): Answer | undefined
  failure(status: number, message: string): object
  unknownAddress: object
}

/** `due` does what has become due on the simulated clock; it runs before every request. */
export function makeApp(store: { flush(): void }, due: () => void, manners: Manners): FastifyInstance {
  const app = Fastify({
    forceCloseConnections: true,
    bodyLimit: 1_048_576,
    routerOptions: { ignoreTrailingSlash: true },
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    // Some calls carry the JSON header and no body.
    if (body === '') return done(null, undefined)
    try {
      done(null, JSON.parse(String(body)))
    } catch (error) {
      done(manners.unreadable(error as Error))
    }
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const refusal = manners.refusal(error)
    if (refusal) return reply.code(refusal.status).send(refusal.body)
    const status = error.statusCode ?? 500
    if (status >= 500) console.error(error)
    return reply.code(status).send(manners.failure(status, error.message))
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(manners.unknownAddress))
  app.addHook('onRequest', async () => due())
  // Nothing is answered that a kill in the next instant could undo.
  app.addHook('onSend', async () => store.flush())
  app.get('/', async (_request, reply) => reply.redirect('/_control', 302))
  return app
}

/**
 * Answers one call of the API, which may be made to fail before or after its work. The work is synchronous, so a call is done entirely
 * or not at all.
 */
export async function answer(
  reply: FastifyReply,
  faults: FaultQueue,
  call: string,
  references: string[],
  work: () => Answer,
  failed: (fault: Fault) => object,
): Promise<FastifyReply> {
  const hits = (fault: Fault): boolean => fault['on'] === null || fault['on'] === call
  const error = strike(faults, 'http-error', references, hits)
  const silence = error ? null : strike(faults, 'timeout', references, hits)
  const done = (error ?? silence)?.['when'] === 'before' ? null : work()
  if (silence) return hangUp(reply, Number(silence['ms']))
  if (error) return reply.code(Number(error['status'])).send(failed(error))
  return reply.code(done!.status).send(done!.body)
}

/** The caller hears nothing and then loses the connection: whether the work was done is for it to find out. */
async function hangUp(reply: FastifyReply, ms: number): Promise<FastifyReply> {
  reply.hijack()
  await sleep(ms, undefined, { ref: false })
  reply.raw.destroy()
  return reply
}

export interface Running {
  url: string
  close(): Promise<void>
}

/** Listens, and goes on with the deliveries that a stopped process left waiting. Port 0 takes any free one. */
export async function listen(
  app: FastifyInstance,
  store: { close(): void },
  courier: { resume(): void; stop(): Promise<void> },
  { port = 0, host = '127.0.0.1' }: { port?: number | undefined; host?: string | undefined },
): Promise<Running> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    store.close()
    throw error
  }
  const { address, port: taken } = app.server.address() as AddressInfo
  const named = ['0.0.0.0', '::'].includes(address) ? '127.0.0.1' : address
  courier.resume()
  let closed: Promise<void> | null = null
  return {
    url: `http://${named.includes(':') ? `[${named}]` : named}:${taken}`,
    close() {
      closed ??= (async () => {
        await app.close()
        await courier.stop()
        store.close()
      })()
      return closed
    },
  }
}
