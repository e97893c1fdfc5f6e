/** A subscription for whoever pays it: what comes next, paying, children covered, changing, pausing, ending, card, invoices. */
import { api } from '../../../context.ts'
import { need, problemOf, readForm, refused, seeOther, type Refused, type Submitted } from '../../../forms.ts'
import type { Api } from '../../../context.ts'
import live from '../../../islands/live.ts?worker&url'
import { usePage } from '../../../page.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, Form } from '../../../ui/form.tsx'
import { Head } from '../../../ui/head.tsx'
import { Island } from '../../../ui/island.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/states.tsx'
import { Money } from '../../../ui/values.tsx'
import { useOwn } from '../plans.tsx'
import { Ending, Pausing } from './acts.tsx'
import { Cards } from './cards.tsx'
import { InvoiceList } from './invoices.tsx'
import { Seats } from './seats.tsx'
import { StatusBadge, WhatNext } from './status.tsx'
import type { Route } from './+types/subscription'

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const mine = { params: { path: { id: params.id } } }
  const [subscription, invoices, offer, wards, profile, cards, ending] = await Promise.all([
    client.GET('/api/subscriptions/{id}', mine),
    client.GET('/api/subscriptions/{id}/invoices', mine),
    client.GET('/api/plans'),
    client.GET('/api/me/wards'),
    client.GET('/api/me/profile'),
    client.GET('/api/me/cards'),
    client.GET('/api/subscriptions/{id}/ending', mine),
  ])
  const names = Object.fromEntries([
    ...(profile.data ? [[profile.data.user_id, profile.data.first_name]] : []),
    ...(wards.data?.items ?? []).map(({ user_id, first_name }) => [user_id, first_name]),
  ]) as Record<string, string>
  const it = need(context, subscription)
  const covered = new Set(it.learners.map(({ learner_id }) => learner_id))
  return {
    it,
    invoices: invoices.data?.items ?? [],
    plan: offer.data?.plans.find(({ code }) => code === it.plan) ?? null,
    next: offer.data?.plans.find(({ code }) => code === it.next_plan) ?? null,
    names,
    cards: cards.data?.items ?? [],
    ending: ending.data ?? null,
    others: (wards.data?.items ?? [])
      .filter(({ user_id, capabilities }) => !covered.has(user_id) && capabilities.includes('pay'))
      .map(({ user_id, first_name }) => ({ id: user_id, name: first_name })),
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await act(api(context), params.id, form)
  if (result.data === undefined && !result.response.ok) return refused(form, problemOf(result))
  const page = result.data && 'launch_url' in result.data ? result.data.launch_url : null
  return seeOther(page ?? `/billing/${params.id}?done=${form.text('act')}`)
}

/** Each button of the page is one act of the API. */
function act(client: Api, id: string, form: Submitted) {
  const mine = { params: { path: { id } }, headers: form.headers }
  switch (form.text('act')) {
    case 'pay':
      return client.POST('/api/subscriptions/{id}/checkout', {
        ...mine,
        body: { save_card: form.checked('save_card') },
      })
    case 'pause':
      return client.POST('/api/subscriptions/{id}/pause', { ...mine, body: { days: Number(form.text('days')) } })
    case 'resume':
      return client.POST('/api/subscriptions/{id}/resume', mine)
    case 'go_on':
      return client.DELETE('/api/subscriptions/{id}/cancel', mine)
    case 'card':
      return client.PUT('/api/subscriptions/{id}/card', { ...mine, body: { card_id: form.optional('card') ?? null } })
    case 'forget':
      return client.DELETE('/api/me/cards/{id}', {
        params: { path: { id: form.text('card') }, query: { confirmed: form.checked('confirmed') } },
        headers: form.headers,
      })
    case 'add':
      return client.POST('/api/subscriptions/{id}/learners', { ...mine, body: { learner_id: form.text('learner') } })
    case 'remove':
      return client.DELETE('/api/subscriptions/{id}/learners/{learner_id}', {
        params: { path: { id, learner_id: form.text('learner') } },
        headers: form.headers,
      })
    default:
      return client.POST('/api/subscriptions/{id}/cancel', {
        ...mine,
        body: { when: form.text('when') === 'now' ? 'now' : 'period_end' },
      })
  }
}

const told = [
  'pay',
  'pause',
  'resume',
  'go_on',
  'card',
  'forget',
  'add',
  'remove',
  'cancel',
  'change',
  'started',
] as const

