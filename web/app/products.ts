/** The products these pages serve and what formatting needs to know of each. Wording and routes live in their folders. */

export type Locale = 'ar' | 'en' | 'fr'

/** The figures of a text: those of Arabic (٠١٢٣) or those of Europe (0123). Arabic is written with either; other languages have one. */
export type Digits = 'arab' | 'latn'

/** As the API names them. */
export type NewsCategory = 'pots' | 'gifts' | 'rewards' | 'partners' | 'learning' | 'billing' | 'marketing'

export interface ProductProfile {
  readonly name: string
  /** The first is the default. */
  readonly locales: readonly [Locale, ...Locale[]]
  readonly timeZone: string
  readonly currency: string
  /** Country whose phone numbers are written without a prefix. */
  readonly country: 'SN' | 'EG'
  /** A phone number as people write it there. */
  readonly phoneExample: string
  /** Where the documents come from that people show; the country itself first. */
  readonly documentCountries: readonly string[]
  /** What people may wish to be told about. */
  readonly news: readonly NewsCategory[]
  /** Birthdays are celebrated: whoever was born on 29 February says when. */
  readonly birthdays: boolean
  /** What a phone paints its bars with around the page: the canvas of light and dark screens (ui/tokens.css; a test compares). */
  readonly canvas: { readonly light: string; readonly dark: string }
}

/** The language as the API names it: the product's first is the one of its country. */
export function languageTag({ locales, country }: ProductProfile, locale: Locale): string {
  return locale === locales[0] ? `${locale}-${country}` : locale
}

export const products: Readonly<Record<'wolo' | 'tutor', ProductProfile>> = {
  wolo: {
    name: 'Wolo',
    locales: ['fr', 'en'],
    timeZone: 'Africa/Dakar',
    currency: 'XOF',
    country: 'SN',
    phoneExample: '77 123 45 67',
    documentCountries: 'SN GM GN GW ML MR CI CV BF BJ TG NE FR ES IT US CA'.split(' '),
    news: ['pots', 'gifts', 'rewards', 'partners', 'marketing'],
    birthdays: true,
    canvas: { light: '#fdf7ee', dark: '#181119' },
  },
  tutor: {
    name: 'Tutor',
    locales: ['ar', 'en'],
    timeZone: 'Africa/Cairo',
    currency: 'EGP',
    country: 'EG',
    phoneExample: '010 1234 5678',
    documentCountries: 'EG SD LY PS JO SY IQ SA AE KW QA BH OM LB YE MA TN DZ US GB FR DE IT CA'.split(' '),
    news: ['learning', 'billing', 'marketing'],
    birthdays: false,
    canvas: { light: '#f4faf8', dark: '#0b191f' },
  },
}

export type Product = keyof typeof products

export function isProduct(name: string): name is Product {
  return Object.hasOwn(products, name)
}

/** Pages that stand on modules only one product is made of, by where they stand. All others are everybody's. */
const ONLY: readonly (readonly [pages: RegExp, product: Product])[] = [
  [/^wolo\//, 'wolo'],
  [/^tutor\//, 'tutor'],
  [/^consoles\/(partner\/|staff\/(pots|settlements|catalogue|payments\/payouts?)\b)/, 'wolo'],
  [/^consoles\/staff\/(subscriptions|consents|learning|metering|tutoring|privacy)\//, 'tutor'],
]

/** Whether a product has this page, named by its file or route. */
export function has(product: Product, page: string): boolean {
  const only = ONLY.find(([pages]) => pages.test(page))?.[1]
  return only === undefined || only === product
}

/** Reading direction; pages use logical properties only, so this is all a right-to-left language needs. */
export const direction: Record<Locale, 'ltr' | 'rtl'> = { ar: 'rtl', en: 'ltr', fr: 'ltr' }

/** Each language's name for itself. */
export const languageName: Record<Locale, string> = { ar: 'العربية', en: 'English', fr: 'Français' }

/** The figures a language may be written with; the first unless the visitor chose. */
export const digitsOf: Record<Locale, readonly [Digits, ...Digits[]]> = {
  ar: ['arab', 'latn'],
  en: ['latn'],
  fr: ['latn'],
}
