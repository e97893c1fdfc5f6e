/** Setting up a second factor: the secret goes into an authenticator, whose first code proves that it arrived. */
import { api } from '../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field, Form, SecondFactorInput } from '../ui/form.tsx'
import { Head } from '../ui/head.tsx'
import { Column, PageTitle, Stack } from '../ui/layout.tsx'
import { Notice } from '../ui/states.tsx'
import { QrCode } from '../ui/qr.tsx'
import { nextOf, withNext } from './sign-in/next.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import type { Route } from './+types/enrolment'

export async function loader({ context }: Route.LoaderArgs) {
  const result = await api(context).GET('/api/me/second-factor/enrolment')
  // Also after the last step, when there is nothing left to set up and the recovery codes are shown.
  return result.response.status === 404 ? null : need(context, result)
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/me/second-factor/enrolment/confirmation', {
    body: { code: form.text('code') },
  })
  if (result.data) return { codes: result.data.recovery_codes }
  const problem = problemOf(result)
  if (problem.status === 404 || problem.status === 409) return seeOther(withNext('/account/security', nextOf(url)))
  return refused(form, { ...problem, title: '', fields: { code: problem.title } }, ['code'])
}

export default function Enrolment({ loaderData: begun, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const next = nextOf(url)
  if (actionData && 'codes' in actionData)
    return <RecoveryCodes codes={actionData.codes} next={next ?? '/account/security'} />
  return (
    <Column width="form">
      <Head title={t('enrolment.title')} index={false} />
      <PageTitle title={t('enrolment.title')} lead={t('enrolment.lead')} />
      {begun ? (
        <Stack gap={6} as="ol">
          <Step number={1} title={t('enrolment.app')}>
            <p className="text-soft">{t('enrolment.app.text')}</p>
          </Step>
          <Step number={2} title={t('enrolment.scan')}>
            <QrCode
              text={begun.uri}
              label={t('enrolment.qr')}
              className="mx-auto w-60 rounded-card border border-line max-sm:w-52"
            />
            <ButtonLink to={begun.uri} tone="secondary" className="sm:hidden">
              {t('enrolment.open')}
            </ButtonLink>
            <details>
              <summary className="cursor-pointer py-2 text-accent">{t('enrolment.type')}</summary>
              <p className="pt-1 font-mono text-lg break-words select-all">
                {begun.secret.replace(/.{4}(?=.)/g, '$& ')}
              </p>
            </details>
          </Step>
          <Step number={3} title={t('enrolment.code')}>
            <Form refused={actionData} quiet>
              <Field name="code" label={t('enrolment.code.label')}>
                <SecondFactorInput />
              </Field>
              <Button wide>{t('enrolment.submit')}</Button>
            </Form>
          </Step>
        </Stack>
      ) : (
        <Stack gap={6}>
          <Notice title={t('enrolment.none')} />
          <ButtonLink to={withNext('/account/security', next)}>{t('security.title')}</ButtonLink>
        </Stack>
      )}
    </Column>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: React.ReactNode }) {
  return (
    <li className="flex flex-col gap-3">
      <h2 className="flex items-center gap-3 text-xl">
        <span
          aria-hidden
          className="flex size-8 shrink-0 items-center justify-center rounded-full bg-brand-wash text-base font-bold text-brand"
        >
          {number}
        </span>
        {title}
      </h2>
      {children}
    </li>
  )
}
