/** Refunds that one person asks for and another decides: the list of them, whatever they give back, and what decides one. */
import type { ReactNode } from 'react'
import { readForm, type Refused } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { TextArea } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import { Row } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { Money } from '../../ui/values.tsx'
import { ListTools } from '../lists.tsx'
import { may, useMe } from '../me.tsx'
import { ConsolePage } from '../page.tsx'
import { Act, Filter, Filters, Id, Moment, Status, useWord } from '../parts.tsx'
import { Table } from '../table.tsx'

interface RefundRequest {
  readonly id: string
  readonly status: string
  /** Null where it gives back whatever there is. */
  readonly amount_minor: string | null
  readonly requested_by: string
  readonly requested_at: string
  readonly decision_note: string | null
}

interface RefundListProps<R extends RefundRequest> {
  /** Path of the list in the API, what this page asked of it, and the states to choose from. */
  list: string
  query: Readonly<Record<string, string | number | undefined>>
  statuses: readonly string[]
  requests: readonly R[]
  next: string | null
  /** Who holds it may decide what others asked for. */
  permission: string
  lead: string
  empty: string
  /** What approving does to the money. */
  consequence: string
  about: { title: string; cell: (request: R) => ReactNode }
  reason: (request: R) => ReactNode
  refused: Refused | undefined
}

/** The decision that a form of the list sends: which way, and what either route takes. */
export async function readDecision(request: Request) {
  const form = await readForm(request)
  const note = form.optional('note')
  return {
    form,
    approved: form.text('act') === 'approve',
    call: {
      params: { path: { id: form.text('request') } },
      headers: form.headers,
      body: note === undefined ? {} : { note },
    },
  }
}

export function RefundList<R extends RefundRequest>({
  list,
  query,
  statuses,
  requests,
  next,
  permission,
  lead,
  empty,
  consequence,
  about,
  reason,
  refused,
}: RefundListProps<R>) {
  const { t } = usePage()
  const word = useWord()
  const me = useMe()
  return (
    <ConsolePage title={t('staff.refunds.title')} lead={lead}>
      <Filters>
        <Filter
          name="status"
          label={t('console.state')}
          options={statuses.map((value) => ({ value, label: word('console.status', value) }))}
        />
      </Filters>
      <ListTools list={list} query={query} shown={requests.length} more={next !== null} />
      <Table
        caption={t('staff.refunds.title')}
        rows={requests}
        rowKey={(request) => request.id}
        empty={<EmptyState title={t('staff.refunds.empty')} text={empty} />}
        columns={[
          { title: t('console.when'), cell: (request) => <Moment value={request.requested_at} /> },
          about,
          {
            title: t('console.amount'),
            cell: (request) => (request.amount_minor === null ? '–' : <Money minor={request.amount_minor} />),
            end: true,
          },
          {
            title: t('console.reason'),
            cell: (request) => <div className="sm:min-w-40">{reason(request)}</div>,
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
              if (request.status !== 'pending' || !may(me, permission)) return '–'
              if (request.requested_by === me.id) return <p className="min-w-40">{t('staff.refunds.second_person')}</p>
              return <Decision request={request.id} consequence={consequence} refused={refused} />
            },
          },
        ]}
      />
      <Pagination next={next} />
    </ConsolePage>
  )
}

function Decision({
  request,
  consequence,
  refused,
}: {
  request: string
  consequence: string
  refused: Refused | undefined
}) {
  const { t } = usePage()
  const note = (
    <Field name="note" label={t('staff.refund.note')} optional>
      <TextArea rows={2} />
    </Field>
  )
  return (
    <Row gap={2} className="items-start">
      <Act
        act="approve"
        hidden={{ request }}
        label={t('staff.refunds.approve')}
        confirm={t('staff.refunds.approve.confirm')}
        text={consequence}
        refused={refused}
      >
        {note}
      </Act>
      <Act
        act="reject"
        hidden={{ request }}
        label={t('staff.refunds.reject')}
        confirm={t('staff.refunds.reject.confirm')}
        tone="danger"
        refused={refused}
      >
        {note}
      </Act>
    </Row>
  )
}
