/** Signing in, step one: a phone number. New and returning people take the same way; nobody learns who has an account. */
import { Link, redirect } from 'react-router'
import { api, page } from '../../context.ts'
import { localPath, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { PhoneInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { nextOf, withNext } from './next.ts'
import { pendingCookie } from './pending.ts'
import type { Route } from './+types/phone'

export function loader({ context, url }: Route.LoaderArgs) {
  if (page(context).session) throw seeOther(localPath(url.searchParams.get('next'), '/dashboard'))
  return null
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await readForm(request)
  const phone = form.text('phone')
  const result = await api(context).POST('/api/otp', { headers: form.headers, body: { phone, purpose: 'sign_in' } })
  if (!result.data) return refused(form, problemOf(result))
  const { challenge_id, resend_at, expires_at } = result.data
  const pending = { challengeId: challenge_id, phone, resendAt: resend_at, expiresAt: expires_at }
  return redirect(withNext('/sign-in/code', nextOf(url)), {
    status: 303,
    headers: await pendingCookie(context, pending),
  })
}

export default function SignInPhone({ actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const next = nextOf(url)
  return (
    <Column width="form">
      <Head title={t('sign_in.title')} description={t('sign_in.lead')} />
      <PageTitle title={t('sign_in.title')} lead={t('sign_in.lead')} />
      {url.searchParams.get('reason') === 'expired' && <Notice title={t('sign_in.code.gone')} />}
      <Form refused={actionData} className="mt-4">
        <Field name="phone" label={t('sign_in.phone')} hint={t('sign_in.phone.hint')}>
          <PhoneInput autoFocus />
        </Field>
        <Button wide>{t('sign_in.send')}</Button>
      </Form>
      <p className="mt-6 text-center">
        <Link className="link inline-block py-2" to={withNext('/sign-in/email', next)}>
          {t('sign_in.by_email')}
        </Link>
      </p>
      <p className="mt-4 text-sm text-soft">{t('sign_in.small')}</p>
    </Column>
  )
}
