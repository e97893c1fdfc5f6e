/** Signing in, step two: the code from the message. Typed into one field, filled in by phones that can; asked for again here. */
import { Link, redirect } from 'react-router'
import { api } from '../../context.ts'
import { withDigits } from '../../format.ts'
import { problemOf, readForm, refused, seeOther } from '../../forms.ts'
import countdown from '../../islands/countdown.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { CodeInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Column, PageTitle } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { Phone } from '../../ui/values.tsx'
import { afterSignIn, nextOf, withNext } from './next.ts'
import { pendingCookie, readPending } from './pending.ts'
import type { Route } from './+types/code'

/** Nobody waits longer for a second code, even where the API's clock was moved ahead for a trial. */
const WAIT_SECONDS_MAX = 60

/** Refusals no other digits would mend: said above the form. */
const SPENT = new Set(['identity.code_expired', 'identity.code_exhausted', 'identity.suspended'])

export async function loader({ request, url }: Route.LoaderArgs) {
  const pending = await readPending(request)
  if (!pending) throw seeOther(withNext('/sign-in', nextOf(url)))
  const wait = Math.ceil((Date.parse(pending.resendAt) - Date.now()) / 1000)
  return { phone: pending.phone, waitSeconds: Math.min(Math.max(wait, 0), WAIT_SECONDS_MAX) }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const pending = await readPending(request)
  const next = nextOf(url)
  if (!pending) return seeOther(withNext('/sign-in', next))
  const form = await readForm(request)
  if (form.text('act') === 'resend') {
    const { phone } = pending
    const result = await api(context).POST('/api/otp', { headers: form.headers, body: { phone, purpose: 'sign_in' } })
    if (!result.data) return refused(form, problemOf(result))
    const { challenge_id, resend_at, expires_at } = result.data
    const again = { challengeId: challenge_id, phone, resendAt: resend_at, expiresAt: expires_at }
    const to = new URLSearchParams({ sent: 'again', ...(next ? { next } : {}) })
    return redirect(`/sign-in/code?${to}`, { status: 303, headers: await pendingCookie(context, again) })
  }
  const result = await api(context).POST('/api/otp/{challenge_id}/verification', {
    params: { path: { challenge_id: pending.challengeId } },
    body: { code: withDigits(form.text('code'), 'latn').replace(/\D/g, '') },
  })
  if (!result.data) {
    const problem = problemOf(result)
    const { title, ...rest } = problem
    const fields = Object.keys(problem.fields).length > 0 ? problem.fields : { code: title }
    return refused(form, SPENT.has(problem.code) ? problem : { ...rest, title: '', fields }, ['code'])
  }
  const { user, second_factor_required: half } = result.data
  return redirect(half ? withNext('/sign-in/second-factor', next) : afterSignIn(next, user.is_new), {
    status: 303,
    headers: await pendingCookie(context, null),
  })
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  return (
    <Column width="form">
      <Head title={t('sign_in.code.title')} index={false} />
      <PageTitle
        title={t('sign_in.code.title')}
        lead={t.rich('sign_in.code.lead', { phone: <Phone value={loaderData.phone} /> })}
      />
      {url.searchParams.get('sent') === 'again' && !actionData && (
        <Notice mood="good" title={t('sign_in.code.sent_again')} />
      )}
      <Form refused={actionData} className="mt-4">
        <Field name="code" label={t('sign_in.code.label')} hint={t('sign_in.code.hint')}>
          <CodeInput />
        </Field>
        <Button wide>{t('sign_in.code.submit')}</Button>
      </Form>
      <form method="post" className="mt-4">
        <input type="hidden" name="act" value="resend" />
        <Button
          tone="quiet"
          wide
          data-wait-seconds={loaderData.waitSeconds}
          data-wait-label={t('sign_in.code.resend_in', { seconds: '{seconds}' })}
        >
          {t('sign_in.code.resend')}
        </Button>
      </form>
      <p className="mt-2 text-center">
        <Link className="link inline-block py-2" to={withNext('/sign-in', nextOf(url))}>
          {t('sign_in.code.other_number')}
        </Link>
      </p>
      <Island src={countdown} />
    </Column>
  )
}
