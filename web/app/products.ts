/** The products these pages serve and what formatting needs to know of each. Wording and routes live in their folders. */

export type Locale = 'fr' | 'en'

export interface ProductProfile {
  readonly name: string
  /** The first is the default. */
  readonly locales: readonly [Locale, ...Locale[]]
  readonly timeZone: string
  readonly currency: string
  /** Country whose phone numbers are written without a prefix. */
  readonly country: 'SN'
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
} as const satisfies Record<string, ProductProfile>

export type Product = keyof typeof products

export function isProduct(name: string): name is Product {
  return Object.hasOwn(products, name)
}

/** Reading direction; pages use logical properties only, so this is all a right-to-left language needs. */
export const direction: Record<Locale, 'ltr' | 'rtl'> = { fr: 'ltr', en: 'ltr' }

/** Each language's name for itself. */
export const languageName: Record<Locale, string> = { fr: 'Français', en: 'English' }
