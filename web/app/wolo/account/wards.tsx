/** For an adult: the children who count on them and what waits for a yes. Each is also told by a message with a link. */
import { Link } from 'react-router'
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { WardPots } from './ward-pots.tsx'
import type { Route } from './+types/wards'

export async function loader({ context }: Route.LoaderArgs) {
  const client = api(context)
  const { items } = need(context, await client.GET('/api/me/wards'))
  return { items, pots: need(context, await client.GET('/api/me/wards/pots')).items }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const path = { user_id: form.text('id') }
  const result = await api(context).DELETE('/api/me/wards/{user_id}', { params: { path } })
  return result.response.ok ? seeOther('/wards') : refused(form, problemOf(result))
}

export default function Wards({ loaderData: { items, pots }, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  return (
    <Column width="form">
      <Head title={t('wards.title')} index={false} />
      <PageTitle title={t('wards.title')} lead={t('wards.lead')} />
      <Stack>
        {actionData && <Notice mood="bad" title={actionData.problem.title} />}
        {url.searchParams.get('done') === 'accepted' && <Notice mood="good" title={t('wards.accepted')} />}
        {items.length === 0 ? (
          <EmptyState title={t('wards.none')} text={t('wards.none.text')} />
        ) : (
          <>
            <WardPots pots={pots} />
            <ul className="flex flex-col gap-3">
              {items.map((ward) => (
                <li key={ward.user_id} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
                  <p className="text-lg font-bold">{ward.display_name}</p>
                  <p className="text-soft">
                    {t.rich('wards.birthday', { date: <DateText value={ward.date_of_birth} style="date" /> })}
                  </p>
                  <form method="post">
                    <input type="hidden" name="id" value={ward.user_id} />
                    <Button tone="danger">
                      {t('wards.leave')} <span className="sr-only">: {ward.display_name}</span>
                    </Button>
                  </form>
                </li>
              ))}
            </ul>
            <p className="text-soft">{t('wards.ask')}</p>
            <Link className="link py-2" to="/notifications">
              {t('news.title')}
            </Link>
          </>
        )}
      </Stack>
    </Column>
  )
}
