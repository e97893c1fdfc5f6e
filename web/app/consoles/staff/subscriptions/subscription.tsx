/** One subscription: how it stands, what was done about money when, its invoices, and what staff may do about it. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need, notFound, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { MoneyInput, Select, TextArea } from '../../../ui/controls.tsx'
import { Checkbox, Field } from '../../../ui/form.tsx'
import { Card, Row, Stack } from '../../../ui/layout.tsx'
import { Badge, Notice } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { acted, minorOf } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Facts, Id, Moment, Section, Status, useWord } from '../../parts.tsx'
import { History } from './history.tsx'
import { Days, Invoices, planNames, usePlan, type InvoiceLine } from './words.tsx'
import type { Route } from './+types/subscription'

/** So many invoices are explained on the page; older ones have pages of their own. */
const EXPLAINED = 8

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const client = api(context)
  const path = { id }
  const [whole, list, names] = await Promise.all([
    client.GET('/api/subscriptions/{id}', { params: { path } }),
    client.GET('/api/subscriptions/{id}/invoices', { params: { path } }),
    planNames(client),
  ])
  const subscription = need(context, whole)
  const invoices = need(context, list).items
  const asked = await Promise.all(
    invoices.slice(0, EXPLAINED).map((it) => client.GET('/api/invoices/{id}', { params: { path: { id: it.id } } })),
  )
  const explained = asked.flatMap(({ data }) => (data ? [data] : []))
  return { subscription, invoices, explained, names }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const client = api(context)
  const { headers } = form
  switch (form.text('act')) {
    case 'end':
      return acted(
        context,
        form,
        await client.POST('/api/subscriptions/{id}/end', { params: { path: { id } }, headers }),
        'subscription_ended',
      )
    case 'refund': {
      const result = await client.POST('/api/subscriptions/{id}/refunds', {
        params: { path: { id } },
        headers,
        body: {
          invoice_id: form.text('invoice_id'),
          amount_minor: minorOf(context, form.text('amount_minor')),
          ends: form.checked('ends'),
          note: form.text('note'),
        },
      })
      return acted(context, form, result, result.data?.status === 'alone' ? 'refund_sent' : 'refund_requested')
    }
    case 'again': {
      const path = { id, refund_id: form.text('repayment') }
      return acted(
        context,
        form,
        await client.POST('/api/subscriptions/{id}/repayments/{refund_id}/again', { params: { path }, headers }),
        'repayment_sent',
      )
    }
    default:
      return notFound()
  }
}

