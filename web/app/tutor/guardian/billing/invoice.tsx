/** One invoice or credit note, explained: its lines, the tax in it, how it was paid, what came back. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Head } from '../../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../../ui/layout.tsx'
import { Badge } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { useOwn } from '../plans.tsx'
import { DocumentLink, InvoiceList, lastDay } from './invoices.tsx'
import type { Route } from './+types/invoice'

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const [invoice, offer] = await Promise.all([
    client.GET('/api/invoices/{id}', { params: { path: { id: params.id } } }),
    client.GET('/api/plans'),
  ])
  const names = Object.fromEntries((offer.data?.plans ?? []).map(({ code, name }) => [code, name]))
  return { invoice: need(context, invoice), names }
}

export default function Invoice({ loaderData: { invoice: it, names } }: Route.ComponentProps) {
  const { t, percent } = usePage()
  const own = useOwn()
  const title = `${t(`billing.kind.${it.kind}`)} ${it.number ?? ''}`.trim()
  const amount = (minor: string) => <Money minor={minor} currency={it.currency} />
  const planName = (code: string) => own(names[code] ?? { en: code })
  return (
    <Column width="text">
      <Head title={title} index={false} />
      <PageTitle
        title={t(`billing.kind.${it.kind}`)}
        lead={
          it.number && (
            <bdi dir="ltr" className="whitespace-nowrap">
              {it.number}
            </bdi>
          )
        }
      >
        <Badge mood={it.status === 'paid' ? 'good' : 'bad'}>
          {t(it.kind === 'credit_note' ? 'billing.invoice.credited' : `billing.invoice.${it.status}`)}
        </Badge>
      </PageTitle>
      <Stack gap={6}>
        <Card>
          <ul className="flex flex-col gap-3">
            {it.lines.map((line) => (
              <li
                key={`${line.kind}${line.plan}${line.from_on}`}
                className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-3"
              >
                <span className="flex min-w-0 flex-col">
                  <span className="font-semibold">
                    {t(`billing.line.${line.kind}`, { plan: planName(line.plan), count: line.quantity })}
                  </span>
                  <span className="text-sm text-soft">
                    <DateText value={line.from_on} style="short" /> –{' '}
                    <DateText value={lastDay(line.to_on)} style="short" />
                  </span>
                </span>
                {amount(line.gross_minor)}
              </li>
            ))}
          </ul>
          <dl className="flex flex-col gap-2">
            <Sum label={t('billing.net')}>{amount(it.net_minor)}</Sum>
            <Sum label={t('billing.tax', { share: percent(it.tax_basis_points / 100) })}>{amount(it.tax_minor)}</Sum>
            <Sum label={t('billing.total')} strong>
              {amount(it.gross_minor)}
            </Sum>
            {it.credit_minor !== '0' && <Sum label={t('billing.from_credit')}>{amount(it.credit_minor)}</Sum>}
            {it.status === 'paid' && it.kind === 'invoice' && (
              <Sum label={t('billing.paid')}>{amount(it.paid_minor)}</Sum>
            )}
            {it.billed_to && <Sum label={t('billing.billed_to')}>{it.billed_to}</Sum>}
            {it.corrects && (
              <Sum label={t('billing.corrects')}>
                <bdi dir="ltr">{it.corrects}</bdi>
              </Sum>
            )}
            {it.issued_on && (
              <Sum label={t('billing.issued')}>
                <DateText value={it.issued_on} style="date" />
              </Sum>
            )}
          </dl>
          {it.status === 'paid' && <DocumentLink id={it.id} number={it.number} />}
        </Card>
        {it.kind === 'invoice' && it.status === 'paid' && it.days > 0 && (
          <Card>
            <h2 className="text-xl">{t('billing.days')}</h2>
            <progress className="bar" max={it.days} value={it.days_done} aria-label={t('billing.days')} />
            <p>
              {it.days_done === 0
                ? t('billing.days.none')
                : t('billing.days.text', { done: it.days_done, all: it.days })}
            </p>
          </Card>
        )}
        {it.charges.length > 0 && (
          <Card>
            <h2 className="text-xl">{t('billing.charges')}</h2>
            <ul className="flex flex-col gap-2">
              {it.charges.map((charge) => (
                <li key={charge.payment_id} className="flex flex-wrap justify-between gap-x-4">
                  <span>
                    <DateText value={charge.made_at} style="moment" /> · {t(`billing.method.${charge.method}`)}
                    {charge.returned_minor !== '0' && (
                      <span className="block text-sm text-soft">
                        {t.rich('billing.returned', { amount: amount(charge.returned_minor) })}
                      </span>
                    )}
                  </span>
                  <span>
                    {amount(charge.amount_minor)} · {t(`billing.charge.${chargeOf(charge.status)}`)}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {it.repayments.length > 0 && (
          <Card>
            <h2 className="text-xl">{t('billing.repayments')}</h2>
            <ul className="flex flex-col gap-2">
              {it.repayments.map((back) => (
                <li key={back.id} className="flex flex-wrap justify-between gap-x-4">
                  <DateText value={back.ended_at ?? back.asked_at} style="date" />
                  <span>
                    {amount(back.amount_minor)} ·{' '}
                    {t(back.ended_at && back.status === 'succeeded' ? 'billing.repaid' : 'billing.repaying')}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {it.credit_notes.length > 0 && <InvoiceList items={it.credit_notes} />}
        <ButtonLink to={`/billing/${it.subscription_id}`} tone="secondary" wide>
          {t('billing.title')}
        </ButtonLink>
      </Stack>
    </Column>
  )
}

function Sum({ label, strong, children }: { label: string; strong?: boolean; children: React.ReactNode }) {
  return (
    <div className={strong ? 'flex justify-between gap-4 text-lg font-bold' : 'flex justify-between gap-4'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const settled: Readonly<Record<string, 'open' | 'applied' | 'returned'>> = {
  open: 'open',
  applied: 'applied',
  returned: 'returned',
}

const chargeOf = (status: string) => settled[status] ?? 'failed'
