/** `/p/:slug/share`: counts that somebody passes the pot on, then opens WhatsApp with a sentence and the link. */
import { redirect } from 'react-router'
import { api, page, t } from '../../context.ts'
import { need } from '../../forms.ts'
import { potAddress } from './share.tsx'
import type { Route } from './+types/share-redirect'

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = { slug: params.slug }
  const pot = need(context, await api(context).GET('/api/p/{slug}', { params: { path } }))
  await api(context).POST('/api/p/{slug}/shares', { params: { path } })
  const link = potAddress(page(context).publicUrl, params.slug)
  const text = t(context)('share.text', { name: pot.honoree_name, title: pot.title, link })
  // Not URLSearchParams: some phones show its `+` for a space as it is.
  throw redirect(`https://wa.me/?text=${encodeURIComponent(text)}`, 303)
}
