/** What an adult sees who was asked to stand by a child: who asks, what it means, yes or no. */
import { api, page } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { withNext } from '../../account/sign-in/next.ts'
import type { Route } from './+types/guardian-invitation'

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = { token: params.token }
  return need(context, await api(context).GET('/api/guardian-invitations/{token}', { params: { path } }))
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const path = { token: params.token }
  const here = `/guardian/${params.token}`
  if (form.text('answer') === 'no') {
    const result = await api(context).POST('/api/guardian-invitations/{token}/refusal', { params: { path } })
    return result.response.ok ? seeOther(`${here}?done=declined`) : refused(form, problemOf(result))
  }
  if (!page(context).session) return seeOther(withNext('/sign-in', here))
  const result = await api(context).POST('/api/guardian-invitations/{token}/acceptance', {
    params: { path },
    headers: form.headers,
  })
  if (result.data) return seeOther('/wards?done=accepted')
  const problem = problemOf(result)
  // An adult who has just signed up has not said yet who they are.
  return problem.code === 'profiles.no_profile' ? seeOther(withNext('/welcome', here)) : refused(form, problem)
}

export default function GuardianInvitation({ loaderData, actionData }: Route.ComponentProps) {
  const { t, url, session } = usePage()
  const name = loaderData.child_first_name
  const title = t('invitation.title', { name })
  const open = loaderData.status === 'invited'
  return (
    <Column width="form">
      <Head title={title} index={false} />
      <PageTitle title={title} />
      {open ? (
        <Stack gap={6}>
          <Card>
            <p>{t('invitation.text', { name })}</p>
            <ul className="list-disc ps-5">
              <li>{t('invitation.opens', { name })}</li>
              <li>{t('invitation.uses')}</li>
              <li>{t('invitation.ends', { name })}</li>
            </ul>
            <p className="text-soft">
              {t.rich('guardians.until', { date: <DateText value={loaderData.expires_at} /> })}
            </p>
          </Card>
          <Form refused={actionData}>
            <Stack gap={2}>
              <Button name="answer" value="yes" wide>
                {t('invitation.accept')}
              </Button>
              <Button name="answer" value="no" tone="secondary" wide>
                {t('invitation.decline')}
              </Button>
            </Stack>
            {!session && <p className="text-sm text-soft">{t('invitation.sign_in_first')}</p>}
          </Form>
        </Stack>
      ) : (
        <Stack>
          <Notice
            mood={loaderData.status === 'accepted' ? 'good' : 'info'}
            title={t(
              loaderData.status === 'declined' && url.searchParams.get('done')
                ? 'invitation.declined_now'
                : `guardians.told.${loaderData.status}`,
              { name },
            )}
          />
          <ButtonLink to={session ? '/wards' : '/'} tone="secondary" wide>
            {t(session ? 'wards.title' : 'error.home')}
          </ButtonLink>
        </Stack>
      )}
    </Column>
  )
}
