/** Signing in with an e-mail address and a password, for whom a phone is not at hand. */
import { Link } from 'react-router'
import { api } from '../../context.ts'
import { problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { afterSignIn, nextOf, withNext } from './next.ts'
import type { Route } from './+types/email'

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/sessions', {
    body: { email: form.text('email'), password: form.text('password') },
  })
  if (!result.data) return refused(form, problemOf(result), ['password'])
  const next = nextOf(url)
  return seeOther(
    result.data.second_factor_required ? withNext('/sign-in/second-factor', next) : afterSignIn(next, false),
  )
}

export default function SignInEmail({ actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const next = nextOf(url)
  const done = url.searchParams.get('done')
  return (
    <Column width="form">
      <Head title={t('sign_in.email.title')} description={t('sign_in.lead')} index={false} />
      <PageTitle title={t('sign_in.email.title')} />
      {done === 'verified' && !actionData && <Notice mood="good" title={t('sign_in.email.verified')} />}
      {done === 'reset' && !actionData && <Notice mood="good" title={t('sign_in.email.reset')} />}
      <Form refused={actionData} className="mt-4">
        <Field name="email" label={t('sign_in.email')}>
          <TextInput type="email" inputMode="email" autoComplete="email" />
        </Field>
        <Field name="password" label={t('sign_in.password')}>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <Button wide>{t('sign_in.submit')}</Button>
      </Form>
      <Stack gap={1} className="mt-6 items-center">
        <Link className="link py-2" to={withNext('/reset-password', next)}>
          {t('sign_in.forgot')}
        </Link>
        <Link className="link py-2" to={withNext('/sign-up', next)}>
          {t('sign_in.to_sign_up')}
        </Link>
        <Link className="link py-2" to={withNext('/sign-in', next)}>
          {t('sign_in.by_phone')}
        </Link>
      </Stack>
    </Column>
  )
}
