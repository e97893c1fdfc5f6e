/** One payment with all that is known of it: what the provider said, what was received, what went back. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Choice } from '../../../ui/form.tsx'
import { Card, Row, Stack } from '../../../ui/layout.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Money } from '../../../ui/values.tsx'
import { acted } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Facts, Id, Moment, Section, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { AskWave, askWave } from '../inquiry/check.tsx'
import { MoneyNow, storyOf, StoryTold } from '../inquiry/story.tsx'
import type { Route } from './+types/payment'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [payment, story] = await Promise.all([
    api(context).GET('/api/payments/{id}', { params: { path: { id } } }),
    storyOf(context, id),
  ])
  return { payment: need(context, payment), story: story ?? null }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  if (form.text('act') !== 'cover') return askWave(context, form, form.text('payment'))
  const result = await api(context).POST('/api/payments/{id}/reversals/{reversal_id}/cover', {
    params: { path: { id, reversal_id: form.text('reversal') } },
    headers: form.headers,
    body: { from: form.text('from') as 'unapplied' | 'platform', reason: form.text('reason') },
  })
  return acted(context, form, result, 'saved')
}

export default function Payment({ loaderData: { payment, story }, actionData }: Route.ComponentProps) {
  const { t, money } = usePage()
  const word = useWord()
  const me = useMe()
  const books = may(me, 'ledger.view')
  // What the caller asks about is the gift, once there is one.
  const gift = story?.things.find(({ kind }) => kind === 'gift')
  return (
    <ConsolePage
      title={t('inquiry.title.payment', { amount: money(payment.amount_minor, payment.currency) })}
      back={{ to: '/staff/payments', label: t('staff.payments.title') }}
      lead={<Status value={payment.state} />}
    >
      <Stack gap={6}>
        {story && <MoneyNow thing={gift ?? story.about} />}
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
              [
                t('staff.payments.reference'),
                gift ? (
                  <Id key="" to={`/staff/gifts/${gift.id}`}>
                    {gift.id}
                  </Id>
                ) : (
                  <Id key="">{payment.reference}</Id>
                ),
              ],
              [
                t('staff.payment.owner'),
                <Id key="" {...(books ? { to: `/staff/ledger/accounts?owner=${payment.owner_id}` } : {})}>
                  {payment.owner_id}
                </Id>,
              ],
              payment.payer_mobile !== null && [
                t('staff.payment.payer'),
                <bdi key="" dir="ltr">
                  {payment.payer_mobile}
                </bdi>,
              ],
              payment.session_ref !== null && [t('staff.payment.session'), <Id key="">{payment.session_ref}</Id>],
              payment.failure_code !== null && [
                t('staff.payment.failure'),
                word('staff.failure', payment.failure_code),
              ],
              [t('staff.payment.created'), <Moment key="" value={payment.created_at} />],
              [t('staff.payment.expires'), <Moment key="" value={payment.expires_at} />],
              [t('staff.payment.succeeded'), <Moment key="" value={payment.succeeded_at} />],
            ]}
          />
          <Row className="items-start">
            {payment.state !== 'succeeded' && payment.state !== 'disputed' && (
              <AskWave payment={payment.id} refused={actionData} />
            )}
          </Row>
        </Card>
      </Stack>
      {story && <StoryTold story={story} />}
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
            {
              title: t('staff.entry.transfer'),
              cell: (row) => (
                <Id {...(books ? { to: `/staff/ledger/transfers/${row.transfer_id}` } : {})}>{row.transfer_id}</Id>
              ),
            },
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
              {
                title: t('staff.jobs.error'),
                cell: (row) => word('staff.failure', row.failure_code ?? row.last_error ?? '–'),
              },
              { title: t('staff.payment.ended'), cell: (row) => <Moment value={row.ended_at} /> },
            ]}
          />
        </Section>
      )}
      {payment.reversals.length > 0 && (
        <Section title={t('staff.payment.reversals')}>
          <Table
            caption={t('staff.payment.reversals')}
            rows={payment.reversals}
            rowKey={(row) => row.id}
            empty={null}
            columns={[
              { title: t('console.when'), cell: (row) => <Moment value={row.noticed_at} /> },
              {
                title: t('console.amount'),
                cell: (row) => <Money minor={row.amount_minor} currency={row.currency} />,
                end: true,
              },
              {
                title: t('staff.payment.reversal.whose'),
                cell: (row) =>
                  row.covered_at === null ? (
                    t('staff.payment.reversal.open')
                  ) : (
                    <>
                      {t('staff.payment.reversal.said')} <Moment value={row.covered_at} />
                    </>
                  ),
              },
              {
                title: t('console.act'),
                cell: (row) =>
                  row.covered_at === null && may(me, 'payments.cover') ? (
                    <Act
                      act="cover"
                      hidden={{ reversal: row.id }}
                      label={t('staff.payment.reversal.say')}
                      confirm={t('staff.payment.reversal.confirm')}
                      text={t('staff.payment.reversal.text')}
                      reason
                      refused={actionData}
                    >
                      <Choice
                        name="from"
                        legend={t('staff.payment.reversal.whose')}
                        options={(['unapplied', 'platform'] as const).map((value) => ({
                          value,
                          label: t(`staff.payment.reversal.${value}`),
                          text: t(`staff.payment.reversal.${value}.text`),
                        }))}
                      />
                    </Act>
                  ) : null,
              },
            ]}
          />
        </Section>
      )}
    </ConsolePage>
  )
}
