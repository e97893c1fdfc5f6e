/** What protects a person's account besides their phone: a second factor and its recovery codes. Devices are next door. */
import { Link } from 'react-router'
import { api } from '../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Form, SecondFactorInput } from '../ui/form.tsx'
import { Head } from '../ui/head.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../ui/layout.tsx'
import { Badge, Notice } from '../ui/states.tsx'
import { DateText } from '../ui/values.tsx'
import { nextOf, withNext } from './sign-in/next.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import type { Route } from './+types/security'

/** Codes are running out when fewer than this are left. */
const FEW = 4

export async function loader({ context }: Route.LoaderArgs) {
  const me = need(context, await api(context).GET('/api/me'))
  return { needed: me.second_factor_needed, factor: need(context, await api(context).GET('/api/me/second-factor')) }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await readForm(request)
  const act = form.text('act')
  if (act === 'begin') {
    const result = await api(context).POST('/api/me/second-factor/enrolment')
    if (!result.data) return refused(form, problemOf(result))
    return seeOther(withNext('/account/security/enrolment', nextOf(url)))
  }
  if (act === 'renew') {
    const result = await api(context).POST('/api/me/second-factor/recovery-codes')
    return result.data ? { codes: result.data.recovery_codes } : refused(form, problemOf(result))
  }
  const result = await api(context).POST('/api/me/second-factor/removal', { body: { code: form.text('code') } })
  if (result.response.ok) return seeOther('/account/security?done=removed')
  const problem = problemOf(result)
  return refused(form, { ...problem, title: '', fields: { code: problem.title } }, ['code'])
}

export default function Security({ loaderData: { needed, factor }, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  if (actionData && 'codes' in actionData) return <RecoveryCodes codes={actionData.codes} next="/account/security" />
  const failed = actionData
  const of = (act: string) => (failed?.values['act']?.[0] === act ? failed : undefined)
  return (
    <Column width="form">
      <Head title={t('security.title')} index={false} />
      <PageTitle title={t('security.title')} />
      <Stack gap={6}>
        {!failed && url.searchParams.get('done') === 'removed' && <Notice mood="good" title={t('security.removed')} />}
        {needed && (
          <Notice mood="festive" title={t('security.needed')}>
            {t('security.needed.text')}
          </Notice>
        )}
        <Card>
          <Row className="justify-between">
            <h2 className="text-xl">{t('security.factor')}</h2>
            <Badge mood={factor.since ? 'good' : 'plain'}>{t(factor.since ? 'security.on' : 'security.off')}</Badge>
          </Row>
          {factor.since ? (
            <p>{t.rich('security.since', { date: <DateText value={factor.since} style="short" /> })}</p>
          ) : (
            <>
              <p>{t('security.why')}</p>
              <Form refused={of('begin')}>
                <input type="hidden" name="act" value="begin" />
                <Button wide>{t(factor.enrolling ? 'security.go_on' : 'security.begin')}</Button>
              </Form>
            </>
          )}
        </Card>
        {factor.since && (
          <>
            <Card>
              <Row className="justify-between">
                <h2 className="text-xl">{t('security.codes')}</h2>
                <Badge mood={factor.recovery_codes_left < FEW ? 'bad' : 'good'}>
                  {t('security.codes.left', { count: factor.recovery_codes_left })}
                </Badge>
              </Row>
              <p>{t('security.codes.text')}</p>
              <details open={of('renew') !== undefined}>
                <summary className="cursor-pointer py-2 text-accent">{t('security.codes.renew')}</summary>
                <Form refused={of('renew')} className="pt-2">
                  <input type="hidden" name="act" value="renew" />
                  <p className="text-soft">{t('security.codes.renew.text')}</p>
                  <Button tone="secondary" wide>
                    {t('security.codes.renew.confirm')}
                  </Button>
                </Form>
              </details>
            </Card>
            <Card>
              <h2 className="text-xl">{t('security.remove.title')}</h2>
              <details open={of('remove') !== undefined}>
                <summary className="cursor-pointer py-2 text-accent">{t('security.remove')}</summary>
                <Form refused={of('remove')} className="pt-2">
                  <input type="hidden" name="act" value="remove" />
                  <Field name="code" label={t('form.second_factor')} hint={t('form.second_factor.hint')}>
                    <SecondFactorInput />
                  </Field>
                  <Button tone="danger" wide>
                    {t('security.remove.confirm')}
                  </Button>
                </Form>
              </details>
            </Card>
          </>
        )}
        <p>
          <Link className="link inline-block py-2" to="/account/sessions">
            {t('sessions.title')}
          </Link>
        </p>
      </Stack>
    </Column>
  )
}
