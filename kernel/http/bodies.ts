/** How bodies come in: JSON with its bytes kept beside, and bytes of other kinds where a route asks for them. */
import type { FastifyInstance } from 'fastify'
import type { Product } from '../module.ts'
import type { AnyRoute, RawBytes } from './route.ts'

type Config = { rawBody?: AnyRoute['rawBody'] | false }

/** JSON is parsed; the bytes as they came are kept beside for signatures. */
export function keepRawBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    ;(request as { rawBody?: Buffer }).rawBody = body
    if (body.length === 0) return done(null, undefined)
    try {
      done(null, JSON.parse(body.toString('utf8')))
    } catch {
      // A webhook is judged by its signature first; others are refused for their schema.
      const error = Object.assign(new Error('the body is not JSON'), { statusCode: 400 })
      if ((request.routeOptions.config as Config | undefined)?.rawBody === true) done(null, undefined)
      else done(error, undefined)
    }
  })
}

export function bytesOf(route: AnyRoute): RawBytes | undefined {
  return typeof route.rawBody === 'object' ? route.rawBody : undefined
}

/** Any bytes are valid here; what they must be is the verb's to judge. */
export function bodyOf({ types }: RawBytes): object {
  return { content: Object.fromEntries(types.map((type) => [type, { schema: {} }])) }
}

/** Bytes come in where a route asks for their content type, and nowhere else. */
export function takeBytes(app: FastifyInstance, product: Product): void {
  const routes = product.modules.flatMap((module) => module.routes)
  const types = [...new Set(routes.flatMap((route) => bytesOf(route)?.types ?? []))]
  if (types.length === 0) return
  app.addContentTypeParser(types, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const taken = (request.routeOptions.config as Config | undefined)?.rawBody
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
    if (typeof taken !== 'object' || !taken.types.includes(type))
      return done(Object.assign(new Error('this route takes no such bytes'), { statusCode: 415 }), undefined)
    ;(request as { rawBody?: Buffer }).rawBody = body
    done(null, body)
  })
}
