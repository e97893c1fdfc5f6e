/** One pot with its gifts: where its money is, and asking for refunds, which somebody else decides. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import type { MessageKey } from '../../../i18n.ts'
import { usePage } from '../../../page.tsx'
import { Select, TextArea } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { Card, Row } from '../../../ui/layout.tsx'
import { EmptyState, Progress } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { acted, listQuery } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Facts, Id, Moment, Section, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/pot'

const REASONS = ['user_request', 'fraud', 'failed_pot', 'admin_action'] as const

/** What can still go back to its donor. */
const REFUNDABLE = new Set(['received', 'held', 'refund_failed'])

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const query = { ...listQuery<never>(context), pot_id: id }
  const [pot, gifts] = await Promise.all([
    api(context).GET('/api/pots/{id}', { params: { path: { id } } }),
    api(context).GET('/api/gifts', { params: { query } }),
  ])
  return { pot: need(context, pot), gifts: need(context, gifts) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const { headers } = form
  const body = { reason: form.text('reason') as (typeof REASONS)[number], note: form.text('note') }
  const result =
    form.text('act') === 'refund_gift'
      ? await api(context).POST('/api/gifts/{id}/refund-request', {
          params: { path: { id: form.text('gift') } },
          headers,
          body,
        })
      : await api(context).POST('/api/pots/{id}/refund-request', { params: { path: { id: params.id } }, headers, body })
  return acted(context, form, result, 'refund_requested')
}

export default function Pot({ loaderData: { pot, gifts }, actionData }: Route.ComponentProps) {
  const { t, locale } = usePage()
  const word = useWord()
  const me = useMe()
  const mayAsk = may(me, 'pots.refund.request')
  return (
    <ConsolePage
      title={pot.title}
      back={{ to: '/staff/pots', label: t('staff.pots.title') }}
      lead={
        <>
          <Status value={pot.status} />
          {pot.end_reason && <> · {word('staff.pot.end_reason', pot.end_reason)}</>}
        </>
      }
    >
      <Card>
        <Progress raised={pot.raised_minor} target={pot.target_minor} currency={pot.currency} />
        <Facts
          facts={[
            [t('console.id'), <Id key="">{pot.id}</Id>],
            [t('staff.pot.honoree'), pot.honoree_name],
            [
              t('staff.pot.link'),
              <a key="" href={pot.share_url} className="link break-all">
                {pot.share_url}
              </a>,
            ],
            [t('staff.pot.birthday'), <DateText key="" value={pot.birthday} style="date" />],
            [t('staff.pot.opens'), <Moment key="" value={pot.opens_at} />],
            [t('staff.pot.pack'), pot.pack ? (pot.pack.name[locale] ?? Object.values(pot.pack.name)[0]) : '–'],
            [t('staff.pot.missing'), <Money key="" minor={pot.missing_minor} currency={pot.currency} />],
            [t('staff.pot.voucher'), pot.voucher_id ? <Id>{pot.voucher_id}</Id> : '–'],
            [t('staff.pot.refund_all'), <Moment key="" value={pot.refund_all_at} />],
          ]}
        />
        {mayAsk && !pot.voucher_id && (
          <Row>
            <Act
              act="refund_pot"
              label={t('staff.pot.refund')}
              confirm={t('staff.refund.ask')}
              tone="danger"
              text={t('staff.pot.refund.text')}
              refused={actionData}
            >
              <RefundFields />
            </Act>
          </Row>
        )}
      </Card>
      <Section title={t('staff.gifts.title')}>
        <Table
          caption={t('staff.gifts.title')}
          rows={gifts.items}
          rowKey={(gift) => gift.id}
          empty={<EmptyState title={t('staff.gifts.empty')} />}
          columns={[
            { title: t('console.when'), cell: (gift) => <Moment value={gift.paid_at ?? gift.created_at} /> },
            {
              title: t('staff.gift.donor'),
              cell: (gift) => (gift.anonymous ? t('staff.gift.anonymous') : (gift.name ?? '–')),
            },
            {
              title: t('console.amount'),
              cell: (gift) => <Money minor={gift.amount_minor} currency={gift.currency} />,
              end: true,
            },
            {
              title: t('console.state'),
              cell: (gift) => (
                <>
                  <Status value={gift.status} />
                  {gift.refund_error && <p className="text-sm text-bad">{gift.refund_error}</p>}
                </>
              ),
            },
            {
              title: t('staff.payments.payment'),
              cell: (gift) => (
                <Id short to={`/staff/payments/${gift.payment_id}`}>
                  {gift.payment_id}
                </Id>
              ),
            },
            {
              title: t('console.act'),
              cell: (gift) =>
                mayAsk && REFUNDABLE.has(gift.status) && !(pot.voucher_id && gift.status === 'received') ? (
                  <Act
                    act="refund_gift"
                    hidden={{ gift: gift.id }}
                    label={t('staff.gift.refund')}
                    confirm={t('staff.refund.ask')}
                    text={t('staff.gift.refund.text')}
                    refused={actionData}
                  >
                    <RefundFields />
                  </Act>
                ) : (
                  '–'
                ),
            },
          ]}
        />
        <Pagination next={gifts.next_cursor} />
      </Section>
      <Section title={t('staff.pot.trail')}>
        <Table
          caption={t('staff.pot.trail')}
          rows={pot.timeline.map((step, position) => ({ ...step, position }))}
          rowKey={(step) => String(step.position)}
          empty={<EmptyState title={t('staff.payment.timeline.empty')} />}
          columns={[
            { title: t('console.when'), cell: (step) => <Moment value={step.at} /> },
            { title: t('staff.payment.what'), cell: (step) => word('trail', step.code) },
            {
              title: t('staff.payment.details'),
              cell: (step) => <Detail detail={step.detail} currency={pot.currency} />,
            },
          ]}
        />
      </Section>
    </ConsolePage>
  )
}

/** What a step says about itself, each value in its own form. */
function Detail({ detail, currency }: { detail: Readonly<Record<string, string>>; currency: string }) {
  const word = useWord()
  const told = Object.entries(detail)
  if (told.length === 0) return '–'
  return told.map(([name, value], position) => (
    <span key={name}>
      {position > 0 && ' · '}
      {name === 'reason' ? (
        word('staff.pot.end_reason', value)
      ) : (
        <>
          {word('staff.pot.detail', name)}{' '}
          {name.endsWith('_minor') ? <Money minor={value} currency={currency} /> : <When value={value} />}
        </>
      )}
    </span>
  ))
}

const When = ({ value }: { value: string }) =>
  value.includes('T') ? <Moment value={value} /> : <DateText value={value} style="date" />

function RefundFields() {
  const { t } = usePage()
  return (
    <>
      <Field name="reason" label={t('console.reason')}>
        <Select>
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`staff.refund.reason.${reason}` satisfies MessageKey)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="note" label={t('staff.refund.note')} hint={t('staff.refund.note.hint')}>
        <TextArea rows={2} />
      </Field>
    </>
  )
}
