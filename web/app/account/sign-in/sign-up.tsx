/** A new account with an e-mail address and a password. The answer is the same for known addresses; the mailbox knows more. */
import { Link } from 'react-router'
import { api } from '../../context.ts'
import { problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { nextOf, withNext } from './next.ts'
import type { Route } from './+types/sign-up'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/accounts', {
    body: { email: form.text('email'), password: form.text('password') },
  })
  if (!result.response.ok) return refused(form, problemOf(result), ['password'])
  return seeOther('/sign-up?done=sent')
}

export default function SignUp({ actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const next = nextOf(url)
  if (url.searchParams.get('done') === 'sent')
    return (
      <Column width="form">
        <Head title={t('sign_up.sent.title')} index={false} />
        <PageTitle title={t('sign_up.sent.title')} />
        <Stack>
          <Notice mood="good" title={t('sign_up.sent')}>
            {t('sign_up.sent.text')}
          </Notice>
          <ButtonLink to="/sign-in/email" tone="secondary" wide>
            {t('sign_in.email.title')}
          </ButtonLink>
        </Stack>
      </Column>
    )
  return (
    <Column width="form">
      <Head title={t('sign_up.title')} index={false} />
      <PageTitle title={t('sign_up.title')} />
      <Form refused={actionData}>
        <Field name="email" label={t('sign_in.email')}>
          <TextInput type="email" inputMode="email" autoComplete="email" />
        </Field>
        <Field name="password" label={t('sign_up.password')} hint={t('sign_up.password.hint')}>
          <TextInput type="password" autoComplete="new-password" />
        </Field>
        <Button wide>{t('sign_up.submit')}</Button>
      </Form>
      <p className="mt-6 text-center">
        <Link className="link inline-block py-2" to={withNext('/sign-in/email', next)}>
          {t('sign_up.to_sign_in')}
        </Link>
      </p>
    </Column>
  )
}
