/** What every product answers besides its modules: health, metrics, the API's description and its readable form. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { sameSecret } from '../crypto.ts'
import { ALL_ROWS, type Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'
import type { Metrics } from '../metrics.ts'
import type { Product } from '../module.ts'
import { kernelErrors, refuse } from '../errors.ts'
import { renderDocs } from './docs.ts'

interface SystemParts {
  product: Product
  db: Database
  metrics: Metrics
  context(): Context
  closing(): boolean
  /** What a monitor shows; without one only this machine may look. */
  readonly monitorToken: string | undefined
}

type Checked = { module: string; name: string; status: 'ok' | 'degraded' | 'failed'; detail: string }

const ping = statement<{ one: number }>('kernel.ping', 'select 1 as one')

export function mountSystem(app: FastifyInstance, parts: SystemParts): void {
  const hidden = { schema: { hide: true } }
  // How much money moves and what is failing is nobody else's business; whoever may not look is told of nothing there.
  const monitorsOnly = async (request: FastifyRequest): Promise<void> => {
    if (!isMonitor(request, parts.monitorToken)) refuse(kernelErrors.not_found)
  }
  // Alive: the process answers. Ready: it can serve, so traffic may be sent to it.
  app.get('/health/live', hidden, async () => ({ status: 'ok' }))
  app.get('/health/ready', hidden, async (_request, reply) => {
    if (parts.closing()) return reply.code(503).send({ status: 'stopping' })
    try {
      await ping.one(parts.db.reading())
      return { status: 'ok' }
    } catch {
      return reply.code(503).send({ status: 'database unreachable' })
    }
  })
  // Checks of the modules, such as the ledger's proof: 503 when one failed, so that a monitor needs to read no body.
  // One look at a time, shared by all who ask meanwhile: nobody can load the database with it.
  let looking: Promise<Checked[]> | undefined
  const lookAtAll = () => {
    const ctx = parts.context()
    return parts.db.transaction(ALL_ROWS, async (tx) => {
      const results: Checked[] = []
      for (const module of parts.product.modules)
        for (const { name, check } of module.health)
          results.push({ module: module.name, name, ...(await check(ctx, tx)) })
      return results
    })
  }
  app.get('/health/checks', { ...hidden, onRequest: monitorsOnly }, async (_request, reply) => {
    looking ??= lookAtAll().finally(() => (looking = undefined))
    const checks = await looking
    const failed = checks.some((check) => check.status === 'failed')
    return reply.code(failed ? 503 : 200).send({ status: failed ? 'failed' : 'ok', checks })
  })
  app.get('/metrics', { ...hidden, onRequest: monitorsOnly }, async (_request, reply) =>
    reply.type(parts.metrics.registry.contentType).send(await parts.metrics.registry.metrics()),
  )
  app.get('/openapi.json', hidden, async () => app.swagger())
  app.get('/docs', hidden, async (_request, reply) => {
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    )
    return reply.type('text/html; charset=utf-8').send(renderDocs(app.swagger() as never, parts.product))
  })
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

/** With a token: who shows it. Without: who sits on this machine and was not let through by a proxy here. */
function isMonitor({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) {
    const shown = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    return shown !== undefined && sameSecret(shown, token)
  }
  const proxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !proxied && LOOPBACK.test(socket.remoteAddress ?? '')
}
