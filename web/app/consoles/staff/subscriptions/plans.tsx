/** What the plans cost today and from when they cost something else; announcing new prices. */
import { api, page } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { DateInput, MoneyInput } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { Card, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { acted, minorOf, typedAmount } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/plans'

const CYCLES = ['monthly', 'quarterly', 'yearly'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const { product } = page(context)
  return { product, ...need(context, await api(context).GET('/api/plans')) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const pair = (cycle: string) => ({
    base_minor: minorOf(context, form.text(`${cycle}_base`)),
    extra_minor: minorOf(context, form.text(`${cycle}_extra`)),
  })
  const result = await api(context).POST('/api/plans/{code}/prices', {
    params: { path: { code: form.text('plan') } },
    headers: form.headers,
    body: {
      effective_on: form.text('effective_on'),
      prices: { monthly: pair('monthly'), quarterly: pair('quarterly'), yearly: pair('yearly') },
    },
  })
  return acted(context, form, result, 'prices_announced')
}

export default function Plans({ loaderData: { plans, product }, actionData }: Route.ComponentProps) {
  const { t, locale, number } = usePage()
  const word = useWord()
  const me = useMe()
  return (
    <ConsolePage title={t('staff.plans.title')} lead={t('staff.plans.lead')}>
      <Stack gap={4}>
        {plans.map((plan) => {
          const name = plan.name[locale] ?? plan.code
          const rows = CYCLES.map((cycle) => ({ cycle, now: plan.prices[cycle], later: plan.coming?.prices[cycle] }))
          return (
            <Card key={plan.code}>
              <h2 className="text-2xl">{name}</h2>
              <p className="text-soft">
                {t('staff.plans.learners', {
                  included: number(plan.learners_included),
                  max: number(plan.learners_max),
                })}
              </p>
              {plan.coming && (
                <Notice title={t('staff.plans.coming')}>
                  {t.rich('staff.plans.coming.text', { day: <DateText value={plan.coming.effective_on} /> })}
                </Notice>
              )}
              <Table
                caption={name}
                rows={rows}
                rowKey={({ cycle }) => cycle}
                empty={null}
                columns={[
                  { title: t('staff.plans.cycle'), cell: ({ cycle }) => word('staff.cycle', cycle) },
                  { title: t('staff.plans.base'), cell: ({ now }) => <Money minor={now.base_minor} />, end: true },
                  { title: t('staff.plans.extra'), cell: ({ now }) => <Money minor={now.extra_minor} />, end: true },
                  ...(plan.coming
                    ? [
                        {
                          title: t('staff.plans.then'),
                          cell: ({ later }: (typeof rows)[number]) =>
                            later ? (
                              <>
                                <Money minor={later.base_minor} /> · <Money minor={later.extra_minor} />
                              </>
                            ) : (
                              '–'
                            ),
                          end: true,
                        },
                      ]
                    : []),
                ]}
              />
              {may(me, 'subscriptions.manage') && (
                <Act
                  act="announce"
                  hidden={{ plan: plan.code }}
                  label={t('staff.plans.announce')}
                  confirm={t('staff.plans.announce.confirm')}
                  text={t('staff.plans.announce.text')}
                  refused={actionData}
                >
                  <Field name="effective_on" label={t('staff.plans.from')}>
                    <DateInput />
                  </Field>
                  {rows.map(({ cycle, now }) => (
                    <fieldset key={cycle} className="grid gap-3 sm:grid-cols-2">
                      <legend className="pb-1 font-semibold">{word('staff.cycle', cycle)}</legend>
                      <Field name={`${cycle}_base`} label={t('staff.plans.base')}>
                        <MoneyInput initial={typedAmount(product, now.base_minor)} />
                      </Field>
                      <Field name={`${cycle}_extra`} label={t('staff.plans.extra')}>
                        <MoneyInput initial={typedAmount(product, now.extra_minor)} />
                      </Field>
                    </fieldset>
                  ))}
                </Act>
              )}
            </Card>
          )
        })}
      </Stack>
    </ConsolePage>
  )
}
