/** What the payment provider told us, and what came of it; a stored event can be applied anew. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { acted, BY_TIME, choiceAsked, daysAsked, listQuery, pageAsked } from '../../acts.ts'
import { DayFilters, ListTools, SortFilter } from '../../lists.tsx'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Filter, Filters, Id, Moment, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/webhooks'

const STATUSES = ['received', 'processed', 'ignored', 'unmatched', 'disputed'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const query = {
    ...listQuery(context, 'type'),
    ...pageAsked(context),
    ...choiceAsked(context, 'status', STATUSES),
    ...choiceAsked(context, 'sort', BY_TIME),
    ...daysAsked(context),
  }
  return { query, ...need(context, await api(context).GET('/api/webhook-events', { params: { query } })) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  if (form.text('act') === 'replay_all') {
    const all = { headers: form.headers, body: { reason: form.text('reason') } }
    return acted(context, form, await api(context).POST('/api/webhook-events/replay', all), 'replayed')
  }
  const result = await api(context).POST('/api/webhook-events/{id}/replay', {
    params: { path: { id: form.text('event') } },
    headers: form.headers,
    body: { reason: form.text('reason') },
  })
  return acted(context, form, result, 'replayed')
}

export default function Webhooks({ loaderData: { query, items, next_cursor }, actionData }: Route.ComponentProps) {
  const { t, number } = usePage()
  const word = useWord()
  const me = useMe()
  return (
    <ConsolePage title={t('staff.webhooks.title')} lead={t('staff.webhooks.lead')}>
      <Filters>
        <Filter
          name="status"
          label={t('console.state')}
          options={STATUSES.map((value) => ({ value, label: word('console.status', value) }))}
        />
        <Filter name="type" label={t('staff.webhooks.type')} />
        <DayFilters />
        <SortFilter orders={BY_TIME} />
      </Filters>
      {may(me, 'payments.replay') && query.status === 'unmatched' && items.length > 0 && (
        <div className="pb-4">
          <Act
            act="replay_all"
            label={t('inquiry.replay_all')}
            confirm={t('staff.webhooks.replay.confirm')}
            text={t('staff.webhooks.replay.text')}
            reason
            refused={actionData}
          />
        </div>
      )}
      <ListTools list="/webhook-events" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.webhooks.title')}
        rows={items}
        rowKey={(event) => event.event_id}
        empty={<EmptyState title={t('staff.webhooks.empty')} />}
        columns={[
          {
            title: t('console.when'),
            cell: (event) => <Moment value={event.received_at} />,
            sort: { descending: 'newest', ascending: 'oldest' },
          },
          {
            title: t('staff.webhooks.type'),
            cell: (event) => (
              <>
                <code className="font-mono text-sm">{event.type}</code>
                <br />
                <Id to={`/staff/webhooks/${encodeURIComponent(event.event_id)}`}>{event.event_id}</Id>
              </>
            ),
          },
          { title: t('console.state'), cell: (event) => <Status value={event.status} /> },
          {
            title: t('staff.webhooks.outcome'),
            cell: (event) => (event.outcome ? word('staff.webhook.outcome', event.outcome) : '–'),
          },
          { title: t('staff.jobs.attempts'), cell: (event) => number(event.attempts), end: true },
          {
            title: t('console.act'),
            cell: (event) =>
              may(me, 'payments.replay') ? (
                <Act
                  act="replay"
                  hidden={{ event: event.event_id }}
                  label={t('staff.webhooks.replay')}
                  confirm={t('staff.webhooks.replay.confirm')}
                  text={t('staff.webhooks.replay.text')}
                  reason
                  refused={actionData}
                />
              ) : (
                '–'
              ),
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
