/** One invoice or credit note, and all that explains it: lines, tax, what paid it, what is earned and what is still owed. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card, Stack } from '../../../ui/layout.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Section, Status, Sums, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { Days, Invoices, planNames, usePlan } from './words.tsx'
import type { Route } from './+types/invoice'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const client = api(context)
  const [invoice, names] = await Promise.all([
    client.GET('/api/invoices/{id}', { params: { path: { id } } }),
    planNames(client),
  ])
  return { invoice: need(context, invoice), names }
}

export default function Invoice({ loaderData: { invoice: it, names } }: Route.ComponentProps) {
  const { t, number, percent } = usePage()
  const word = useWord()
  const plan = usePlan(names)
  const amount = (minor: string) => <Money minor={minor} currency={it.currency} />
  const note = it.kind === 'credit_note'
  return (
    <ConsolePage
      title={t(note ? 'staff.credit_note' : 'staff.invoice')}
      lead={it.number ? <bdi dir="ltr">{it.number}</bdi> : t('staff.invoice.unnumbered')}
      back={{ to: `/staff/subscriptions/${it.subscription_id}`, label: t('staff.subscription') }}
      aside={<Status value={it.status} />}
    >
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <Facts
            facts={[
              [t('console.id'), <Id key="">{it.id}</Id>],
              it.billed_to !== null && [t('staff.invoice.billed_to'), it.billed_to],
              it.corrects !== null && [t('staff.invoice.corrects'), <bdi key="">{it.corrects}</bdi>],
              [t('staff.subscription.plan'), plan(it.plan, it.cycle)],
              [t('staff.subscription.learners'), number(it.learners)],
              [t('staff.invoice.period'), <Days key="" from={it.from_on} to={it.to_on} />],
              [t('staff.invoice.due'), <DateText key="" value={it.due_on} />],
              it.issued_on !== null && [t('staff.invoice.issued'), <DateText key="" value={it.issued_on} />],
            ]}
          />
          {it.number && (
            <p className="flex flex-wrap gap-4">
              {(['ar', 'en'] as const).map((language) => (
                <a
                  key={language}
                  className="link inline-flex min-h-11 items-center"
                  href={`/api/invoices/${it.id}/document?language=${language}`}
                >
                  {t(`staff.invoice.document.${language}`)}
                </a>
              ))}
            </p>
          )}
        </Card>
        <Card>
          <Sums
            sums={[
              [t('staff.invoice.net'), amount(it.net_minor)],
              [t('staff.invoice.tax', { percent: percent(it.tax_basis_points / 100) }), amount(it.tax_minor)],
              [t('staff.invoice.gross'), amount(it.gross_minor), 'total'],
              it.credit_minor !== '0' && [t('staff.invoice.from_credit'), amount(it.credit_minor)],
              !note && [t('staff.invoice.paid'), amount(it.paid_minor)],
              it.refunded_minor !== '0' && [t('staff.invoice.credited'), amount(it.refunded_minor)],
            ]}
          />
          {!note && (
            <Stack gap={1} className="border-t border-line pt-3">
              <Sums
                sums={[
                  [t('staff.invoice.earned'), amount(it.earned_minor)],
                  [t('staff.invoice.deferred'), amount(it.deferred_minor)],
                ]}
              />
              <p className="text-sm text-soft">
                {t('staff.invoice.days', { done: number(it.days_done), days: number(it.days) })}
              </p>
            </Stack>
          )}
        </Card>
      </div>
      <Section title={t('staff.invoice.lines')}>
        <Table
          caption={t('staff.invoice.lines')}
          rows={it.lines}
          rowKey={({ kind, from_on, gross_minor }) => `${kind} ${from_on} ${gross_minor}`}
          empty={<EmptyState title={t('staff.invoices.empty')} />}
          columns={[
            { title: t('staff.invoice.for'), cell: (line) => word('staff.invoice.line', line.kind) },
            { title: t('staff.subscription.plan'), cell: (line) => plan(line.plan) },
            { title: t('staff.invoice.period'), cell: (line) => <Days from={line.from_on} to={line.to_on} /> },
            { title: t('staff.invoice.quantity'), cell: (line) => number(line.quantity), end: true },
            { title: t('console.amount'), cell: (line) => amount(line.gross_minor), end: true },
          ]}
        />
      </Section>
      <Section title={t('staff.invoice.charges')}>
        <Table
          caption={t('staff.invoice.charges')}
          rows={it.charges}
          rowKey={(charge) => charge.payment_id}
          empty={<EmptyState title={t('staff.invoice.charges.empty')} />}
          columns={[
            { title: t('console.when'), cell: (charge) => <Moment value={charge.made_at} /> },
            {
              title: t('staff.payments.payment'),
              cell: (charge) => (
                <Id short to={`/staff/payments/${charge.payment_id}`}>
                  {charge.payment_id}
                </Id>
              ),
            },
            { title: t('staff.invoice.method'), cell: (charge) => word('staff.charge', charge.method) },
            { title: t('console.amount'), cell: (charge) => amount(charge.amount_minor), end: true },
            { title: t('console.state'), cell: (charge) => <Status value={charge.status} /> },
          ]}
        />
      </Section>
      {it.repayments.length > 0 && (
        <Section title={t('staff.payment.refunds')}>
          <Table
            caption={t('staff.payment.refunds')}
            rows={it.repayments}
            rowKey={(row) => row.id}
            empty={null}
            columns={[
              { title: t('console.when'), cell: (row) => <Moment value={row.asked_at} /> },
              { title: t('console.reason'), cell: (row) => word('staff.repayment', row.reason) },
              {
                title: t('console.amount'),
                cell: (row) => (
                  <Link to={`/staff/payments/${row.payment_id}`} className="link">
                    {amount(row.amount_minor)}
                  </Link>
                ),
                end: true,
              },
              { title: t('console.state'), cell: (row) => <Status value={row.status} /> },
            ]}
          />
        </Section>
      )}
      {it.credit_notes.length > 0 && (
        <Section title={t('staff.credit_notes')}>
          <Invoices invoices={it.credit_notes} />
        </Section>
      )}
    </ConsolePage>
  )
}
