/** `/dashboard`: where whoever signed in is at home. Who is new introduces themselves first. */
import { api } from '../context.ts'
import { need, seeOther } from '../forms.ts'
import type { Route } from './+types/dashboard'

export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const me = need(context, await api(context).GET('/api/me'))
  const profile = await api(context).GET('/api/me/profile')
  if (!profile.data) return seeOther('/welcome')
  // Who came of age still has the name they signed in with as a child.
  if (profile.data.is_minor || me.username !== null) return seeOther('/learner')
  const [wards, own] = await Promise.all([
    api(context).GET('/api/me/wards'),
    api(context).GET('/api/learners/{id}/subscription', { params: { path: { id: me.id } } }),
  ])
  const learnsAlone = wards.data?.items.length === 0 && own.data !== undefined && own.data.status !== 'none'
  return seeOther(learnsAlone ? '/learner' : '/guardian')
}
