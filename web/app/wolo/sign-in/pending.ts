/**
 * What sign-in remembers between a number and its code: a short-lived cookie, so that no phone number stands in an address
 * or in a log.
 */
import { createCookie, type RouterContextProvider } from 'react-router'
import { page } from '../../context.ts'

export interface PendingCode {
  readonly challengeId: string
  readonly phone: string
  readonly resendAt: string
  readonly expiresAt: string
}

const LIFETIME_SECONDS = 30 * 60

const cookie = createCookie('sign_in', { path: '/sign-in', httpOnly: true, sameSite: 'lax' })

export async function readPending(request: Request): Promise<PendingCode | null> {
  const value: unknown = await cookie.parse(request.headers.get('cookie'))
  return typeof value === 'object' && value !== null && 'challengeId' in value ? (value as PendingCode) : null
}

/** The header that keeps it, or forgets it. */
export async function pendingCookie(
  context: Readonly<RouterContextProvider>,
  pending: PendingCode | null,
): Promise<{ 'set-cookie': string }> {
  const secure = page(context).url.protocol === 'https:'
  const maxAge = pending ? LIFETIME_SECONDS : 0
  return { 'set-cookie': await cookie.serialize(pending ?? '', { secure, maxAge }) }
}
