/**
 * The outcome of the last scan, between the act and the page that shows it: a cookie of this phone. So the page can be
 * reloaded without scanning twice, and no link can show a green page that no scan made.
 */
import { createCookie, type RouterContextProvider } from 'react-router'
import { page } from '../../context.ts'

export interface Verdict {
  /** Names the scan in the page's address. */
  readonly key: string
  readonly result: string
  /** The API's sentence for the cashier. */
  readonly sentence: string
  readonly packName: string | null
  readonly redemptionId: string | null
  readonly redeemedAt: string | null
  readonly undoUntil: string | null
  readonly usedAt: string | null
  readonly usedVenue: string | null
  readonly venueName: string
  /** Once it was taken back, or could not be: the API's result and sentence. */
  readonly undo?: { readonly result: string; readonly sentence: string }
}

const LIFETIME_SECONDS = 60 * 60
const cookie = createCookie('scan', { path: '/partner', httpOnly: true, sameSite: 'strict' })

/** The outcome that `key` names; nothing when another scan came after it or an hour has passed. */
export async function readVerdict(request: Request, key: string): Promise<Verdict | null> {
  const value: unknown = await cookie.parse(request.headers.get('cookie'))
  if (typeof value !== 'object' || value === null || !('key' in value) || value.key !== key) return null
  return value as Verdict
}

export async function verdictCookie(
  context: Readonly<RouterContextProvider>,
  verdict: Verdict,
): Promise<{ 'set-cookie': string }> {
  const secure = page(context).url.protocol === 'https:'
  return { 'set-cookie': await cookie.serialize(verdict, { secure, maxAge: LIFETIME_SECONDS }) }
}
