/** Title and link preview of a page. React moves these into the document's head, so any page may render them. */
import { usePage } from '../page.tsx'
import type { Locale } from '../products.ts'

/** The picture shown with a shared link. */
export interface LinkPicture {
  /** A path of this site, with its version. */
  readonly src: string
  readonly width: number
  readonly height: number
  /** What it shows, for those who do not see it. */
  readonly alt: string
}

interface HeadProps {
  title: string
  description?: string | undefined
  image?: LinkPicture | undefined
  /** False keeps the page out of search engines. */
  index?: boolean
}

/** As Open Graph writes languages. */
const ogLocale: Record<Locale, string> = { ar: 'ar_EG', en: 'en_GB', fr: 'fr_SN' }

export function Head({ title, description, image, index = true }: HeadProps) {
  const { profile, url, locale, publicUrl } = usePage()
  const full = title === profile.name ? title : `${title} · ${profile.name}`
  // What follows the path says how the page was come by, not which it is.
  const address = publicUrl + url.pathname
  return (
    <>
      <title>{full}</title>
      <link rel="canonical" href={address} />
      {description && <meta name="description" content={description} />}
      {(['light', 'dark'] as const).map((screen) => (
        <meta
          key={screen}
          name="theme-color"
          media={`(prefers-color-scheme: ${screen})`}
          content={profile.canvas[screen]}
        />
      ))}
      {!index && <meta name="robots" content="noindex" />}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={profile.name} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={ogLocale[locale]} />
      {profile.locales
        .filter((other) => other !== locale)
        .map((other) => (
          <meta key={other} property="og:locale:alternate" content={ogLocale[other]} />
        ))}
      {image && (
        <>
          <meta property="og:image" content={publicUrl + image.src} />
          <meta property="og:image:type" content="image/jpeg" />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          <meta property="og:image:alt" content={image.alt} />
        </>
      )}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  )
}
