/** `/p/:slug/preview.jpg`: the picture of a pot for messengers. `in` is the language it speaks. */
import { api, page } from '../../context.ts'
import { need } from '../../forms.ts'
import { products } from '../../products.ts'
import { drawingFor } from '../covers/drawings.server.ts'
import { isPhoto } from '../covers/covers.tsx'
import { civilDate } from '../pots/countdown.tsx'
import { pictureResponse } from './pictures.server.ts'
import type { Art } from './picture.server.ts'
import { wordsOf } from './words.ts'
import type { Route } from './+types/pot'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const client = api(context)
  const pot = need(context, await client.GET('/api/p/{slug}', { params: { path: { slug: params.slug } } }))
  const { url, now, locale } = page(context)
  const asked = products.wolo.locales.find((known) => known === url.searchParams.get('in'))
  const words = wordsOf(pot, asked ?? locale, civilDate(now, products.wolo.timeZone))
  const cover = pot.cover ?? ''
  const art = async (): Promise<Art> => {
    if (!isPhoto(cover)) return drawingFor(cover)
    const path = { id: cover, size: 'large' } as const
    const photo = await client.GET('/api/images/{id}/{size}', { params: { path }, parseAs: 'arrayBuffer' })
    return photo.data ? { photo: Buffer.from(photo.data) } : drawingFor('')
  }
  return pictureResponse(request, words, cover, art)
}
