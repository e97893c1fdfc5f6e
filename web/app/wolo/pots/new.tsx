/** A new pot: what for, how it looks, who sees it; with the day it opens and the rules worked out beforehand. */
import { Link } from 'react-router'
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { civilDate } from './countdown.tsx'
import { DetailFields, detailBody, GoalFields, goalBody } from './form.tsx'
import { planPot } from './plan.ts'
import { Rules } from './rules.tsx'
import type { Route } from './+types/new'

const PACKS_OFFERED = 100

export async function loader({ context, url }: Route.LoaderArgs) {
  const client = api(context)
  need(context, await client.GET('/api/me'))
  const profile = await client.GET('/api/me/profile')
  if (profile.response.status === 404)
    throw seeOther(`/welcome?${new URLSearchParams({ next: url.pathname + url.search })}`)
  const packs = need(context, await client.GET('/api/packs', { params: { query: { limit: PACKS_OFFERED } } }))
  const rules = need(context, await client.GET('/api/pots/rules'))
  return { profile: need(context, profile), packs: packs.items, rules }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const body = { ...detailBody(form), ...goalBody(form) }
  const result = await api(context).POST('/api/pots', { headers: form.headers, body })
  return result.data ? seeOther(`/pots/${result.data.id}?done=created`) : refused(form, problemOf(result))
}

export default function NewPot({ loaderData: { profile, packs, rules }, actionData }: Route.ComponentProps) {
  const { t, url, now, profile: product } = usePage()
  const title = t('new_pot.title')
  const next = url.pathname + url.search
  if (profile.is_minor && !profile.has_guardian)
    return (
      <Column width="form">
        <Head title={title} index={false} />
        <PageTitle title={title} />
        <Stack>
          <Notice title={t('new_pot.guardian.title')}>{t('new_pot.guardian.text')}</Notice>
          <ButtonLink to={`/guardians?${new URLSearchParams({ next })}`} wide>
            {t('guardians.invite')}
          </ButtonLink>
        </Stack>
      </Column>
    )
  const plan = planPot(profile, civilDate(now, product.timeZone), rules.opens_days_before)
  const birthday = <DateText value={plan.birthday} style="date" />
  return (
    <Column width="form">
      <Head title={title} index={false} />
      <PageTitle title={title} />
      <Stack gap={6}>
        <Notice mood="festive" title={t('new_pot.plan.title', { name: profile.first_name })}>
          <p>
            {plan.opensNow && !profile.is_minor
              ? t.rich('new_pot.plan.now', { birthday })
              : t.rich(profile.is_minor ? 'new_pot.plan.minor' : 'new_pot.plan.later', {
                  birthday,
                  opens: <DateText value={plan.opensOn} style="date" />,
                })}
          </p>
          <Link className="link" to="/account">
            {t('new_pot.plan.wrong')}
          </Link>
        </Notice>
        <Form refused={actionData}>
          <GoalFields packs={packs} packId={url.searchParams.get('pack') ?? undefined} />
          <DetailFields minor={profile.is_minor} limits={rules} />
          <div className="rounded-card bg-sunken p-4 sm:p-5">
            <Stack gap={2}>
              <p className="text-soft">{t('new_pot.rules')}</p>
              <Rules policy={rules} honoree={profile.first_name} />
            </Stack>
          </div>
          <Button wide>{t('new_pot.submit')}</Button>
        </Form>
      </Stack>
    </Column>
  )
}
