/** The products these pages serve and what formatting needs to know of each. Wording and routes live in their folders. */

export type Locale = 'ar' | 'en' | 'fr'

/** The figures of a text: those of Arabic (٠١٢٣) or those of Europe (0123). Arabic is written with either; other languages have one. */
export type Digits = 'arab' | 'latn'

export interface ProductProfile {
  readonly name: string
  /** The first is the default. */
  readonly locales: readonly [Locale, ...Locale[]]
  readonly timeZone: string
  readonly currency: string
  /** Country whose phone numbers are written without a prefix. */
  readonly country: 'SN' | 'EG'
  /** What a phone paints its bars with around the page: the canvas of light and dark screens (ui/tokens.css; a test compares). */
  readonly canvas: { readonly light: string; readonly dark: string }
}

export const products = {
  wolo: {
    name: 'Wolo',
    locales: ['fr', 'en'],
    timeZone: 'Africa/Dakar',
    currency: 'XOF',
    country: 'SN',
    canvas: { light: '#fdf7ee', dark: '#181119' },
  },
  tutor: {
    name: 'Tutor',
    locales: ['ar', 'en'],
    timeZone: 'Africa/Cairo',
    currency: 'EGP',
    country: 'EG',
    canvas: { light: '#f4faf8', dark: '#0b191f' },
  },
} as const satisfies Record<string, ProductProfile>

export type Product = keyof typeof products

export function isProduct(name: string): name is Product {
  return Object.hasOwn(products, name)
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
