/**
 * What is remembered between a number and its code: a short-lived cookie, so that no phone number stands in an address or in
 * a log.
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

const cookies = {
  sign_in: createCookie('sign_in', { path: '/sign-in', httpOnly: true, sameSite: 'lax' }),
  add_phone: createCookie('add_phone', { path: '/account/phone', httpOnly: true, sameSite: 'lax' }),
}
type Purpose = keyof typeof cookies

export async function readPending(request: Request, purpose: Purpose = 'sign_in'): Promise<PendingCode | null> {
  const value: unknown = await cookies[purpose].parse(request.headers.get('cookie'))
  return typeof value === 'object' && value !== null && 'challengeId' in value ? (value as PendingCode) : null
}

/** The header that keeps it, or forgets it. */
export async function pendingCookie(
  context: Readonly<RouterContextProvider>,
  pending: PendingCode | null,
  purpose: Purpose = 'sign_in',
): Promise<{ 'set-cookie': string }> {
  const secure = page(context).url.protocol === 'https:'
  const maxAge = pending ? LIFETIME_SECONDS : 0
  return { 'set-cookie': await cookies[purpose].serialize(pending ?? '', { secure, maxAge }) }
}