export default function Subscription({ loaderData, actionData }: Route.ComponentProps) {
  const { subscription: it, invoices, explained, names } = loaderData
  const { t } = usePage()
  const word = useWord()
  const me = useMe()
  const plan = usePlan(names)
  const over = it.status === 'cancelled'
  return (
    <ConsolePage
      title={t('staff.subscription')}
      lead={<Id>{it.id}</Id>}
      back={{ to: '/staff/subscriptions', label: t('staff.subscriptions.title') }}
      aside={<Status value={it.status} />}
    >
      <Stack gap={4}>
        {(it.status === 'grace' || it.status === 'suspended') && (
          <Notice mood="bad" title={t(`staff.subscription.${it.status}`)}>
            {it.failed_on && t.rich('staff.subscription.failed', { day: <DateText value={it.failed_on} /> })}
          </Notice>
        )}
        <Card>
          <Facts
            facts={[
              [t('staff.subscription.payer'), <Person key="" id={it.payer_id} />],
              [t('staff.subscription.plan'), plan(it.plan, it.cycle)],
              [t('staff.subscription.price'), <Money key="" minor={it.price_minor} currency={it.currency} />],
              it.next_plan !== null && [t('staff.subscription.then'), plan(it.next_plan, it.next_cycle ?? it.cycle)],
              [t('staff.subscription.period'), <Days key="" from={it.period_start} to={it.period_end} />],
              !over && [
                t('staff.subscription.next'),
                <span key="" className="flex flex-wrap gap-2">
                  <DateText value={it.period_end} />
                  {it.cancel_at_period_end && <Badge mood="festive">{t('staff.subscription.ends')}</Badge>}
                  {it.paid_ahead && <Badge mood="good">{t('staff.subscription.paid_ahead')}</Badge>}
                  {it.charging && <Badge>{t('staff.subscription.charging')}</Badge>}
                </span>,
              ],
              it.paused_until !== null && [
                t('staff.subscription.paused_until'),
                <DateText key="" value={it.paused_until} />,
              ],
              [
                t('staff.subscription.renewed_by'),
                word('staff.renewed_by', it.renewed_by === 'us' && it.card_id === null ? 'hand' : it.renewed_by),
              ],
              it.credit_minor !== '0' && [
                t('staff.subscription.credit'),
                <Money key="" minor={it.credit_minor} currency={it.currency} />,
              ],
              [t('staff.subscription.created'), <Moment key="" value={it.created_at} />],
              over && [
                t('staff.subscription.ended'),
                <span key="">
                  <Moment value={it.ended_at} /> · {word('staff.end_reason', it.end_reason ?? '')}
                </span>,
              ],
              [
                t('staff.subscription.learners'),
                <ul key="">
                  {it.learners.map((seat) => (
                    <li key={seat.learner_id} className="flex flex-wrap items-center gap-2">
                      <Person id={seat.learner_id} />
                      {t.rich('staff.subscription.since', { day: <DateText value={seat.from_on} style="short" /> })}
                      {seat.leaves_at_period_end && <Badge mood="festive">{t('staff.subscription.leaves')}</Badge>}
                    </li>
                  ))}
                </ul>,
              ],
            ]}
          />
          <Row className="items-start">
            {may(me, 'subscriptions.refund') && <Refund invoices={invoices} over={over} refused={actionData} />}
            {may(me, 'subscriptions.manage') && !over && (
              <Act
                act="end"
                label={t('staff.subscription.end')}
                confirm={t('staff.subscription.end.confirm')}
                text={t('staff.subscription.end.text')}
                tone="danger"
                refused={actionData}
              />
            )}
          </Row>
        </Card>
      </Stack>
      <History subscription={it} explained={explained} again={may(me, 'subscriptions.refund')} refused={actionData} />
      <Section title={t('staff.invoices.title')}>
        <Invoices invoices={invoices} />
      </Section>
    </ConsolePage>
  )
}

/** A payer or learner by id: the page shows no name it does not need. */
function Person({ id }: { id: string }) {
  return (
    <Link to={`/staff/users/${id}`} className="link">
      <code className="font-mono text-sm">…{id.slice(-6)}</code>
    </Link>
  )
}

function Refund({
  invoices,
  over,
  refused,
}: {
  invoices: readonly InvoiceLine[]
  over: boolean
  refused: Parameters<typeof Act>[0]['refused']
}) {
  const { t, money } = usePage()
  const paid = invoices.filter(
    ({ kind, status, gross_minor, refunded_minor }) =>
      kind === 'invoice' && status === 'paid' && BigInt(gross_minor) > BigInt(refunded_minor),
  )
  if (paid.length === 0) return null
  return (
    <Act
      act="refund"
      label={t('staff.subscription.refund')}
      confirm={t('staff.subscription.refund.confirm')}
      text={t('staff.subscription.refund.text')}
      refused={refused}
    >
      <Field name="invoice_id" label={t('staff.invoice')}>
        <Select>
          {paid.map(({ id, number, gross_minor, refunded_minor, currency }) => (
            <option key={id} value={id}>
              {number} · {money(BigInt(gross_minor) - BigInt(refunded_minor), currency)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="amount_minor" label={t('console.amount')}>
        <MoneyInput />
      </Field>
      {!over && <Checkbox name="ends" label={t('staff.subscription.refund.ends')} />}
      <Field name="note" label={t('console.reason')} hint={t('console.reason.hint')}>
        <TextArea rows={2} />
      </Field>
    </Act>
  )
}
