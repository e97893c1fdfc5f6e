/** Where the provider's page leads back to: whether the second proof has arrived, and what comes next. */
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import live from '../../islands/live.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { FirstSteps } from './steps.tsx'
import type { Route } from './+types/request'

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const path = { id: params.id }
  const request = need(context, await client.GET('/api/me/consent-requests/{id}', { params: { path } }))
  const learner = { params: { path: { id: request.subject_id } } }
  const [ward, lessons] = await Promise.all([
    client.GET('/api/wards/{id}', learner),
    client.GET('/api/learners/{id}/subscription', learner),
  ])
  return { request, name: ward.data?.first_name ?? '', covered: lessons.data ? lessons.data.status !== 'none' : true }
}

/** The page to pay on, again. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/me/consent-requests/{id}/checkout', {
    params: { path: { id: params.id } },
    headers: form.headers,
  })
  return result.data ? seeOther(result.data.launch_url) : refused(form, problemOf(result))
}

export default function ConsentRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const { request, name, covered } = loaderData
  const { state, trouble, subject_id: child } = request
  const title = t('consents.proof.page', { name })
  return (
    <Column width="form">
      <Head title={title} index={false} />
      {!covered && <FirstSteps at="consent" />}
      <PageTitle title={title} />
      <div id="consent-request" {...(state === 'proving' ? { 'data-live': '3' } : {})}>
        <Stack gap={6}>
          <Notice mood={state === 'decided' ? 'good' : trouble ? 'bad' : 'info'} title={t(`consents.request.${state}`)}>
            {trouble ? t(`consents.trouble.${trouble}`) : state === 'proving' && t('consents.request.proving.text')}
            {state === 'decided' && request.method === 'card_charge' && t('consents.request.refunded')}
          </Notice>
          {state === 'proving' && (
            <Form refused={actionData}>
              <Button tone="secondary" wide>
                {t('consents.proof.pay')}
              </Button>
            </Form>
          )}
          {state === 'decided' && !covered && (
            <ButtonLink to={`/guardian/plan?learner=${child}`} wide>
              {t('guardian.to_plan')}
            </ButtonLink>
          )}
          <ButtonLink to={`/learners/${child}/consents`} tone="secondary" wide>
            {t('consents.see')}
          </ButtonLink>
          {covered && (
            <ButtonLink to="/guardian" tone="secondary" wide>
              {t('tutor.nav.guardian')}
            </ButtonLink>
          )}
        </Stack>
      </div>
      {state === 'proving' && <Island src={live} />}
    </Column>
  )
}
