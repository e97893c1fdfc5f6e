/** Title and link preview of a page. React moves these into the document's head, so any page may render them. */
import { usePage } from '../page.tsx'

interface HeadProps {
  title: string
  description?: string
  /** Path or address of the picture shown with a shared link. */
  image?: string
  /** False keeps the page out of search engines. */
  index?: boolean
}

export function Head({ title, description, image, index = true }: HeadProps) {
  const { profile, url } = usePage()
  const full = title === profile.name ? title : `${title} · ${profile.name}`
  return (
    <>
      <title>{full}</title>
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={profile.name} />
      <meta property="og:url" content={url.origin + url.pathname} />
      {description && <meta name="description" content={description} />}
      {description && <meta property="og:description" content={description} />}
      {image && <meta property="og:image" content={new URL(image, url).href} />}
      {!index && <meta name="robots" content="noindex" />}
    </>
  )
}
