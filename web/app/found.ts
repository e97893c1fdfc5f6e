/** What search engines are told: which pages they may read, and the list of those that everybody may find. */
import type { RouterContextProvider } from 'react-router'
import { page } from './context.ts'
import { products } from './products.ts'

type Context = Readonly<RouterContextProvider>

/** `/robots.txt`: `closed` are pages of one person, or acts: nobody looks for them. */
export function robots(context: Context, closed: readonly string[]): Response {
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '']
  return new Response([...lines, `Sitemap: ${page(context).publicUrl}/sitemap.xml`, ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  })
}

/** `/sitemap.xml`: these pages, each in every language of the product. */
export function sitemap(context: Context, paths: readonly string[]): Response {
  const { publicUrl, product } = page(context)
  const { locales } = products[product]
  const entries = paths.map((path) => {
    const inOthers = locales.map(
      (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${publicUrl}${path}?lang=${lang}"/>`,
    )
    return `<url><loc>${publicUrl}${path}</loc>${inOthers.join('')}</url>`
  })
  const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespaces}>\n${entries.join('\n')}\n</urlset>\n`,
    { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' } },
  )
}
