/** The devices a person is signed in on, and ending any of them. */
import { api } from '../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { Head } from '../ui/head.tsx'
import { Column, PageTitle, Stack } from '../ui/layout.tsx'
import { Badge, Notice } from '../ui/states.tsx'
import { DateText } from '../ui/values.tsx'
import type { Route } from './+types/sessions'

export async function loader({ context }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/sessions'))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const id = form.optional('id')
  const result = id
    ? await api(context).DELETE('/api/sessions/{id}', { params: { path: { id } } })
    : await api(context).POST('/api/sessions/others/revocation')
  return result.response.ok ? seeOther('/account/sessions?done=yes') : refused(form, problemOf(result))
}

export default function Sessions({ loaderData: { items }, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  return (
    <Column width="form">
      <Head title={t('sessions.title')} index={false} />
      <PageTitle title={t('sessions.title')} lead={t('sessions.lead')} />
      <Stack>
        {actionData && <Notice mood="bad" title={actionData.problem.title} />}
        {!actionData && url.searchParams.has('done') && <Notice mood="good" title={t('sessions.done')} />}
        <ul className="flex flex-col gap-3">
          {items.map((session) => {
            const device = session.device || t('sessions.unknown')
            return (
              <li key={session.id} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <p className="font-semibold">{device}</p>
                  {session.current && <Badge mood="good">{t('sessions.current')}</Badge>}
                </div>
                <p className="text-sm text-soft">
                  {t.rich('sessions.seen', { date: <DateText value={session.last_seen_at} style="moment" /> })}
                  {session.ip && (
                    <>
                      {' · '}
                      <bdi dir="ltr" className="break-words">
                        {session.ip}
                      </bdi>
                    </>
                  )}
                </p>
                {!session.current && (
                  <form method="post">
                    <input type="hidden" name="id" value={session.id} />
                    <Button tone="danger">
                      {t('sessions.end')} <span className="sr-only">: {device}</span>
                    </Button>
                  </form>
                )}
              </li>
            )
          })}
        </ul>
        {items.length > 1 && (
          <form method="post">
            <Button tone="secondary" wide>
              {t('sessions.end_others')}
            </Button>
          </form>
        )}
      </Stack>
    </Column>
  )
}