export default function Subscription({ loaderData, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const own = useOwn()
  const { it, invoices, plan, next, names, cards, ending, others } = loaderData
  const of = (...acts: string[]): Refused | undefined =>
    actionData && acts.includes(actionData.values['act']?.[0] ?? '') ? actionData : undefined
  const done = actionData ? undefined : told.find((name) => name === url.searchParams.get('done'))
  const due = it.open_invoices.some(({ reason }) => reason === 'change')
  const payable =
    it.status === 'pending' ||
    it.status === 'grace' ||
    it.status === 'suspended' ||
    due ||
    (it.status === 'trial' && !it.paid_ahead && !it.cancel_at_period_end)
  const arriving = url.searchParams.has('paid') && (it.charging || payable)
  const over = it.status === 'cancelled'
  return (
    <Column width="text">
      <Head title={t('billing.title')} index={false} />
      <PageTitle title={t('billing.title')}>
        <StatusBadge status={it.status} />
      </PageTitle>
      <Stack gap={6}>
        {done && <Notice mood="good" title={t(`billing.done.${done}`)} />}
        {/* Only who learns alone comes here from the start of it. */}
        {done === 'started' && (
          <ButtonLink to="/learner" wide>
            {t('today.start')}
          </ButtonLink>
        )}
        {url.searchParams.has('unpaid') && <Notice mood="bad" title={t('billing.unpaid')} />}
        <div id="subscription" {...(arriving || it.charging ? { 'data-live': '3' } : {})}>
          <Stack gap={6}>
            {url.searchParams.has('paid') && (
              <Notice mood={arriving ? 'info' : 'good'} title={t(arriving ? 'billing.arriving' : 'billing.arrived')} />
            )}
            {it.charging && !arriving && <Notice title={t('billing.charging')} />}
            <Card gap={4}>
              <h2 className="text-2xl text-brand">
                {plan ? own(plan.name) : it.plan}{' '}
                <span className="text-base font-normal text-soft">{t(`plan.cycle.${it.cycle}`)}</span>
              </h2>
              <WhatNext it={it} />
              {(it.next_plan ?? it.next_cycle) && (
                <Notice
                  title={t('billing.next_terms', {
                    plan: own((next ?? plan)?.name ?? { en: it.plan }),
                    cycle: t(`plan.cycle.${it.next_cycle ?? it.cycle}`),
                  })}
                />
              )}
              {it.credit_minor !== '0' && (
                <p>
                  {t.rich('billing.credit', { amount: <Money minor={it.credit_minor} className="font-semibold" /> })}
                </p>
              )}
              {payable && !arriving && !it.charging && (
                <Form refused={of('pay')} className="border-t border-line pt-4">
                  <input type="hidden" name="act" value="pay" />
                  {it.open_invoices[0] && (
                    <p>
                      {t.rich('billing.due', {
                        amount: <Money minor={it.open_invoices[0].gross_minor} className="text-xl font-bold" />,
                      })}
                    </p>
                  )}
                  <Checkbox
                    name="save_card"
                    label={t('billing.save_card')}
                    hint={t('billing.save_card.hint')}
                    initial
                  />
                  <Button wide className="min-h-14 text-lg">
                    {t(it.status === 'trial' ? 'billing.pay_trial' : 'billing.pay_now')}
                  </Button>
                </Form>
              )}
              {it.cancel_at_period_end && (
                <Form refused={of('go_on')}>
                  <Button name="act" value="go_on" wide>
                    {t('billing.go_on')}
                  </Button>
                </Form>
              )}
              {it.status === 'paused' && (
                <Form refused={of('resume')}>
                  <Button name="act" value="resume" wide>
                    {t('billing.resume')}
                  </Button>
                </Form>
              )}
              {(it.status === 'active' || it.status === 'trial') &&
                !it.cancel_at_period_end &&
                (it.paid_ahead ? (
                  <p className="text-soft">{t('billing.change.later')}</p>
                ) : (
                  <Row>
                    <ButtonLink to={`/billing/${it.id}/change`} tone="secondary">
                      {t('billing.change')}
                    </ButtonLink>
                  </Row>
                ))}
            </Card>
            <Seats
              learners={it.learners}
              names={names}
              others={over || it.learners.length >= (plan?.learners_max ?? 0) ? [] : others}
              removable={!over && it.learners.length > 1}
              trial={it.status === 'trial'}
              refused={of('add', 'remove')}
            />
            <Cards
              cards={cards}
              chosen={it.card_id}
              over={over}
              refused={of('card')}
              refusedCard={actionData?.values['card']?.[0]}
              forgetting={of('forget')}
            />
            <InvoiceList items={invoices} />
          </Stack>
        </div>
        {it.status === 'active' && !it.cancel_at_period_end && !it.paid_ahead && <Pausing refused={of('pause')} />}
        {!over && !it.cancel_at_period_end && (
          <Ending status={it.status} ending={ending} paidAhead={it.paid_ahead} refused={of('cancel')} />
        )}
        {over && <ButtonLink to="/guardian/plan">{t('plan.title')}</ButtonLink>}
      </Stack>
      {(arriving || it.charging) && <Island src={live} />}
    </Column>
  )
}
