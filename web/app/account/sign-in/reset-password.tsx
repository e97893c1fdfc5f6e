/** A forgotten password: first the address, then, from the link in the e-mail, the new password. */
import { api } from '../../context.ts'
import { problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import type { Route } from './+types/reset-password'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const token = form.optional('token')
  if (token) {
    const result = await api(context).POST('/api/password-resets/confirmation', {
      body: { token, password: form.text('password') },
    })
    if (!result.response.ok) return refused(form, problemOf(result), ['password', 'token'])
    return seeOther('/sign-in/email?done=reset')
  }
  const result = await api(context).POST('/api/password-resets', { body: { email: form.text('email') } })
  if (!result.response.ok) return refused(form, problemOf(result))
  return seeOther('/reset-password?done=sent')
}

export default function PasswordReset({ actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const token = url.searchParams.get('token')
  return (
    <Column width="form">
      <Head title={t('reset.title')} index={false} />
      <PageTitle title={t('reset.title')} {...(token ? {} : { lead: t('reset.lead') })} />
      {url.searchParams.get('done') === 'sent' && !actionData ? (
        <Notice mood="good" title={t('reset.sent')}>
          {t('reset.sent.text')}
        </Notice>
      ) : (
        <Form refused={actionData}>
          {token ? (
            <Field name="password" label={t('reset.password')} hint={t('sign_up.password.hint')}>
              <TextInput type="password" autoComplete="new-password" />
            </Field>
          ) : (
            <Field name="email" label={t('sign_in.email')}>
              <TextInput type="email" inputMode="email" autoComplete="email" />
            </Field>
          )}
          {token && <input type="hidden" name="token" value={token} />}
          <Button wide>{t(token ? 'reset.submit' : 'reset.send')}</Button>
        </Form>
      )}
    </Column>
  )
}
