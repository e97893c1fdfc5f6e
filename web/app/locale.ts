/** Which language and figures a visitor reads: `?lang=` and `?digits=` win, then the cookies they left, then what the browser asks for. */
import { digitsOf, type Digits, type Locale, type ProductProfile } from './products.ts'

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

/** The figures this language is written with for this visitor. */
export function chooseDigits(locale: Locale, url: URL, headers: Headers): Digits {
  const asked = url.searchParams.get('digits')
  return digitsOf[locale].find((digits) => digits === asked) ?? preferredDigits(locale, headers.get('cookie'))
}

/** The figures for a visitor who makes no choice in the address. */
export function preferredDigits(locale: Locale, cookies: string | null): Digits {
  const kept = cookieValue(cookies, 'digits')
  return digitsOf[locale].find((digits) => digits === kept) ?? digitsOf[locale][0]
}

/** The cookies that keep choices made with `?lang=` and `?digits=`. They hold no secret, so plain http may carry them. */
export function choiceCookies(product: ProductProfile, url: URL): string[] {
  const lang = known(product, url.searchParams.get('lang'))
  const asked = url.searchParams.get('digits')
  const digits = product.locales.flatMap((locale) => digitsOf[locale]).find((choice) => choice === asked)
  const secure = url.protocol === 'https:' ? '; Secure' : ''
  return Object.entries({ lang, digits }).flatMap(([name, value]) =>
    value ? [`${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`] : [],
  )
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
