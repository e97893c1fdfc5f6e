// Checking a recipient before sending money: does the number belong to that name and national id, can it receive the amount. Accounts are
// the ones the simulator was told about through its control page; every other number answers "not known".
import type { FastifyInstance } from 'fastify'
import { ApiError, declare, fieldsOf, ok } from './api.ts'
import type { World } from './world.ts'

const CHECKS_MAX = 30
const WINDOW_MS = 5 * 60_000
const BLOCKED_MS = 60 * 60_000
/** The most an ordinary account may hold. */
const ORDINARY_LIMIT = 2_000_000n

export function recipientRoutes(world: World, app: FastifyInstance): void {
  const checks = new Map<string, { times: number[]; blockedUntil: number }>()

  function count(mobile: string): void {
    const now = world.store.now()
    const seen = checks.get(mobile) ?? { times: [], blockedUntil: 0 }
    checks.set(mobile, seen)
    seen.times = seen.times.filter((time) => time > now - WINDOW_MS)
    if (now >= seen.blockedUntil && seen.times.length >= CHECKS_MAX) seen.blockedUntil = now + BLOCKED_MS
    if (now < seen.blockedUntil) throw new ApiError(429, 'too-many-requests', 'Too many verifications of this number.')
    seen.times.push(now)
  }

  declare(world, app, 'POST', '/verify_recipient', 'recipient.verify', ({ body }) => {
    const fields = fieldsOf(body)
    const mobile = fields.mobile('mobile')
    const name = fields.optional('name')
    const national_id = fields.optional('national_id')
    const amount = fields.raw['amount'] === undefined || fields.raw['amount'] === null ? '0' : fields.amount('amount')
    if (!mobile.startsWith('+221'))
      throw new ApiError(400, 'country-mismatch', 'The recipient must be in the same country as your business.')
    count(mobile)
    const recipient = world.store.find('recipient', mobile)
    const within_limits =
      BigInt(amount) <= BigInt(recipient?.limit ?? ORDINARY_LIMIT) &&
      (recipient === undefined || recipient.condition === 'active')
    return ok({
      within_limits,
      name_match: matches(name, recipient?.name ?? null, plain, 'NAME_NOT_KNOWN'),
      national_id_match:
        national_id === null ? null : matches(national_id, recipient?.national_id ?? null, digits, 'ID_NOT_KNOWN'),
    })
  })
}

function matches(
  given: string | null,
  known: string | null,
  normal: (text: string) => string,
  unknown: string,
): string {
  if (given === null || known === null) return unknown
  return normal(given) === normal(known) ? 'MATCH' : 'NO_MATCH'
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).filter(Boolean).sort().join(' ')

const digits = (text: string): string => text.replace(/\s/g, '')
