/** Where a cashier stands: the partner they work for and the venue this phone scans in, kept in a cookie of the phone. */
import { createCookie, type RouterContextProvider } from 'react-router'
import { api, page } from '../../context.ts'
import { meOf, type Me } from '../me.tsx'

type Context = Readonly<RouterContextProvider>

export interface Venue {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly city: string
}

export interface Shop {
  readonly id: string
  readonly name: string
  readonly venues: readonly Venue[]
}

export interface Counter {
  readonly me: Me
  readonly shops: readonly Shop[]
  /** Chosen on this phone, or the only one there is. */
  readonly here: { readonly shop: Shop; readonly venue: Venue } | null
}

const YEAR_SECONDS = 365 * 24 * 60 * 60
const cookie = createCookie('venue', { path: '/partner', httpOnly: true, sameSite: 'lax' })

export async function counterOf(context: Context, request: Request): Promise<Counter> {
  const me = await meOf(context)
  const answers = await Promise.all(
    me.partner_ids.map((id) => api(context).GET('/api/partners/{id}', { params: { path: { id } } })),
  )
  // A partner that is not shown yet has no counter yet either.
  const shops = answers.flatMap(({ data }) => (data ? [data] : []))
  const places = shops.flatMap((shop) => shop.venues.map((venue) => ({ shop, venue })))
  const chosen: unknown = await cookie.parse(request.headers.get('cookie'))
  const here = places.find(({ venue }) => venue.id === chosen) ?? (places.length === 1 ? places[0] : undefined)
  return { me, shops, here: here ?? null }
}

/** The header that keeps the choice of venue. */
export async function venueCookie(context: Context, venueId: string): Promise<{ 'set-cookie': string }> {
  const secure = page(context).url.protocol === 'https:'
  return { 'set-cookie': await cookie.serialize(venueId, { secure, maxAge: YEAR_SECONDS }) }
}
