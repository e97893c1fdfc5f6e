/** The files that make a product look like itself: its face for each language, and its icons. */
import cairoArabic from '@fontsource-variable/cairo/files/cairo-arabic-wght-normal.woff2?url'
import cairoLatin from '@fontsource-variable/cairo/files/cairo-latin-wght-normal.woff2?url'
import woloIcon from './icon.svg?url'
import woloFavicon from './icons/favicon.ico?url'
import woloTouchIcon from './icons/touch-180.png?url'
import type { Locale, Product } from './products.ts'
import tutorIcon from './tutor/icon.svg?url'
import tutorFavicon from './tutor/icons/favicon.ico?url'
import tutorTouchIcon from './tutor/icons/touch-180.png?url'
import bricolage from './ui/fonts/bricolage-grotesque-wolo.woff2?url'

interface Look {
  /** What every page in this language is set in. */
  readonly fonts: Partial<Record<Locale, readonly string[]>>
  readonly icon: string
  readonly touchIcon: string
  /** For whoever asks for an icon without reading the page that names it. */
  readonly favicon: string
  /** Where a phone reads how to keep the product among its apps. */
  readonly manifest?: string
}

export const looks: Record<Product, Look> = {
  wolo: {
    fonts: { fr: [bricolage], en: [bricolage] },
    icon: woloIcon,
    touchIcon: woloTouchIcon,
    favicon: woloFavicon,
  },
  tutor: {
    // Arabic pages have a Latin word or two; those may come a moment later.
    fonts: { ar: [cairoArabic], en: [cairoLatin] },
    icon: tutorIcon,
    touchIcon: tutorTouchIcon,
    favicon: tutorFavicon,
    manifest: '/manifest.webmanifest',
  },
}
