/**
 * Changing a pot: its words, picture and settings at any time, its goal until it opens. The form remembers the version it was
 * filled in from; when somebody else changed the pot meanwhile, both versions are shown and the person decides.
 */
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther, type Refused } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { CoverField, coverFrom } from '../covers/field.tsx'
import { GoalFields, goalBody, SettingFields, settingBody, wordBody, WordFields } from './form.tsx'
import { FactList } from './history/facts.tsx'
import type { Route } from './+types/edit'

const PACKS_OFFERED = 100

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const path = { id: params.id }
  const pot = need(context, await client.GET('/api/pots/{id}', { params: { path } }))
  if (pot.role === 'staff' || pot.ended_at) throw seeOther(`/pots/${params.id}`)
  // Once open, donors give for this goal: it is fixed.
  const packs =
    pot.status === 'scheduled'
      ? need(context, await client.GET('/api/packs', { params: { query: { limit: PACKS_OFFERED } } })).items
      : []
  const limits = need(context, await client.GET('/api/pots/rules'))
  const changes = await client.GET('/api/pots/{id}/changes', { params: { path, query: { limit: 1 } } })
  return { pot, packs, limits, last: changes.data?.items[0] }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const sent = await readForm(request)
  const given = await coverFrom(sent, api(context))
  if (given.problem) return refused(sent, given.problem)
  const { form, cover } = given
  const revision = Number(form.text('revision'))
  const result = await api(context).PATCH('/api/pots/{id}', {
    params: { path: { id: params.id } },
    headers: form.headers,
    body: {
      ...wordBody(form),
      cover,
      ...settingBody(form),
      ...(form.text('goal') ? goalBody(form) : {}),
      ...(Number.isSafeInteger(revision) && revision > 0 ? { revision } : {}),
    },
  })
  return result.data ? seeOther(`/pots/${params.id}?done=saved`) : refused(form, problemOf(result))
}

export default function EditPot({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t } = usePage()
  const { pot, packs, limits } = loaderData
  const collided = actionData?.problem.code === 'pots.changed_meanwhile'
  return (
    <Column width="text">
      <Head title={t('edit_pot.title')} index={false} />
      <PageTitle title={t('edit_pot.title')} lead={pot.title} />
      <Stack gap={6}>
        {collided && <Collision {...loaderData} refusal={actionData} back={`/pots/${params.id}`} />}
        <Form refused={actionData} multipart quiet={collided}>
          {/* After a collision the next try is against the version that was just shown. */}
          <input type="hidden" name="revision" value={pot.revision} />
          {pot.status === 'scheduled' ? (
            <GoalFields packs={packs} packId={pot.pack?.id} target={pot.pack ? undefined : pot.target_minor} />
          ) : (
            <p className="rounded-control bg-sunken p-4 text-soft">{t('edit_pot.goal_fixed')}</p>
          )}
          <WordFields title={pot.title} story={pot.story} limits={limits} />
          <CoverField legend={t('pot_form.cover')} initial={pot.cover ?? undefined} />
          <SettingFields pot={pot} minor={pot.minor} />
          <p className="text-sm text-soft">{t('edit_pot.kept')}</p>
          <Button wide>{t(collided ? 'edit_pot.mine' : 'account.save')}</Button>
          <ButtonLink to={`/pots/${params.id}`} tone="quiet" wide>
            {t('edit_pot.back')}
          </ButtonLink>
        </Form>
      </Stack>
    </Column>
  )
}

/** Both versions: what stands, by whom and since when; what was typed is in the form below. */
function Collision({
  pot,
  last,
  refusal,
  back,
}: Route.ComponentProps['loaderData'] & { refusal: Refused; back: string }) {
  const { t } = usePage()
  const facts: Readonly<Record<string, unknown>> = { ...pot, pack_id: pot.pack?.id ?? null }
  const fields = Object.keys(refusal.problem.fields)
  return (
    <Notice mood="bad" title={refusal.problem.title}>
      <Stack gap={3}>
        {last && (
          <p>
            {t.rich(last.mine ? 'history.by_me_at' : `history.by_${last.role}_at`, {
              at: <DateText value={last.at} style="moment" />,
            })}
          </p>
        )}
        <p className="font-semibold">{t('edit_pot.stands')}</p>
        <FactList facts={Object.fromEntries(fields.map((field) => [field, facts[field]]))} pack={pot.pack} />
        <ButtonLink to={back} tone="secondary">
          {t('edit_pot.theirs')}
        </ButtonLink>
      </Stack>
    </Notice>
  )
}
