/** Refunds of pots: what one person asked for and another decides. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { acted, choiceAsked, pageAsked } from '../../acts.ts'
import { useWord } from '../../parts.tsx'
import { readDecision, RefundList } from '../refunds.tsx'
import type { Route } from './+types/refunds'

const STATUSES = ['pending', 'approved', 'rejected'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const query = { ...pageAsked(context), ...choiceAsked(context, 'status', STATUSES) }
  return { query, ...need(context, await api(context).GET('/api/refund-requests', { params: { query } })) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { form, approved, call } = await readDecision(request)
  return approved
    ? acted(context, form, await api(context).POST('/api/refund-requests/{id}/approval', call), 'refund_approved')
    : acted(context, form, await api(context).POST('/api/refund-requests/{id}/rejection', call), 'refund_rejected')
}

export default function Refunds({ loaderData: { query, items, next_cursor }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <RefundList
      list="/refund-requests"
      query={query}
      statuses={STATUSES}
      requests={items}
      next={next_cursor}
      permission="pots.refund.approve"
      lead={t('staff.refunds.lead')}
      empty={t('staff.refunds.empty.text')}
      consequence={t('staff.refunds.approve.text')}
      about={{
        title: t('staff.refunds.what'),
        cell: (request) => (
          <div className="sm:min-w-40">
            <Link to={`/staff/pots/${request.pot_id}`} className="link font-semibold">
              {request.pot_title}
            </Link>
            <br />
            {t(request.gift_id ? 'staff.refunds.one_gift' : 'staff.refunds.whole_pot')}
          </div>
        ),
      }}
      reason={(request) => (
        <>
          <strong>{word('staff.refund.reason', request.reason)}</strong>
          <p>{request.note}</p>
        </>
      )}
      refused={actionData}
    />
  )
}
