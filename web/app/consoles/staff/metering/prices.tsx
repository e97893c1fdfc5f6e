/** What providers charge and what a dollar costs, each with its history and a form. Nothing is ever changed, only added. */
import { api, page, t } from '../../../context.ts'
import { invalid, need, notFound, readForm, refused } from '../../../forms.ts'
import { withDigits } from '../../../format.ts'
import { usePage } from '../../../page.tsx'
import { products } from '../../../products.ts'
import { DateInput, TextInput } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { DateText } from '../../../ui/values.tsx'
import { acted, instantOf } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Moment, Section } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/prices'

const SHOWN = 50

export async function loader({ context }: Route.LoaderArgs) {
  const client = api(context)
  const params = { query: { limit: SHOWN } }
  const [prices, rates] = await Promise.all([
    client.GET('/api/metering/prices', { params }),
    client.GET('/api/metering/rates', { params }),
  ])
  return { prices: need(context, prices).items, rates: need(context, rates).items }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const client = api(context)
  const { headers } = form
  const decimal = (name: string) => withDigits(form.text(name), 'latn')
  switch (form.text('act')) {
    case 'rate': {
      const body = { day: form.text('day'), per_usd: decimal('per_usd'), source: form.text('source') }
      return acted(context, form, await client.POST('/api/metering/rates', { headers, body }), 'rate_added')
    }
    case 'price': {
      const { product } = page(context)
      const valid_from = instantOf(form.text('valid_from'), products[product].timeZone)
      if (!valid_from) return refused(form, invalid({ valid_from: t(context)('dev.clock.to.invalid') }))
      const body = {
        provider: form.text('provider'),
        model: form.text('model'),
        valid_from,
        input_usd_per_million: decimal('input_usd_per_million'),
        output_usd_per_million: decimal('output_usd_per_million'),
        second_usd_per_million: decimal('second_usd_per_million') || '0',
      }
      return acted(context, form, await client.POST('/api/metering/prices', { headers, body }), 'price_added')
    }
    default:
      return notFound()
  }
}

export default function Prices({ loaderData: { prices, rates }, actionData }: Route.ComponentProps) {
  const { t, digitsIn, profile } = usePage()
  const me = useMe()
  const manage = may(me, 'metering.manage')
  const usd = (value: string) => <bdi>{digitsIn(`$${value}`)}</bdi>
  return (
    <ConsolePage
      title={t('staff.prices.title')}
      lead={t('staff.prices.lead')}
      back={{ to: '/staff/usage', label: t('staff.usage.title') }}
    >
      <Section title={t('staff.rates.title', { currency: profile.currency })}>
        {manage && (
          <Act
            act="rate"
            label={t('staff.rates.add')}
            confirm={t('staff.rates.add.confirm')}
            text={t('staff.rates.add.text')}
            refused={actionData}
          >
            <Field name="day" label={t('staff.rates.from')}>
              <DateInput />
            </Field>
            <Field name="per_usd" label={t('staff.rates.per_usd', { currency: profile.currency })}>
              <TextInput inputMode="decimal" dir="ltr" autoComplete="off" placeholder="48.50" />
            </Field>
            <Field name="source" label={t('staff.rates.source')} hint={t('staff.rates.source.hint')}>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
          </Act>
        )}
        <Table
          caption={t('staff.rates.title', { currency: profile.currency })}
          rows={rates}
          rowKey={(row) => `${row.day} ${row.recorded_at}`}
          empty={<EmptyState title={t('staff.rates.empty')} text={t('staff.rates.empty.text')} />}
          columns={[
            { title: t('staff.rates.from'), cell: (row) => <DateText value={row.day} style="date" /> },
            { title: t('staff.rates.rate'), cell: (row) => digitsIn(row.per_usd), end: true },
            { title: t('staff.rates.source'), cell: (row) => row.source },
            { title: t('staff.rates.recorded'), cell: (row) => <Moment value={row.recorded_at} /> },
          ]}
        />
      </Section>
      <Section title={t('staff.prices.of')}>
        {manage && (
          <Act
            act="price"
            label={t('staff.prices.add')}
            confirm={t('staff.prices.add.confirm')}
            text={t('staff.prices.add.text')}
            refused={actionData}
          >
            <Field name="provider" label={t('staff.prices.provider')}>
              <TextInput dir="ltr" autoComplete="off" maxLength={100} />
            </Field>
            <Field name="model" label={t('staff.prices.model')}>
              <TextInput dir="ltr" autoComplete="off" maxLength={100} />
            </Field>
            <Field name="valid_from" label={t('staff.rates.from')}>
              <TextInput type="datetime-local" />
            </Field>
            <Field name="input_usd_per_million" label={t('staff.prices.input')}>
              <TextInput inputMode="decimal" dir="ltr" autoComplete="off" placeholder="0.15" />
            </Field>
            <Field name="output_usd_per_million" label={t('staff.prices.output')}>
              <TextInput inputMode="decimal" dir="ltr" autoComplete="off" placeholder="0.60" />
            </Field>
            <Field name="second_usd_per_million" label={t('staff.prices.second')} optional>
              <TextInput inputMode="decimal" dir="ltr" autoComplete="off" placeholder="0" />
            </Field>
          </Act>
        )}
        <Table
          caption={t('staff.prices.of')}
          rows={prices}
          rowKey={(row) => `${row.provider} ${row.model} ${row.valid_from}`}
          empty={<EmptyState title={t('staff.prices.empty')} />}
          columns={[
            { title: t('staff.rates.from'), cell: (row) => <Moment value={row.valid_from} /> },
            {
              title: t('staff.prices.model'),
              cell: (row) => (
                <bdi>
                  {row.provider} / {row.model}
                </bdi>
              ),
            },
            { title: t('staff.prices.input'), cell: (row) => usd(row.input_usd_per_million), end: true },
            { title: t('staff.prices.output'), cell: (row) => usd(row.output_usd_per_million), end: true },
            { title: t('staff.prices.second'), cell: (row) => usd(row.second_usd_per_million), end: true },
          ]}
        />
      </Section>
    </ConsolePage>
  )
}
