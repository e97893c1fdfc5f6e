/** Refunds of subscriptions: what one person asked for and another decides; small ones went at once. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { TextArea } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { Row } from '../../../ui/layout.tsx'
import { Badge, EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { acted, choiceAsked, pageAsked } from '../../acts.ts'
import { ListTools } from '../../lists.tsx'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Filter, Filters, Id, Moment, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/refunds'

const STATUSES = ['pending', 'approved', 'rejected', 'alone'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const query = { ...pageAsked(context), ...choiceAsked(context, 'status', STATUSES) }
  return { query, ...need(context, await api(context).GET('/api/subscription-refunds', { params: { query } })) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const note = form.optional('note')
  const call = {
    params: { path: { id: form.text('request') } },
    headers: form.headers,
    body: note === undefined ? {} : { note },
  }
  const client = api(context)
  return form.text('act') === 'approve'
    ? acted(context, form, await client.POST('/api/subscription-refunds/{id}/approval', call), 'refund_approved')
    : acted(context, form, await client.POST('/api/subscription-refunds/{id}/rejection', call), 'refund_rejected')
}

export default function Refunds({ loaderData: { query, items, next_cursor }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const me = useMe()
  return (
    <ConsolePage title={t('staff.refunds.title')} lead={t('staff.subscription_refunds.lead')}>
      <Filters>
        <Filter
          name="status"
          label={t('console.state')}
          options={STATUSES.map((value) => ({ value, label: word('console.status', value) }))}
        />
      </Filters>
      <ListTools list="/subscription-refunds" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.refunds.title')}
        rows={items}
        rowKey={(request) => request.id}
        empty={<EmptyState title={t('staff.refunds.empty')} text={t('staff.subscription_refunds.empty.text')} />}
        columns={[
          { title: t('console.when'), cell: (request) => <Moment value={request.requested_at} /> },
          {
            title: t('staff.subscription'),
            cell: (request) => (
              <Id short to={`/staff/subscriptions/${request.subscription_id}`}>
                {request.subscription_id}
              </Id>
            ),
          },
          {
            title: t('console.amount'),
            cell: (request) => <Money minor={request.amount_minor} />,
            end: true,
          },
          {
            title: t('console.reason'),
            cell: (request) => (
              <div className="sm:min-w-40">
                {request.note}
                {request.ends && (
                  <p className="pt-1">
                    <Badge mood="festive">{t('staff.subscription_refunds.ends')}</Badge>
                  </p>
                )}
              </div>
            ),
          },
          {
            title: t('staff.refunds.asked_by'),
            cell: (request) =>
              request.requested_by === me.id ? t('staff.refunds.you') : <Id short>{request.requested_by}</Id>,
          },
          {
            title: t('console.state'),
            cell: (request) => (
              <>
                <Status value={request.status} />
                {request.decision_note && <p className="text-sm text-soft">{request.decision_note}</p>}
              </>
            ),
          },
          {
            title: t('console.act'),
            cell: (request) => {
              if (request.status !== 'pending' || !may(me, 'subscriptions.refund.approve')) return '–'
              if (request.requested_by === me.id) return <p className="min-w-40">{t('staff.refunds.second_person')}</p>
              const hidden = { request: request.id }
              return (
                <Row gap={2} className="items-start">
                  <Act
                    act="approve"
                    hidden={hidden}
                    label={t('staff.refunds.approve')}
                    confirm={t('staff.refunds.approve.confirm')}
                    text={t('staff.subscription_refunds.approve.text')}
                    refused={actionData}
                  >
                    <Note />
                  </Act>
                  <Act
                    act="reject"
                    hidden={hidden}
                    label={t('staff.refunds.reject')}
                    confirm={t('staff.refunds.reject.confirm')}
                    tone="danger"
                    refused={actionData}
                  >
                    <Note />
                  </Act>
                </Row>
              )
            },
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}

function Note() {
  const { t } = usePage()
  return (
    <Field name="note" label={t('staff.refund.note')} optional>
      <TextArea rows={2} />
    </Field>
  )
}
