/** `/preview.jpg`: the picture of the home page for messengers. */
import { page } from '../../context.ts'
import { translator } from '../../i18n.ts'
import { products } from '../../products.ts'
import { drawingFor } from '../covers/drawings.server.ts'
import { pictureResponse } from './pictures.server.ts'
import type { Route } from './+types/home'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { url, locale } = page(context)
  const t = translator('wolo', products.wolo.locales.find((known) => known === url.searchParams.get('in')) ?? locale)
  const words = {
    kicker: [t('preview.home.kicker')],
    title: t('preview.home.title'),
    strong: t('preview.home.strong'),
  }
  return pictureResponse(request, words, 'gateau', async () => drawingFor('gateau'))
}
