/** One payment with all that is known of it: what the provider said, what was received, what went back. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Money, Phone } from '../../../ui/values.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Section, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/payment'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/payments/{id}', { params: { path: { id } } }))
}

export default function Payment({ loaderData: payment }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <ConsolePage
      title={t('staff.payment.title')}
      back={{ to: '/staff/payments', label: t('staff.payments.title') }}
      lead={<Status value={payment.state} />}
    >
      <Card>
        <Facts
          facts={[
            [t('console.id'), <Id key="">{payment.id}</Id>],
            [
              t('console.amount'),
              <strong key="">
                <Money minor={payment.amount_minor} currency={payment.currency} />
              </strong>,
            ],
            [t('staff.payments.purpose'), word('staff.purpose', payment.purpose)],
            [t('staff.payments.reference'), <Id key="">{payment.reference}</Id>],
            [
              t('staff.payment.owner'),
              <Id key="" to={`/staff/ledger/accounts?owner=${payment.owner_id}`}>
                {payment.owner_id}
              </Id>,
            ],
            payment.payer_mobile !== null && [t('staff.payment.payer'), <Phone key="" value={payment.payer_mobile} />],
            payment.session_ref !== null && [t('staff.payment.session'), <Id key="">{payment.session_ref}</Id>],
            payment.failure_code !== null && [t('staff.payment.failure'), payment.failure_code],
            [t('staff.payment.created'), <Moment key="" value={payment.created_at} />],
            [t('staff.payment.expires'), <Moment key="" value={payment.expires_at} />],
            [t('staff.payment.succeeded'), <Moment key="" value={payment.succeeded_at} />],
          ]}
        />
      </Card>
      <Section title={t('staff.payment.timeline')}>
        <Table
          caption={t('staff.payment.timeline')}
          rows={payment.timeline}
          rowKey={(row) => `${row.at}/${row.code}`}
          empty={<EmptyState title={t('staff.payment.timeline.empty')} />}
          columns={[
            { title: t('console.when'), cell: (row) => <Moment value={row.at} /> },
            { title: t('staff.payment.what'), cell: (row) => word('staff.payment.step', row.code) },
            {
              title: t('staff.payment.details'),
              cell: (row) =>
                Object.entries(row.details)
                  .map(([name, value]) => `${name}: ${value}`)
                  .join(' · ') || '–',
            },
          ]}
        />
      </Section>
      <Section title={t('staff.payment.receipts')}>
        <Table
          caption={t('staff.payment.receipts')}
          rows={payment.receipts}
          rowKey={(row) => row.session_ref}
          empty={<EmptyState title={t('staff.payment.receipts.empty')} />}
          columns={[
            { title: t('console.when'), cell: (row) => <Moment value={row.received_at} /> },
            {
              title: t('console.amount'),
              cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
              end: true,
            },
            { title: t('console.state'), cell: (row) => <Status value={row.status} /> },
            { title: t('staff.payment.transaction'), cell: (row) => <Id>{row.transaction_ref ?? row.session_ref}</Id> },
            { title: t('staff.entry.transfer'), cell: (row) => <Id>{row.transfer_id}</Id> },
          ]}
        />
      </Section>
      {payment.refunds.length > 0 && (
        <Section title={t('staff.payment.refunds')}>
          <Table
            caption={t('staff.payment.refunds')}
            rows={payment.refunds}
            rowKey={(row) => row.id}
            empty={null}
            columns={[
              { title: t('console.when'), cell: (row) => <Moment value={row.requested_at} /> },
              {
                title: t('console.amount'),
                cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
                end: true,
              },
              { title: t('console.state'), cell: (row) => <Status value={row.state} /> },
              { title: t('console.reason'), cell: (row) => word('staff.refund.reason', row.reason) },
              { title: t('staff.jobs.error'), cell: (row) => row.failure_code ?? row.last_error ?? '–' },
              { title: t('staff.payment.ended'), cell: (row) => <Moment value={row.ended_at} /> },
            ]}
          />
        </Section>
      )}
      <Section title={t('staff.webhooks.title')}>
        <Table
          caption={t('staff.webhooks.title')}
          rows={payment.events}
          rowKey={(row) => row.event_id}
          empty={<EmptyState title={t('staff.webhooks.empty')} />}
          columns={[
            { title: t('console.when'), cell: (row) => <Moment value={row.received_at} /> },
            { title: t('staff.webhooks.type'), cell: (row) => <code className="font-mono text-sm">{row.type}</code> },
            { title: t('console.state'), cell: (row) => <Status value={row.status} /> },
            { title: t('staff.webhooks.outcome'), cell: (row) => row.outcome ?? '–' },
            { title: t('console.id'), cell: (row) => <Id>{row.event_id}</Id> },
          ]}
        />
      </Section>
    </ConsolePage>
  )
}
