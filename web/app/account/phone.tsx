/** Adding a number to the account, or changing it: the number, then the code sent to it. */
import { redirect } from 'react-router'
import { api } from '../context.ts'
import { need, problemOf, readForm, refused } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CodeInput, PhoneInput } from '../ui/controls.tsx'
import { Field, Form } from '../ui/form.tsx'
import { Head } from '../ui/head.tsx'
import { Column, PageTitle } from '../ui/layout.tsx'
import { Phone } from '../ui/values.tsx'
import { pendingCookie, readPending } from './sign-in/pending.ts'
import type { Route } from './+types/phone'

export async function loader({ request, context, url }: Route.LoaderArgs) {
  need(context, await api(context).GET('/api/me'))
  const pending = url.searchParams.has('again') ? null : await readPending(request, 'add_phone')
  return { phone: pending?.phone ?? null }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const pending = await readPending(request, 'add_phone')
  const code = form.text('code').replace(/\D/g, '')
  if (pending && form.text('act') === 'code') {
    const path = { challenge_id: pending.challengeId }
    const result = await api(context).POST('/api/otp/{challenge_id}/verification', { params: { path }, body: { code } })
    if (!result.data) return refused(form, problemOf(result), ['code'])
    return redirect('/account?done=phone', { status: 303, headers: await pendingCookie(context, null, 'add_phone') })
  }
  const phone = form.text('phone')
  const result = await api(context).POST('/api/otp', { headers: form.headers, body: { phone, purpose: 'add_phone' } })
  if (!result.data) return refused(form, problemOf(result))
  const { challenge_id, resend_at, expires_at } = result.data
  const sent = { challengeId: challenge_id, phone, resendAt: resend_at, expiresAt: expires_at }
  const headers = await pendingCookie(context, sent, 'add_phone')
  return redirect('/account/phone', { status: 303, headers })
}

export default function AddPhone({ loaderData: { phone }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <Column width="form">
      <Head title={t('account.change_phone')} index={false} />
      <PageTitle
        title={t('account.change_phone')}
        {...(phone ? { lead: t.rich('sign_in.code.lead', { phone: <Phone value={phone} /> }) } : {})}
      />
      <Form refused={actionData}>
        {phone ? (
          <>
            <input type="hidden" name="act" value="code" />
            <Field name="code" label={t('sign_in.code.label')} hint={t('sign_in.code.hint')}>
              <CodeInput />
            </Field>
            <Button wide>{t('confirm_email.submit')}</Button>
            <ButtonLink to="/account/phone?again" tone="quiet" wide>
              {t('sign_in.code.other_number')}
            </ButtonLink>
          </>
        ) : (
          <>
            <Field name="phone" label={t('sign_in.phone')} hint={t('sign_in.phone.hint')}>
              <PhoneInput />
            </Field>
            <Button wide>{t('sign_in.send')}</Button>
          </>
        )}
      </Form>
    </Column>
  )
}
