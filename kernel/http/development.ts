/** Development only: moving the clock, so that what happens in thirty days can be seen now. Never mounted in production. */
import type { FastifyInstance } from 'fastify'
import { ALL_ROWS } from '../db/database.ts'
import { kernelErrors, refuse } from '../errors.ts'
import { writeOffset } from '../jobs/housekeeping.ts'
import type { Runtime } from '../boot.ts'

/** Called after the clock was moved, with the new offset in milliseconds: stand-ins of providers follow. */
export type ClockFollower = (offsetMs: number) => Promise<void>

const followers = new WeakMap<FastifyInstance, ClockFollower[]>()

export function followClock(app: FastifyInstance, follower: ClockFollower): void {
  followers.set(app, [...(followers.get(app) ?? []), follower])
}

export function mountDevelopment(app: FastifyInstance, runtime: Runtime): void {
  const body = {
    type: 'object',
    properties: {
      to: { type: 'string', format: 'date-time' },
      by: { type: 'string', maxLength: 40 },
      reset: { type: 'boolean' },
    },
    additionalProperties: false,
  }
  app.get('/api/dev/clock', { schema: { hide: true } }, async () => state(runtime))
  app.put('/api/dev/clock', { schema: { hide: true, body } }, async (request) => {
    const { to, by, reset } = request.body as { to?: string; by?: string; reset?: boolean }
    const real = Temporal.Now.instant()
    const now = runtime.clock.now()
    const target = reset ? real : to ? Temporal.Instant.from(to) : by ? laterBy(now, by, runtime.product.timeZone) : now
    const offset = target.since(real)
    await runtime.db.transaction(ALL_ROWS, (tx) => writeOffset(tx, offset))
    runtime.clock.setOffset(offset)
    const offsetMs = Math.round(offset.total('milliseconds'))
    for (const follower of followers.get(app) ?? []) await follower(offsetMs)
    await runtime.runCron()
    return state(runtime)
  })
}

function laterBy(now: Temporal.Instant, by: string, timeZone: string): Temporal.Instant {
  try {
    return now.toZonedDateTimeISO(timeZone).add(Temporal.Duration.from(by)).toInstant()
  } catch {
    return refuse(kernelErrors.invalid_input, {}, { by: kernelErrors.malformed })
  }
}

function state(runtime: Runtime): { now: string; offset: string; time_zone: string } {
  return {
    now: runtime.clock.now().toString(),
    offset: runtime.clock.offset().round({ largestUnit: 'days', smallestUnit: 'seconds' }).toString(),
    time_zone: runtime.product.timeZone,
  }
}
