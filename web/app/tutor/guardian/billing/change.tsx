/** Another plan or another cycle: first what it comes to, to the piaster; then the button that does it. */
import { api } from '../../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Choice, Form } from '../../../ui/form.tsx'
import { Head } from '../../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { cycleOf, cycles, PlanChoice } from '../plans.tsx'
import type { Route } from './+types/change'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const client = api(context)
  const [subscription, offer] = await Promise.all([
    client.GET('/api/subscriptions/{id}', { params: { path: { id: params.id } } }),
    client.GET('/api/plans'),
  ])
  const it = need(context, subscription)
  const plan = url.searchParams.get('plan') ?? it.next_plan ?? it.plan
  const cycle = cycleOf(url.searchParams.get('cycle') ?? it.next_cycle ?? it.cycle)
  const asked = url.searchParams.has('plan')
  const quote = asked
    ? await client.GET('/api/subscriptions/{id}/quote', { params: { path: { id: params.id }, query: { plan, cycle } } })
    : undefined
  return {
    it,
    plans: need(context, offer).plans,
    plan,
    cycle,
    quote: quote?.data ?? null,
    sentence: quote && !quote.data ? problemOf(quote).title : '',
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const client = api(context)
  const path = { id: params.id }
  const result = await client.POST('/api/subscriptions/{id}/change', {
    params: { path },
    headers: form.headers,
    body: { plan: form.text('plan'), cycle: cycleOf(form.text('cycle')) },
  })
  if (!result.data) return refused(form, problemOf(result))
  const here = `/billing/${params.id}?done=change`
  if (result.data.takes_effect !== 'now_paid') return seeOther(here)
  const checkout = await client.POST('/api/subscriptions/{id}/checkout', {
    params: { path },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    body: {},
  })
  // Refused where the saved card is being charged already: the page of the subscription says so.
  return seeOther(checkout.data?.launch_url ?? here)
}

export default function Change({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const { it, plans, plan, cycle, quote, sentence } = loaderData
  return (
    <Column width="text">
      <Head title={t('billing.change')} index={false} />
      <PageTitle title={t('billing.change')} lead={t('billing.change.lead')} />
      <Stack gap={6}>
        {sentence && <Notice mood="bad" title={sentence} />}
        {quote && (
          <Card className="border-brand">
            <h2 className="text-xl">{t('billing.quote')}</h2>
            <p>
              {t.rich(`billing.quote.${quote.takes_effect}`, {
                date: <DateText value={quote.on} />,
                due: <Money minor={quote.due_minor} className="font-bold" />,
                credit: <Money minor={quote.credit_minor} className="font-bold" />,
                price: <Money minor={quote.price_minor} className="font-bold" />,
              })}
            </p>
            {quote.takes_effect !== 'none' && (
              <Form refused={actionData}>
                <input type="hidden" name="plan" value={plan} />
                <input type="hidden" name="cycle" value={cycle} />
                <Button wide>
                  {quote.takes_effect === 'now_paid'
                    ? t.rich('billing.quote.pay', { due: <Money minor={quote.due_minor} /> })
                    : t('billing.quote.submit')}
                </Button>
              </Form>
            )}
          </Card>
        )}
        <Form method="get">
          <Choice
            name="cycle"
            legend={t('plan.cycle')}
            options={cycles.map((value) => ({ value, label: t(`plan.cycle.${value}`) }))}
            initial={cycle}
          />
          <PlanChoice plans={plans} cycle={cycle} initial={plan} />
          <Button tone={quote ? 'secondary' : 'primary'} wide>
            {t('billing.quote.ask')}
          </Button>
        </Form>
        <ButtonLink to={`/billing/${it.id}`} tone="quiet" wide>
          {t('billing.back')}
        </ButtonLink>
      </Stack>
    </Column>
  )
}
