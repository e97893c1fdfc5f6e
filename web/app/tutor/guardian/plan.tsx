/** Choosing a plan and starting: the trial where one is offered, else the first period, paid at the provider's page. */
import { api } from '../../context.ts'
import { invalid, need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Choice, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { t as words } from '../../context.ts'
import { cycleOf, cycles, PlanChoice } from './plans.tsx'
import { FirstSteps } from './steps.tsx'
import type { Route } from './+types/plan'

export async function loader({ context, url }: Route.LoaderArgs) {
  const client = api(context)
  const me = need(context, await client.GET('/api/me'))
  const [offer, wards, profile] = await Promise.all([
    client.GET('/api/plans'),
    client.GET('/api/me/wards'),
    client.GET('/api/me/profile'),
  ])
  const payable = (wards.data?.items ?? []).filter(({ capabilities }) => capabilities.includes('pay'))
  const people = [
    ...payable.map(({ user_id, first_name }) => ({ id: user_id, name: first_name })),
    // An adult without children learns alone, or wants to.
    ...(payable.length === 0 && profile.data && !profile.data.is_minor
      ? [{ id: me.id, name: profile.data.first_name }]
      : []),
  ]
  const learners = await Promise.all(
    people.map(async ({ id, name }) => {
      const { data } = await client.GET('/api/learners/{id}/subscription', { params: { path: { id } } })
      return { id, name, status: data?.status ?? 'none', trial: data?.trial_offered ?? false }
    }),
  )
  const open = learners.filter(({ status }) => status === 'none' || status === 'suspended')
  return {
    offer: need(context, offer),
    open,
    trial: open.length > 0 && open.every(({ trial }) => trial),
    family: payable.length > 0,
    cycle: cycleOf(url.searchParams.get('cycle')),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const client = api(context)
  const say = words(context)
  const learners = form.all('learner')
  if (learners.length === 0) return refused(form, invalid({ learner: say('plan.learner.none') }))
  if (!form.text('plan')) return refused(form, invalid({ plan: say('plan.none') }))
  const result = await client.POST('/api/subscriptions', {
    headers: form.headers,
    body: {
      plan: form.text('plan'),
      cycle: cycleOf(form.text('cycle')),
      learner_ids: learners,
      trial: form.text('trial') === 'yes',
    },
  })
  if (!result.data) return refused(form, problemOf(result))
  const { id, status } = result.data
  if (status !== 'pending')
    return seeOther(form.text('family') ? `/guardian/children/${learners[0]}/ready` : `/billing/${id}?done=started`)
  const checkout = await client.POST('/api/subscriptions/{id}/checkout', {
    params: { path: { id } },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    body: { save_card: true },
  })
  return seeOther(checkout.data?.launch_url ?? `/billing/${id}`)
}

export default function Plan({ loaderData, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const { offer, open, trial, family, cycle } = loaderData
  const asked = url.searchParams.get('learner')
  return (
    <Column width="text">
      <Head title={t('plan.title')} index={false} />
      {family && trial && <FirstSteps at="plan" />}
      <PageTitle
        title={t('plan.title')}
        lead={trial ? t('plan.lead.trial', { days: offer.trial_days }) : t('plan.lead')}
      />
      {open.length === 0 ? (
        <EmptyState title={t('plan.covered')}>
          <ButtonLink to="/billing">{t('billing.title')}</ButtonLink>
        </EmptyState>
      ) : (
        <Stack gap={6}>
          <nav aria-label={t('plan.cycle')} className="flex flex-wrap gap-2">
            {cycles.map((name) => (
              <a
                key={name}
                href={`?${new URLSearchParams({ cycle: name, ...(asked ? { learner: asked } : {}) })}`}
                aria-current={name === cycle ? 'true' : undefined}
                className="inline-flex min-h-12 items-center rounded-control border border-strong-line bg-surface px-4 py-2 aria-[current]:border-brand aria-[current]:bg-brand-wash aria-[current]:font-semibold"
              >
                {t(`plan.cycle.${name}`)}
              </a>
            ))}
          </nav>
          <Form refused={actionData}>
            <input type="hidden" name="cycle" value={cycle} />
            <input type="hidden" name="trial" value={trial ? 'yes' : 'no'} />
            {family && <input type="hidden" name="family" value="yes" />}
            <PlanChoice plans={offer.plans} cycle={cycle} initial={open.length > 1 ? 'family' : 'basic'} />
            {open.length === 1 ? (
              <input type="hidden" name="learner" value={open[0]!.id} />
            ) : (
              <Choice
                name="learner"
                legend={t('plan.learners')}
                many
                options={open.map(({ id, name }) => ({ value: id, label: name }))}
                initial={asked ? [asked] : open.map(({ id }) => id)}
              />
            )}
            <Button wide className="min-h-14 text-lg">
              {trial ? t('plan.start.trial', { days: offer.trial_days }) : t('plan.start')}
            </Button>
            <p className="text-sm text-soft">{t(trial ? 'plan.small.trial' : 'plan.small')}</p>
          </Form>
        </Stack>
      )}
    </Column>
  )
}
