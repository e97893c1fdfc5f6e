/**
 * The link in a confirmation e-mail leads here. Confirming takes a press of the button: mail scanners open links by
 * themselves, and a link that confirms by being opened would be used up by them.
 */
import { api, page } from '../../context.ts'
import { problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import type { Route } from './+types/confirm-email'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/email-verifications/confirmation', {
    body: { token: form.text('token') },
  })
  if (!result.data) return refused(form, problemOf(result), ['token'])
  return seeOther(page(context).session ? '/account?done=email' : '/sign-in/email?done=verified')
}

export default function ConfirmEmail({ actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const token = url.searchParams.get('token')
  const usable = token && !actionData
  return (
    <Column width="form">
      <Head title={t('confirm_email.title')} index={false} />
      <PageTitle title={t('confirm_email.title')} />
      <Form refused={actionData}>
        {usable ? (
          <>
            <p>{t('confirm_email.lead')}</p>
            <input type="hidden" name="token" value={token} />
            <Button wide>{t('confirm_email.submit')}</Button>
          </>
        ) : (
          <Stack>
            <p>{t('confirm_email.again')}</p>
            <ButtonLink to="/sign-up" tone="secondary" wide>
              {t('sign_up.title')}
            </ButtonLink>
            <ButtonLink to="/sign-in/email" tone="quiet" wide>
              {t('sign_in.email.title')}
            </ButtonLink>
          </Stack>
        )}
      </Form>
    </Column>
  )
}
