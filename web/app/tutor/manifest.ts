/** What a phone or tablet needs to keep Tutor among its apps, in the language of `?lang=`. It opens where one is at home. */
import { page, t } from '../context.ts'
import { direction, products } from '../products.ts'
import small from './icons/icon-192.png?url'
import large from './icons/icon-512.png?url'
import type { Route } from './+types/manifest'

const DAY_SECONDS = 86_400

export function loader({ context }: Route.LoaderArgs): Response {
  const { locale } = page(context)
  const { name, canvas } = products.tutor
  const manifest = {
    id: '/dashboard',
    start_url: '/dashboard',
    scope: '/',
    display: 'standalone',
    name,
    short_name: name,
    description: t(context)('tutor.home.description'),
    lang: locale,
    dir: direction[locale],
    background_color: canvas.light,
    theme_color: canvas.light,
    icons: [
      { src: small, sizes: '192x192', type: 'image/png' },
      { src: large, sizes: '512x512', type: 'image/png' },
    ],
  }
  return new Response(JSON.stringify(manifest), {
    headers: {
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': `public, max-age=${DAY_SECONDS}`,
      'x-content-type-options': 'nosniff',
    },
  })
}
