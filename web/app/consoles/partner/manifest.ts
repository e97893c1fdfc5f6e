/** What a phone needs to keep the partner's console among its apps: name, colours, icons, in the language of `?lang=`. */
import { page, t } from '../../context.ts'
import { products } from '../../products.ts'
import large from './icons/icon-512.png?url'
import small from './icons/icon-192.png?url'
import maskable from './icons/maskable-512.png?url'
import type { Route } from './+types/manifest'

const DAY_SECONDS = 86_400

export function loader({ context }: Route.LoaderArgs): Response {
  const { product, locale } = page(context)
  const say = t(context)
  const name = say('partner.app.name', { product: products[product].name })
  const manifest = {
    // The same app whatever the address or language it was first opened with.
    id: '/partner',
    start_url: '/partner',
    // Signing in again happens inside the app as well.
    scope: '/',
    display: 'standalone',
    name,
    short_name: name,
    description: say('partner.app.description'),
    lang: locale,
    background_color: '#fdf7ee',
    theme_color: '#b4412a',
    icons: [
      { src: small, sizes: '192x192', type: 'image/png' },
      { src: large, sizes: '512x512', type: 'image/png' },
      { src: maskable, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: say('partner.scan.start'), url: '/partner/scan' }],
  }
  return new Response(JSON.stringify(manifest), {
    headers: {
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': `public, max-age=${DAY_SECONDS}`,
      'x-content-type-options': 'nosniff',
    },
  })
}
