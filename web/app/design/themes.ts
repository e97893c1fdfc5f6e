/** Every set of tokens as a theme that part of a page can wear (`data-product` with `data-theme`), made from the one place each is written in. */
import { page } from '../context.ts'
import { notFound } from '../forms.ts'
import { products } from '../products.ts'
import tokens from '../ui/tokens.css?raw'
import type { Route } from './+types/themes'

const BLOCK = /\[data-product='(\w+)'\] \{([^}]*)\}/g

export function loader({ context }: Route.LoaderArgs): Response {
  if (!page(context).development) notFound()
  const blocks = [...tokens.matchAll(BLOCK)]
  const themes = Object.keys(products).flatMap((product) => {
    const [light, dark] = blocks.filter(([, name]) => name === product)
    return [themed(light, 'light', light?.[2]), themed(light, 'dark', `${light?.[2]}${dark?.[2]}`)]
  })
  return new Response(
    `${themes.join('\n')}\n[data-theme] { background: var(--canvas); color: var(--ink); font-family: var(--face); }\n`,
    { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' } },
  )
}

function themed(block: RegExpMatchArray | undefined, theme: 'light' | 'dark', tokens = ''): string {
  return `[data-product='${block?.[1]}'][data-theme='${theme}'] { color-scheme: ${theme}; ${tokens} }`
}
