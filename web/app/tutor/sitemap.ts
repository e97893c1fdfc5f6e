/** `/sitemap.xml` of Tutor: the pages that are nobody's in particular. */
import { sitemap } from '../found.ts'
import type { Route } from './+types/sitemap'

export function loader({ context }: Route.LoaderArgs): Response {
  return sitemap(context, ['/', '/sign-in', '/texts', '/verify-consent'])
}
