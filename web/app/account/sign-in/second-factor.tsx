/** Signing in, the last step for whoever has a second factor: until then the session opens nothing. */
import { Link } from 'react-router'
import { api } from '../../context.ts'
import { problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, Form, SecondFactorInput } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle } from '../../ui/layout.tsx'
import { afterSignIn, nextOf, withNext } from './next.ts'
import type { Route } from './+types/second-factor'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { data } = await api(context).GET('/api/sessions/current/second-factor')
  if (!data) throw seeOther(withNext('/sign-in', nextOf(url)))
  if (!data.required) throw seeOther(afterSignIn(nextOf(url), false))
  return null
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/sessions/current/second-factor', { body: { code: form.text('code') } })
  if (result.response.ok) return seeOther(afterSignIn(nextOf(url), false))
  const problem = problemOf(result)
  if (problem.status === 401) return seeOther(withNext('/sign-in', nextOf(url)))
  const blocked = problem.code === 'identity.second_factor_blocked'
  return refused(form, blocked ? { ...problem, fields: {} } : { ...problem, fields: { code: problem.title } }, ['code'])
}

export default function SignInSecondFactor({ actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  return (
    <Column width="form">
      <Head title={t('sign_in.factor.title')} index={false} />
      <PageTitle title={t('sign_in.factor.title')} lead={t('sign_in.factor.lead')} />
      <Form refused={actionData} quiet={actionData?.problem.fields['code'] !== undefined} className="mt-4">
        <Field name="code" label={t('sign_in.factor.label')} hint={t('form.second_factor.hint')}>
          <SecondFactorInput autoFocus />
        </Field>
        <Button wide>{t('sign_in.factor.submit')}</Button>
      </Form>
      <details className="mt-6">
        <summary className="cursor-pointer py-2 text-accent">{t('sign_in.factor.lost')}</summary>
        <p className="pt-1 text-soft">{t('sign_in.factor.lost.text')}</p>
      </details>
      <p className="mt-2">
        <Link className="link inline-block py-2" to={withNext('/sign-in', nextOf(url))}>
          {t('sign_in.factor.other')}
        </Link>
      </p>
    </Column>
  )
}
