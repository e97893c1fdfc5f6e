/**
 * What an exercise says of itself when its answer comes back: whose it is, which template, which seed, since when. Signed, so that
 * who answers chooses neither the numbers nor somebody else's exercise. Nothing of it is stored before it is answered.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ConfigOf } from '../../kernel/setting.ts'
import type { Context } from '../../kernel/context.ts'
import type { config } from './config.ts'

export interface IssuedExercise {
  readonly learnerId: string
  readonly subject: string
  readonly courseVersion: number
  readonly concept: string
  readonly template: string
  readonly seed: number
  readonly issuedAt: Temporal.Instant
}

export const TOKEN_MAX = 400
const SIGNATURE_BYTES = 32

export function signExercise(ctx: Context, issued: IssuedExercise): string {
  const { learnerId, subject, courseVersion, concept, template, seed, issuedAt } = issued
  const body = [learnerId, subject, courseVersion, concept, template, seed, issuedAt.epochMilliseconds]
  const bytes = Buffer.from(JSON.stringify(body))
  return Buffer.concat([signatureOf(ctx, bytes), bytes]).toString('base64url')
}

/** What a token says; undefined when it is not ours, not this learner's, or was changed. */
export function readExercise(ctx: Context, learnerId: string, token: string): IssuedExercise | undefined {
  if (token.length > TOKEN_MAX) return undefined
  const all = Buffer.from(token, 'base64url')
  // One text for one exercise: another spelling of the same bytes would be answered a second time.
  if (all.length <= SIGNATURE_BYTES || all.toString('base64url') !== token) return undefined
  const bytes = all.subarray(SIGNATURE_BYTES)
  if (!timingSafeEqual(all.subarray(0, SIGNATURE_BYTES), signatureOf(ctx, bytes))) return undefined
  const [owner, subject, courseVersion, concept, template, seed, issued] = JSON.parse(bytes.toString('utf8')) as [
    string,
    string,
    number,
    string,
    string,
    number,
    number,
  ]
  if (owner !== learnerId) return undefined
  const issuedAt = Temporal.Instant.fromEpochMilliseconds(issued)
  return { learnerId, subject, courseVersion, concept, template, seed, issuedAt }
}

function signatureOf(ctx: Context, bytes: Buffer): Buffer {
  const { exerciseKey } = ctx.config.modules['learning'] as ConfigOf<typeof config>
  return createHmac('sha256', exerciseKey).update('learning exercise|').update(bytes).digest()
}

/** A seed from six random bytes. */
export function seedFrom(random: Buffer): number {
  return random.readUIntBE(0, 6)
}
