/** `/packs/:id/preview.jpg`: the picture of a pack for messengers. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { api, page } from '../../context.ts'
import { need } from '../../forms.ts'
import { money } from '../../format.ts'
import { translator } from '../../i18n.ts'
import { products } from '../../products.ts'
import { PackPicture } from '../packs/picture.tsx'
import { pictureResponse } from './pictures.server.ts'
import type { Route } from './+types/pack'

/** The printed cloth's colours (ui/tokens.css), which a style sheet gives in pages. */
const CLOTH: Record<string, string> = { clay: '#b4412a', indigo: '#343c96', saffron: '#f4ac2c', cream: '#fff4e4' }

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { url, locale: spoken } = page(context)
  const locale = products.wolo.locales.find((known) => known === url.searchParams.get('in')) ?? spoken
  const headers = { 'accept-language': locale }
  const pack = need(
    context,
    await api(context).GET('/api/packs/{id}', { params: { path: { id: params.id } }, headers }),
  )
  const t = translator('wolo', locale)
  const words = {
    kicker: [t('preview.pack.kicker'), t('preview.pack.at', { partner: pack.partner.name })],
    title: pack.name,
    strong: money(locale, pack.price_minor, pack.currency),
  }
  const art = async () => {
    const drawing = renderToStaticMarkup(createElement(PackPicture, { category: pack.category, image: pack.image_key }))
    const svg = drawing
      .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"')
      .replaceAll(/class="(fill|stroke)-(\w+)"/g, (_, part: string, colour: string) => `${part}="${CLOTH[colour]}"`)
    return { svg, focus: 0.5, panel: '#5a1d12' }
  }
  return pictureResponse(request, words, `pack ${pack.category} ${pack.image_key}`, art)
}
