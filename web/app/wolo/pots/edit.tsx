/** Changing a pot: its words, picture and settings at any time, its goal until it opens. */
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle } from '../../ui/layout.tsx'
import { DetailFields, detailBody, GoalFields, goalBody } from './form.tsx'
import type { Route } from './+types/edit'

const PACKS_OFFERED = 100

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const pot = need(context, await client.GET('/api/pots/{id}', { params: { path: { id: params.id } } }))
  if (pot.role !== 'owner' || pot.ended_at) throw seeOther(`/pots/${params.id}`)
  // Once open, donors give for this goal: it is fixed.
  const packs =
    pot.status === 'scheduled'
      ? need(context, await client.GET('/api/packs', { params: { query: { limit: PACKS_OFFERED } } })).items
      : []
  const limits = need(context, await client.GET('/api/pots/rules'))
  return { pot, packs, limits }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).PATCH('/api/pots/{id}', {
    params: { path: { id: params.id } },
    headers: form.headers,
    body: { ...detailBody(form), ...(form.text('goal') ? goalBody(form) : {}) },
  })
  return result.data ? seeOther(`/pots/${params.id}?done=saved`) : refused(form, problemOf(result))
}

export default function EditPot({ loaderData: { pot, packs, limits }, actionData, params }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <Column width="form">
      <Head title={t('edit_pot.title')} index={false} />
      <PageTitle title={t('edit_pot.title')} lead={pot.title} />
      <Form refused={actionData}>
        {pot.status === 'scheduled' && (
          <GoalFields packs={packs} packId={pot.pack?.id} target={pot.pack ? undefined : pot.target_minor} />
        )}
        <DetailFields pot={pot} minor={pot.minor} limits={limits} />
        <Button wide>{t('account.save')}</Button>
        <ButtonLink to={`/pots/${params.id}`} tone="quiet" wide>
          {t('edit_pot.back')}
        </ButtonLink>
      </Form>
    </Column>
  )
}
