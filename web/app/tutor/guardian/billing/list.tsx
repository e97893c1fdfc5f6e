/** The subscriptions a person pays. Most have one, and are led to it. */
import { api } from '../../../context.ts'
import { need, seeOther } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Head } from '../../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../../ui/layout.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { DateText } from '../../../ui/values.tsx'
import { InvoiceList } from './invoices.tsx'
import { StatusBadge } from './status.tsx'
import type { Route } from './+types/list'

export async function loader({ context }: Route.LoaderArgs) {
  const client = api(context)
  const { items } = need(context, await client.GET('/api/subscriptions', { params: { query: { limit: 20 } } }))
  const running = items.filter(({ status }) => status !== 'cancelled')
  if (running.length === 1) throw seeOther(`/billing/${running[0]!.id}`)
  const invoices = await client.GET('/api/invoices', { params: { query: { limit: 50 } } })
  return { items, invoices: invoices.data?.items ?? [], running: running.length > 0 }
}

export default function Billing({ loaderData: { items, invoices, running } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <Column width="text">
      <Head title={t('billing.title')} index={false} />
      <PageTitle title={t('billing.title')} />
      <Stack gap={6}>
        {!running && (
          <EmptyState title={t('billing.none')} text={t('billing.none.text')}>
            <ButtonLink to="/guardian/plan">{t('plan.title')}</ButtonLink>
          </EmptyState>
        )}
        <ul className="flex flex-col gap-3">
          {items.map(({ id, status, period_end, ended_at }) => (
            <li key={id}>
              <a
                href={`/billing/${id}`}
                className="flex min-h-13 flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface px-5 py-3 hover:bg-sunken"
              >
                <StatusBadge status={status} />
                <span className="text-soft">
                  <DateText value={ended_at ?? period_end} style="date" />
                </span>
              </a>
            </li>
          ))}
        </ul>
        <InvoiceList items={invoices} />
      </Stack>
    </Column>
  )
}
