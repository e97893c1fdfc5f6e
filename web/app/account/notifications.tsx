/** Everything a person was told, newest first. */
import { api } from '../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Head } from '../ui/head.tsx'
import { Column, PageTitle } from '../ui/layout.tsx'
import { Notice } from '../ui/states.tsx'
import { Pagination } from '../ui/table.tsx'
import { News } from './news.tsx'
import type { Route } from './+types/notifications'

export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  return need(context, await api(context).GET('/api/me/notifications', { params: { query: cursor ? { cursor } : {} } }))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/me/notifications/{id}/reading', {
    params: { path: { id: form.text('id') } },
  })
  return result.response.ok ? seeOther('/notifications') : refused(form, problemOf(result))
}

export default function Notifications({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <Column width="text">
      <Head title={t('news.title')} index={false} />
      <PageTitle title={t('news.title')} />
      {actionData && <Notice mood="bad" title={actionData.problem.title} />}
      <News items={loaderData.items} />
      <Pagination next={loaderData.next_cursor} />
    </Column>
  )
}
