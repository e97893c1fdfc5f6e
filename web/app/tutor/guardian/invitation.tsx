/** What an adult sees who was asked to look after a child too: who asks, what they may do, yes or no. */
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
import type { Route } from './+types/invitation'

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = { token: params.token }
  return need(context, await api(context).GET('/api/guardian-invitations/{token}', { params: { path } }))
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const invitation = { params: { path: { token: params.token } }, headers: form.headers }
  const here = `/guardian/${params.token}`
  if (form.text('answer') === 'no') {
    const result = await api(context).POST('/api/guardian-invitations/{token}/refusal', invitation)
    return result.response.ok ? seeOther(here) : refused(form, problemOf(result))
  }
  if (!page(context).session) return seeOther(withNext('/sign-in/phone', here))
  const result = await api(context).POST('/api/guardian-invitations/{token}/acceptance', invitation)
  if (result.data) return seeOther('/guardian?done=accepted')
  const problem = problemOf(result)
  // An adult who has just signed up has not said yet who they are.
  return problem.code === 'profiles.no_profile' ? seeOther(withNext('/welcome', here)) : refused(form, problem)
}

export default function Invitation({ loaderData: invitation, actionData }: Route.ComponentProps) {
  const { t, session } = usePage()
  const { child_first_name: name, guardian_first_name: by, capabilities, status, expires_at } = invitation
  const title = t('invite.title', { name })
  return (
    <Column width="form">
      <Head title={title} description={t('invite.may', { name })} index={false} />
      <PageTitle title={title} lead={status === 'invited' ? (by ? t('invite.by', { by }) : undefined) : undefined} />
      {status === 'invited' ? (
        <Stack gap={6}>
          <Card>
            <p>{t('invite.may', { name })}</p>
            <ul className="list-disc ps-5">
              {capabilities.map((capability) => (
                <li key={capability}>
                  <span className="font-semibold">{t(`child.capability.${capability}`)}</span>:{' '}
                  {t(`child.capability.${capability}.text`)}
                </li>
              ))}
            </ul>
            <p className="text-soft">{t.rich('consents.answer.until', { date: <DateText value={expires_at} /> })}</p>
          </Card>
          <Form refused={actionData}>
            <Stack gap={2}>
              <Button name="answer" value="yes" wide>
                {t('invite.accept')}
              </Button>
              <Button name="answer" value="no" tone="secondary" wide>
                {t('invite.decline')}
              </Button>
            </Stack>
            {!session && <p className="text-sm text-soft">{t('invite.sign_in')}</p>}
          </Form>
        </Stack>
      ) : (
        <Stack>
          <Notice mood={status === 'accepted' ? 'good' : 'info'} title={t(`invite.${status}`)} />
          <ButtonLink to={session ? '/guardian' : '/'} tone="secondary" wide>
            {t(session ? 'tutor.nav.guardian' : 'error.home')}
          </ButtonLink>
        </Stack>
      )}
    </Column>
  )
}
