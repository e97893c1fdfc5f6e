/** Which language a visitor reads: `?lang=` wins, then the cookie it left, then what the browser asks for. */
import type { Locale, ProductProfile } from './products.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60

export function chooseLocale(product: ProductProfile, url: URL, headers: Headers): Locale {
  return (
    known(product, url.searchParams.get('lang')) ??
    preferredLocale(product, headers.get('accept-language'), headers.get('cookie'))
  )
}

/** The language of a visitor who makes no choice in the address. */
export function preferredLocale(product: ProductProfile, accepted: string | null, cookies: string | null): Locale {
  return known(product, cookieValue(cookies, 'lang')) ?? preferred(product, accepted) ?? product.locales[0]
}

/** The cookie that keeps a choice made with `?lang=`, or nothing. Holds no secret, so plain http may carry it. */
export function languageCookie(product: ProductProfile, url: URL): string | undefined {
  const chosen = known(product, url.searchParams.get('lang'))
  if (!chosen) return undefined
  return `lang=${chosen}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${url.protocol === 'https:' ? '; Secure' : ''}`
}

function known(product: ProductProfile, value: string | null | undefined): Locale | undefined {
  return product.locales.find((locale) => locale === value)
}

function cookieValue(header: string | null, name: string): string | undefined {
  const found = header?.split(';').find((part) => part.trim().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1)
}

/** The best match of an Accept-Language header by its weights; regions are ignored (`fr-SN` is `fr`). */
function preferred(product: ProductProfile, header: string | null): Locale | undefined {
  if (!header) return undefined
  const asked = header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2)
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { language } of asked) {
    const locale = known(product, language)
    if (locale) return locale
  }
  return undefined
}
